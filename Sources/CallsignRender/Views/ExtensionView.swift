import CallsignPlan

/// What templates see of an extension (`x-…`) of the description: data, in forms that are safe where they stand.
enum ExtensionView {
    static let view: ViewShape<ExtensionPlan> = view(depth: 3)

    /// - Parameter depth: how deep the values may be that templates take apart.
    private static func view(depth: Int) -> ViewShape<ExtensionPlan> {
        ViewShape("extension", "An extension of the description, or a part of one.") { fields in
            fields.text("name", "Its name, as a string literal; of an element of a list, the empty one.") {
                .literal($0.name)
            }
            fields.text("literal", "The value as a string literal: a list or an object is JSON text.") {
                .literal($0.value.text)
            }
            fields.text("rawLiteral", "The same with as few backslashes as there can be.") {
                .rawLiteral($0.value.text)
            }
            fields.text("comment", "The value for a comment, on one line, without its slashes.") {
                .comment($0.value.text)
            }
            fields.text("number", "The value as a number literal; empty where it is none.") {
                $0.value.number.map { Literal.source(of: $0) }
            }
            fields.flag("isTrue", "Whether the value is `true`.") { $0.value.isTrue }
            guard depth > 0 else { return }
            let inner = view(depth: depth - 1)
            fields.objects("items", "The elements of a list; three levels deep.", inner) { plan in
                plan.value.items.map { ExtensionPlan(name: "", value: $0) }
            }
            fields.objects("members", "The members of an object, in their order; three levels deep.", inner) {
                $0.value.members
            }
            fields.named("values", "The members of an object, by their names.", inner) { plan in
                plan.value.members.map { ($0.name, $0) }
            }
        }
    }
}

extension ViewFields {
    /// What the description says of the source beside OpenAPI.
    mutating func extensions(_ read: @escaping @Sendable (Source) -> [ExtensionPlan]) {
        named("extensions", "Extensions of the description by name, such as `extensions.x-team`.", ExtensionView.view) {
            read($0).map { ($0.name, $0) }
        }
    }
}
