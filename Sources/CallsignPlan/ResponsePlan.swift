package enum ResponsePlan: Sendable {
    /// No body.
    case none
    case value(ResponseValuePlan)
    /// Several success statuses with different values: an enumeration nested in the resource.
    case byStatus(name: Identifier, cases: [ResponseCasePlan])
}

package struct ResponseValuePlan: Sendable {
    package enum Format: String, Sendable {
        case json, text, binary
        /// Server-sent events whose data is of the type.
        case events
        /// JSON texts of the type, one a line.
        case lines
        /// JSON texts of the type, one a record (RFC 7464).
        case records
        /// Bytes while they arrive.
        case stream

        /// Whether the value arrives bit by bit.
        package var isStreamed: Bool {
            switch self {
            case .json, .text, .binary: false
            case .events, .lines, .records, .stream: true
            }
        }
    }

    package var type: TypeReference
    package var format: Format
    package var documentation: Documentation
    /// What the request has to accept, where the usual `Accept` of the format doesn't say it.
    package var accept: String?

    package init(type: TypeReference, format: Format, documentation: Documentation) {
        self.type = type
        self.format = format
        self.documentation = documentation
    }
}

package struct ResponseCasePlan: Sendable {
    package var name: Identifier
    package var status: ErrorPlan.Status
    /// Nothing where the status has no body.
    package var value: ResponseValuePlan?

    package init(name: Identifier, status: ErrorPlan.Status, value: ResponseValuePlan?) {
        self.name = name
        self.status = status
        self.value = value
    }
}

/// A form of a method that gives the answer while it arrives, or as other content.
package struct StreamingPlan: Sendable {
    /// Such as `createStreaming`.
    package var name: Identifier
    package var value: ResponseValuePlan

    package init(name: Identifier, value: ResponseValuePlan) {
        self.name = name
        self.value = value
    }
}

/// A Boolean of the request that chooses between an answer as a whole and one that is streamed. Callers choose by the
/// method, so the request has no member for it.
package struct StreamFlagPlan: Sendable {
    package enum Place: Hashable, Sendable {
        case query(ParameterStylePlan)
        case bodyKey
    }

    package var wireName: String
    package var place: Place
    /// Whether it is also sent where the answer comes as a whole.
    package var isRequired: Bool

    package init(wireName: String, place: Place, isRequired: Bool) {
        self.wireName = wireName
        self.place = place
        self.isRequired = isRequired
    }
}
