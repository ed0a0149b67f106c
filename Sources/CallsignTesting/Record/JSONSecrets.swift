/// Takes secrets out of JSON text, and leaves all else as it is written.
enum JSONSecrets {
    /// - Parameter names: the keys whose values are secret, in lower case. A value that is an object or an array is
    ///   looked into; any other is replaced.
    static func redacted(_ text: String, names: Set<String>) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        var isSecret = false
        while index < bytes.count {
            let end = tokenEnd(bytes, index)
            let token = bytes[index..<end]
            index = end
            let isString = token.first == UInt8(ascii: "\"")
            if isString, nextToken(bytes, end) == UInt8(ascii: ":") {
                isSecret = names.contains(String(decoding: token.dropFirst().dropLast(), as: UTF8.self).lowercased())
                output += token
            } else if isSecret, isString || isScalar(token) {
                output += "\"\(Redaction.mark)\"".utf8
                isSecret = false
            } else {
                if token.first.map({ "{[,}]".utf8.contains($0) }) == true { isSecret = false }
                output += token
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Where the token that begins at `start` ends: a string, a run of what numbers and words are made of, or one byte.
    private static func tokenEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start + 1
        if bytes[start] == UInt8(ascii: "\"") {
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            return min(index + 1, bytes.count)
        }
        guard isWord(bytes[start]) else { return index }
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        return index
    }

    private static func nextToken(_ bytes: [UInt8], _ start: Int) -> UInt8? {
        bytes[start...].first { !" \t\r\n".utf8.contains($0) }
    }

    private static func isScalar(_ token: ArraySlice<UInt8>) -> Bool { token.first.map(isWord) == true }

    private static func isWord(_ byte: UInt8) -> Bool { !" \t\r\n\"{}[],:".utf8.contains(byte) }
}
