import CallsignBuiltinTemplates
import CallsignRender

/// The built-in templates, for those who write their own.
package enum TemplateExport {
    /// The names of all templates, sorted.
    package static var names: [String] { BuiltinTemplates.all.map(\.name) }

    /// A template's text; nothing where there is none of that name.
    package static func text(of name: String) -> String? {
        BuiltinTemplates.all.first { $0.name == name }.map { String(decoding: $0.text, as: UTF8.self) }
    }

    /// The page that says what templates can use, in Markdown.
    package static var reference: String { TemplateReference.text }
}
