package import CallsignDiagnostics

/// A Swift method that calls one HTTP operation.
package struct MethodPlan: Sendable {
    package var name: Identifier
    /// What errors and recordings call the operation, such as `calls.create`.
    package var operationName: String
    package var httpMethod: String
    /// The path with its parameters in braces, such as `/Account/{auth_id}/Call/`.
    package var path: String
    package var documentation: Documentation
    package var isDeprecated: Bool
    package var arguments: [ArgumentPlan]
    package var request: RequestPlan?
    /// Parameters whose value the method itself gives, such as `status=live`.
    package var fixedParameters: [FixedParameterPlan]
    package var response: ResponsePlan
    /// The index in `ClientPlan.errors`.
    package var error: Int
    package var pages: PagePlan?
    package var asynchronous: AsynchronousPlan?
    /// Further forms of the method, which give the answer while it arrives.
    package var streamings: [StreamingPlan] = []
    /// What tells the API which form is meant.
    package var streamFlag: StreamFlagPlan?
    /// The security alternatives where they differ from the client's; empty for none at all.
    package var security: [[String]]?
    /// The server where it differs from the client's.
    package var server: ServerPlan?
    package var mark: SourceMark
    /// How properties of its body are written where the usual doesn't do.
    package var bodyEncodings: [BodyEncodingPlan] = []
    /// What kind of body it sends, where another method sends the one that is preferred: `multipart`.
    package var bodyChoice: String?
    /// The header that takes a key by which the API recognises a request that it has had already.
    package var idempotencyKeyHeader: String?
    /// Whether sending it again has no further effect, where its HTTP method says otherwise.
    package var isIdempotent: Bool?

    package init(
        name: Identifier, operationName: String, httpMethod: String, path: String, documentation: Documentation,
        isDeprecated: Bool, arguments: [ArgumentPlan], request: RequestPlan?, fixedParameters: [FixedParameterPlan],
        response: ResponsePlan, error: Int, pages: PagePlan?, asynchronous: AsynchronousPlan?, security: [[String]]?,
        server: ServerPlan?, mark: SourceMark
    ) {
        self.name = name
        self.operationName = operationName
        self.httpMethod = httpMethod
        self.path = path
        self.documentation = documentation
        self.isDeprecated = isDeprecated
        self.arguments = arguments
        self.request = request
        self.fixedParameters = fixedParameters
        self.response = response
        self.error = error
        self.pages = pages
        self.asynchronous = asynchronous
        self.security = security
        self.server = server
        self.mark = mark
    }
}

/// A path parameter: an argument of the method.
package struct ArgumentPlan: Sendable {
    /// Nothing where the argument has no label: when it is the only one.
    package var label: Identifier?
    package var name: Identifier
    package var wireName: String
    package var type: TypeReference
    package var style: ParameterStylePlan
    package var documentation: Documentation

    package init(
        label: Identifier?, name: Identifier, wireName: String, type: TypeReference, style: ParameterStylePlan,
        documentation: Documentation
    ) {
        self.label = label
        self.name = name
        self.wireName = wireName
        self.type = type
        self.style = style
        self.documentation = documentation
    }
}

package enum ParameterPlace: String, Hashable, Sendable {
    case path, query, header, cookie
}

package struct ParameterStylePlan: Hashable, Sendable {
    package enum Style: String, Hashable, Sendable, CaseIterable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
        /// As the other delimiters, with a tab.
        case tabDelimited
        /// One JSON text, for parameters that `content` describes.
        case json
    }

    package var style: Style
    package var explode: Bool
    package var allowReserved: Bool

    package init(_ style: Style, explode: Bool, allowReserved: Bool = false) {
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }
}

package struct FixedParameterPlan: Hashable, Sendable {
    package var wireName: String
    package var place: ParameterPlace
    package var value: String

    package init(wireName: String, place: ParameterPlace, value: String) {
        self.wireName = wireName
        self.place = place
        self.value = value
    }
}

/// The value that a method takes beside its path parameters.
package enum RequestPlan: Sendable {
    /// A structure of its own, nested in the resource.
    case structure(RequestStructurePlan)
    /// A shared model that is the whole body, taken as it is.
    case body(BodyMemberPlan)
}

package struct RequestStructurePlan: Sendable {
    /// Such as `CreateRequest`.
    package var name: Identifier
    package var documentation: Documentation
    /// All members in the order of the description: those of the body too where it is an object.
    package var members: [RequestMemberPlan]
    /// How the body is written; nothing where there is none.
    package var body: BodyFormat?
    /// Whether the request can be left out, since nothing in it is required.
    package var isOptional: Bool

    package init(
        name: Identifier, documentation: Documentation, members: [RequestMemberPlan], body: BodyFormat?,
        isOptional: Bool
    ) {
        self.name = name
        self.documentation = documentation
        self.members = members
        self.body = body
        self.isOptional = isOptional
    }
}

package struct RequestMemberPlan: Sendable {
    package enum Place: Hashable, Sendable {
        case query(ParameterStylePlan)
        case header(ParameterStylePlan)
        case cookie(ParameterStylePlan)
        /// A key of the body's object.
        case bodyKey
        /// The whole body.
        case body
        /// All further keys of the body's object: the member is a dictionary.
        case bodyRest
    }

    package var member: MemberPlan
    package var place: Place

    package init(member: MemberPlan, place: Place) {
        self.member = member
        self.place = place
    }
}

package struct BodyMemberPlan: Sendable {
    package var type: TypeReference
    package var format: BodyFormat
    package var isOptional: Bool
    package var documentation: Documentation

    package init(type: TypeReference, format: BodyFormat, isOptional: Bool, documentation: Documentation) {
        self.type = type
        self.format = format
        self.isOptional = isOptional
        self.documentation = documentation
    }
}

package enum BodyFormat: Hashable, Sendable {
    /// JSON under its content type.
    case json(contentType: String)
    /// `application/x-www-form-urlencoded`.
    case form
    case multipart
    case text(contentType: String)
    case binary(contentType: String)

    /// Whether a body of this form changes what the API has key by key, so that `null` and absent keys differ: one of a
    /// `PATCH`, or a merge patch (RFC 7396).
    package func merges(by httpMethod: String) -> Bool {
        guard case .json(let contentType) = self else { return false }
        if contentType.hasSuffix("json-patch+json") { return false }
        return httpMethod == "PATCH" || contentType.hasSuffix("merge-patch+json")
    }
}

extension MethodPlan {
    /// Whether the body changes what the API has key by key.
    package var mergesBody: Bool {
        switch request {
        case .structure(let request): request.body?.merges(by: httpMethod) ?? false
        case .body(let body): body.format.merges(by: httpMethod)
        case nil: false
        }
    }
}

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

/// How a property of a form, or a part of a multipart body, is written.
package struct BodyEncodingPlan: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case style(ParameterStylePlan)
        case contentType(String)
    }

    package var wireName: String
    package var kind: Kind

    package init(wireName: String, kind: Kind) {
        self.wireName = wireName
        self.kind = kind
    }
}

/// A form of a method that gives the answer while it arrives.
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

/// How the pages of a list follow each other.
package struct PagePlan: Sendable {
    package enum Position: Sendable {
        /// `offset` counts items; `limit` is how many a page may hold.
        case offset(parameter: Identifier, limit: Identifier?)
        /// Pages are counted from `first`.
        case pageNumber(parameter: Identifier, first: Int)
        /// A token from the last page.
        case cursor(parameter: Identifier)
        /// The address of the next page stands in the response.
        case nextURL
    }

    package var position: Position
    package var itemType: TypeReference
    /// The name of the method that fetches one page with its envelope, such as `listPage`.
    package var pageMethod: Identifier
    /// From the response to the items.
    package var items: PropertyPath
    /// Candidates for the total number of items; the first that has a value counts.
    package var totals: [PropertyPath]
    /// Candidates for the next page's address or cursor.
    package var next: [PropertyPath]
    /// Says that more follows, as a Boolean.
    package var hasMore: PropertyPath?
    /// Whether the next page's address stands in the response's header `Link` (RFC 8288).
    package var usesLinkHeader = false

    package init(
        position: Position, itemType: TypeReference, pageMethod: Identifier, items: PropertyPath,
        totals: [PropertyPath], next: [PropertyPath], hasMore: PropertyPath?
    ) {
        self.position = position
        self.itemType = itemType
        self.pageMethod = pageMethod
        self.items = items
        self.totals = totals
        self.next = next
        self.hasMore = hasMore
    }
}

/// A chain of members from a value: `meta`, `totalCount`. Empty for the value itself.
package struct PropertyPath: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var name: Identifier
        package var isOptional: Bool

        package init(name: Identifier, isOptional: Bool) {
            self.name = name
            self.isOptional = isOptional
        }
    }

    package var steps: [Step]
    /// The type at its end, without an optional.
    package var type: TypeReference

    package init(steps: [Step], type: TypeReference) {
        self.steps = steps
        self.type = type
    }

    package var isOptional: Bool { steps.contains { $0.isOptional } }
}

/// The form of a method that is answered at once and reports its result to a URL.
package struct AsynchronousPlan: Sendable {
    package var urlParameter: String
    package var methodParameter: String?
    package var place: RequestMemberPlan.Place
    /// What is answered at once.
    package var receipt: TypeReference
    /// Such as `createOutcome`: decodes the body that is posted back later.
    package var outcomeMethod: Identifier

    package init(
        urlParameter: String, methodParameter: String?, place: RequestMemberPlan.Place, receipt: TypeReference,
        outcomeMethod: Identifier
    ) {
        self.urlParameter = urlParameter
        self.methodParameter = methodParameter
        self.place = place
        self.receipt = receipt
        self.outcomeMethod = outcomeMethod
    }
}
