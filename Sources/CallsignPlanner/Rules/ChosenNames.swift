import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Reports names that the description or the configuration chose and that can't be what they are chosen for: no
/// identifiers, or taken by Swift or the runtime. Without this they would be passed over in silence.
struct ChosenNames {
    let document: ResolvedDocument
    let settings: PlanSettings
    let sink: DiagnosticSink

    static let key = "x-callsign-name"
    /// What may also come of a part of the description that couldn't be read.
    static let nameOfNothing = "name-of-nothing"
    static let enumerationKey = "x-callsign-enum-names"

    func check() {
        for schema in document.schemas { check(schema) }
        for operation in document.operations { check(operation) }
        for (key, name) in settings.typeNames { check(name, .type, at: key.mark) }
        checkKeys()
        for rule in settings.parameters {
            if let name = rule.swiftName { check(name, .argument, at: rule.mark) }
        }
        for (key, rule) in settings.operations {
            if let name = rule.name { check(name, .method, at: key.mark) }
            for method in rule.methods { check(method.name, .method, at: method.mark) }
        }
    }

    /// Reports names that are for nothing, most likely since what they are for is misspelt.
    private func checkKeys() {
        for key in settings.typeNames.map(\.key) {
            let isThere = document.schemas.contains { $0.name == key.value || $0.pointer.hasSuffix(key.value) }
            let isUnused = document.unusedComponents.contains {
                "/components/\($0.kind)/\($0.name)".hasSuffix(key.value)
            }
            if isThere || isUnused { continue }
            report(key, "schema", among: document.schemas.compactMap(\.name))
        }
        let tags = document.tags.map(\.name) + document.operations.flatMap(\.tags)
        for key in settings.resources.map(\.key) where !tags.contains(key.value) { report(key, "tag", among: tags) }
    }

    private func report(_ key: PlanSettings.Marked<String>, _ what: String, among names: [String]) {
        let near = NearMatch.best(for: key.value, among: names)
        sink.error(
            Self.nameOfNothing, "the description has no \(what) \(Quotation(key.value)) to name", at: key.mark,
            remedy: near.map { "did you mean '\($0)'?" } ?? "remove it, or write a \(what) as the description does")
    }

    /// Whether the name of a schema is its type's, rather than that of the property that it stands in.
    static func isTypeName(_ schema: Schema) -> Bool {
        schema.name != nil || schema.pointer.hasSuffix("/schema")
    }

    private func check(_ schema: Schema) {
        if let node = schema.extended(Self.key) { check(node, Self.isTypeName(schema) ? .type : .member) }
        for entry in schema.extended(Self.enumerationKey)?.mapping?.entries ?? [] {
            check(entry.value, .enumerationCase)
        }
    }

    private func check(_ operation: Operation) {
        if let node = operation.extensions.value(of: Self.key) { check(node, .method) }
        for method in operation.extensions.value(of: "x-callsign-methods")?.sequence ?? [] {
            if let node = method["name"] { check(node, .method) }
        }
        for header in operation.responses.flatMap(\.headers) {
            if let node = header.extensions.value(of: Self.key) { check(node, .member) }
        }
        for parameter in operation.parameters {
            if let node = parameter.extensions.value(of: Self.key) {
                check(node, parameter.location == .path ? .argument : .member)
            }
        }
    }

    private func check(_ node: Node, _ position: NameScope.Position) {
        guard let name = node.string else {
            sink.error("wrong-type", "a name is a text", at: node.mark)
            return
        }
        check(name, position, at: node.mark)
    }

    private func check(_ name: String, _ position: NameScope.Position, at mark: SourceMark?) {
        let scope = NameScope(position, settings: settings.naming)
        guard !scope.accepts(name) else { return }
        let other = scope.name(name).text
        sink.error(
            "unusable-name", "\(Quotation(name)) can't be the name of \(noun(position))", at: mark,
            remedy: "choose another, such as '\(other)'")
    }

    private func noun(_ position: NameScope.Position) -> String {
        switch position {
        case .type: "a type"
        case .member: "a property"
        case .enumerationCase: "a value of an enumeration"
        case .method: "a method"
        case .argument: "an argument"
        case .module: "a module"
        }
    }
}
