import CallsignDiagnostics

/// What a run depends on, for those who wait for it to change.
extension Pipeline {
    /// The files that were read: the configuration and the description's.
    package var inputs: [String] {
        sink.sources.files.map(\.name).filter { !$0.hasSuffix(TemplateOverrides.ending) }
    }

    /// What would be read, too, if it were there, and the templates.
    package var possibleInputs: [String] {
        var paths = ConfigurationLocator.candidates(for: request)
        if let templates { paths += [templates] + TemplateOverrides.files(in: templates) }
        // Something that wasn't found may come to be in any of these folders.
        if sink.hasErrors { paths += inputs.map(PathName.folder) }
        return paths
    }
}
