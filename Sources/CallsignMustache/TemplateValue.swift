/// A value that a template renders, laid out as its shape says.
package enum TemplateValue {
    case text(String)
    case flag(Bool)
    /// An object by its fields, each of which is made when it is asked for: most templates use few of them. They are
    /// counted in the order of the shape's.
    case object((_ field: Int) -> TemplateValue)
    case list([TemplateValue])
    /// Objects by names that a template chooses; `isEmpty` where there are none.
    case named(isEmpty: Bool, (_ name: String) -> TemplateValue)
    /// An object that isn't there. Its name still hides those of outer objects.
    case absent

    /// An object whose fields are there already.
    package static func object(_ fields: [TemplateValue]) -> TemplateValue {
        .object { fields.indices.contains($0) ? fields[$0] : .absent }
    }

    /// Whether a section over the value is shown.
    var isShown: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .flag(let flag): flag
        case .object: true
        case .named(let isEmpty, _): !isEmpty
        case .list(let list): !list.isEmpty
        case .absent: false
        }
    }
}
