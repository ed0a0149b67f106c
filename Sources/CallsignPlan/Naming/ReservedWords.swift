/// Words that a name can't be, or that it needs backticks for.
enum ReservedWords {
    /// Why a name can't be used as it is.
    enum Reason: Sendable, Equatable {
        /// Swift gives the word a meaning of its own even in backticks, or after a dot.
        case language
        /// A type of Swift, Foundation or the runtime that generated code names.
        case type
        /// A variable of the functions that are generated around it.
        case local
        /// A member that Swift or the runtime gives to each such type.
        case member
        /// `.none` and `.some` mean a case of `Optional` wherever a value is optional.
        case optional
    }

    /// Why a name can't stand in a position; nothing where it can.
    static func reason(_ name: String, at position: NameScope.Position) -> Reason? {
        if language.contains(name) { return .language }
        switch position {
        case .type: return types.contains(name) ? .type : nil
        case .module: return modules.contains(name) ? .type : nil
        case .member: return name == "hashValue" ? .member : nil
        case .enumerationCase:
            if name == "none" || name == "some" { return .optional }
            return enumerationMembers.contains(name) ? .member : nil
        case .method: return methods.contains(name) ? .member : nil
        case .argument: return locals.contains(name) ? .local : nil
        }
    }

    /// `x.self`, `x.init` and `X.Type` are not members, whatever is declared.
    private static let language: RareWords = ["self", "Self", "init", "Type", "Protocol", "Any", "_"]

    /// What a resource has beside its methods.
    private static let methods: RareWords = ["core"]

    private static let enumerationMembers: RareWords = ["allCases", "knownValues", "hashValue", "rawValue"]

    /// What the templates call the arguments and variables of the functions they write.
    private static let locals: RareWords = [
        "body", "call", "callback", "configuration", "core", "decoder", "encoder", "environment", "fields", "following",
        "options", "page", "position", "request", "response", "transport", "union", "value",
    ]

    private static let modules: RareWords = [
        "CallsignRuntime", "CallsignTesting", "Foundation", "FoundationEssentials", "FoundationNetworking", "Swift",
    ]

    private static let types = modules.union(standardTypes).union(runtimeTypes)

    private static let standardTypes: RareWords = [
        "AnyObject", "Array", "AsyncSequence", "Bool", "CaseIterable", "Character", "Codable", "CodingKey",
        "CodingKeys",
        "Collection", "Comparable", "CustomStringConvertible", "Data", "Date", "Decimal", "Decodable", "Decoder",
        "Dictionary", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error", "ExpressibleByStringLiteral",
        "Float", "Hashable", "Hasher", "Identifiable", "Int", "Int16", "Int32", "Int64", "Int8", "LocalizedError",
        "MainActor", "Never", "Optional", "RawRepresentable", "RawValue", "Result", "Sendable", "Sequence", "Set",
        "String", "Substring", "Task", "UInt", "UInt16", "UInt32", "UInt64", "UInt8", "URL", "UUID", "Void",
    ]

    private static let runtimeTypes: RareWords = [
        "APIClient", "Attempt", "Authentication", "Box", "CalendarDate", "CallFailure", "CallOptions", "CallProblem",
        "CallbackReports", "CallbackTarget", "ClientClock", "ClientConfiguration", "ClientCore", "ClientError",
        "ClosedEnumeration", "ConfigurationError", "DecodingFailure", "ElementReader", "ElementWriter",
        "EnvironmentReader", "ErrorMessage", "ErrorRules", "EventStream", "FailedResponse", "FailureContext",
        "FieldCoding", "FieldReader", "FieldWriter", "FileChunks", "HTTPField", "HTTPFields", "HTTPRequest",
        "HTTPResponse", "HeaderFields", "IncomingResponse", "InvalidRequest", "JSONLineStream", "JSONValue",
        "Middleware", "MultipartEncodable", "MultipartFile", "MultipartForm", "MultipartPart", "MultipartPartEncodable",
        "Nullable", "OAuthClientAuthentication", "OAuthEndpoint", "OAuthScope", "OAuthTokens", "OpenEnumeration",
        "OperationCall", "OriginalForms", "OutgoingRequest", "Page", "PageContent", "PageLink", "PagePosition",
        "PagedSequence", "ParameterConvertible", "ParameterStyle", "ParameterValue", "ProcessEnvironment", "Proxy",
        "RateLimit", "RateLimiting", "RawResponse", "RequestBody", "RequestValue", "ResponseChunks", "ResponseHeaders",
        "ResponseStream", "RetryPolicy", "RuntimeVersion", "ServerSentEvent", "ServerTemplate", "ServerURL",
        "SystemClock", "TimeoutFailure", "Transport", "TransportError", "TransportFailure", "TransportLimits",
        "URLSessionTransport", "UnionReader", "UnionWriter", "UnreadableElement", "Webhook", "WebhookError",
        "WebhookRequest", "WebhookSignatureScheme",
    ]

    /// Words that Swift reads as a name only in backticks.
    static let keywords: RareWords = [
        "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
        "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript",
        "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
