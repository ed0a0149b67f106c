import CallsignPlan

/// A parameter of a generated function.
struct Parameter {
    /// The label, if it differs, and the name, as a declaration has them: `_ request`.
    var declaration: SafeText
    var type: SafeText
    /// The default value; nothing where callers must give one.
    var defaultValue: SafeText?
    /// What the description says of a parameter of the API beside OpenAPI.
    var extensions: [ExtensionPlan] = []

    static let view: ViewShape<Parameter> = ViewShape("parameter", "A parameter of a function.") { fields in
        fields.text("parameter", "The label and the name, such as `_ request`.") { $0.declaration }
        fields.text("type", "The type.") { $0.type }
        fields.text("default", "The default value with its sign, such as ` = nil`; empty where there is none.") {
            $0.defaultValue.map { " = \($0)" }
        }
        fields.extensions { $0.extensions }
    }

    /// What every method takes last.
    static func options(_ context: RenderContext) -> Parameter {
        let type: SafeText = "\(context.runtimePrefix)CallOptions"
        return Parameter(declaration: "options", type: type, defaultValue: "\(type)()")
    }
}
