import ArgumentParser
import CallsignKit

/// `callsign templates`: what there is to override.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Lists the built-in templates, or prints one of them.",
        discussion: """
            To restyle the output, save a template under its name with the ending .mustache in a folder of yours, edit \
            it there, and give the folder to generate with --templates.
            """)

    @Argument(help: "The template to print.")
    var name: String?

    @Flag(help: "Print what templates can use, as a page in Markdown.")
    var reference = false

    func run() throws {
        if reference { return StandardStreams.write(TemplateExport.reference, to: StandardStreams.output) }
        guard let name else {
            return StandardStreams.write(
                TemplateExport.names.joined(separator: "\n") + "\n", to: StandardStreams.output)
        }
        guard let text = TemplateExport.text(of: name) else {
            throw ValidationError("there is no template '\(name)'; callsign templates lists them")
        }
        StandardStreams.write(text, to: StandardStreams.output)
    }
}
