/// A part of a form that the description doesn't name: the caller puts such parts together.
public struct MultipartPart: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case text(String)
        case json(JSONValue)
        case file(MultipartFile)
    }

    public var name: String
    public var content: Content
    /// Such as `application/sdp`; nothing where the content says enough. A file has its own.
    public var contentType: String?

    public init(name: String, content: Content, contentType: String? = nil) {
        self.name = name
        self.content = content
        self.contentType = contentType
    }

    /// A field of text.
    public static func text(_ name: String, _ text: String, contentType: String? = nil) -> MultipartPart {
        MultipartPart(name: name, content: .text(text), contentType: contentType)
    }

    /// A field of JSON text.
    public static func json(_ name: String, _ value: JSONValue, contentType: String? = nil) -> MultipartPart {
        MultipartPart(name: name, content: .json(value), contentType: contentType)
    }

    public static func file(_ name: String, _ file: MultipartFile) -> MultipartPart {
        MultipartPart(name: name, content: .file(file))
    }
}

extension Array: MultipartEncodable where Element == MultipartPart {
    public func encode(to form: inout MultipartForm) { form.add(self) }
}

extension MultipartForm {
    /// Parts with names of their own.
    public mutating func add(_ parts: [MultipartPart]?) {
        for part in parts ?? [] {
            switch part.content {
            case .text(let text): addText(part.name, text, contentType: part.contentType)
            case .json(let value): addJSON(part.name, value, contentType: part.contentType)
            case .file(let file): addFile(part.name, file)
            }
        }
    }
}
