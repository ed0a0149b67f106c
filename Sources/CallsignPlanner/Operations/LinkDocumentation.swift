import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Says in a method's documentation which methods its answer leads to, and by which of its parts.
struct LinkDocumentation {
    let document: ResolvedDocument

    /// A method with the way to it from a client.
    private struct Target {
        var call: String
        var method: MethodPlan
    }

    func add(to resources: inout [ResourcePlan]) {
        var linked: [SourceMark: [(link: Link, operation: Operation)]] = [:]
        for operation in document.operations {
            var names: Set<String> = []
            for link in operation.responses.filter({ ResponsePlanner.isSuccess($0.status) }).flatMap(\.links) {
                guard names.insert(link.name).inserted, let target = document.operation(of: link) else { continue }
                linked[operation.mark, default: []].append((link, target))
            }
        }
        if linked.isEmpty { return }
        var targets: [SourceMark: Target] = [:]
        note(resources, "client", in: &targets)
        add(linked, targets, to: &resources)
    }

    /// An operation may be offered as several methods, of which the first stands for all.
    private func note(_ resources: [ResourcePlan], _ path: String, in targets: inout [SourceMark: Target]) {
        for resource in resources {
            let path = path + "." + resource.propertyName.text
            for method in resource.methods where targets[method.mark] == nil {
                targets[method.mark] = Target(call: path + "." + method.name.text, method: method)
            }
            note(resource.children, path, in: &targets)
        }
    }

    private func add(
        _ linked: [SourceMark: [(link: Link, operation: Operation)]], _ targets: [SourceMark: Target],
        to resources: inout [ResourcePlan]
    ) {
        for index in resources.indices {
            for number in resources[index].methods.indices {
                let links = linked[resources[index].methods[number].mark] ?? []
                resources[index].methods[number].documentation.paragraphs += links.compactMap { link, operation in
                    targets[operation.mark].map { text(link, operation, $0) }
                }
            }
            add(linked, targets, to: &resources[index].children)
        }
    }

    // MARK: Sentences

    private func text(_ link: Link, _ operation: Operation, _ target: Target) -> String {
        var values = link.parameters.compactMap { name, value -> String? in
            guard let parameter = Link.parameter(name.text, of: operation) else { return nil }
            return "\(Self.phrase(value)) as `\(Self.code(self.name(of: parameter, target.method)))`"
        }
        if let body = link.requestBody { values.append("\(Self.phrase(body)) as its body") }
        var sentence = "Leads to `\(target.call)`"
        if let last = values.popLast() {
            let first = values.isEmpty ? "" : values.joined(separator: ", ") + " and "
            sentence += ", which takes \(first)\(last)"
        }
        let description = link.description.map { " " + OperationPlanner.sentence($0) } ?? ""
        return sentence + "." + description
    }

    /// What callers know a parameter by.
    private func name(of parameter: Parameter, _ method: MethodPlan) -> String {
        if let argument = method.arguments.first(where: { $0.wireName == parameter.name }), parameter.location == .path
        {
            return argument.name.text
        }
        if case .structure(let request) = method.request,
            let member = request.members.first(where: { $0.member.wireName == parameter.name })
        {
            return member.member.name.text
        }
        return parameter.name
    }

    /// A runtime expression in words (OpenAPI 3.1.1, section 4.8.20.4); others as they are written.
    static func phrase(_ value: String) -> String {
        let isBraced = value.hasPrefix("{") && value.hasSuffix("}")
        let expression = isBraced ? String(value.dropFirst().dropLast()) : value
        for (start, owner) in [("$response.", "the answer"), ("$request.", "the request")] {
            guard expression.hasPrefix(start) else { continue }
            let rest = expression.dropFirst(start.count)
            if rest == "body" { return owner }
            if rest.hasPrefix("body#/") {
                let path = rest.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false).joined(
                    separator: ".")
                return "\(owner)'s `\(code(path))`"
            }
            guard let dot = rest.firstIndex(of: "."), dot != rest.startIndex else { continue }
            let name = code(String(rest[rest.index(after: dot)...]))
            return rest.hasPrefix("header.") ? "\(owner)'s header `\(name)`" : "\(owner)'s `\(name)`"
        }
        return "`\(code(value))`"
    }

    /// Text for a code span of Markdown, which can't hold its own delimiter or a line break.
    private static func code(_ text: String) -> String {
        String(text.map { $0 == "`" ? "'" : ($0.isNewline ? " " : $0) })
    }
}
