public import HTTPTypes

/// The headers that an API describes for a response. Generated clients have such a type for each operation and each
/// failure whose headers are described:
///
/// ```swift
/// let (pets, response) = try await client.withResponse { try await $0.pets.list() }
/// print(PetsClient.Pets.ListHeaders(response).rateLimitRemaining ?? 0)
///
/// do throws(PetsError) {
///     _ = try await client.pets.list()
/// } catch .rateLimited(let failure) {
///     print(PetsError.RateLimitedHeaders(failure).rateLimitReset ?? .now)
/// }
/// ```
///
/// Nothing is read before it is asked for. A header that isn't there, or isn't what the description says, is `nil`: the
/// response as a whole is no worse for it, and ``HeaderFields/all`` has its text.
public protocol ResponseHeaders: Sendable {
    /// What the headers are read from.
    var fields: HeaderFields { get }
    init(_ fields: HeaderFields)
}

extension ResponseHeaders {
    /// The headers of a response, as ``APIClient/withResponse(isolation:_:)`` and streams give it.
    public init(_ response: RawResponse) {
        self.init(HeaderFields(response.headers))
    }

    /// The headers of a response that says that the call failed.
    public init<Body>(_ failure: CallFailure<Body>) {
        self.init(HeaderFields(failure.headers))
    }
}

/// The headers of a response, to be read as values. Generated types read theirs with it.
public struct HeaderFields: Sendable, Hashable {
    /// All headers as the server sent them.
    public let all: HTTPFields

    public init(_ all: HTTPFields) {
        self.all = all
    }

    /// A header in the style `simple` (OpenAPI 3.1.1, section 4.8.12.3).
    ///
    /// - Parameter isExploded: whether the members of an object are written as `name=value`.
    /// - Returns: `nil` where there is no such header, or its text is no such value.
    public func value<Value: Decodable>(_ name: StaticString, isExploded: Bool = false) -> Value? {
        try? text(name, isExploded)?.decode(Value.self)
    }

    /// The same, in the form that `coding` reads.
    public func value<Value>(
        _ name: StaticString, isExploded: Bool = false, by coding: FieldCoding<Value>
    ) -> Value? {
        try? text(name, isExploded).flatMap { try coding.read($0) }
    }

    /// A header whose content is JSON.
    ///
    /// - Returns: `nil` where there is no such header, or its text is no such value.
    public func json<Value: Decodable>(_ name: StaticString) -> Value? {
        try? json(name)?.decode(Value.self)
    }

    /// The same, in the form that `coding` reads.
    public func json<Value>(_ name: StaticString, by coding: FieldCoding<Value>) -> Value? {
        try? json(name).flatMap { try coding.read($0) }
    }

    private func text(_ name: StaticString, _ isExploded: Bool) -> HeaderTextDecoder? {
        guard let field = HTTPField.Name(name.description), all.contains(field) else { return nil }
        // The one header whose values can't be joined with commas, which they contain (RFC 9110, section 5.3).
        if field == .setCookie { return HeaderTextDecoder(lines: all[values: field]) }
        return all[field].map { HeaderTextDecoder($0, isExploded: isExploded) }
    }

    private func json(_ name: StaticString) throws -> JSONNodeDecoder? {
        guard let field = HTTPField.Name(name.description), let text = all[field] else { return nil }
        return try JSONText.decoder(of: text)
    }
}
