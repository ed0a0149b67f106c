package import CallsignDiagnostics
package import CallsignYAML

package enum ParameterLocation: String, Sendable, CaseIterable {
    case path, query, header, cookie
    /// The whole query string as one value (OpenAPI 3.2).
    case querystring
}

package enum ParameterStyle: String, Sendable, CaseIterable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
}

package struct Parameter: Sendable {
    package var name: String
    package var location: ParameterLocation
    package var description: String?
    package var required: Bool
    package var deprecated: Bool
    package var allowEmptyValue: Bool
    package var allowReserved: Bool
    /// As written, or the default of its location (OpenAPI 3.1.1, section 4.8.12.2).
    package var style: ParameterStyle
    package var explode: Bool
    /// Nothing where `content` describes the value.
    package var schema: SchemaID?
    package var content: [MediaType]
    package var examples: [Node]
    package var extensions: Extensions
    package var mark: SourceMark
    package var pointer: String
}

package struct Header: Sendable {
    package var name: String
    package var description: String?
    package var required: Bool
    package var deprecated: Bool
    package var explode: Bool
    package var schema: SchemaID?
    package var content: [MediaType]
    package var extensions: Extensions
    package var mark: SourceMark
}

package struct RequestBody: Sendable {
    package var description: String?
    package var required: Bool
    package var content: [MediaType]
    package var extensions: Extensions
    package var mark: SourceMark
    package var pointer: String
}

package struct MediaType: Sendable {
    /// As written, such as `application/json; charset=utf-8`.
    package var contentType: String
    package var schema: SchemaID?
    /// The schema of each item of a stream (OpenAPI 3.2).
    package var itemSchema: SchemaID?
    package var encodings: [Encoding]
    package var examples: [Node]
    package var extensions: Extensions
    package var mark: SourceMark

    package struct Encoding: Sendable {
        package var property: String
        package var contentType: String?
        package var headers: [Header]
        package var style: ParameterStyle?
        package var explode: Bool?
        package var allowReserved: Bool
        package var mark: SourceMark
    }
}

package struct Response: Sendable {
    package enum Status: Sendable, Hashable {
        case code(Int)
        /// `1XX` to `5XX`, as 1 to 5.
        case range(Int)
        case `default`
    }

    package var status: Status
    package var description: String?
    package var headers: [Header]
    package var content: [MediaType]
    package var links: [String]
    package var extensions: Extensions
    package var mark: SourceMark
    package var pointer: String
    /// Its key under `components/responses` where it is a reference to one.
    package var name: String?
}
