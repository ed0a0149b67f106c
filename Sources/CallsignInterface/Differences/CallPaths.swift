/// How callers reach the declarations of a client.
struct CallPaths {
    /// By the names of resources' types: `client.calls`.
    private var paths: [String: String] = [:]

    init(_ client: ClientInterface) {
        for type in client.types where type.kind == .client || type.kind == .resource {
            if type.kind == .client { paths[type.name] = "client" }
            guard let path = paths[type.name] else { continue }
            for property in type.properties {
                if case .declared(let name) = property.type { paths[name] = "\(path).\(property.name)" }
            }
        }
    }

    func path(to resource: TypeInterface) -> String { paths[resource.name] ?? resource.name }

    /// Such as `client.calls.update(_:_:options:)`.
    func path(to member: DeclarationPairing.Member) -> String {
        let isOfType = member.function.isStatic || member.function.name == "init"
        let owner = isOfType ? member.owner.name : path(to: member.owner)
        return "\(owner).\(member.function.signature)"
    }
}
