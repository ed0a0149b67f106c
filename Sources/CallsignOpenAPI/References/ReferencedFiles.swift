import CallsignDiagnostics

/// The files that a text seems to refer to: what follows each `$ref` up to its `#`. It is a guess, before the text is
/// understood, so that they can be read side by side: what is in a comment or an example looks the same.
enum ReferencedFiles {
    /// The relative paths of the files, in the order of the text, each once.
    static func names(in text: [UInt8]) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        text.withUnsafeBufferPointer { text in
            var position = 0
            while let found = ByteSearch.position(of: UInt8(ascii: "$"), in: text, from: position) {
                position = found + 1
                guard let name = name(in: text, after: found), seen.insert(name).inserted,
                    let reference = try? ReferenceText(name), !reference.isAddress, !reference.path.isEmpty
                else { continue }
                names.append(reference.path)
            }
        }
        return names
    }

    private static let key = Array("$ref".utf8)

    /// The file that the value of `$ref` at a place names, as it is written; nothing where it names none.
    private static func name(in text: UnsafeBufferPointer<UInt8>, after start: Int) -> String? {
        guard text[start...].starts(with: key) else { return nil }
        var position = start + key.count
        while position < text.count, isBetween(text[position]) { position += 1 }
        let first = position
        while position < text.count, !isEnd(text[position]) { position += 1 }
        return position > first ? String(decoding: text[first..<position], as: UTF8.self) : nil
    }

    /// Whether a byte may stand between the key and the text of its value.
    private static func isBetween(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "'")
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        switch byte {
        case ...0x20, UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ","), UInt8(ascii: "}"):
            true
        default: false
        }
    }
}
