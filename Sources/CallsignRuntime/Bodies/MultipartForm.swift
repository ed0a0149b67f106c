import Foundation

/// A request that is sent as parts of a `multipart` body. Generated requests with files conform to it.
public protocol MultipartEncodable: Sendable {
    func encode(to form: inout MultipartForm)
}

/// A value that is sent as a part of a form, or as several of one name. Generated enumerations of what a part can be
/// conform to it.
public protocol MultipartPartEncodable: Sendable {
    func encode(to form: inout MultipartForm, as name: StaticString)
}

/// The parts of a `multipart` body, in order: with names in `multipart/form-data` (RFC 7578), without them in others
/// (RFC 2046).
public struct MultipartForm: Sendable {
    struct Part: Sendable, Equatable {
        /// Its headers, each a line with its end.
        var head: String
        var content: RequestBody
        /// In place of the content where parts are only compared.
        var file: MultipartFile?
    }

    private(set) var parts: [Part] = []
    private let isCompared: Bool
    /// How parts are written where the usual doesn't do: by their names or, of parts without names, by their positions.
    private let encodings: [String: BodyEncoding]
    /// Whether parts have names; otherwise they are told apart by their order.
    private let isNamed: Bool
    var problems: [String] = []

    /// - Parameter isCompared: whether parts are only compared; then no file is opened.
    init(encodings: [String: BodyEncoding] = [:], isNamed: Bool = true, isCompared: Bool = false) {
        self.encodings = encodings
        self.isNamed = isNamed
        self.isCompared = isCompared
    }

    /// The key of the encoding of parts without names, beyond those that have one by their position.
    private static let otherParts = "others"

    /// How the next part is written.
    func encoding(of name: String) -> BodyEncoding? {
        if isNamed || name != Self.otherParts { return encodings[name] }
        return encodings[String(parts.count)] ?? encodings[name]
    }

    // MARK: Parts

    mutating func addText(_ name: String, _ text: String, contentType: String? = nil) {
        // Without a type, a part is text in ASCII (RFC 2046, section 5.1); in forms nobody reads it as that.
        let usual = isNamed ? nil : "text/plain; charset=utf-8"
        append(
            name, nil, contentType ?? encoding(of: name)?.contentType ?? usual, RequestBody(Data(text.utf8)))
    }

    mutating func addJSON(_ name: String, _ value: some Encodable, contentType: String? = nil) {
        do {
            let text = try JSONText.encode(value)
            let type = contentType ?? encoding(of: name)?.contentType ?? "application/json"
            append(name, nil, type, RequestBody(text))
        } catch {
            problems.append("part \"\(name)\" of the body can't be encoded: \(EncodingProblem.text(error))")
        }
    }

    mutating func addFile(_ name: String, _ file: MultipartFile) {
        if isCompared {
            parts.append(Part(head: name, content: RequestBody(), file: file))
            return
        }
        let isUnknown = file.contentType == MultipartFile.unknownType
        let type = isUnknown ? encoding(of: name)?.contentType ?? file.contentType : file.contentType
        do {
            try append(name, file.filename, type, file.content.body(), file.headers)
        } catch {
            problems.append("part \"\(name)\" of the body: \(error.reason)")
        }
    }

    private mutating func append(
        _ name: String, _ filename: String?, _ contentType: String?, _ content: RequestBody,
        _ headers: [String: String] = [:]
    ) {
        var head = ""
        if isNamed {
            head += "Content-Disposition: form-data; name=\"\(MultipartForm.escaped(name))\""
            if let filename { head += "; filename=\"\(MultipartForm.escaped(filename))\"" }
            head += "\r\n"
        } else if let filename {
            head += "Content-Disposition: attachment; filename=\"\(MultipartForm.escaped(filename))\"\r\n"
        }
        if let contentType {
            guard (try? HeaderSafety.field("Content-Type", contentType)) != nil else {
                problems.append("part \"\(name)\" of the body has a content type with a control character")
                return
            }
            head += "Content-Type: \(contentType)\r\n"
        }
        for (header, value) in headers.sorted(by: { $0.key < $1.key }) {
            do {
                let field = try HeaderSafety.field(header, value)
                head += "\(field.name.rawName): \(field.value)\r\n"
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

    // MARK: The body

    /// The body, and the content type that names its boundary.
    ///
    /// The boundary follows from the parts, so that equal requests are equal bytes, and is none of their text.
    ///
    /// - Throws: where a file can't be read.
    func encode(as contentType: String) throws -> (body: RequestBody, contentType: String) {
        var number = 0
        while try parts.contains(where: { try $0.content.contains(Data("--callsign-part-\(number)".utf8)) }) {
            number += 1
        }
        let boundary = "callsign-part-\(number)"
        var body = RequestBody()
        for part in parts {
            body.append(Data("--\(boundary)\r\n\(part.head)\r\n".utf8))
            for segment in part.content.segments { body.append(segment) }
            body.append(Data("\r\n".utf8))
        }
        body.append(Data("--\(boundary)--\r\n".utf8))
        return (body, "\(contentType); boundary=\(boundary)")
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
