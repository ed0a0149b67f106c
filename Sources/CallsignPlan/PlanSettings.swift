package import CallsignDiagnostics

/// What a configuration file decides about the client. The defaults need no file at all.
package struct PlanSettings: Sendable {
    /// A value of the configuration with its place, so that a rule that matches nothing can be reported there.
    package struct Marked<Value: Sendable>: Sendable {
        package var value: Value
        package var mark: SourceMark?

        package init(_ value: Value, at mark: SourceMark? = nil) {
            self.value = value
            self.mark = mark
        }
    }

    /// Whether all of the configuration could be read.
    package var isWhole = true
    /// Whether operations that can't be generated are left out, rather than that nothing is generated.
    package var skipsUnsupported = false
    package var moduleName: String?
    /// The client's type; by default the API's title and `Client`.
    package var clientName: String?
    package var access: ClientPlan.Access = .public
    package var naming = NamingSettings()

    /// Swift names by schema name or pointer.
    package var typeNames: [(key: Marked<String>, name: String)] = []
    /// Names and more by operation: its `operationId`, or method and path such as `GET /pets`.
    package var operations: [(key: Marked<String>, rule: OperationRule)] = []
    /// Resource property names by tag.
    package var resources: [(key: Marked<String>, name: String)] = []
    /// Swift types by format, such as `uuid: String`, over the built-in table.
    package var formats: [(key: Marked<String>, type: ScalarType)] = []

    package var pagination: [PaginationRule] = []
    package var parameters: [ClientParameterRule] = []
    package var authentication: [AuthenticationRule] = []
    package var asynchronous: AsynchronousRule?
    package var errors = ErrorRules()
    /// How many requests the API takes within a time.
    package var rateLimit: RateLimitPlan?
    package var webhooks = WebhookRules()
    /// The header that takes a key by which the API recognises a request that it has had already.
    package var idempotencyKeyHeader: Marked<String>?

    /// Conveniences that cost compile time, for those who want them.
    package var hashableModels = false
    package var encodableModels = ModelChoice.some([])
    package var memberwiseResponses = false
    /// Whether models keep keys that the description doesn't name, and write them back.
    package var keepsUndeclaredKeys = false
    /// Whether templates are told of extensions (`x-…`).
    package var keepsExtensions = false
    /// Enumerations are open unless this says otherwise.
    package var closedEnumerations = false
    package var fileLayout = FileLayout.byResource

    package init() {}

    /// Which models have a convenience.
    package enum ModelChoice: Sendable {
        case all
        /// Those of these names, and what they hold.
        case some([Marked<String>])
    }

    package enum FileLayout: Sendable, Equatable {
        /// One file a resource and a group of models.
        case byResource
        /// A fixed number of files whose names follow from the configuration alone, for the build plugin.
        case shards(Int)
    }

    /// One operation's own settings.
    package struct OperationRule: Sendable {
        package var name: String?
        package var resource: String?
        package var methods: [MethodRule] = []
        package var pagination: Marked<String>?
        /// `false` where the operation's callback parameters mean something else.
        package var isAsynchronous: Bool?
        /// Whether sending it again has no further effect, where its HTTP method says otherwise.
        package var isIdempotent: Bool?

        package init() {}
    }

    /// One of several Swift methods for one HTTP operation.
    package struct MethodRule: Sendable {
        package var name: String
        package var summary: String?
        package var description: String?
        /// Parameter values that the method gives.
        package var fixed: [(parameter: Marked<String>, value: String)] = []
        /// Parameters that the method doesn't take.
        package var omit: [Marked<String>] = []
        /// The pointer or component name of the schema that this method's success answers with.
        package var response: Marked<String>?
        package var pagination: Marked<String>?
        package var mark: SourceMark?

        package init(name: String) {
            self.name = name
        }
    }

    /// How lists of the API are paged, said once. Member names are wire names, paths are JSON pointers.
    package struct PaginationRule: Sendable {
        package enum Style: String, Sendable, CaseIterable { case offset, page, cursor, next, link }

        package var name: String
        package var style: Style
        /// The request parameter that holds the position (offset, page number or cursor).
        package var parameter: String?
        package var limitParameter: String?
        package var firstPage: Int = 1
        /// Candidates, tried in order: the first that a response has as an array counts.
        package var items: [String] = []
        package var total: [String] = []
        package var next: [String] = []
        package var hasMore: String?
        /// Whether operations that fit get it without naming it.
        package var isAutomatic = true
        /// Whether all of it could be read.
        package var isWhole = true
        package var mark: SourceMark?
        /// The places of the values, by their keys in the configuration.
        package var marks: [String: SourceMark] = [:]

        package init(name: String, style: Style) {
            self.name = name
            self.style = style
        }
    }

    package struct ClientParameterRule: Sendable {
        /// The parameter's name in the description.
        package var wireName: String
        package var swiftName: String?
        package var description: String?
        package var environmentVariable: String?
        /// Whether it is also the user name of basic authentication.
        package var isUserName = false
        package var mark: SourceMark?

        package init(wireName: String) {
            self.wireName = wireName
        }
    }

    /// Names for the credentials of one security scheme.
    package struct AuthenticationRule: Sendable {
        package var scheme: String
        package var userName: String?
        package var password: String?
        package var token: String?
        package var userNameVariable: String?
        package var passwordVariable: String?
        package var tokenVariable: String?
        package var mark: SourceMark?

        package init(scheme: String) {
            self.scheme = scheme
        }
    }

    /// Requests that are answered at once and report their result to a URL.
    package struct AsynchronousRule: Sendable {
        package var urlParameter: String
        package var methodParameter: String?
        /// The pointer or component name of the schema that is answered at once.
        package var receipt: Marked<String>
        package var mark: SourceMark?

        package init(urlParameter: String, methodParameter: String?, receipt: Marked<String>) {
            self.urlParameter = urlParameter
            self.methodParameter = methodParameter
            self.receipt = receipt
        }
    }

    /// What there is to say of the requests that the API sends to an app.
    package struct WebhookRules: Sendable {
        /// The type that names them; by default the module's or API's name and `Webhooks`.
        package var name: String?
        /// How they are signed, what is preferred first.
        package var signatures: [WebhookSignaturePlan] = []

        package init() {}
    }

    package struct ErrorRules: Sendable {
        /// JSON pointers into an error body, tried in order.
        package var message: [String] = []
        package var requestID: [String] = []
        package var requestIDHeader: String?
        /// Advice by status: `404`, `4XX` or `default`.
        package var advice: [(status: Marked<String>, causes: String?, remedy: String?)] = []
        /// Names of error cases by status, over the built-in ones.
        package var caseNames: [(status: Marked<String>, name: String)] = []
        /// Whether all operations throw one enumeration, of all failures that any of them documents.
        package var isMerged = false

        package init() {}
    }
}

/// How names of the description become Swift names.
package struct NamingSettings: Sendable, Equatable {
    /// Words written in capitals, as they are to be written: `UUID`, `URL`, `iOS`.
    package var acronyms: [String] = NamingSettings.defaultAcronyms {
        didSet { table = Acronyms(acronyms) }
    }

    /// The acronyms ready to be looked up, made once and not for each scope.
    private(set) var table = Acronyms.standard

    package static let defaultAcronyms = [
        "API", "CSV", "DTMF", "HTML", "HTTP", "HTTPS", "ID", "IP", "ISO", "JSON", "JWT", "MMS", "OAuth", "PDF", "PIN",
        "QR", "SDK", "SID", "SIP", "SMS",
        "SMTP", "SSH", "SSL", "SSO", "TCP", "TLS", "TTL", "UDP", "UI", "URI", "URL", "UTC", "UUID", "VPC", "XML",
        "YAML",
    ]

    package init() {}
}
