/// How a parameter's value becomes text (OpenAPI 3.1.1, section 4.8.12.3).
public enum ParameterStyle: String, Hashable, Sendable, CaseIterable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
    /// As the other delimiters, with a tab, which OpenAPI 2 (Swagger) has.
    case tabDelimited
    /// As forms among cookies, with nothing encoded (OpenAPI 3.2).
    case cookie
    /// One JSON text, for parameters that `content` describes.
    case json
}
