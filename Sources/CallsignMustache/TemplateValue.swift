/// A value that a template renders, laid out as its shape says: an object's fields stand in the order of the shape's.
package enum TemplateValue: Sendable {
    case text(String)
    case flag(Bool)
    case object([TemplateValue])
    case list([TemplateValue])
    /// An object that isn't there. Its name still hides those of outer objects.
    case absent

    /// Whether a section over the value is shown.
    var isShown: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .flag(let flag): flag
        case .object: true
        case .list(let list): !list.isEmpty
        case .absent: false
        }
    }
}
