import CallsignPlan

/// A name for another type.
struct AliasSource {
    let target: TypeReference
    let type: TypePlan
    let context: RenderContext

    static let view: ViewShape<AliasSource> = ViewShape("alias", "A name for another type.") { fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") {
            TypeDocumentation.lines(of: $0.type)
        }
        fields.text("name", "The type's name.") { .identifier($0.type.name) }
        fields.text("target", "The type that it names.") { $0.context.type($0.target) }
        fields.extensions { $0.context.plan.extensions[$0.type.mark] }
    }
}
