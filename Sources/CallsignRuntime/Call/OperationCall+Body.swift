import Foundation

// Values are taken by their own types rather than as existentials, and what is usual has a method without it: both spare
// generated code from building what is only taken apart here. `nil` stands for no body.

extension OperationCall {
    /// A body of JSON.
    public mutating func json<Value: Encodable>(_ value: Value?) {
        json(value, contentType: "application/json")
    }

    public mutating func json<Value: Encodable>(_ value: Value?, contentType: String) {
        guard let value else { return }
        encode(contentType) { try JSONText.encode(value) }
    }

    /// A key added to the object that the body is, or to an object of its own where there is no body. `nil` adds nothing.
    public mutating func bodyKey(_ name: StaticString, _ value: String?) {
        if let value { change { $0.bodyKeys[name.description] = .string(value) } }
    }

    public mutating func bodyKey(_ name: StaticString, _ value: Bool) {
        change { $0.bodyKeys[name.description] = .bool(value) }
    }

    /// A body of `name=value` pairs; `nil` for none.
    public mutating func form<Value: Encodable>(_ value: Value?) {
        guard let value else { return }
        let encodings = content.encodings
        encode(FormBody.contentType) { try FormBody.encode(value, encodings) }
    }

    /// A body of text.
    public mutating func text(_ value: String?, contentType: String = "text/plain; charset=utf-8") {
        guard let value else { return }
        set(RequestBody(Data(value.utf8)), contentType)
    }

    /// A body of bytes, in memory or off the disk.
    public mutating func binary(_ value: RequestBody?, contentType: String = "application/octet-stream") {
        guard let value else { return }
        set(value, contentType)
    }

    /// A body of several parts with names, such as files.
    public mutating func multipart<Value: MultipartEncodable>(_ value: Value?) {
        multipart(value, contentType: "multipart/form-data", isNamed: true)
    }

    /// A body of several parts.
    ///
    /// - Parameter isNamed: whether parts have names; otherwise they are told apart by their order.
    public mutating func multipart<Value: MultipartEncodable>(_ value: Value?, contentType: String, isNamed: Bool) {
        guard let value else { return }
        let isCompared = content.isCompared
        var form = MultipartForm(encodings: content.encodings, isNamed: isNamed, isCompared: isCompared)
        value.encode(to: &form)
        if isCompared {
            change {
                $0.parts += form.parts
                $0.problems += form.problems
            }
            return
        }
        change { state in
            for (name, value) in state.bodyKeys.sorted(by: { $0.key < $1.key }) { form.add(name, value.parameterValue) }
            state.bodyKeys = [:]
            state.problems += form.problems
        }
        do {
            let (body, contentType) = try form.encode(as: contentType)
            set(body, contentType)
        } catch {
            change { $0.problems.append("a file of the body can't be read") }
        }
    }

    private mutating func set(_ body: RequestBody, _ contentType: String) {
        change {
            $0.body = body
            $0.contentType = contentType
        }
    }

    private mutating func encode(_ contentType: String, _ encode: () throws -> Data) {
        do {
            set(RequestBody(try encode()), contentType)
        } catch let problem as RequestProblem {
            change { $0.problems.append("the body can't be encoded: \(problem.reason)") }
        } catch {
            change { $0.problems.append("the body can't be encoded: \(EncodingProblem.text(error))") }
        }
    }
}

extension RequestContent {
    /// The body with the added keys: JSON text is spliced rather than read and written again, so it stays as exact.
    func bodyWithKeys() throws(RequestProblem) -> RequestBody? {
        guard !bodyKeys.isEmpty else { return body }
        let added: Data
        do { added = try isForm ? FormBody.encode(bodyKeys) : JSONText.encode(bodyKeys) } catch {
            throw RequestProblem("the body can't be encoded: \(EncodingProblem.text(error))")
        }
        guard let body = body?.data else { return RequestBody(added) }
        if isForm { return RequestBody(body.isEmpty ? added : body + Data("&".utf8) + added) }
        guard body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") else {
            throw RequestProblem("keys can be added only to a body that is a JSON object")
        }
        let kept = JSONObjectText.removing(Set(bodyKeys.keys), from: body)
        return RequestBody(kept.count == 2 ? added : kept.dropLast() + Data(",".utf8) + added.dropFirst())
    }

    private var isForm: Bool { contentType == FormBody.contentType }
}
