import CallsignPlan

/// Reads the functions of an operation, and the types that it declares for itself.
struct MethodReading {
    private let method: MethodPlan
    private let resource: String
    private let names: InterfaceTypes

    init(_ method: MethodPlan, in resource: String, of plan: ClientPlan) {
        self.method = method
        self.resource = resource
        names = InterfaceTypes(plan: plan)
    }

    /// The operation as HTTP knows it, with what tells several methods of it apart.
    private var origin: String {
        let fixed = method.fixedParameters.map { " \($0.wireName)=\($0.value)" }.joined()
        let body = method.bodyChoice.map { " as \($0)" } ?? ""
        return "\(method.httpMethod) \(method.path)\(fixed)\(body)"
    }

    // MARK: Functions

    var functions: [FunctionInterface] {
        var functions = [call]
        if let pages = method.pages {
            var list = call
            list.role = .pages
            list.name = method.name.source
            list.isAsync = false
            list.error = nil
            list.result = .generic("PagedSequence", [names.type(pages.itemType), names.error(method)])
            functions.append(list)
        }
        if let plan = method.asynchronous { functions += self.functions(plan) }
        return functions + method.streamings.map(streaming)
    }

    private func streaming(_ plan: StreamingPlan) -> FunctionInterface {
        var form = call
        form.role =
            switch plan.value.format {
            case .stream: .bytes
            case .events, .lines, .records: .streaming
            case .json, .text, .binary: .representation
            }
        form.name = plan.name.source
        form.result = names.result(plan.value, of: method)
        return form
    }

    private static let options = ParameterInterface(label: "options", type: .builtin("CallOptions"), hasDefault: true)

    /// The function that sends the request: the one for a page where the plain name belongs to the whole list.
    private var call: FunctionInterface {
        FunctionInterface(
            name: (method.pages?.pageMethod ?? method.name).source, role: .call, origin: origin,
            parameters: parameters + [Self.options], result: result, error: names.error(method), isAsync: true,
            isDeprecated: method.isDeprecated, settings: WireForm.settings(of: method))
    }

    private func functions(_ plan: AsynchronousPlan) -> [FunctionInterface] {
        var form = call
        form.role = .asynchronous
        form.name = method.name.source
        form.parameters =
            parameters + [ParameterInterface(label: "reportingTo", type: .builtin("CallbackTarget")), Self.options]
        form.result = names.type(plan.receipt)
        let posted: InterfaceType?
        switch method.response {
        case .none: posted = nil
        case .value(let value) where value.format == .json: posted = names.type(value.type)
        case .value, .byStatus: return [form]
        }
        let outcome = FunctionInterface(
            name: plan.outcomeMethod.source, role: .outcome, origin: origin,
            parameters: [ParameterInterface(label: "fromCallback", type: .builtin("Data"))],
            result: posted, error: names.error(method))
        return [form, outcome]
    }

    private var parameters: [ParameterInterface] {
        let arguments = method.arguments.map {
            ParameterInterface(
                label: $0.label?.source, type: names.type($0.type), form: WireForm.text(of: $0.style, $0.type))
        }
        switch method.request {
        case .structure(let request):
            let type = InterfaceType.declared("\(resource).\(request.name.source)")
            return arguments + [ParameterInterface(label: nil, type: type, hasDefault: request.isOptional)]
        case .body(let body):
            var type = names.type(body.type)
            if case .binary = body.format { type = .builtin("RequestBody") }
            let parameter = ParameterInterface(
                label: nil, type: body.isOptional ? .optional(type) : type, hasDefault: body.isOptional)
            return arguments + [parameter]
        case nil: return arguments
        }
    }

    private var result: InterfaceType? {
        switch method.response {
        case .none: nil
        case .value(let value): names.result(value, of: method)
        case .byStatus(let name, _): .declared("\(resource).\(name.source)")
        }
    }

    // MARK: Types

    /// What the request and the response declare within the resource.
    var types: [TypeInterface] {
        var types: [TypeInterface] = []
        if case .structure(let request) = method.request { types.append(type(of: request)) }
        if case .byStatus(let name, let cases) = method.response {
            var type = TypeInterface(name: "\(resource).\(name.source)", origin: origin, kind: .response)
            type.cases = cases.map { element in
                CaseInterface(
                    name: element.name.source, origin: StatusText.text(element.status),
                    type: element.value.map(names.type))
            }
            types.append(type)
        }
        if let headers = method.headers {
            types.append(HeaderReading(names.plan).type(headers, in: resource, origin: origin))
        }
        return types
    }

    private func type(of request: RequestStructurePlan) -> TypeInterface {
        var type = TypeInterface(name: "\(resource).\(request.name.source)", origin: origin, kind: .request)
        let isRaw = if case .binary = request.body { true } else { false }
        let members = MemberReading(isMutable: true) { [names] reference, place in
            if isRaw, place == .body { return .builtin("RequestBody") }
            return names.type(reference)
        }
        type.properties = request.members.map { members.property($0.member, at: $0.place) }
        type.initializers = [MemberReading.initializer(type.properties)]
        type.conformances = ["Equatable"]
        return type
    }
}
