/// A JSON text whose structure has been read, and whose values are read where somebody asks for them.
///
/// The structure is a flat list in the order of the text: an array is followed by its elements, an object by its keys
/// and values in turn, and each knows where what follows it begins. So a value is found without anything having been
/// allocated for it, and what nobody asks for costs no more than stepping over it.
final class JSONDocument: Sendable {
    enum Kind: UInt8, Sendable {
        case null, `true`, `false`, number, string, array, object
    }

    struct Node: Sendable {
        var kind: Kind
        /// Whether a string has escapes.
        var isEscaped = false
        /// Where the value's text lies; a string's without its quotes.
        var start: UInt32
        var end: UInt32
        /// The first node after the value and all that is in it.
        var next: UInt32
    }

    let bytes: [UInt8]
    let nodes: [Node]
    /// Told of elements of lists that can't be read; without it such an element is an error.
    let report: UnreadableElementReport?

    /// - Precondition: the nodes are those of the bytes, the first being the whole value.
    init(bytes: [UInt8], nodes: [Node], report: UnreadableElementReport? = nil) {
        self.bytes = bytes
        self.nodes = nodes
        self.report = report
    }

    /// The value of an object's key; the first one, where a key is there twice.
    func member(_ key: String, of object: Int) -> Int? {
        var key = key
        return key.withUTF8 { member($0, of: object) }
    }

    func member(_ key: StaticString, of object: Int) -> Int? {
        key.withUTF8Buffer { member($0, of: object) }
    }

    private func member(_ name: UnsafeBufferPointer<UInt8>, of object: Int) -> Int? {
        var index = object + 1
        let end = Int(nodes[object].next)
        while index < end {
            if isKey(index, name) { return index + 1 }
            index = Int(nodes[index + 1].next)
        }
        return nil
    }

    private func isKey(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[index]
        if node.isEscaped { return text(index).utf8.elementsEqual(name) }
        let start = Int(node.start)
        guard Int(node.end) - start == name.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
            return true
        }
    }

    /// The values of an array, or the keys of an object.
    func children(of container: Int) -> Children {
        Children(document: self, index: container + 1, end: Int(nodes[container].next), ofObject: isObject(container))
    }

    func isObject(_ index: Int) -> Bool { nodes[index].kind == .object }

    /// The text of a string or of a number.
    func text(_ index: Int) -> String {
        let node = nodes[index]
        return bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
            return node.isEscaped ? JSONEscapes.resolve(text) : String(decoding: text, as: UTF8.self)
        }
    }

    /// The keys and indices that lead to a value.
    func path(to target: Int) -> [FieldKey] {
        var path: [FieldKey] = []
        var container = 0
        while container != target {
            var position = 0
            var step: (key: FieldKey, value: Int)?
            for child in children(of: container) {
                let value = isObject(container) ? child + 1 : child
                if target < Int(nodes[value].next) {
                    step = (isObject(container) ? FieldKey(text(child)) : FieldKey(intValue: position), value)
                    break
                }
                position += 1
            }
            guard let step else { break }
            path.append(step.key)
            container = step.value
        }
        return path
    }

    struct Children: Sequence, IteratorProtocol {
        let document: JSONDocument
        var index: Int
        let end: Int
        let ofObject: Bool

        mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = Int(document.nodes[ofObject ? index + 1 : index].next) }
            return index
        }
    }
}

/// The escapes in JSON's strings. RFC 8259, section 7.
enum JSONEscapes {
    /// - Parameter text: what stands between the quotes, in which each backslash is followed by what it may be followed
    ///   by. Half of a surrogate pair stands for nothing, and becomes U+FFFD.
    static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: "\\"), index < text.count else {
                result.append(byte)
                continue
            }
            let escape = text[index]
            index += 1
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"): result.append(contentsOf: Array(Character(scalar(text, &index)).utf8))
            default: result.append(escape)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard let first = codeUnit(text, &index) else { return replacement }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, index + 1 < text.count, text[index] == UInt8(ascii: "\\"),
            text[index + 1] == UInt8(ascii: "u")
        else { return replacement }
        var following = index + 2
        guard let second = codeUnit(text, &following), (0xDC00...0xDFFF).contains(second) else { return replacement }
        index = following
        return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)) ?? replacement
    }

    private static func codeUnit(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt16? {
        guard index + 4 <= text.count else { return nil }
        var value: UInt16 = 0
        for position in index..<index + 4 {
            guard let digit = hexadecimal(text[position]) else { return nil }
            value = value << 4 | digit
        }
        index += 4
        return value
    }

    static func hexadecimal(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
