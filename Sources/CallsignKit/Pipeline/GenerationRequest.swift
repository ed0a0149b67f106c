/// What somebody asks for: the arguments of a command. What they leave out, the configuration decides.
package struct GenerationRequest: Sendable {
    /// The description's root file, or a configuration file.
    package var description: String?
    package var configuration: String?
    /// The folder that the description's references must stay in.
    package var root: String?
    package var output: String?
    /// The folder of the client's tests; nothing where none are wanted.
    package var tests: String?
    package var module: String?
    package var templates: String?
    /// Whether operations that can't be generated are left out, whatever the configuration says.
    package var skipsUnsupported = false
    /// Whether the report accounts for each part of the description.
    package var accounts = false
    /// A fixed number of files of each kind.
    package var shards: Int?
    /// What the names of all files begin with.
    package var filePrefix = ""

    package init() {}
}
