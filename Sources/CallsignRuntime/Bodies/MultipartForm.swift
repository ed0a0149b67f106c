import Foundation

/// A request that is sent as `multipart/form-data`. Generated requests with files conform to it.
public protocol MultipartEncodable: Sendable {
    func encode(to form: inout MultipartForm)
}

/// A value that is sent as a part of a form, or as several of one name. Generated enumerations of what a part can be conform
/// to it.
public protocol MultipartPartEncodable: Sendable {
    func encode(to form: inout MultipartForm, as name: StaticString)
}

/// The parts of a `multipart/form-data` body (RFC 7578), in order.
public struct MultipartForm: Sendable {
    struct Part: Sendable, Equatable {
        var head: String
        var content: RequestBody
        /// In place of the content where parts are only compared.
        var file: MultipartFile?
    }

    private(set) var parts: [Part] = []
    private let isCompared: Bool
    /// The content types of parts that the description names, by the parts' names.
    private let contentTypes: [String: String]
    var problems: [String] = []

    /// - Parameter isCompared: whether parts are only compared; then no file is opened.
    init(contentTypes: [String: String] = [:], isCompared: Bool = false) {
        self.contentTypes = contentTypes
        self.isCompared = isCompared
    }

    /// A field of text; a list is a field for each element, an object is refused.
    public mutating func field<Value: ParameterConvertible>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        add(name.description, value.parameterValue)
    }

    /// A field of text in a form of its own.
    public mutating func field<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        guard let value else { return }
        add(name.description, coding.write(value).parameterValue)
    }

    /// A field of any JSON: a text, number or Boolean as it is, an object as JSON text, and a list as a field for each
    /// element.
    public mutating func field(_ name: StaticString, _ value: JSONValue?) {
        switch value {
        case .array(let values)?: for value in values { field(name, value) }
        case .object?: json(name, value)
        case let value?: add(name.description, value.parameterValue)
        case nil: return
        }
    }

    /// A field of JSON text.
    public mutating func json<Value: Encodable>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        do {
            append(
                name.description, nil, contentTypes[name.description] ?? "application/json",
                RequestBody(try JSONText.encode(value)))
        } catch {
            problems.append("part \"\(name)\" of the body can't be encoded: \(EncodingProblem.text(error))")
        }
    }

    /// A field of JSON text in a form of its own.
    public mutating func json<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        json(name, value.map(coding.write))
    }

    /// A field of JSON text for each element.
    public mutating func jsonList<Value: Encodable>(_ name: StaticString, _ values: [Value]?) {
        for value in values ?? [] { json(name, value) }
    }

    /// A field of JSON text in a form of its own for each element.
    public mutating func jsonList<Value>(_ name: StaticString, _ values: [Value]?, by coding: FieldCoding<Value>) {
        for value in values ?? [] { json(name, coding.write(value)) }
    }

    /// A part that is one of several kinds.
    public mutating func part<Value: MultipartPartEncodable>(_ name: StaticString, _ value: Value?) {
        value?.encode(to: &self, as: name)
    }

    /// Parts that are each one of several kinds.
    public mutating func parts<Value: MultipartPartEncodable>(_ name: StaticString, _ values: [Value]?) {
        for value in values ?? [] { value.encode(to: &self, as: name) }
    }

    public mutating func file(_ name: StaticString, _ file: MultipartFile?) {
        if let file { add(name.description, file) }
    }

    private mutating func add(_ name: String, _ file: MultipartFile) {
        if isCompared {
            parts.append(Part(head: name, content: RequestBody(), file: file))
            return
        }
        do {
            let isUnknown = file.contentType == MultipartFile.unknownType
            try append(
                name, file.filename, isUnknown ? contentTypes[name] ?? file.contentType : file.contentType,
                file.content.body(), file.headers)
        } catch {
            problems.append("part \"\(name)\" of the body: \(error.reason)")
        }
    }

    /// Several files under one name; where the name has `[i]`, each under its own, with its index for the `i`.
    public mutating func files(_ name: StaticString, _ files: [MultipartFile]?) {
        for (index, file) in (files ?? []).enumerated() {
            add(name.description.replacingOccurrences(of: "[i]", with: "[\(index)]"), file)
        }
    }

    /// A field of text whose name is made at run time.
    mutating func add(_ name: String, _ value: ParameterValue) {
        switch value {
        case .absent: return
        case .primitive(let text): append(name, nil, contentTypes[name], RequestBody(Data(text.utf8)))
        case .array(let values): for value in values { add(name, value) }
        case .object: problems.append("part \"\(name)\" of the body is an object, which a text field can't hold")
        }
    }

    private mutating func append(
        _ name: String, _ filename: String?, _ contentType: String?, _ content: RequestBody,
        _ headers: [String: String] = [:]
    ) {
        var head = "Content-Disposition: form-data; name=\"\(MultipartForm.escaped(name))\""
        if let filename { head += "; filename=\"\(MultipartForm.escaped(filename))\"" }
        if let contentType {
            guard (try? HeaderSafety.field("Content-Type", contentType)) != nil else {
                problems.append("part \"\(name)\" of the body has a content type with a control character")
                return
            }
            head += "\r\nContent-Type: \(contentType)"
        }
        for (header, value) in headers.sorted(by: { $0.key < $1.key }) {
            do {
                let field = try HeaderSafety.field(header, value)
                head += "\r\n\(field.name.rawName): \(field.value)"
            } catch {
                problems.append("part \"\(name)\" of the body: header \"\(header)\" \(error.reason)")
            }
        }
        parts.append(Part(head: head, content: content))
    }

    /// As the HTML standard escapes names of form data.
    private static func escaped(_ text: String) -> String {
        String(
            decoding: text.utf8.flatMap { byte -> [UInt8] in
                switch byte {
                case 13: Array("%0D".utf8)
                case 10: Array("%0A".utf8)
                case UInt8(ascii: "\""): Array("%22".utf8)
                default: [byte]
                }
            }, as: UTF8.self)
    }

    /// The body, and the content type that names its boundary.
    ///
    /// The boundary follows from the parts, so that equal requests are equal bytes, and is none of their text.
    ///
    /// - Throws: where a file can't be read.
    func encode() throws -> (body: RequestBody, contentType: String) {
        var number = 0
        while try parts.contains(where: { try $0.content.contains(Data("--callsign-part-\(number)".utf8)) }) {
            number += 1
        }
        let boundary = "callsign-part-\(number)"
        var body = RequestBody()
        for part in parts {
            body.append(Data("--\(boundary)\r\n\(part.head)\r\n\r\n".utf8))
            for segment in part.content.segments { body.append(segment) }
            body.append(Data("\r\n".utf8))
        }
        body.append(Data("--\(boundary)--\r\n".utf8))
        return (body, "multipart/form-data; boundary=\(boundary)")
    }
}

extension RequestBody {
    /// Whether the bytes stand anywhere in the body, over the edges of its pieces too.
    fileprivate func contains(_ bytes: Data) throws -> Bool {
        var isFound = false
        var tail = Data()
        try forEachChunk { chunk in
            if isFound { return }
            tail.append(chunk)
            isFound = tail.range(of: bytes) != nil
            tail = Data(tail.suffix(bytes.count - 1))
        }
        return isFound
    }
}
