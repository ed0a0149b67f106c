import CallsignPlan

/// Reads the addresses among which users of a client choose.
struct ServerReading {
    private let plan: ClientPlan

    init(_ plan: ClientPlan) {
        self.plan = plan
    }

    private var name: String { "\(plan.clientName.source).\(ServerChoicePlan.type.source)" }

    /// The parameter by which a client is told; none where there is no choice.
    var parameters: [ParameterInterface] {
        if plan.serverChoice == nil { return [] }
        return [ParameterInterface(label: ServerChoicePlan.label.source, type: .declared(name), hasDefault: true)]
    }

    var types: [TypeInterface] {
        guard let choice = plan.serverChoice else { return [] }
        var type = TypeInterface(name: name, origin: "servers", kind: .structure)
        type.conformances = ["Hashable"]
        let text = InterfaceType.builtin("String")
        type.initializers = [
            FunctionInterface(name: "init", role: .make, parameters: [ParameterInterface(label: "url", type: text)])
        ]
        type.properties = [PropertyInterface(name: "url", origin: "url", type: text)]
        for server in choice.servers {
            if server.variables.isEmpty {
                type.properties.append(
                    PropertyInterface(
                        name: server.name.source, origin: server.url, type: .declared(name), isStatic: true))
            } else {
                type.functions.append(function(server, choice))
            }
        }
        return [type] + choice.enumerations.map { enumeration($0) }
    }

    private func function(_ server: ServerChoicePlan.Server, _ choice: ServerChoicePlan) -> FunctionInterface {
        FunctionInterface(
            name: server.name.source, role: .make, origin: server.url,
            parameters: server.variables.map { variable in
                let type: InterfaceType =
                    switch variable.value {
                    case .text: .builtin("String")
                    case .listed(let index, _): .declared("\(name).\(choice.enumerations[index].name.source)")
                    }
                return ParameterInterface(label: variable.name.source, type: type, hasDefault: true)
            }, result: .declared(name), isStatic: true)
    }

    private func enumeration(_ plan: ServerChoicePlan.Enumeration) -> TypeInterface {
        var type = TypeInterface(
            name: "\(name).\(plan.name.source)", origin: plan.name.text, kind: .closedEnumeration)
        type.conformances = ["CaseIterable"]
        type.cases = plan.cases.map { CaseInterface(name: $0.name.source, origin: $0.value) }
        type.target = .builtin("String")
        return type
    }
}
