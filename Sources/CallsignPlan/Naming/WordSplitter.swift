/// Splits a name of the description, which may be anything at all, into the words it is made of.
///
/// `call_uuid`, `call-uuid`, `callUUID` and `CallUuid` are all *call* and *uuid*.
///
/// What is kept of a name is written over by the next one, which then needs no memory of its own.
struct WordSplitter {
    struct Word {
        /// Where it is among the scalars of the name and, in small letters, in `small`.
        var scalars: Range<Int>
        var small: Range<Int>
        /// Whether only a change of case divides it from the word before, so that both may be one acronym (`OAuth`).
        var followsDirectly = false
        /// Whether it was in capitals among small letters, which means that it is an acronym: `ARN` in `parentARN`.
        var isCapitals = false
    }

    enum Symbols {
        /// Symbols divide words; those that carry a meaning are spelled out.
        case meaningful
        /// Each symbol is spelled out, for names that differ in nothing else.
        case all
    }

    private enum Kind {
        case lower, upper, caseless, digit, symbol, ignored
    }

    private struct Element {
        var scalar: Unicode.Scalar
        var kind: Kind
    }

    /// The words of the name that was split last; none where it was empty.
    private(set) var words: [Word] = []
    /// The words' texts in small letters and UTF-8, one behind the other.
    private(set) var small: [UInt8] = []
    /// The bytes of a name in ASCII, which are its scalars, or the scalars of another one.
    private var bytes: [UInt8] = []
    private var elements: [Element] = []
    private var isASCII = true
    private var symbols = Symbols.meaningful

    mutating func split(_ name: String, symbols: Symbols = .meaningful) {
        words.removeAll(keepingCapacity: true)
        small.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        elements.removeAll(keepingCapacity: true)
        self.symbols = symbols
        bytes.append(contentsOf: name.utf8)
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        if !isASCII {
            for scalar in name.unicodeScalars { elements.append(Element(scalar: scalar, kind: Self.kind(scalar))) }
        }
        split()
        if words.isEmpty, symbols == .meaningful { split(name, symbols: .all) }
    }

    /// Adds a word to a text in UTF-8, in the case that the name has it in.
    func write(_ word: Word, to text: inout [UInt8]) {
        for index in word.scalars where kind(index) != .ignored && kind(index) != .symbol {
            text.append(contentsOf: UTF8.encode(scalar(index)) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// Puts those words together again that a change of case divided but that are one acronym: `O`, `Auth`.
    mutating func join(_ acronyms: Acronyms) {
        guard words.contains(where: \.followsDirectly) else { return }
        var count = 0
        // By index, as the words would be copied if they changed while somebody goes through them.
        for index in words.indices {
            let word = words[index]
            if word.followsDirectly, count > 0, isOne(words[count - 1], word, acronyms) {
                words[count - 1].scalars = words[count - 1].scalars.lowerBound..<word.scalars.upperBound
                words[count - 1].small = words[count - 1].small.lowerBound..<word.small.upperBound
            } else {
                words[count] = word
                count += 1
            }
        }
        words.removeSubrange(count...)
    }

    private func isOne(_ left: Word, _ right: Word, _ acronyms: Acronyms) -> Bool {
        acronyms.written(small, left.small.lowerBound..<right.small.upperBound) != nil
            && (acronyms.written(small, left.small) == nil || acronyms.written(small, right.small) == nil)
    }

    // MARK: Scalars

    private var count: Int { isASCII ? bytes.count : elements.count }

    private func scalar(_ index: Int) -> Unicode.Scalar {
        isASCII ? Unicode.Scalar(bytes[index]) : elements[index].scalar
    }

    private func kind(_ index: Int) -> Kind {
        isASCII ? Self.kind(bytes[index]) : elements[index].kind
    }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        default: .symbol
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if scalar.isASCII { return kind(UInt8(truncatingIfNeeded: scalar.value)) }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return .ignored }
        guard properties.isXIDContinue, IdentifierGrammar.allows(scalar) else { return .symbol }
        return switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: .upper
        case .lowercaseLetter: .lower
        case .decimalNumber: .digit
        case .connectorPunctuation: .symbol
        default: .caseless
        }
    }

    // MARK: Splitting

    private mutating func split() {
        var index = 0
        while index < count {
            switch kind(index) {
            case .ignored:
                index += 1
            case .symbol:
                index += readSymbol(at: index)
            case .lower, .upper, .caseless, .digit:
                index = readChunk(at: index)
            }
        }
    }

    private func isContent(_ index: Int) -> Bool {
        guard index >= 0, index < count else { return false }
        switch kind(index) {
        case .lower, .upper, .caseless, .digit, .ignored: return true
        case .symbol: return false
        }
    }

    /// Whether an apostrophe stands within a word, as in `don't`, and so divides nothing.
    private func isApostrophe(_ index: Int) -> Bool {
        symbols == .meaningful && (scalar(index) == "'" || scalar(index) == "\u{2019}")
            && isContent(index - 1) && isContent(index + 1)
    }

    /// Adds the words of the symbol at an index and returns how many scalars they stand for.
    private mutating func readSymbol(at index: Int) -> Int {
        let scalar = scalar(index)
        let next = index + 1 < count ? self.scalar(index + 1) : nil
        if let pair = SymbolNames.words(for: scalar, next) {
            for word in pair { append(word, at: index) }
            return 2
        }
        if isMinus(at: index) {
            append("minus", at: index)
        } else if symbols == .all || hasMeaning(scalar, at: index) {
            for word in SymbolNames.words(for: scalar) { append(word, at: index) }
        }
        return 1
    }

    /// A dash is a sign before a number, and at the start of a name (`-created_at` is a common way to sort).
    private func isMinus(at index: Int) -> Bool {
        guard scalar(index) == "-", isContent(index + 1) else { return false }
        return index == 0 || (!isContent(index - 1) && kind(index + 1) == .digit)
    }

    private func hasMeaning(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        switch scalar {
        case "+", "<", ">", "=", "%", "&": true
        case "!": index == 0 && isContent(index + 1)
        default: false
        }
    }

    /// Splits letters and digits where the case changes: before `U` in `callUUID`, before `S` in `HTTPServer`.
    ///
    /// - Returns: where they end.
    private mutating func readChunk(at start: Int) -> Int {
        var end = start
        var hasSmall = false
        var hasCapital = false
        while end < count {
            let kind = kind(end)
            if kind == .symbol, !isApostrophe(end) { break }
            if kind == .lower { hasSmall = true }
            if kind == .upper { hasCapital = true }
            end += 1
        }
        let isMixed = hasSmall && hasCapital
        var word = start
        if hasCapital {
            for index in start + 1..<end where startsWord(index, in: start..<end) {
                appendWord(word..<index, isFirst: word == start, isMixed: isMixed)
                word = index
            }
        }
        appendWord(word..<end, isFirst: word == start, isMixed: isMixed)
        return end
    }

    private func startsWord(_ index: Int, in chunk: Range<Int>) -> Bool {
        guard kind(index) == .upper else { return false }
        if kind(index - 1) != .upper { return true }
        guard index + 1 < chunk.upperBound, kind(index + 1) == .lower else { return false }
        // The `s` of `URLs` belongs to the capitals before it.
        let isPlural =
            scalar(index + 1) == "s" && (index + 2 == chunk.upperBound || kind(index + 2) != .lower)
        return !isPlural
    }

    private mutating func appendWord(_ range: Range<Int>, isFirst: Bool, isMixed: Bool) {
        let start = small.count
        var capitals = 0
        var others = 0
        var hasGaps = false
        for index in range {
            switch kind(index) {
            case .ignored, .symbol: hasGaps = true
            case .upper: capitals += 1
            case .lower: others += scalar(index) == "s" ? 0 : 1
            case .caseless, .digit: break
            }
        }
        if isASCII, !hasGaps {
            small.append(contentsOf: bytes[range])
            if capitals > 0 { lower(from: start) }
        } else {
            for index in range { appendSmall(index) }
        }
        guard small.count > start else { return }
        words.append(
            Word(
                scalars: range, small: start..<small.count, followsDirectly: !isFirst,
                isCapitals: isMixed && capitals > 1 && others == 0))
    }

    private mutating func lower(from start: Int) {
        for index in start..<small.count where Self.kind(small[index]) == .upper { small[index] += Casing.toCapital }
    }

    private mutating func appendSmall(_ index: Int) {
        switch kind(index) {
        case .ignored, .symbol: break
        case .upper, .lower, .caseless, .digit:
            small.append(contentsOf: scalar(index).properties.lowercaseMapping.utf8)
        }
    }

    /// Adds the word for the symbol at an index, which is in small letters.
    private mutating func append(_ word: String, at index: Int) {
        let start = small.count
        small.append(contentsOf: word.utf8)
        words.append(Word(scalars: index..<index, small: start..<small.count))
    }
}
