import CallsignPlan

/// A name for another type.
struct AliasSource {
    let target: TypeReference
    let type: TypeSource

    static let view: ViewShape<AliasSource> = ViewShape("alias", "A name for another type.") { fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.type.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.type.documentation }
        fields.text("name", "The type's name.") { $0.type.name }
        fields.text("target", "The type that it names.") { $0.type.context.type($0.target) }
        fields.extensions { $0.type.extensions }
    }
}
