/// The whole client in Swift's terms: every decision is made, only the text is missing.
package struct ClientPlan: Sendable {
    package enum Access: String, Sendable { case `public`, package, `internal` }

    package var clientName: Identifier
    package var access: Access
    package var documentation: Documentation
    /// The name and version of the API, for the user agent and for headers of files.
    package var apiTitle: String
    package var apiVersion: String
    package var types: [TypePlan]
    package var errors: [ErrorPlan]
    package var resources: [ResourcePlan]
    /// Values given once to the client and used by every call, such as an account's identifier.
    package var parameters: [ClientParameterPlan]
    package var authentication: AuthenticationPlan
    package var servers: [ServerPlan]
    /// Nothing where there is only one address.
    package var serverChoice: ServerChoicePlan?
    package var errorRules: ErrorRulesPlan
    package var rateLimit: RateLimitPlan?
    /// Nothing where the API sends no requests.
    package var webhooks: WebhooksPlan?
    /// What the description says beside OpenAPI; empty unless a template asks for it.
    package var extensions = ExtensionsPlan()
    /// The headers of responses, each distinct set once.
    package var headers: [HeadersPlan] = []
    package var files: [FilePlan]
    package var ledger: Ledger

    package init(
        clientName: Identifier, access: Access, documentation: Documentation, apiTitle: String, apiVersion: String,
        types: [TypePlan], errors: [ErrorPlan], resources: [ResourcePlan], parameters: [ClientParameterPlan],
        authentication: AuthenticationPlan, servers: [ServerPlan], errorRules: ErrorRulesPlan,
        rateLimit: RateLimitPlan?, files: [FilePlan], ledger: Ledger
    ) {
        self.clientName = clientName
        self.access = access
        self.documentation = documentation
        self.apiTitle = apiTitle
        self.apiVersion = apiVersion
        self.types = types
        self.errors = errors
        self.resources = resources
        self.parameters = parameters
        self.authentication = authentication
        self.servers = servers
        self.errorRules = errorRules
        self.rateLimit = rateLimit
        self.files = files
        self.ledger = ledger
    }

    package subscript(_ id: TypeID) -> TypePlan { types[id.index] }
}

package struct ClientParameterPlan: Sendable {
    package var name: Identifier
    package var wireName: String
    package var documentation: Documentation
    /// The environment variable that `fromEnvironment()` reads it from.
    package var environmentVariable: String?
    /// Whether it is also the user name of the credentials, and so not asked for twice.
    package var isUserName: Bool

    package init(
        name: Identifier, wireName: String, documentation: Documentation, environmentVariable: String?, isUserName: Bool
    ) {
        self.name = name
        self.wireName = wireName
        self.documentation = documentation
        self.environmentVariable = environmentVariable
        self.isUserName = isUserName
    }
}

package struct ServerPlan: Sendable {
    /// The address with the defaults of its variables put in, without a slash at its end; may be relative or empty.
    package var url: String
    package var documentation: Documentation

    package init(url: String, documentation: Documentation) {
        self.url = url
        self.documentation = documentation
    }
}

/// What the client's initialiser asks for, and how each request is signed.
package struct AuthenticationPlan: Sendable {
    package enum Kind: Sendable {
        case basic(username: Identifier, password: Identifier)
        case bearer(token: Identifier)
        case apiKeyHeader(name: String, key: Identifier)
        case apiKeyQuery(name: String, key: Identifier)
        case apiKeyCookie(name: String, key: Identifier)
    }

    package struct Scheme: Sendable {
        /// The scheme's name in the description.
        package var name: String
        package var kind: Kind
        package var documentation: Documentation
        /// Environment variables by argument, for `fromEnvironment()`; empty where there is none.
        package var environmentVariables: [(argument: Identifier, variable: String)]
        /// Whether a client can do without: where others do as well, or where only some operations ask for it.
        package var isOptional = false

        package init(
            name: String, kind: Kind, documentation: Documentation,
            environmentVariables: [(argument: Identifier, variable: String)]
        ) {
            self.name = name
            self.kind = kind
            self.documentation = documentation
            self.environmentVariables = environmentVariables
        }
    }

    /// The schemes whose credentials the initialiser takes: those of the first alternative that applies to the API, and
    /// then all others that an operation asks for.
    package var schemes: [Scheme]
    /// The alternatives that hold unless an operation says otherwise: scheme names, each list applies together.
    package var requirements: [[String]]
    /// How the client has tokens for one of the schemes.
    package var oauth: OAuthPlan?

    package init(schemes: [Scheme], requirements: [[String]]) {
        self.schemes = schemes
        self.requirements = requirements
    }
}

/// Where an error body says what went wrong, as JSON pointers tried in order.
package struct ErrorRulesPlan: Sendable, Equatable {
    package var message: [String]
    package var requestID: [String]
    /// A response header that names the request, such as `X-Request-ID`.
    package var requestIDHeader: String?

    package init(message: [String], requestID: [String], requestIDHeader: String?) {
        self.message = message
        self.requestID = requestID
        self.requestIDHeader = requestIDHeader
    }
}

/// How many requests an API takes within a time.
package struct RateLimitPlan: Sendable, Equatable {
    package var requests: Int
    package var seconds: Int

    package init(requests: Int, seconds: Int) {
        self.requests = requests
        self.seconds = seconds
    }
}

/// A group of operations that hangs off the client, or off another group: one per tag.
package struct ResourcePlan: Sendable {
    /// What the type's name ends in where a model has the plain name.
    package static let typeSuffix = "Resource"

    /// The type, nested in the client: `Calls`.
    package var typeName: Identifier
    /// The property: `calls`.
    package var propertyName: Identifier
    package var documentation: Documentation
    package var methods: [MethodPlan]
    package var children: [ResourcePlan]

    package init(
        typeName: Identifier, propertyName: Identifier, documentation: Documentation, methods: [MethodPlan],
        children: [ResourcePlan]
    ) {
        self.typeName = typeName
        self.propertyName = propertyName
        self.documentation = documentation
        self.methods = methods
        self.children = children
    }

    /// The type's name without what tells it from a model.
    package var plainName: String {
        let name = typeName.text
        return name.hasSuffix(Self.typeSuffix) && name != Self.typeSuffix
            ? String(name.dropLast(Self.typeSuffix.count)) : name
    }
}

/// An error enumeration: one per distinct set of documented error responses.
package struct ErrorPlan: Sendable {
    package enum Status: Hashable, Sendable {
        case code(Int)
        case range(Int)
        case `default`

        package var isRange: Bool { if case .range = self { true } else { false } }
    }

    package struct Case: Sendable {
        package var name: Identifier
        package var status: Status
        /// The body's type: `.json` where the description gives none.
        package var body: TypeReference
        package var documentation: Documentation
        package var causes: String?
        package var remedy: String?
        /// The headers that the response is described with.
        package var headers: HeadersReference?

        package init(
            name: Identifier, status: Status, body: TypeReference, documentation: Documentation, causes: String?,
            remedy: String?
        ) {
            self.name = name
            self.status = status
            self.body = body
            self.documentation = documentation
            self.causes = causes
            self.remedy = remedy
        }
    }

    package var name: Identifier
    package var documentation: Documentation
    /// Documented failures, codes first in ascending order, then ranges, then `default`.
    package var cases: [Case]

    package init(name: Identifier, documentation: Documentation, cases: [Case]) {
        self.name = name
        self.documentation = documentation
        self.cases = cases
    }
}

/// A file of the output and what goes into it.
package struct FilePlan: Sendable {
    package enum Content: Sendable {
        /// The client itself.
        case client
        /// All error enumerations.
        case errors
        /// The headers that more than one response has.
        case headers
        /// A resource, by its indices from the top, without its children.
        case resource([Int])
        case types([TypeID])
        /// The names of the requests that the API sends to an app.
        case webhooks
    }

    /// The path within the output folder, such as `Calls.swift` or `Models/Call.swift`.
    package var path: String
    package var contents: [Content]

    package init(path: String, contents: [Content]) {
        self.path = path
        self.contents = contents
    }
}
