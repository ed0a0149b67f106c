/// A Swift identifier. Only this module's `NameScope` can make one, so no text of a description becomes source by
/// another way.
package struct Identifier: Hashable, Sendable {
    /// The name without the backticks that a reserved word needs.
    package let text: String
    /// Whether Swift reads the name as a keyword where it stands alone.
    private let isKeyword: Bool

    init(unchecked text: String) {
        self.text = text
        isKeyword = ReservedWords.keywords.contains(text)
    }

    /// The name as it stands in source, in backticks where it is a keyword: right in declarations, in uses after a
    /// dot and as a label.
    package var source: String { isKeyword ? "`\(text)`" : text }
}
