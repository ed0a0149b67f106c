import CallsignPlan

/// A configuration to begin with: what a description says about itself.
struct ConfigurationDraft {
    /// Something that was found, and the words that say where.
    struct Finding<Value> {
        var value: Value
        var reason: String
    }

    struct Credential {
        var scheme: String
        /// The keys of `environment`, such as `token`, with the variables.
        var variables: [(key: String, variable: String)]
    }

    /// How lists are paged, and how many.
    struct Pages {
        var rule: PlanSettings.PaginationRule
        var count: Int

        var text: String { "\(count) \(count == 1 ? "list" : "lists")" }
    }

    struct ErrorFields {
        var message: [String] = []
        var requestID: [String] = []
        var requestIDHeader: String?

        var isEmpty: Bool { message.isEmpty && requestID.isEmpty && requestIDHeader == nil }
    }

    var title: String
    /// Paths as the configuration says them: from its own folder.
    var description: String
    var output: String
    var root: String?
    var overlays: [String] = []
    var module: String
    var client: String
    /// Whether the description has slips that nobody can mend but its authors.
    var isLenient = false
    var skipsUnsupported = false
    /// Whether addresses have to be text, so that lists can follow them.
    var hasTextAddresses = false
    var acronyms: [String] = []
    /// Whether the description says where the API is.
    var hasServer = true
    var parameters: [Finding<(wireName: String, variable: String)>] = []
    var credentials: [Credential] = []
    var pagination: [Pages] = []
    var rateLimit: Finding<RateLimitPlan>?
    var idempotencyKey: String?
    var errors = ErrorFields()
}
