/// Puts words together as Swift's API Design Guidelines write names: `callUUID`, `CallUUIDList`, `urlOfAnswer`.
struct Casing {
    enum Style { case lowerCamel, upperCamel }

    /// Names are cut before the word that would pass this many scalars: some enumerations hold whole sentences. A
    /// declaration of such a name still fits on a line.
    static let maximumLength = 72

    let style: Style
    let acronyms: Acronyms

    /// The name that the words make, or an empty text for no words. It may begin with a digit.
    func name(_ words: [WordSplitter.Word]) -> (text: String, isCut: Bool) {
        var text = ""
        for (index, word) in joined(words).enumerated() {
            let piece = index == 0 && style == .lowerCamel ? lowered(word) : capitalized(word)
            // 1.0 and 10 must stay different.
            if index > 0, isTooLong(text, piece) { return cut(text, isShortened: true) }
            if let last = text.unicodeScalars.last, isDigit(last), let first = piece.unicodeScalars.first,
                isDigit(first)
            {
                text += "_"
            }
            text += piece
        }
        return cut(text, isShortened: false)
    }

    /// Texts never have more scalars than bytes, and how many bytes they have is known without counting.
    private func isTooLong(_ text: String, _ piece: String) -> Bool {
        text.utf8.count + piece.utf8.count > Self.maximumLength
            && text.unicodeScalars.count + piece.unicodeScalars.count > Self.maximumLength
    }

    private func cut(_ text: String, isShortened: Bool) -> (text: String, isCut: Bool) {
        guard isTooLong(text, "") else { return (text, isShortened) }
        return (String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.maximumLength))), true)
    }

    /// Puts those words together again that a change of case divided but that are one acronym: `O`, `Auth`.
    private func joined(_ words: [WordSplitter.Word]) -> [WordSplitter.Word] {
        var result: [WordSplitter.Word] = []
        for word in words {
            if word.followsDirectly, let last = result.last,
                acronyms.written((last.text + word.text).lowercased()) != nil,
                acronyms.written(last.text.lowercased()) == nil || acronyms.written(word.text.lowercased()) == nil
            {
                result[result.count - 1].text += word.text
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// The first word of a name that begins with a small letter.
    private func lowered(_ word: WordSplitter.Word) -> String {
        lowered(small: word.text.lowercased())
    }

    func lowered(small: String) -> String {
        if let written = acronyms.written(small), let first = written.unicodeScalars.first, isSmall(first) {
            return written
        }
        return small
    }

    private func capitalized(_ word: WordSplitter.Word) -> String {
        let small = word.text.lowercased()
        return beginningCapital(acronyms.written(small) ?? (word.isCapitals ? word.text : small))
    }

    func capitalized(small: String) -> String {
        beginningCapital(acronyms.written(small) ?? small)
    }

    private func beginningCapital(_ written: String) -> String {
        guard let first = written.unicodeScalars.first else { return written }
        switch first {
        case "a"..."z":
            var bytes = Array(written.utf8)
            bytes[0] -= UInt8(ascii: "a") - UInt8(ascii: "A")
            return String(decoding: bytes, as: UTF8.self)
        case "\0"..."\u{7f}": return written
        default: break
        }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: first.properties.titlecaseMapping.unicodeScalars)
        scalars.append(contentsOf: written.unicodeScalars.dropFirst())
        return String(scalars)
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType == .decimal
    }

    private func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
    }
}
