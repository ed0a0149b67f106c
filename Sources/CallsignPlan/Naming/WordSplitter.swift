/// Splits a name of the description, which may be anything at all, into the words it is made of.
///
/// `call_uuid`, `call-uuid`, `callUUID` and `CallUuid` are all *call* and *uuid*.
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
    // What is kept of a name is written over by the next one, which then needs no memory of its own.
    private var elements: [Element] = []
    private var symbols = Symbols.meaningful

    mutating func split(_ name: String, symbols: Symbols = .meaningful) {
        words.removeAll(keepingCapacity: true)
        small.removeAll(keepingCapacity: true)
        elements.removeAll(keepingCapacity: true)
        elements.reserveCapacity(name.utf8.count)
        self.symbols = symbols
        for scalar in name.unicodeScalars { elements.append(Element(scalar: scalar, kind: Self.kind(scalar))) }
        split()
        if words.isEmpty, symbols == .meaningful { split(name, symbols: .all) }
    }

    /// Adds a word to a text in UTF-8, in the case that the name has it in.
    func write(_ word: Word, to text: inout [UInt8]) {
        for element in elements[word.scalars] where element.kind != .ignored && element.kind != .symbol {
            text.append(contentsOf: UTF8.encode(element.scalar) ?? UTF8.encodedReplacementCharacter)
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

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar {
        case "a"..."z": return .lower
        case "A"..."Z": return .upper
        case "0"..."9": return .digit
        case "\0"..."\u{7f}": return .symbol
        default: break
        }
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

    private mutating func split() {
        var index = 0
        while index < elements.count {
            switch elements[index].kind {
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
        guard elements.indices.contains(index) else { return false }
        switch elements[index].kind {
        case .lower, .upper, .caseless, .digit, .ignored: return true
        case .symbol: return false
        }
    }

    /// Whether an apostrophe stands within a word, as in `don't`, and so divides nothing.
    private func isApostrophe(_ index: Int) -> Bool {
        symbols == .meaningful && (elements[index].scalar == "'" || elements[index].scalar == "\u{2019}")
            && isContent(index - 1) && isContent(index + 1)
    }

    /// Adds the words of the symbol at an index and returns how many scalars they stand for.
    private mutating func readSymbol(at index: Int) -> Int {
        let scalar = elements[index].scalar
        let next = index + 1 < elements.count ? elements[index + 1].scalar : nil
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
        guard elements[index].scalar == "-", isContent(index + 1) else { return false }
        return index == 0 || (!isContent(index - 1) && elements[index + 1].kind == .digit)
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
        while end < elements.count {
            let kind = elements[end].kind
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
        guard elements[index].kind == .upper else { return false }
        if elements[index - 1].kind != .upper { return true }
        guard index + 1 < chunk.upperBound, elements[index + 1].kind == .lower else { return false }
        // The `s` of `URLs` belongs to the capitals before it.
        let isPlural =
            elements[index + 1].scalar == "s" && (index + 2 == chunk.upperBound || elements[index + 2].kind != .lower)
        return !isPlural
    }

    private mutating func appendWord(_ range: Range<Int>, isFirst: Bool, isMixed: Bool) {
        let start = small.count
        var capitals = 0
        var others = 0
        for index in range {
            let element = elements[index]
            switch element.kind {
            case .ignored, .symbol: continue
            case .upper: capitals += 1
            case .lower where element.scalar != "s": others += 1
            case .lower, .caseless, .digit: break
            }
            append(element)
        }
        guard small.count > start else { return }
        words.append(
            Word(
                scalars: range, small: start..<small.count, followsDirectly: !isFirst,
                isCapitals: isMixed && capitals > 1 && others == 0))
    }

    private mutating func append(_ element: Element) {
        if element.scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: element.scalar.value)
            small.append(element.kind == .upper ? byte + Casing.toCapital : byte)
        } else {
            small.append(contentsOf: element.scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// Adds the word for the symbol at an index, which is in small letters.
    private mutating func append(_ word: String, at index: Int) {
        let start = small.count
        small.append(contentsOf: word.utf8)
        words.append(Word(scalars: index..<index, small: start..<small.count))
    }
}
