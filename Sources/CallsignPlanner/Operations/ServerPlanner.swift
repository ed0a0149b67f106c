import CallsignOpenAPI
import CallsignPlan

/// Plans the addresses of the API.
enum ServerPlanner {
    static func plan(_ server: Server) -> ServerPlan {
        var url = server.url
        for variable in server.variables {
            url = replacing("{\(variable.name)}", in: url, with: variable.defaultValue)
        }
        while url.hasSuffix("/") { url.removeLast() }
        return ServerPlan(
            url: url, documentation: Documentation([server.name.map(OperationPlanner.sentence), server.description]))
    }

    /// The servers that apply unless an operation has its own: the document's, or those that most operations name.
    static func defaults(_ document: ResolvedDocument) -> [ServerPlan] {
        let own = document.servers.map(plan).filter { !$0.url.isEmpty }
        if !own.isEmpty { return own }
        var counts: [(url: String, servers: [ServerPlan], count: Int)] = []
        for operation in document.operations where !operation.servers.isEmpty {
            let servers = operation.servers.map(plan)
            if let index = counts.firstIndex(where: { $0.url == servers[0].url }) {
                counts[index].count += 1
            } else {
                counts.append((servers[0].url, servers, 1))
            }
        }
        var best: (url: String, servers: [ServerPlan], count: Int)?
        for entry in counts where entry.count > best?.count ?? 0 { best = entry }
        return best?.servers ?? document.servers.map(plan)
    }

    private static func replacing(_ part: String, in text: String, with replacement: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: part) {
            result += rest[..<start.lowerBound]
            result += replacement
            rest = rest[start.upperBound...]
        }
        return result + rest
    }
}
