/// The text of a `$ref`, taken apart: a file, and a place in it.
struct ReferenceText {
    enum Fragment: Equatable {
        case wholeFile
        /// The tokens of a JSON pointer.
        case pointer([String])
        /// A name that `$anchor` gives (JSON Schema Core 2020-12, section 8.2.2).
        case anchor(String)
    }

    enum Problem: Error, Equatable {
        case empty
        case malformedEscape
        case malformedPointer
    }

    /// What stands before `#`, as it is written; empty for a place in the same file.
    let resource: Substring
    /// The relative path of the file, its escapes undone.
    let path: String
    let fragment: Fragment

    init(_ text: String) throws(Problem) {
        guard !text.isEmpty else { throw .empty }
        let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
        resource = text[..<hash]
        guard let path = PercentEncoding.decoded(resource),
            let decoded = PercentEncoding.decoded(text[hash...].dropFirst())
        else { throw .malformedEscape }
        self.path = path
        if decoded.isEmpty {
            fragment = .wholeFile
        } else if decoded.utf8.first == UInt8(ascii: "/") {
            guard let tokens = JSONPointer.tokens(of: decoded) else { throw .malformedPointer }
            fragment = .pointer(tokens)
        } else {
            fragment = .anchor(decoded)
        }
    }

    /// Whether the reference names a host or a scheme, rather than a file beside this one.
    var isAddress: Bool {
        if resource.utf8.starts(with: "//".utf8) { return true }
        guard let colon = resource.utf8.firstIndex(of: UInt8(ascii: ":")), colon != resource.startIndex else {
            return false
        }
        return resource.utf8[..<colon].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }
}
