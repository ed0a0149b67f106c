public import Foundation

extension OperationCall {
    /// A body of JSON; `nil` for none.
    public mutating func json(_ value: (any Encodable)?, contentType: String = "application/json") {
        guard let value else { return }
        encode(contentType) { try JSONText.encode(value) }
    }

    /// A key added to the object that the body is, or to an object of its own where there is no body. `nil` adds nothing.
    public mutating func bodyKey(_ name: String, _ value: String?) {
        if let value { bodyKeys[name] = .string(value) }
    }

    /// A body of `name=value` pairs; `nil` for none.
    public mutating func form(_ value: (any Encodable)?) {
        guard let value else { return }
        encode(FormBody.contentType) { try FormBody.encode(value) }
    }

    /// A body of text; `nil` for none.
    public mutating func text(_ value: String?, contentType: String = "text/plain; charset=utf-8") {
        guard let value else { return }
        body = RequestBody(Data(value.utf8))
        self.contentType = contentType
    }

    /// A body of bytes; `nil` for none.
    public mutating func binary(_ value: Data?, contentType: String = "application/octet-stream") {
        guard let value else { return }
        body = RequestBody(value)
        self.contentType = contentType
    }

    /// A body of several parts, such as files; `nil` for none.
    public mutating func multipart(_ value: (any MultipartEncodable)?) {
        guard let value else { return }
        var form = MultipartForm()
        value.encode(to: &form)
        problems += form.problems
        do {
            (body, contentType) = try form.encode()
        } catch {
            problems.append("a file of the body can't be read")
        }
    }

    private mutating func encode(_ contentType: String, _ encode: () throws -> Data) {
        do {
            body = RequestBody(try encode())
            self.contentType = contentType
        } catch let problem as RequestProblem {
            problems.append("the body can't be encoded: \(problem.reason)")
        } catch {
            problems.append("the body can't be encoded: \(EncodingProblem.text(error))")
        }
    }

    /// The body with the added keys: JSON text is spliced rather than read and written again, so it stays as exact.
    func bodyWithKeys() throws(RequestProblem) -> RequestBody? {
        guard !bodyKeys.isEmpty else { return body }
        let added: Data
        do { added = try JSONText.encode(bodyKeys) } catch {
            throw RequestProblem("the body can't be encoded: \(EncodingProblem.text(error))")
        }
        guard let body = body?.data else { return RequestBody(added) }
        guard body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") else {
            throw RequestProblem("keys can be added only to a body that is a JSON object")
        }
        return RequestBody(body.count == 2 ? added : body.dropLast() + Data(",".utf8) + added.dropFirst())
    }
}
