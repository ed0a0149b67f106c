/// What a template may ask for: the fields of one object of a context, each with its kind.
///
/// A template is checked against shapes when it is loaded, so that rendering can't meet a name it doesn't know. A class,
/// as one shape holds others.
package final class ObjectShape: Sendable {
    package struct Field: Sendable {
        package var name: String
        /// What the field holds, for the reference page and for messages.
        package var documentation: String
        package var kind: FieldKind

        package init(_ name: String, _ documentation: String, _ kind: FieldKind) {
            self.name = name
            self.documentation = documentation
            self.kind = kind
        }
    }

    /// What the object is, such as `member`.
    package let name: String
    package let documentation: String
    package let fields: [Field]

    package init(_ name: String, _ documentation: String, fields: [Field]) {
        self.name = name
        self.documentation = documentation
        self.fields = fields
    }

    func index(of name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}

package indirect enum FieldKind: Sendable {
    /// Text; as a section it is shown unless it is empty.
    case text
    /// Yes or no, for sections only.
    case flag
    /// An object; as a section it is shown unless it is absent.
    case object(ObjectShape)
    /// A section over it is repeated with each text as `{{.}}`.
    case texts
    /// A section over it is repeated with the fields of each object.
    case objects(ObjectShape)
    /// Objects that the template names itself, such as `extensions.x-team`: whatever it names may be there or not.
    case named(ObjectShape)

    /// The kind as messages name it.
    var description: String {
        switch self {
        case .text: "a text"
        case .flag: "a flag"
        case .object: "an object"
        case .texts: "a list of texts"
        case .objects: "a list of objects"
        case .named: "a choice of objects by name"
        }
    }
}
