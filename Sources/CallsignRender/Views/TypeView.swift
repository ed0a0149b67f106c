import CallsignPlan

/// What declarations of types of all kinds have. It leaves the type where it is, in the plan.
struct TypeSource {
    let id: TypeID
    let context: RenderContext

    var plan: TypePlan { context.plan.types[id.index] }

    var name: SafeText { context.types.name(of: id) }

    /// The lines of the documentation comment.
    var documentation: SafeLines {
        var lines = SafeLines.documentation(plan.documentation.paragraphs)
        // The attribute would make the client's own uses of the type warn whoever builds it.
        if plan.isDeprecated { lines += (lines.isEmpty ? [] : ["///"]) + ["/// - Warning: Deprecated by the API."] }
        return lines
    }

    /// Whether a model's values are compared by what is sent of them, which is all that they hold.
    var isComparedAsSent: Bool {
        let conformances = plan.conformances
        return conformances.isEquatable && conformances.isEncodable && !conformances.isHashable && !plan.isReceived
    }

    var extensions: [ExtensionPlan] { context.plan.extensions[plan.mark] }
}
