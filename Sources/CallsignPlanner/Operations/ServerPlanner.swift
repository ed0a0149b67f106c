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

    static func defaults(_ document: ResolvedDocument) -> [ServerPlan] { defaultServers(document).map(plan) }

    /// The servers that apply unless an operation has its own: the document's, or those that most operations name.
    static func defaultServers(_ document: ResolvedDocument) -> [Server] {
        let own = document.servers.filter { !plan($0).url.isEmpty }
        if !own.isEmpty { return own }
        var counts: [(url: String, servers: [Server], count: Int)] = []
        for operation in document.operations {
            guard let first = operation.servers.first.map(plan) else { continue }
            if let index = counts.firstIndex(where: { $0.url == first.url }) {
                counts[index].count += 1
            } else {
                counts.append((first.url, operation.servers, 1))
            }
        }
        var best: (url: String, servers: [Server], count: Int)?
        for entry in counts where entry.count > best?.count ?? 0 { best = entry }
        return best?.servers ?? document.servers
    }

    static func replacing(_ part: String, in text: String, with replacement: String) -> String {
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
