package import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads a configuration file. Its mistakes are reported like the description's, each at its place.
///
/// What it takes is published as `Schemas/callsign-configuration.schema.json`.
package struct ConfigurationReader {
    /// Larger files are no configurations.
    static let largestFile = 16 << 20

    private let sink: DiagnosticSink

    package init(sink: DiagnosticSink) {
        self.sink = sink
    }

    /// - Parameter description: the description's path where the caller knows it: then the file need not name one.
    /// A file with mistakes gives a configuration, too, of the values that could be read, so that the description's
    /// mistakes are found in the same run.
    ///
    /// - Throws: ``Stopped`` where there is nothing to work on; why has been reported.
    package func read(_ path: String, description: String? = nil) throws(Stopped) -> Configuration {
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(path, limit: ConfigurationReader.largestFile)
        } catch {
            sink.error("configuration-unreadable", error.message, at: nil)
            throw Stopped()
        }
        return try read(bytes, path: path, description: description)
    }

    /// Reads the text of a configuration file.
    func read(_ bytes: [UInt8], path: String, description: String? = nil) throws(Stopped) -> Configuration {
        let errorsBefore = sink.errorCount
        guard let root = YAMLReader.read(name: path, bytes: bytes, sink: sink).node,
            var reader = MappingReader(root, "the configuration", sink: sink)
        else { throw Stopped() }
        let named = description == nil ? reader.requiredString("description") : reader.string("description")
        let isLost = description == nil && named == nil
        var configuration = readFiles(&reader, path: path, description: description, named: named)
        readNames(&reader, &configuration.plan)
        readOperations(&reader, &configuration.plan)
        readCredentials(&reader, &configuration.plan)
        configuration.detectsPagination = readPagination(&reader, &configuration.plan)
        readConventions(&reader, &configuration.plan)
        readConveniences(&reader, &configuration.plan)
        _ = reader.extensions()
        reader.finish()
        if isLost { throw Stopped() }
        configuration.plan.isWhole = sink.errorCount == errorsBefore
        return configuration
    }

    private func readFiles(
        _ reader: inout MappingReader, path: String, description: String?, named: String?
    ) -> Configuration {
        let folder = PathName.folder(of: path)
        let output = reader.string("output")
        var configuration = Configuration(description: description ?? PathName.join(folder, named ?? ""))
        configuration.path = path
        if description == nil { configuration.descriptionMark = reader.mapping["description"]?.mark }
        configuration.isLenient = reader.bool("lenient") ?? false
        configuration.plan.skipsUnsupported = reader.bool("skip-unsupported") ?? false
        configuration.root = reader.string("root").map { PathName.normalized(PathName.join(folder, $0)) }
        _ = reader.strings("overlays")
        for node in reader.mapping["overlays"]?.sequence ?? [] {
            guard let overlay = node.string else { continue }
            configuration.overlays.append(.init(PathName.normalized(PathName.join(folder, overlay)), at: node.mark))
        }
        if let node = reader.node("filter") { configuration.filter = FilterReader(sink: sink).filter(node) }
        configuration.output = output.map { PathName.normalized(PathName.join(folder, $0)) }
        configuration.tests = reader.string("tests").map { PathName.normalized(PathName.join(folder, $0)) }
        configuration.templates = reader.string("templates").map { PathName.normalized(PathName.join(folder, $0)) }
        if let named, describesTheSame(named, description, in: folder) {
            // The working folder has a name only where it is asked for, which a bare `callsign.yaml` makes necessary.
            configuration.sourceName = SourceName.name(of: named, output: output, in: WorkingFolder.absolute(folder))
        }
        if let command = reader.string("regenerate") {
            if command.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) {
                configuration.regenerate = command
            } else {
                sink.error(
                    "invalid-command", "'regenerate' is a command on one line", at: reader.mapping["regenerate"]?.mark)
            }
        }
        return configuration
    }

    /// Whether the description that the caller gave, if any, is the one that the file names.
    private func describesTheSame(_ named: String, _ description: String?, in folder: String) -> Bool {
        guard let description else { return true }
        return PathName.normalized(PathName.join(folder, named)) == PathName.normalized(description)
    }

    private func readNames(_ reader: inout MappingReader, _ settings: inout PlanSettings) {
        let names = SwiftNameReader(sink: sink)
        settings.moduleName = names.name("module", of: &reader)
        settings.clientName = names.name("client", of: &reader)
        if let access = reader.oneOf("access", as: AccessWord.self) { settings.access = access.access }
        settings.naming.acronyms += names.acronyms("acronyms", of: &reader)
        settings.typeNames = names.names("types", of: &reader).map { (key: $0.key, name: $0.value) }
        settings.resources = names.names("resources", of: &reader, isDotted: true).map { (key: $0.key, name: $0.value) }
        settings.formats = FormatReader(sink: sink).formats("formats", of: &reader)
    }

    private func readOperations(_ reader: inout MappingReader, _ settings: inout PlanSettings) {
        for entry in reader.mapping("operations")?.entries ?? [] {
            guard let rule = OperationRuleReader(sink: sink).rule(entry) else { continue }
            settings.operations.append((PlanSettings.Marked(entry.key, at: entry.keyMark), rule))
        }
    }

    private func readCredentials(_ reader: inout MappingReader, _ settings: inout PlanSettings) {
        let credentials = CredentialReader(sink: sink)
        settings.parameters = (reader.mapping("parameters")?.entries ?? []).compactMap(credentials.parameter)
        settings.authentication = (reader.mapping("authentication")?.entries ?? []).compactMap(credentials.scheme)
    }

    /// - Returns: whether the rules are to be found out.
    private func readPagination(_ reader: inout MappingReader, _ settings: inout PlanSettings) -> Bool {
        if reader.mapping["pagination"]?.string == "detect" {
            reader.ignore("pagination")
            return true
        }
        let rules = PaginationRuleReader(sink: sink)
        settings.pagination = (reader.mapping("pagination")?.entries ?? []).compactMap(rules.rule)
        return false
    }

    private func readConventions(_ reader: inout MappingReader, _ settings: inout PlanSettings) {
        if let node = reader.node("asynchronous") {
            settings.asynchronous = AsynchronousRuleReader(sink: sink).rule(node)
        }
        if let node = reader.node("rate-limit") { settings.rateLimit = RateLimitReader(sink: sink).limit(node) }
        settings.idempotencyKeyHeader = HeaderNameReader(sink: sink).header("idempotency-key", of: &reader)
        if let node = reader.node("webhooks") { settings.webhooks = WebhookRulesReader(sink: sink).rules(node) }
        if let node = reader.node("errors") { settings.errors = ErrorRulesReader(sink: sink).rules(node) }
    }

    /// `true` for all models, or a list of some.
    private func choice(_ key: String, of models: inout MappingReader) -> PlanSettings.ModelChoice {
        guard let node = models.node(key) else { return .some([]) }
        if let all = node.bool { return all ? .all : .some([]) }
        guard let names = node.sequence else {
            sink.error(
                "wrong-type", "expected a boolean or a list of models for '\(key)', found \(node.kind.phrase)",
                at: node.mark)
            return .some([])
        }
        return .some(
            names.compactMap { name in
                if let text = name.string { return PlanSettings.Marked(text, at: name.mark) }
                sink.error(
                    "wrong-type", "expected strings in '\(key)', found \(name.kind.phrase)", at: name.mark)
                return nil
            })
    }

    private func readConveniences(_ reader: inout MappingReader, _ settings: inout PlanSettings) {
        if let node = reader.node("models"), var models = MappingReader(node, "'models'", sink: sink) {
            settings.hashableModels = models.bool("hashable") ?? false
            settings.encodableModels = choice("encodable", of: &models)
            settings.memberwiseResponses = models.bool("memberwise") ?? false
            settings.keepsUndeclaredKeys = models.bool("undeclared-keys") ?? false
            models.finish()
        }
        if let node = reader.node("enumerations"), var kinds = MappingReader(node, "'enumerations'", sink: sink) {
            settings.closedEnumerations = kinds.bool("closed") ?? false
            kinds.finish()
        }
        if let node = reader.node("files"), var files = MappingReader(node, "'files'", sink: sink) {
            if let count = files.integer("shards") {
                if ShardCount.allowed.contains(count) {
                    settings.fileLayout = .shards(count)
                } else {
                    sink.error(
                        "invalid-count", "expected 1 to \(ShardCount.allowed.upperBound) for 'shards', found \(count)",
                        at: files.mapping["shards"]?.mark)
                }
            }
            files.finish()
        }
    }
}

/// Into how many files of each kind a client may be spread when their names are fixed.
package enum ShardCount {
    package static let allowed = 1...64
}

/// The words for ``ClientPlan/Access``.
private enum AccessWord: String, CaseIterable {
    case `public`, package, `internal`

    var access: ClientPlan.Access {
        switch self {
        case .public: .public
        case .package: .package
        case .internal: .internal
        }
    }
}
