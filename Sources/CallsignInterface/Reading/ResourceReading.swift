import CallsignPlan

/// Reads the groups of operations, with the types that are nested in them.
struct ResourceReading {
    private let plan: ClientPlan

    init(_ plan: ClientPlan) {
        self.plan = plan
    }

    var types: [TypeInterface] { plan.resources.flatMap { types(of: $0, in: plan.clientName.source) } }

    static func properties(_ resources: [ResourcePlan], in parent: String) -> [PropertyInterface] {
        resources.map { resource in
            PropertyInterface(
                name: resource.propertyName.source, origin: resource.propertyName.source,
                type: .declared("\(parent).\(resource.typeName.source)"))
        }
    }

    private func types(of resource: ResourcePlan, in parent: String) -> [TypeInterface] {
        let name = "\(parent).\(resource.typeName.source)"
        var type = TypeInterface(name: name, origin: name, kind: .resource)
        let methods = resource.methods.map { MethodReading($0, in: name, of: plan) }
        type.properties = Self.properties(resource.children, in: name)
        type.functions = methods.flatMap(\.functions)
        return [type] + methods.flatMap(\.types) + resource.children.flatMap { types(of: $0, in: name) }
    }
}
