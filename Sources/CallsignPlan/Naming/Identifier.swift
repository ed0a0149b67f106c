/// A Swift identifier. Only this module's `NameScope` can make one, so no text of a description becomes source by
/// another way.
package struct Identifier: Hashable, Sendable {
    /// The name without the backticks that a reserved word needs.
    package let text: String

    init(unchecked text: String) {
        self.text = text
    }
}
