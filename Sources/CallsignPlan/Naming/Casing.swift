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
    private var piece: [UInt8] = []

    init(style: Style, acronyms: Acronyms) {
        self.style = style
        self.acronyms = acronyms
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
            setPiece(to: word, isFirst: index == 0)
            // 1.0 and 10 must stay different.
            if index > 0, isTooLong { return cut(isShortened: true) }
            if let last = Self.last(of: text), isDigit(last), let first = Self.first(of: piece), isDigit(first) {
                text.append(UInt8(ascii: "_"))
            }
            text += piece
        }
        piece.removeAll(keepingCapacity: true)
        return cut(isShortened: false)
    }

    /// Whether the name and the next piece of it have too many scalars. Texts never have more of them than bytes.
    private var isTooLong: Bool {
        text.count + piece.count > Self.maximumLength
            && Self.scalars(of: text) + Self.scalars(of: piece) > Self.maximumLength
    }

    private func cut(isShortened: Bool) -> (text: String, isCut: Bool) {
        let name = String(decoding: text, as: UTF8.self)
        guard name.utf8.count > Self.maximumLength, name.unicodeScalars.count > Self.maximumLength else {
            return (name, isShortened)
        }
        return (String(String.UnicodeScalarView(name.unicodeScalars.prefix(Self.maximumLength))), true)
    }

    // MARK: Words

    private mutating func setPiece(to word: WordSplitter.Word, isFirst: Bool) {
        piece.removeAll(keepingCapacity: true)
        let written = acronyms.written(splitter.small, word.small)
        if isFirst, style == .lowerCamel {
            if let written, Self.first(of: written.acronym).map(isSmall) == true {
                piece += written.acronym
                piece += splitter.small[written.rest]
            } else {
                piece += splitter.small[word.small]
            }
            return
        }
        if let written {
            piece += written.acronym
            piece += splitter.small[written.rest]
        } else if word.isCapitals {
            splitter.write(word, to: &piece)
        } else {
            piece += splitter.small[word.small]
        }
        capitalizePiece()
    }

    private mutating func capitalizePiece() {
        guard let first = Self.first(of: piece) else { return }
        switch first {
        case "a"..."z": piece[0] -= Self.toCapital
        case "\0"..."\u{7f}": break
        default:
            piece.replaceSubrange(0..<UTF8.width(first), with: Array(first.properties.titlecaseMapping.utf8))
        }
    }

    /// What lies between a small letter of ASCII and the capital one.
    static let toCapital = UInt8(ascii: "a") - UInt8(ascii: "A")

    // MARK: Scalars

    private static func scalars(of text: [UInt8]) -> Int {
        text.count(where: { !UTF8.isContinuation($0) })
    }

    private static func first(of text: [UInt8]) -> Unicode.Scalar? {
        guard let byte = text.first else { return nil }
        return byte < 0x80
            ? Unicode.Scalar(byte) : String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first
    }

    private static func last(of text: [UInt8]) -> Unicode.Scalar? {
        guard let byte = text.last else { return nil }
        return byte < 0x80
            ? Unicode.Scalar(byte) : String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType == .decimal
    }

    private func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
    }
}
