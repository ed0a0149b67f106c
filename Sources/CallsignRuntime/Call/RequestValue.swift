/// What a method sends, or a part of it. Two are equal where the same is sent of them.
///
/// Generated requests conform to it. They aren't compared property by property: code for that takes compilers longer
/// than anything else that a request has.
public protocol RequestValue: Sendable, Equatable {
    /// Puts parameters and the body into a call.
    func encode(to call: inout OperationCall)
}

extension RequestValue {
    public static func == (left: Self, right: Self) -> Bool {
        RequestContent(comparing: left.encode).sendsTheSame(as: RequestContent(comparing: right.encode))
    }
}

extension RequestValue where Self: Encodable {
    /// Makes the value the body, as JSON.
    public func encode(to call: inout OperationCall) { call.json(self) }
}

extension RequestContent {
    /// What a value puts into a call that is never sent. Files aren't opened for it.
    fileprivate init(comparing encode: (inout OperationCall) -> Void) {
        var call = OperationCall("", .get, "")
        call.change { $0.isCompared = true }
        encode(&call)
        self = call.content
    }

    fileprivate func sendsTheSame(as other: RequestContent) -> Bool {
        query == other.query && headers == other.headers && cookies == other.cookies && body == other.body
            && contentType == other.contentType && bodyKeys == other.bodyKeys && parts == other.parts
            && problems == other.problems
    }
}
