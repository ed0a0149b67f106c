/// Splits a name of the description, which may be anything at all, into the words it is made of.
///
/// `call_uuid`, `call-uuid`, `callUUID` and `CallUuid` are all *call* and *uuid*.
struct WordSplitter {
    struct Word: Equatable {
        var text: String
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

    private let scalars: [Unicode.Scalar]
    private let kinds: [Kind]
    private let symbols: Symbols
    private var words: [Word] = []

    /// The words of a name; none where it is empty.
    static func words(of name: String, symbols: Symbols = .meaningful) -> [Word] {
        var splitter = WordSplitter(name, symbols: symbols)
        splitter.split()
        return splitter.words.isEmpty && symbols == .meaningful ? words(of: name, symbols: .all) : splitter.words
    }

    private init(_ name: String, symbols: Symbols) {
        scalars = Array(name.unicodeScalars)
        kinds = scalars.map(Self.kind)
        self.symbols = symbols
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
        while index < scalars.count {
            switch kinds[index] {
            case .ignored:
                index += 1
            case .symbol:
                index += readSymbol(at: index)
            case .lower, .upper, .caseless, .digit:
                var end = index + 1
                while end < scalars.count, isContent(end) || isApostrophe(end) { end += 1 }
                splitChunk(index..<end)
                index = end
            }
        }
    }

    private func isContent(_ index: Int) -> Bool {
        guard kinds.indices.contains(index) else { return false }
        switch kinds[index] {
        case .lower, .upper, .caseless, .digit, .ignored: return true
        case .symbol: return false
        }
    }

    /// Whether an apostrophe stands within a word, as in `don't`, and so divides nothing.
    private func isApostrophe(_ index: Int) -> Bool {
        symbols == .meaningful && (scalars[index] == "'" || scalars[index] == "\u{2019}")
            && isContent(index - 1) && isContent(index + 1)
    }

    /// Adds the words of the symbol at an index and returns how many scalars they stand for.
    private mutating func readSymbol(at index: Int) -> Int {
        let scalar = scalars[index]
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        if let pair = SymbolNames.words(for: scalar, next) {
            words += pair.map { Word(text: $0) }
            return 2
        }
        if isMinus(at: index) {
            words.append(Word(text: "minus"))
        } else if symbols == .all || hasMeaning(scalar, at: index) {
            words += SymbolNames.words(for: scalar).map { Word(text: $0) }
        }
        return 1
    }

    /// A dash is a sign before a number, and at the start of a name (`-created_at` is a common way to sort).
    private func isMinus(at index: Int) -> Bool {
        guard scalars[index] == "-", isContent(index + 1) else { return false }
        return index == 0 || (!isContent(index - 1) && kinds[index + 1] == .digit)
    }

    private func hasMeaning(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        switch scalar {
        case "+", "<", ">", "=", "%", "&": true
        case "!": index == 0 && isContent(index + 1)
        default: false
        }
    }

    /// Splits letters and digits where the case changes: before `U` in `callUUID`, before `S` in `HTTPServer`.
    private mutating func splitChunk(_ chunk: Range<Int>) {
        let isMixed = chunk.contains { kinds[$0] == .lower } && chunk.contains { kinds[$0] == .upper }
        var start = chunk.lowerBound
        for index in chunk.dropFirst() where startsWord(index, in: chunk) {
            appendWord(start..<index, isFirst: start == chunk.lowerBound, isMixed: isMixed)
            start = index
        }
        appendWord(start..<chunk.upperBound, isFirst: start == chunk.lowerBound, isMixed: isMixed)
    }

    private func startsWord(_ index: Int, in chunk: Range<Int>) -> Bool {
        guard kinds[index] == .upper else { return false }
        if kinds[index - 1] != .upper { return true }
        guard index + 1 < chunk.upperBound, kinds[index + 1] == .lower else { return false }
        // The `s` of `URLs` belongs to the capitals before it.
        let isPlural = scalars[index + 1] == "s" && (index + 2 == chunk.upperBound || kinds[index + 2] != .lower)
        return !isPlural
    }

    private mutating func appendWord(_ range: Range<Int>, isFirst: Bool, isMixed: Bool) {
        var bytes: [UInt8] = []
        var capitals = 0
        var others = 0
        for index in range where kinds[index] != .ignored && kinds[index] != .symbol {
            // Bytes are put together many times as fast as a string's scalars.
            bytes.append(contentsOf: UTF8.encode(scalars[index]) ?? UTF8.encodedReplacementCharacter)
            switch kinds[index] {
            case .upper: capitals += 1
            case .lower where scalars[index] != "s": others += 1
            case .lower, .caseless, .digit, .symbol, .ignored: break
            }
        }
        guard !bytes.isEmpty else { return }
        words.append(
            Word(
                text: String(decoding: bytes, as: UTF8.self), followsDirectly: !isFirst,
                isCapitals: isMixed && capitals > 1 && others == 0))
    }
}
