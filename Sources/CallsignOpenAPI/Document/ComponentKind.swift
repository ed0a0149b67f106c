/// The sections of the Components Object (OpenAPI 3.1.1, section 4.8.7): what can be reused by reference.
enum ComponentKind: String, CaseIterable {
    case schemas, responses, parameters, examples, requestBodies, headers, securitySchemes, links, callbacks
    case pathItems, mediaTypes

    /// One object of the section, as a message names it.
    var noun: String {
        switch self {
        case .schemas: "a schema"
        case .responses: "a response"
        case .parameters: "a parameter"
        case .examples: "an example"
        case .requestBodies: "a request body"
        case .headers: "a header"
        case .securitySchemes: "a security scheme"
        case .links: "a link"
        case .callbacks: "a callback"
        case .pathItems: "a path item"
        case .mediaTypes: "a media type"
        }
    }

    /// The version that the section came with.
    var since: SpecificationVersion {
        switch self {
        case .pathItems: .v31
        case .mediaTypes: .v32
        default: .v20
        }
    }
}
