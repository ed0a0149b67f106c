import CallsignOpenAPI
import CallsignPlan

/// What a content type means for coding, and which of several to choose.
struct ContentType {
    enum Kind: Int {
        case json, form, multipart, text, binary
    }

    /// Without parameters, in small letters.
    let essence: String

    init(_ written: String) {
        // Most are written as plainly as that, and there is one for every response.
        if written.utf8.allSatisfy(Self.isPlain) {
            essence = written
            return
        }
        let end = written.firstIndex(of: ";") ?? written.endIndex
        essence = written[..<end].lowercased().filter { !$0.isWhitespace }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "*"):
            true
        default: false
        }
    }

    var kind: Kind {
        if essence == "application/json" || essence.hasSuffix("+json") { return .json }
        switch essence {
        case "application/x-www-form-urlencoded": return .form
        case "multipart/form-data": return .multipart
        default: return essence.hasPrefix("text/") && essence != "text/event-stream" ? .text : .binary
        }
    }

    /// The entry that the client uses: JSON before forms before text before anything else, the first of each.
    static func preferred(_ content: [MediaType]) -> MediaType? {
        content.enumerated().min { left, right in
            let first = (rank(left.element), left.offset)
            let second = (rank(right.element), right.offset)
            return first < second
        }?.element
    }

    private static func rank(_ media: MediaType) -> Int {
        let type = ContentType(media.contentType)
        // A wildcard with a schema of an object is JSON in all but name.
        return type.essence == "*/*" ? Kind.binary.rawValue + 1 : type.kind.rawValue
    }
}
