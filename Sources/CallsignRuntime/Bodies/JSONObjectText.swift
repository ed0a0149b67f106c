import Foundation

/// The text of a JSON object as the runtime writes it, changed without being read and written again.
enum JSONObjectText {
    /// The object without some of its own keys. Text that isn't an object stays as it is.
    static func removing(_ keys: Set<String>, from text: Data) -> Data {
        let bytes = [UInt8](text)
        let members = members(of: bytes)
        guard members.contains(where: { keys.contains($0.key) }) else { return text }
        let kept = members.filter { !keys.contains($0.key) }.map { Data(bytes[$0.range]) }
        var result = Data("{".utf8)
        for (index, member) in kept.enumerated() {
            if index > 0 { result.append(UInt8(ascii: ",")) }
            result.append(member)
        }
        result.append(UInt8(ascii: "}"))
        return result
    }

    /// The keys of the outermost object, each with the place of its whole member.
    private static func members(of bytes: [UInt8]) -> [(key: String, range: Range<Int>)] {
        var members: [(key: String, range: Range<Int>)] = []
        var depth = 0
        var isInText = false
        var isEscaped = false
        var start = 1
        for (index, byte) in bytes.enumerated() {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0, let member = member(bytes, start..<index) { members.append(member) }
            case UInt8(ascii: ",") where depth == 1:
                if let member = member(bytes, start..<index) { members.append(member) }
                start = index + 1
            default: break
            }
        }
        return members
    }

    private static func member(_ bytes: [UInt8], _ range: Range<Int>) -> (key: String, range: Range<Int>)? {
        var end = range.lowerBound + 1
        while end < range.upperBound, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < range.upperBound,
            let key = try? JSONText.decode(String.self, from: Data(bytes[range.lowerBound...end]))
        else { return nil }
        return (key, range)
    }
}
