/// How a property of a form, or a part of a multipart body, is written where the usual doesn't do.
struct BodyEncoding: Sendable, Hashable {
    /// Nothing where the content type says how.
    var style: ParameterStyle?
    var explode = false
    var allowReserved = false
    var contentType: String?
}

extension OperationCall {
    /// How a property of a form, or a part, is written; said before the form is given.
    public mutating func encoding(
        _ name: StaticString, _ style: ParameterStyle, explode: Bool, allowReserved: Bool = false
    ) {
        change {
            $0.encodings[name.description] = BodyEncoding(
                style: style, explode: explode, allowReserved: allowReserved)
        }
    }

    /// The content type of a part of a multipart body, by its name or its position; said before the body is given. A file with a type of its own
    /// keeps that.
    public mutating func encoding(_ name: StaticString, contentType: String) {
        change { $0.encodings[name.description] = BodyEncoding(contentType: contentType) }
    }
}
