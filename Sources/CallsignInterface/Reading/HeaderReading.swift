import CallsignPlan

/// Reads the types of responses' headers.
struct HeaderReading {
    private let plan: ClientPlan
    private let names: InterfaceTypes

    init(_ plan: ClientPlan) {
        self.plan = plan
        names = InterfaceTypes(plan: plan)
    }

    /// Those that more than one response has. They are found again by what they are called, since nothing in the
    /// description is.
    var types: [TypeInterface] {
        plan.headers.compactMap { headers in
            headers.name.map { type(headers, named: $0.source, origin: "headers \($0.source)") }
        }
    }

    /// The type of a method's or a failure's headers. Where it is another name, callers see the same.
    func type(_ reference: HeadersReference, in parent: String, origin: String) -> TypeInterface {
        let headers = plan.headers[reference.index]
        var type = type(headers, named: "\(parent).\(reference.name.source)", origin: origin)
        type.isSecondName = headers.name != nil
        return type
    }

    private func type(_ headers: HeadersPlan, named name: String, origin: String) -> TypeInterface {
        var type = TypeInterface(name: name, origin: origin, kind: .headers)
        type.properties = headers.members.map { header in
            PropertyInterface(
                name: header.name.source, origin: header.wireName.lowercased(),
                type: .optional(names.type(header.type)), isDeprecated: header.isDeprecated)
        }
        return type
    }
}
