// The words of a name as most are written, `from_number`: small letters and digits, divided by single low lines.
//
// They are what `WordSplitter` finds in such a name, without the search for changes of case, symbols and characters
// beyond ASCII that other names need: naming took a tenth of planning.

extension Casing {
    /// The name in Swift's casing; nothing where the name is of another kind, or a digit meets a digit.
    mutating func plainName(_ name: String) -> String? {
        guard let first = name.utf8.first, Self.isLetter(first), name.utf8.count <= Self.maximumLength else {
            return nil
        }
        source.removeAll(keepingCapacity: true)
        source.append(contentsOf: name.utf8)
        text.removeAll(keepingCapacity: true)
        var start = 0
        for index in source.indices {
            let byte = source[index]
            if byte == UInt8(ascii: "_") {
                guard appendPlain(start..<index) else { return nil }
                start = index + 1
            } else if !Self.isContent(byte) {
                return nil
            }
        }
        guard appendPlain(start..<source.count) else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether a text is made of letters and digits of ASCII, and begins with a letter.
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first | 0x20) else { return false }
        return text.utf8.allSatisfy { isContent($0) || isLetter($0 | 0x20) }
    }

    /// Adds a word. One that begins with a digit may need to be told from the one before, so it isn't plain.
    private mutating func appendPlain(_ word: Range<Int>) -> Bool {
        guard !word.isEmpty, Self.isLetter(source[word.lowerBound]) else { return false }
        let start = text.count
        let isLowered = start == 0 && style == .lowerCamel
        if let written = acronyms.written(source, word), !isLowered || written.acronym.first.map(Self.isLetter) == true
        {
            text += written.acronym
            text += source[written.rest]
        } else {
            text += source[word]
        }
        if !isLowered, Self.isLetter(text[start]) { text[start] -= Self.toCapital }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

    private static func isContent(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
