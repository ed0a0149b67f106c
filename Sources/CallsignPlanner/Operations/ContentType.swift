import CallsignOpenAPI
import CallsignPlan

/// What a content type means for coding, and which of several to choose.
struct ContentType {
    enum Kind: Int {
        case json, form, multipart, text, binary
    }

    /// Without parameters, in small letters.
    let essence: String
    /// What tells it from other types: the essence, and parameters beside the one for the alphabet.
    let range: String

    /// What most bodies are, and what needn't be looked into.
    private static let json = "application/json"

    init(_ written: String) {
        // Most are written as plainly as that, and there is one for every response.
        if written == Self.json || written.utf8.allSatisfy(Self.isPlain) {
            essence = written
            range = written
            return
        }
        let end = written.firstIndex(of: ";") ?? written.endIndex
        essence = written[..<end].lowercased().filter { !$0.isWhitespace }
        let parameters = written[end...].split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        range = ([essence] + parameters.filter { !$0.lowercased().hasPrefix("charset=") }).joined(separator: ";")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "*"):
            true
        default: false
        }
    }

    /// How a body of this type arrives bit by bit; nothing where it is one value.
    var streamFormat: ResponseValuePlan.Format? {
        if essence == Self.json { return nil }
        return switch essence {
        case "text/event-stream": .events
        case "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines",
            "application/ndjson", "application/x-ndjson", "application/json-lines", "application/stream+json":
            .lines
        case "application/json-seq": .records
        default: essence.hasSuffix("+json-seq") ? .records : nil
        }
    }

    var kind: Kind {
        if essence == Self.json { return .json }
        if streamFormat != nil { return .text }
        if essence.hasSuffix("+json") { return .json }
        switch essence {
        case "application/json", "text/json", "text/x-json", "application/x-json": return .json
        case "application/x-www-form-urlencoded": return .form
        default:
            if essence.hasPrefix("multipart/") { return .multipart }
            return essence.hasPrefix("text/") ? .text : .binary
        }
    }

    /// Whether it stands for several, such as `image/*`.
    var isRange: Bool { essence.utf8.contains(UInt8(ascii: "*")) }

    /// Whether it is data in another notation than JSON, and so no file to be downloaded.
    var isNotation: Bool {
        switch essence {
        case "application/xml", "application/yaml", "application/x-yaml", "application/cbor", "application/msgpack":
            true
        default: essence.hasSuffix("+xml") || essence.hasSuffix("+yaml") || essence.hasSuffix("+cbor")
        }
    }

    /// Whether bodies of it are bytes that may be many.
    var isDownload: Bool { (kind == .binary || kind == .multipart) && !isNotation }

    /// What a described content type means for coding: where any type may come, the schema says more than the range.
    static func kind(of media: MediaType, in document: ResolvedDocument) -> Kind {
        let type = ContentType(media.contentType)
        guard type.essence == "*/*" || type.essence == "application/*", let schema = media.schema else {
            return type.kind
        }
        let reader = SchemaReader(document: document)
        var current = schema
        for _ in 0..<32 {
            switch reader.shape(of: current) {
            case .same(let target): current = target
            case .scalar(let scalar): return scalar.types == [.string] ? .binary : .json
            case .any: return .binary
            default: return .json
            }
        }
        return .binary
    }

    /// The entries of a body that are worth a method each: the one that the client prefers, and the first of each
    /// further kind that takes something else.
    static func choices(_ content: [MediaType], in document: ResolvedDocument) -> [MediaType] {
        guard let first = preferred(content) else { return [] }
        if content.count == 1 { return [first] }
        var choices = [first]
        var words: Set<String> = [word(of: first, in: document)]
        for media in content {
            let type = ContentType(media.contentType)
            let word = word(of: media, in: document)
            guard !words.contains(word), !type.isNotation, type.essence != "text/xml" else { continue }
            let isAnother =
                media.schema.map { target(of: $0, in: document) } != first.schema.map { target(of: $0, in: document) }
            guard isAnother || type.kind == .multipart && hasFiles(media, in: document) else { continue }
            words.insert(word)
            choices.append(media)
        }
        return choices
    }

    static func target(of id: SchemaID, in document: ResolvedDocument) -> SchemaID {
        var current = id
        for _ in 0..<32 {
            guard case .same(let target) = SchemaReader(document: document).shape(of: current) else { break }
            current = target
        }
        return current
    }

    /// Whether a form has a part that is a file, which no other kind of body can hold as well.
    private static func hasFiles(_ media: MediaType, in document: ResolvedDocument) -> Bool {
        guard let schema = media.schema else { return false }
        let reader = SchemaReader(document: document)
        guard case .object(let object) = reader.shape(of: target(of: schema, in: document)) else { return false }
        let contentTypes = BodyEncodings(document: document).contentTypes(of: media)
        return object.properties.contains { property in
            PartFiles(
                reader: reader, formats: FormatTable(overrides: [:]), contentType: contentTypes[property.name]
            ).areHeld(by: property.schema)
        }
    }

    /// The words that tell a method with this kind of body from the one with the body that the client prefers.
    static func word(of media: MediaType, in document: ResolvedDocument) -> String {
        let type = ContentType(media.contentType)
        switch kind(of: media, in: document) {
        case .json:
            // Such as `merge-patch` and `json-patch`, which take something different.
            let subtype = type.essence.split(separator: "/").last ?? "json"
            return subtype.hasSuffix("+json") ? String(subtype.dropLast(5)) : "json"
        case .form: return "form"
        case .multipart: return "multipart"
        case .text: return "text"
        case .binary: return "data"
        }
    }

    /// The entry that the client uses: JSON before forms before text before anything else, the first of each.
    static func preferred(_ content: [MediaType]) -> MediaType? {
        if content.count < 2 { return content.first }
        let ranks = content.map(rank)
        return content.indices.min { (ranks[$0], $0) < (ranks[$1], $1) }.map { content[$0] }
    }

    private static func rank(_ media: MediaType) -> Int {
        let type = ContentType(media.contentType)
        // A wildcard with a schema of an object is JSON in all but name.
        if type.essence == "*/*" { return Kind.binary.rawValue + 1 }
        // Parts of other bodies than forms are for those who have to have them.
        let isForm = type.kind != .multipart || type.essence == "multipart/form-data"
        return isForm ? type.kind.rawValue : Kind.binary.rawValue
    }
}
