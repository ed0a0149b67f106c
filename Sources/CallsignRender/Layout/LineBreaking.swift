/// Breaks lines that are too long and hold no list, where the formatter would break them.
enum LineBreaking {
    typealias Piece = (indentation: Int, text: ArraySlice<UInt8>)

    private static let step = 4

    /// The lines that a line which is too long becomes.
    static func pieces(of text: ArraySlice<UInt8>, indentation: Int) -> [Piece] {
        if text.suffix(2).elementsEqual(" {".utf8), let end = endOfHead(text) {
            let rest = text[text.index(after: end)...].dropLast(2)
            return [(indentation, text[..<end]), (indentation + step, rest), (indentation, text.suffix(1))]
        }
        if text.starts(with: "self.".utf8), let sign = first(" = ", in: text) {
            return [(indentation, text[..<(sign + 2)]), (indentation + step, text[(sign + 3)...])]
        }
        guard let label = endOfLabel(text) else { return [(indentation, text)] }
        let value = text[text.index(after: label)...]
        return [(indentation, text[..<label])] + values(value, indentation: indentation + step)
    }

    private static func fits(_ text: ArraySlice<UInt8>, _ indentation: Int) -> Bool {
        text.withUnsafeBufferPointer { SourceLine.fits($0, indentation: indentation) }
    }

    /// A type with its default value, which goes to a line of its own where both together are too long.
    private static func values(_ text: ArraySlice<UInt8>, indentation: Int) -> [Piece] {
        guard !fits(text, indentation), let sign = first(" = ", in: text) else { return [(indentation, text)] }
        let end = sign + 2
        return [(indentation, text[..<end]), (indentation, text[(end + 1)...])]
    }

    /// Where a declaration that opens a block can be broken: before what a function returns, or behind the colon of a
    /// type.
    private static func endOfHead(_ text: ArraySlice<UInt8>) -> Int? {
        if text.first == UInt8(ascii: ")") { return first(" -> ", in: text) }
        guard let colon = first(": ", in: text) else { return nil }
        let words = text[..<colon].split(separator: UInt8(ascii: " ")).dropLast()
        guard let keyword = words.last, keyword.elementsEqual("struct".utf8) || keyword.elementsEqual("enum".utf8)
        else { return nil }
        return colon + 1
    }

    /// Where `label: value` or `let name: Type` can be broken: behind the colon.
    private static func endOfLabel(_ text: ArraySlice<UInt8>) -> Int? {
        guard let last = text.last, !"([{".utf8.contains(last), let colon = first(": ", in: text) else { return nil }
        let isLabel = text[..<colon].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: " "), 0x80...:
                true
            default: false
            }
        }
        return isLabel && colon + 2 < text.endIndex ? colon + 1 : nil
    }

    private static func first(_ pattern: String, in text: ArraySlice<UInt8>) -> Int? {
        let pattern = Array(pattern.utf8)
        return text.indices.first { text[$0...].starts(with: pattern) }
    }
}
