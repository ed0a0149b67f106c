package import CallsignDiagnostics
package import CallsignOpenAPI
package import CallsignPlan

/// What a configuration file says, or what holds where there is none. Paths are as the caller can open them.
package struct Configuration: Sendable {
    /// The configuration file; nothing where there is none.
    package var path: String?
    /// The description's root file.
    package var description: String
    /// The overlays that change the description before it is read, in order, each with where it is named.
    package var overlays: [PlanSettings.Marked<String>] = []
    /// Which parts of the description the client is made of.
    package var filter = DocumentFilter()
    /// Where the configuration names the description; nothing where the caller does.
    package var descriptionMark: SourceMark?
    /// The folder that the description's references must stay in; nothing for the description's own.
    package var root: String?
    /// The output folder.
    package var output: String?
    /// The folder of the client's tests; nothing where none are wanted.
    package var tests: String?
    /// The folder of templates that replace built-in ones.
    package var templates: String?
    /// The command that makes the files anew, as their headers name it.
    package var regenerate = Configuration.defaultCommand
    /// How headers of generated files name the description. It depends on what is written in the configuration alone:
    /// not on where the tool runs, nor on where its output goes this time.
    package var sourceName: String
    /// Whether the description is somebody else's, whose slips nobody here can mend: see ``Slips``.
    package var isLenient = false
    /// Whether lists are paged as they seem to be, without any rule.
    package var detectsPagination = false
    package var plan = PlanSettings()

    package static let defaultCommand = "callsign generate"

    /// Works on a description without any configuration.
    package init(description: String) {
        isLenient = true
        self.description = description
        sourceName = PathName.name(of: description)
    }
}
