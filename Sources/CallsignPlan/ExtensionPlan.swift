package import CallsignDiagnostics

/// The extensions (`x-…`) of a description, by where what they belong to stands: for templates that ask for them.
package struct ExtensionsPlan: Sendable {
    /// Those of the document itself.
    package var document: [ExtensionPlan] = []
    private var places: [SourceMark: [ExtensionPlan]] = [:]

    package init() {}

    /// Those of an operation, a parameter, a schema or a property.
    package subscript(_ mark: SourceMark) -> [ExtensionPlan] { places.isEmpty ? [] : places[mark] ?? [] }

    /// The first that is said of a place counts.
    package mutating func add(_ extensions: [ExtensionPlan], at mark: SourceMark) {
        if extensions.isEmpty { return }
        places[mark, default: []] += extensions
    }
}

/// An extension, or a member of a value of one.
package struct ExtensionPlan: Sendable, Equatable {
    package var name: String
    package var value: ExtensionValue

    package init(name: String, value: ExtensionValue) {
        self.name = name
        self.value = value
    }
}

/// Data that a description holds for others, as it is.
package struct ExtensionValue: Sendable, Equatable {
    /// A text, number or Boolean as it is written, and anything else as JSON text.
    package var text: String
    /// Whether it is `true`.
    package var isTrue = false
    package var number: LiteralValue?
    /// The elements of a list.
    package var items: [ExtensionValue] = []
    /// The members of an object, in their order.
    package var members: [ExtensionPlan] = []

    package init(text: String) {
        self.text = text
    }
}
