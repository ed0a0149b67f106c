/// Headers that responses are described with: a structure that reads them.
package struct HeadersPlan: Sendable {
    /// The type's name where more than one place has the same headers; otherwise it is declared where they belong.
    package var name: Identifier?
    package var members: [HeaderPlan]

    package init(name: Identifier?, members: [HeaderPlan]) {
        self.name = name
        self.members = members
    }
}

/// A header, which is `nil` where a response doesn't have it.
package struct HeaderPlan: Sendable {
    package enum Form: Hashable, Sendable {
        /// The style `simple`.
        case simple(explode: Bool)
        case json
    }

    package var name: Identifier
    package var wireName: String
    package var type: TypeReference
    package var form: Form
    package var documentation: Documentation
    package var isDeprecated: Bool

    package init(
        name: Identifier, wireName: String, type: TypeReference, form: Form, documentation: Documentation,
        isDeprecated: Bool
    ) {
        self.name = name
        self.wireName = wireName
        self.type = type
        self.form = form
        self.documentation = documentation
        self.isDeprecated = isDeprecated
    }
}

/// The headers of what a method or a failure is answered with, under the name that they have there.
package struct HeadersReference: Sendable {
    /// Such as `ListHeaders`, in a resource or an error enumeration.
    package var name: Identifier
    /// The index in `ClientPlan.headers`.
    package var index: Int

    package init(name: Identifier, index: Int) {
        self.name = name
        self.index = index
    }
}
