package import CallsignPlan

/// An operation, and how it is called.
package struct OperationListing: Sendable {
    /// A failure that the description names.
    package struct Failure: Sendable, Equatable {
        package var name: String
        /// Such as `404`, `4XX` or `default`.
        package var status: String
        package var body: String

        package init(name: String, status: String, body: String) {
            self.name = name
            self.status = status
            self.body = body
        }
    }

    /// How a list is paged.
    package struct Pages: Sendable, Equatable {
        /// `offset`, `page`, `cursor` or `next`.
        package var style: String
        package var item: String
        /// The function that gets one page, with its envelope.
        package var pageMethod: String

        package init(style: String, item: String, pageMethod: String) {
            self.style = style
            self.item = item
            self.pageMethod = pageMethod
        }
    }

    package var httpMethod: String
    package var path: String
    /// What errors and recordings call it.
    package var operation: String
    package var isDeprecated: Bool
    /// The call in Swift, with all that has to be given: `client.calls.update(callUUID, .init(legs: legs))`.
    package var call: String
    /// The method's name with its labels, such as `update(_:_:options:)`.
    package var signature: String
    /// The type of what is sent beside path parameters.
    package var request: String?
    package var response: String?
    /// The type of the headers that it answers with, where the description names any.
    package var headers: String?
    package var pages: Pages?
    package var error: String
    package var failures: [Failure]

    /// Every method of a client, in the order of its resources.
    package static func all(of plan: ClientPlan) -> [OperationListing] {
        func listings(_ resource: ResourcePlan, call: String, type: String) -> [OperationListing] {
            let call = "\(call).\(resource.propertyName.source)"
            let type = "\(type).\(resource.typeName.source)"
            return resource.methods.map { OperationListing($0, of: plan, call: call, resource: type) }
                + resource.children.flatMap { listings($0, call: call, type: type) }
        }
        return plan.resources.flatMap { listings($0, call: "client", type: plan.clientName.source) }
    }

    private init(_ method: MethodPlan, of plan: ClientPlan, call: String, resource: String) {
        let functions = MethodReading(method, in: resource, of: plan).functions
        let names = InterfaceTypes(plan: plan)
        httpMethod = method.httpMethod
        path = method.path
        operation = method.operationName
        isDeprecated = method.isDeprecated
        self.call = "\(call).\(method.name.source)(\(Self.arguments(of: method).joined(separator: ", ")))"
        signature = functions.first { $0.name == method.name.source }?.signature ?? method.name.source
        response = functions.first { $0.role == .call }?.result?.text
        headers = method.headers.map { "\(resource).\($0.name.source)" }
        let error = plan.errors[method.error]
        self.error = error.name.source
        failures = error.cases.map { element in
            Failure(
                name: element.name.source, status: StatusText.text(element.status), body: names.type(element.body).text)
        }
        switch method.request {
        case .structure(let request): self.request = "\(resource).\(request.name.source)"
        case .body(let body): request = names.type(body.type).text
        case nil: break
        }
        pages = method.pages.map { pages in
            Pages(
                style: Self.style(of: pages), item: names.type(pages.itemType).text,
                pageMethod: pages.pageMethod.source)
        }
    }

    /// The arguments that a call can't do without, as variables of their own names.
    private static func arguments(of method: MethodPlan) -> [String] {
        let arguments = method.arguments.map { argument in
            argument.label.map { "\($0.source): \(argument.name.source)" } ?? argument.name.source
        }
        switch method.request {
        case .structure(let request) where !request.isOptional:
            let required = request.members.map(\.member).filter { !$0.isOptional && $0.fixedValue == nil }
                .map { "\($0.name.source): \($0.name.source)" }
            return arguments + [".init(\(required.joined(separator: ", ")))"]
        case .body(let body) where !body.isOptional: return arguments + ["body"]
        case .structure, .body, nil: return arguments
        }
    }

    private static func style(of pages: PagePlan) -> String {
        switch pages.position {
        case .offset: "offset"
        case .pageNumber: "page"
        case .cursor: "cursor"
        case .nextURL: "next"
        }
    }
}
