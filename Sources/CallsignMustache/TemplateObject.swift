/// An object that a template renders. It hands out its fields by their numbers in its shape, each when it is asked for,
/// as most templates use few of them.
///
/// Which of the functions is called for a field follows from its kind in the shape, which templates are checked against.
/// There are no values between object and output: what a field holds is written, or lent while it is rendered.
package protocol TemplateObject: AnyObject {
    /// Appends a text.
    func write(_ field: Int, to output: TextBuffer)

    /// Whether a section over the field is shown; of one that is several objects by name, whether there are any.
    func isShown(_ field: Int) -> Bool

    /// The object that a field is; nothing where it is absent. Its name still hides those of outer objects.
    ///
    /// - Parameter name: which one is meant where the field is several objects by name.
    func object(_ field: Int, named name: String?) -> (any TemplateObject)?

    /// Lends the objects of a list, one after the other.
    func forEachObject(_ field: Int, _ body: (any TemplateObject) -> Void)

    /// Lends the texts of a list, one after the other, as UTF-8.
    func forEachText(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
}

/// The text of a list that a section is repeated with, while it is.
final class TextObject: TemplateObject {
    private let text: UnsafeBufferPointer<UInt8>

    /// - Parameter text: must be there as long as the object, which nobody keeps who renders a section.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    func write(_ field: Int, to output: TextBuffer) { output.append(text) }

    func isShown(_ field: Int) -> Bool { !text.isEmpty }

    func object(_ field: Int, named name: String?) -> (any TemplateObject)? { nil }

    func forEachObject(_ field: Int, _ body: (any TemplateObject) -> Void) {}

    func forEachText(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {}
}
