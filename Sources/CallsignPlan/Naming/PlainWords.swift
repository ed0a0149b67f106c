/// The words of a name as most are written, `from_number`: small letters and digits, divided by single low lines.
///
/// They are what `WordSplitter` finds in such a name and what `Casing` makes of it, without the search for changes of
/// case, symbols and characters beyond ASCII that other names need: naming took a tenth of planning.
enum PlainWords {
    /// The name in Swift's casing; nothing where the name is of another kind, or a digit meets a digit.
    static func cased(_ name: String, _ casing: Casing) -> String? {
        let bytes = name.utf8
        guard let first = bytes.first, isLetter(first), bytes.count <= Casing.maximumLength else { return nil }
        var text = ""
        text.reserveCapacity(bytes.count)
        var start = bytes.startIndex
        while true {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "_")) ?? bytes.endIndex
            // A word that begins with a digit may need to be told from the one before.
            guard start < end, isLetter(bytes[start]), bytes[start..<end].allSatisfy(isContent) else { return nil }
            let word = String(name[start..<end])
            text +=
                start == bytes.startIndex && casing.style == .lowerCamel
                ? casing.lowered(small: word) : casing.capitalized(small: word)
            guard end < bytes.endIndex else { return text }
            start = bytes.index(after: end)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

    private static func isContent(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
