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
    /// Whether somebody says that it has no pages.
    package var refusesPages = false
    package var asynchronous: AsynchronousPlan?
    /// Further forms of the method, which give the answer while it arrives, or as other content.
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
    /// The headers that its successes are described with.
    package var headers: HeadersReference?
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
