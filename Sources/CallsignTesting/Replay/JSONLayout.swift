/// Lays out JSON text over lines without reading it: names, order and the spelling of numbers stay.
enum JSONLayout {
    /// - Returns: the text with two spaces a level; the very same text where it is no JSON.
    static func indented(_ text: String) -> String {
        var output = JSONOutput()
        var isInString = false
        var isEscaped = false
        for byte in text.utf8 {
            if isInString {
                output.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isInString = true
                output.append(byte)
            case UInt8(ascii: "{"), UInt8(ascii: "["): output.open(byte)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): output.close(byte)
            case UInt8(ascii: ","):
                output.append(byte)
                output.breakLine()
            case UInt8(ascii: ":"): output.append(contentsOf: ": ")
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): break
            default: output.append(byte)
            }
        }
        return output.text ?? text
    }
}

private struct JSONOutput {
    private var bytes: [UInt8] = []
    private var depth = 0
    /// Whether the last bracket opened, and nothing came since.
    private var isFresh = false
    private var isBroken = false

    var text: String? { isBroken || depth != 0 ? nil : String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ byte: UInt8) {
        if isFresh { breakLine() }
        bytes.append(byte)
    }

    mutating func append(contentsOf text: String) {
        bytes += text.utf8
    }

    mutating func open(_ byte: UInt8) {
        append(byte)
        depth += 1
        isFresh = true
    }

    mutating func close(_ byte: UInt8) {
        depth -= 1
        if depth < 0 {
            isBroken = true
            depth = 0
        }
        if isFresh { isFresh = false } else { breakLine() }
        bytes.append(byte)
    }

    mutating func breakLine() {
        isFresh = false
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<min(depth, 100) { bytes += [UInt8(ascii: " "), UInt8(ascii: " ")] }
    }
}
