import CallsignDiagnostics
import CallsignYAML

package enum ParameterStyle: String, Sendable, CaseIterable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
    /// `collectionFormat: tsv` of Swagger 2.0, which has no counterpart in OpenAPI 3.
    case tabDelimited

    package static let allCases: [ParameterStyle] = [
        .matrix, .label, .simple, .form, .spaceDelimited, .pipeDelimited, .deepObject,
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

    /// Reads `style`. The style `cookie` of OpenAPI 3.2 is `form` for all that concerns a client.
    static func read(_ reader: inout MappingReader) -> ParameterStyle? {
        if reader.mapping["style"]?.string == "cookie" {
            reader.ignore("style")
            return .form
        }
        return reader.oneOf("style", as: ParameterStyle.self)
    }
}
