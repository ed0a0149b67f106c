import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// The tree of resources that methods are sorted into, before and after its parts have names.
struct ResourcePlanner {
    let document: ResolvedDocument
    let settings: PlanSettings

    /// One resource with the indices of its methods.
    struct Node: Sendable {
        var word: String
        /// What the word comes to as a member of the client.
        var name: String
        var path: [String]
        var methods: [Int] = []
        var children: [Node] = []
    }

    /// - Parameter paths: the resource path of each method. Words that come to the same name are one resource.
    func tree(_ paths: [[String]]) -> [Node] {
        var root = Node(word: "", name: "", path: [])
        let scope = NameScope(.member, settings: settings.naming)
        var names: [String: String] = [:]
        for word in Set(paths.joined()) { names[word] = scope.name(word).text }
        for (index, path) in paths.enumerated() { add(index, path[...], names, to: &root) }
        return root.children
    }

    private func add(_ method: Int, _ path: ArraySlice<String>, _ names: [String: String], to node: inout Node) {
        guard let word = path.first else {
            node.methods.append(method)
            return
        }
        let position: Int
        let name = names[word] ?? word
        if let known = node.children.indices.first(where: { node.children[$0].name == name }) {
            position = known
        } else {
            position = node.children.count
            node.children.append(Node(word: word, name: name, path: node.path + [word]))
        }
        add(method, path.dropFirst(), names, to: &node.children[position])
    }

    /// Resources with names, in the order of their first operations.
    ///
    /// - Parameters:
    ///   - taken: the names at the top of the module.
    ///   - around: the types of the resources that these ones are in or beside of.
    func plan(
        _ nodes: [Node], methods: [MethodPlan], taken: Set<String>, around: Set<String> = []
    ) -> [ResourcePlan] {
        let candidates = nodes.map { NameScope.Candidate($0.word) }
        // A resource nested in the client would hide a model of the same name from the resource's methods.
        let typeNames = NameScope(
            .type, settings: settings.naming, taken: taken, nearby: around, suffix: ResourcePlan.typeSuffix
        )
        .names(for: candidates).names
        let propertyNames = NameScope(
            .member, settings: settings.naming, taken: ["acting", "core", "fromEnvironment", "init", "withResponse"]
        )
        .names(for: candidates).names
        let inner = around.union(typeNames.map(\.text))
        return nodes.indices.map { index in
            let node = nodes[index]
            return ResourcePlan(
                typeName: typeNames[index], propertyName: propertyNames[index],
                documentation: documentation(node),
                methods: named(node.methods.map { methods[$0] }, taken: taken, around: inner),
                children: plan(node.children, methods: methods, taken: taken, around: inner))
        }
    }

    private func documentation(_ node: Node) -> Documentation {
        let tag = document.tags.first { tag in
            tag.name == node.word || tag.extensions["x-callsign-name"]?.string == node.path.joined(separator: ".")
                || settings.resources.contains {
                    $0.key.value == tag.name && $0.name == node.path.joined(separator: ".")
                }
        }
        let link = tag?.externalDocs.map { "See [\($0.description ?? "more")](\($0.url))." }
        let summary = tag?.summary.map(OperationPlanner.sentence)
        guard summary != nil || tag?.description != nil else {
            return Documentation(["Operations on \(node.word).", link])
        }
        return Documentation([summary, tag?.description, link])
    }

    /// Gives the types that are nested in a resource their names.
    private func named(_ methods: [MethodPlan], taken: Set<String>, around: Set<String>) -> [MethodPlan] {
        let scope = NameScope(.type, settings: settings.naming, taken: taken, nearby: around)
        let names = scope.names(for: methods.map(\.name.text), endings: ["request", "response", "headers"])
        var result = methods
        for index in result.indices {
            if case .structure(var request) = result[index].request {
                request.name = names[3 * index]
                result[index].request = .structure(request)
            }
            if case .byStatus(_, let cases) = result[index].response {
                result[index].response = .byStatus(name: names[3 * index + 1], cases: cases)
            }
            result[index].headers?.name = names[3 * index + 2]
        }
        return result
    }
}
