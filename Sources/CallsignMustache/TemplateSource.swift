/// A template as it was read.
package struct TemplateSource: Sendable {
    /// The name that partials use, such as `structure`.
    package var name: String
    /// The file as messages name it.
    package var file: String
    /// The text as UTF-8.
    package var text: [UInt8]

    package init(name: String, file: String, text: [UInt8]) {
        self.name = name
        self.file = file
        self.text = text
    }
}
