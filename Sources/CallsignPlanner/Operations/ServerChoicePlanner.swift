import CallsignOpenAPI
import CallsignPlan

/// Plans the choice among the servers that a description names, for all operations or for some.
struct ServerChoicePlanner {
    let document: ResolvedDocument
    let settings: PlanSettings

    /// A variable that callers choose the value of, by the values among which they choose; empty for any text.
    private struct Choice: Hashable {
        var variable: String
        var values: [String]
    }

    /// - Parameter taken: what else the client's initialiser takes.
    /// - Returns: nothing where there is nothing to choose.
    func plan(taken: Set<String>) -> ServerChoicePlan? {
        let servers = servers
        let variables = servers.flatMap { self.variables(of: $0) }
        guard servers.count > 1 || !variables.isEmpty, !taken.contains(ServerChoicePlan.label.text) else { return nil }
        let choices = distinct(variables.filter { $0.values.count > 1 }.map(choice))
        let enumerations = enumerations(choices)
        let names = NameScope(.member, settings: settings.naming, taken: ["url"])
            .names(for: self.names(of: servers).map { NameScope.Candidate($0) }).names
        return ServerChoicePlan(
            servers: zip(servers, names).map { server, name in
                plan(server, named: name, choices: choices, enumerations)
            }, enumerations: enumerations)
    }

    /// Those that apply by default, and those of operations that have a choice of their own.
    private var servers: [Server] {
        var servers: [Server] = []
        var seen: Set<String> = []
        let own = document.operations.map(\.servers).filter { list in
            list.count > 1 || list.contains { !variables(of: $0).isEmpty }
        }
        for server in ServerPlanner.defaultServers(document) + own.joined()
        where !ServerPlanner.plan(server).url.isEmpty && seen.insert(server.url).inserted {
            servers.append(server)
        }
        return servers
    }

    /// The variables that can have more than one value.
    private func variables(of server: Server) -> [Server.Variable] {
        server.variables.filter { $0.values.count != 1 && server.url.contains("{\($0.name)}") }
    }

    private func choice(_ variable: Server.Variable) -> Choice {
        Choice(variable: variable.name, values: variable.values)
    }

    private func distinct(_ choices: [Choice]) -> [Choice] {
        var seen: Set<Choice> = []
        return choices.filter { seen.insert($0).inserted }
    }

    // MARK: Parts

    private func plan(
        _ server: Server, named name: Identifier, choices: [Choice], _ enumerations: [ServerChoicePlan.Enumeration]
    ) -> ServerChoicePlan.Server {
        var url = server.url
        while url.hasSuffix("/") { url.removeLast() }
        for variable in server.variables where variable.values.count == 1 {
            url = ServerPlanner.replacing("{\(variable.name)}", in: url, with: variable.values[0])
        }
        let variables = self.variables(of: server)
        let names = NameScope(.argument, settings: settings.naming)
            .names(for: variables.map { NameScope.Candidate($0.name) }).names
        return ServerChoicePlan.Server(
            name: name, url: url,
            variables: zip(variables, names).map { variable, name in
                ServerChoicePlan.Variable(
                    name: name, wireName: variable.name, value: value(of: variable, choices, enumerations),
                    documentation: Documentation([variable.description]))
            },
            documentation: Documentation([server.name.map(OperationPlanner.sentence), server.description]))
    }

    private func value(
        of variable: Server.Variable, _ choices: [Choice], _ enumerations: [ServerChoicePlan.Enumeration]
    ) -> ServerChoicePlan.Variable.Value {
        guard let index = choices.firstIndex(of: choice(variable)) else {
            return .text(defaultValue: variable.defaultValue)
        }
        let cases = enumerations[index].cases
        let usual = cases.first { $0.value == variable.defaultValue } ?? cases[0]
        return .listed(enumeration: index, defaultCase: usual.name)
    }

    private func enumerations(_ choices: [Choice]) -> [ServerChoicePlan.Enumeration] {
        // Variables of one name that have different values tell themselves apart by these.
        let words = choices.map { choice in
            choices.count { $0.variable == choice.variable } == 1
                ? choice.variable : ([choice.variable] + choice.values.prefix(1)).joined(separator: "_")
        }
        let names = NameScope(.type, settings: settings.naming, taken: [ServerChoicePlan.type.text])
            .names(for: words.map { NameScope.Candidate($0) }).names
        return zip(choices, names).map { choice, name in
            var seen: Set<String> = []
            let values = choice.values.filter { seen.insert($0).inserted }
            let cases = NameScope(.enumerationCase, settings: settings.naming)
                .names(for: values.map { NameScope.Candidate($0) }).names
            return ServerChoicePlan.Enumeration(
                name: name, cases: zip(cases, values).map { ($0, $1) },
                documentation: Documentation(["The values of `\(choice.variable)` in an address."]))
        }
    }

    // MARK: Names

    /// The words of the servers' names: their own, those of a short description, or what only their address has.
    private func names(of servers: [Server]) -> [String] {
        let addresses = servers.map { Self.words(Self.withoutVariables($0.url)) }
        let names = zip(servers, addresses).map { server, address in
            if let name = server.name, !Self.words(name).isEmpty { return name }
            if let words = server.description.flatMap(Self.telling) { return words }
            let common = addresses.dropFirst().reduce(Set(addresses[0])) { $0.intersection($1) }
            let own = address.filter { !common.contains($0) }
            return own.isEmpty ? "standard" : own.prefix(4).joined(separator: "_")
        }
        var counts: [String: Int] = [:]
        return names.map { name in
            counts[name, default: 0] += 1
            return counts[name] == 1 ? name : "\(name)_\(counts[name] ?? 0)"
        }
    }

    private static let articles: Set<String> = ["a", "an", "our", "the", "this", "use", "your"]
    private static let kinds: Set<String> = [
        "address", "api", "endpoint", "endpoints", "env", "environment", "host", "server", "servers", "url",
    ]

    /// A description's words without those that any server could have, if there are few.
    private static func telling(_ description: String) -> String? {
        let line = description.prefix { $0 != "\n" && $0 != "." && $0 != "(" && $0 != "," && $0 != ":" }
        var words = self.words(String(line))
        while let first = words.first, articles.contains(first.lowercased()) { words.removeFirst() }
        while words.count > 1, let last = words.last, kinds.contains(last.lowercased()) { words.removeLast() }
        let isTelling = (1...3).contains(words.count) && !kinds.contains(words[0].lowercased())
        return isTelling ? words.joined(separator: "_") : nil
    }

    private static func withoutVariables(_ url: String) -> String {
        var result = ""
        var isVariable = false
        for character in url {
            if character == "{" { isVariable = true }
            if !isVariable { result.append(character) }
            if character == "}" { isVariable = false }
        }
        return result
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
