import CallsignPlan

/// Reads the enumerations of what can go wrong.
struct ErrorReading {
    private let plan: ClientPlan

    init(_ plan: ClientPlan) {
        self.plan = plan
    }

    /// Cases that all of them have are left out: no description changes them.
    var types: [TypeInterface] {
        let names = InterfaceTypes(plan: plan)
        return plan.errors.flatMap { error in
            var type = TypeInterface(name: error.name.source, origin: "error", kind: .error)
            type.cases = error.cases.map { element in
                CaseInterface(
                    name: element.name.source, origin: StatusText.text(element.status),
                    type: .generic("CallFailure", [names.type(element.body)]))
            }
            if !error.cases.contains(where: { $0.status == .default }) {
                type.cases.append(
                    CaseInterface(
                        name: "undocumented", origin: "undocumented",
                        type: .generic("CallFailure", [.builtin("JSONValue")])))
            }
            let headers = error.cases.compactMap { element in
                element.headers.map {
                    HeaderReading(plan).type(
                        $0, in: type.name, origin: "headers of \(StatusText.text(element.status)) of \(type.name)")
                }
            }
            return [type] + headers
        }
    }
}
