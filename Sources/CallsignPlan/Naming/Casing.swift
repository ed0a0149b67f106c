/// Puts words together as Swift's API Design Guidelines write names: `callUUID`, `CallUUIDList`, `urlOfAnswer`.
///
/// One of these makes the names of a whole scope, in the same memory: a name by itself would take some dozen pieces.
struct Casing {
    enum Style { case lowerCamel, upperCamel }

    /// Names are cut before the word that would pass this many scalars: some enumerations hold whole sentences. A
    /// declaration of such a name still fits on a line.
    static let maximumLength = 72

    let style: Style
    let acronyms: Acronyms
    private var splitter = WordSplitter()
    /// The text that is split and the name that is made of it, in UTF-8.
    var source: [UInt8] = []
    var text: [UInt8] = []

    init(style: Style, acronyms: Acronyms) {
        self.style = style
        self.acronyms = acronyms
        source.reserveCapacity(Self.maximumLength)
        text.reserveCapacity(Self.maximumLength)
    }

    /// The name that the words of a text make, or an empty text where it has none. It may begin with a digit.
    mutating func name(_ words: String, symbols: WordSplitter.Symbols) -> (text: String, isCut: Bool) {
        if symbols == .meaningful, let name = plainName(words) { return (name, false) }
        return splitName(words, symbols: symbols)
    }

    /// The same of words of any kind.
    mutating func splitName(_ words: String, symbols: WordSplitter.Symbols) -> (text: String, isCut: Bool) {
        splitter.split(words, symbols: symbols)
        splitter.join(acronyms)
        text.removeAll(keepingCapacity: true)
        for (index, word) in splitter.words.enumerated() {
            let start = text.count
            append(word, isFirst: index == 0)
            if index > 0, isTooLong {
                text.removeSubrange(start...)
                return cut(isShortened: true)
            }
            // 1.0 and 10 must stay different.
            if isDigit(before: start), isDigit(at: start) {
                text.insert(UInt8(ascii: "_"), at: start)
            }
        }
        return cut(isShortened: false)
    }

    /// Whether the name has too many scalars. Texts never have more of them than bytes.
    private var isTooLong: Bool {
        text.count > Self.maximumLength && text.count(where: { !UTF8.isContinuation($0) }) > Self.maximumLength
    }

    private func cut(isShortened: Bool) -> (text: String, isCut: Bool) {
        let name = String(decoding: text, as: UTF8.self)
        guard isTooLong else { return (name, isShortened) }
        return (String(String.UnicodeScalarView(name.unicodeScalars.prefix(Self.maximumLength))), true)
    }

    // MARK: Words

    private mutating func append(_ word: WordSplitter.Word, isFirst: Bool) {
        let start = text.count
        let written = acronyms.written(splitter.small, word.small)
        if isFirst, style == .lowerCamel {
            if let written, Self.first(of: written.acronym[...]).map(isSmall) == true {
                text += written.acronym
                text += splitter.small[written.rest]
            } else {
                text += splitter.small[word.small]
            }
            return
        }
        if let written {
            text += written.acronym
            text += splitter.small[written.rest]
        } else if word.isCapitals {
            splitter.write(word, to: &text)
        } else {
            text += splitter.small[word.small]
        }
        capitalize(at: start)
    }

    private mutating func capitalize(at start: Int) {
        guard let first = Self.first(of: text[start...]) else { return }
        switch first {
        case "a"..."z": text[start] -= Self.toCapital
        case "\0"..."\u{7f}": break
        default:
            text.replaceSubrange(
                start..<start + UTF8.width(first), with: Array(first.properties.titlecaseMapping.utf8))
        }
    }

    /// What lies between a small letter of ASCII and the capital one.
    static let toCapital = UInt8(ascii: "a") - UInt8(ascii: "A")

    // MARK: Scalars

    private static func first(of text: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let byte = text.first else { return nil }
        return byte < 0x80
            ? Unicode.Scalar(byte) : String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first
    }

    private func isDigit(at position: Int) -> Bool {
        Self.first(of: text[position...]).map(isDigit) ?? false
    }

    private func isDigit(before position: Int) -> Bool {
        guard position > 0 else { return false }
        let byte = text[position - 1]
        if byte < 0x80 { return isDigit(Unicode.Scalar(byte)) }
        let end = String(decoding: text[..<position].suffix(4), as: UTF8.self)
        return end.unicodeScalars.last.map(isDigit) ?? false
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType == .decimal
    }

    private func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
    }
}
