import CallsignPlan

/// The servers among which users of a client choose.
struct ServerChoiceSource {
    let plan: ServerChoicePlan

    /// The parameter of initialisers that takes one.
    static func parameter(of plan: ServerChoicePlan) -> Parameter? {
        guard let first = plan.servers.first else { return nil }
        let call: SafeText = first.variables.isEmpty ? "" : "()"
        return Parameter(
            declaration: .identifier(ServerChoicePlan.label), type: .identifier(ServerChoicePlan.type),
            defaultValue: ".\(.identifier(first.name))\(call)")
    }

    /// The argument that passes it on, if it is among an initialiser's parameters.
    static func forwarded(_ parameters: [Parameter]) -> [SafeText] {
        let name: SafeText = .identifier(ServerChoicePlan.label)
        return parameters.contains { $0.declaration == name } ? ["\(name): \(name)"] : []
    }

    static let view: ViewShape<ServerChoiceSource> = ViewShape(
        "serverChoice", "The servers among which users of a client choose."
    ) { fields in
        fields.objects("servers", "The servers.", ServerSource.view) { source in
            source.plan.servers.map { ServerSource(plan: $0, choice: source.plan) }
        }
        fields.objects("enumerations", "The values of their variables.", ServerEnumerationView.view) {
            $0.plan.enumerations
        }
    }
}

struct ServerSource {
    let plan: ServerChoicePlan.Server
    let choice: ServerChoicePlan

    private func parameter(_ variable: ServerChoicePlan.Variable) -> Parameter {
        switch variable.value {
        case .text(let value):
            Parameter(declaration: .identifier(variable.name), type: "String", defaultValue: .literal(value))
        case .listed(let index, let usual):
            Parameter(
                declaration: .identifier(variable.name), type: .identifier(choice.enumerations[index].name),
                defaultValue: ".\(.identifier(usual))")
        }
    }

    static let view: ViewShape<ServerSource> = ViewShape("server", "A server of the API.") { fields in
        fields.lines("documentation", "The lines of the documentation comment.") { source in
            let about = SafeLines.documentation(source.plan.documentation.paragraphs)
            let parameters = ParameterDocumentation.lines(source.plan.variables.map { ($0.name, $0.documentation) })
            return about + (about.isEmpty || parameters.isEmpty ? [] : ["///"]) + parameters
        }
        fields.text("name", "The constant's or the function's name.") { .identifier($0.plan.name) }
        fields.text("url", "The address, with variables in braces, as a string literal.") { .literal($0.plan.url) }
        fields.flag("isConstant", "Whether nothing of the address varies.") { $0.plan.variables.isEmpty }
        fields.objects("parameters", "The variables as parameters.", Parameter.view) { source in
            source.plan.variables.map { source.parameter($0) }
        }
        fields.objects("variables", "The variables with their values.", ServerVariableView.view) { $0.plan.variables }
    }
}

enum ServerVariableView {
    static let view: ViewShape<ServerChoicePlan.Variable> = ViewShape(
        "serverVariable", "A part of an address that varies."
    ) { fields in
        fields.text("wireName", "The variable's name, as a string literal.") { .literal($0.wireName) }
        fields.text("value", "Its value, as an expression.") { variable in
            switch variable.value {
            case .text: .identifier(variable.name)
            case .listed: "\(.identifier(variable.name)).rawValue"
            }
        }
    }
}

enum ServerEnumerationView {
    static let view: ViewShape<ServerChoicePlan.Enumeration> = ViewShape(
        "serverEnumeration", "The values that a part of an address can have."
    ) { fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.documentation.paragraphs)
        }
        fields.text("name", "The type's name.") { .identifier($0.name) }
        fields.objects("cases", "The values.", ServerEnumerationCase.view) { plan in
            plan.cases.map { ServerEnumerationCase(name: $0.name, value: $0.value) }
        }
    }
}

struct ServerEnumerationCase {
    let name: Identifier
    let value: String

    static let view: ViewShape<ServerEnumerationCase> = ViewShape("serverEnumerationCase", "A value.") { fields in
        fields.text("name", "The case's name.") { .identifier($0.name) }
        fields.text("value", "The value, as a string literal.") { .literal($0.value) }
    }
}
