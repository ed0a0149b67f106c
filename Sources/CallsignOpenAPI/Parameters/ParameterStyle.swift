import CallsignDiagnostics
import CallsignYAML

package enum ParameterStyle: String, Sendable, CaseIterable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
    /// `collectionFormat: tsv` of Swagger 2.0, which has no counterpart in OpenAPI 3.
    case tabDelimited
    /// As `form` among cookies, with nothing encoded (OpenAPI 3.2).
    case cookie

    package static let allCases: [ParameterStyle] = [
        .matrix, .label, .simple, .form, .spaceDelimited, .pipeDelimited, .deepObject, .cookie,
    ]
}

extension ParameterStyle {
    /// The style of parameters that say none (OpenAPI 3.1.1, section 4.8.12.2).
    static func standard(in location: ParameterLocation) -> ParameterStyle {
        switch location {
        case .path, .header: .simple
        case .query, .cookie, .querystring: .form
        }
    }

    static func read(_ reader: inout MappingReader) -> ParameterStyle? {
        reader.oneOf("style", as: ParameterStyle.self)
    }
}
