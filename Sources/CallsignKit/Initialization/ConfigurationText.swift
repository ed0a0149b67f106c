import CallsignDiagnostics
import CallsignPlan

/// A draft as the text of a configuration, with comments for whoever goes on from there.
struct ConfigurationText {
    private let draft: ConfigurationDraft
    private var lines: [String] = []

    static func text(of draft: ConfigurationDraft) -> String {
        var text = ConfigurationText(draft)
        text.writeFiles()
        text.writeParameters()
        text.writeCredentials()
        text.writePagination()
        text.writeConventions()
        text.writeChoices()
        return text.lines.joined(separator: "\n") + "\n"
    }

    private init(_ draft: ConfigurationDraft) {
        self.draft = draft
    }

    // MARK: Parts

    private mutating func writeFiles() {
        comment("What the description of \(PrintableText.line(draft.title)) can't say about the Swift client.")
        lines.append("description: \(YAMLText.scalar(draft.description))")
        if let root = draft.root {
            comment("The folder that its references stay in.")
            lines.append("root: \(YAMLText.scalar(root))")
        }
        if !draft.overlays.isEmpty {
            comment("What is changed about the description before it is read.")
            lines.append("overlays: [\(draft.overlays.map(YAMLText.scalar).joined(separator: ", "))]")
        }
        comment("Where the client goes, from this file's folder, and the module that it is compiled in.")
        lines.append("output: \(YAMLText.scalar(draft.output))")
        lines.append("module: \(YAMLText.scalar(draft.module))")
        lines.append("client: \(YAMLText.scalar(draft.client))")
        comment("public, package or internal.")
        lines.append("access: public")
        if !draft.hasServer {
            comment("The description names no server, so clients are made with ClientConfiguration(baseURL:).")
        }
        section()
        if draft.isLenient {
            comment("The description has slips, which stop nothing: callsign lint tells them.")
            lines.append("lenient: true")
        } else {
            comment("Slips of the description are errors. For one that you can't mend:")
            comment("lenient: true")
        }
        if draft.skipsUnsupported {
            comment("Some operations can't be generated, and are left out: callsign lint tells why.")
            lines.append("skip-unsupported: true")
        }
        if draft.hasTextAddresses {
            section()
            comment("Addresses stay text, so that lists can follow them from page to page.")
            lines.append("formats: {uri: String, url: String, uri-reference: String}")
        }
    }

    private mutating func writeParameters() {
        section()
        guard !draft.parameters.isEmpty else {
            comment("Parameters of paths that are given once, when the client is made:")
            comment("parameters:")
            return comment("  account_id: {environment: \(ConfigurationDetector.variable(draft.title, "account_id"))}")
        }
        comment(
            "Given once, when the client is made, and left out of every method. 'username: true' makes one the user")
        comment("name of the credentials, too.")
        lines.append("parameters:")
        for parameter in draft.parameters {
            lines.append("  # \(parameter.reason)")
            lines.append("  \(YAMLText.scalar(parameter.value.wireName)):")
            lines.append("    environment: \(parameter.value.variable)")
        }
    }

    private mutating func writeCredentials() {
        section()
        guard !draft.credentials.isEmpty else {
            return comment("The description names no credentials that the client could ask for.")
        }
        comment("What the client is given to sign requests with, and the environment variables that fromEnvironment()")
        comment("reads it from. The variables' names are only a suggestion.")
        lines.append("authentication:")
        for credential in draft.credentials {
            lines.append("  \(YAMLText.scalar(credential.scheme)):")
            lines.append("    environment:")
            for (key, variable) in credential.variables { lines.append("      \(key): \(variable)") }
        }
    }

    private mutating func writePagination() {
        section()
        guard !draft.pagination.isEmpty else {
            comment("No lists were found whose pages follow each other in a usual way. A rule says how, as in:")
            comment("pagination:")
            return comment("  pages: {style: page, parameter: page, items: [/items], total: [/total]}")
        }
        comment(
            "Lists as sequences that fetch a page when they need one. What fits no list is an error; 'pagination: none'"
        )
        comment("under 'operations' excepts an operation.")
        lines.append("pagination:")
        for pages in draft.pagination { write(pages) }
    }

    private mutating func write(_ pages: ConfigurationDraft.Pages) {
        let rule = pages.rule
        lines.append("  # \(pages.text)")
        lines.append("  \(YAMLText.scalar(rule.name)):")
        lines.append("    style: \(rule.style.rawValue)")
        if let parameter = rule.parameter { lines.append("    parameter: \(YAMLText.scalar(parameter))") }
        if let limit = rule.limitParameter { lines.append("    limit: \(YAMLText.scalar(limit))") }
        if rule.style == .page {
            lines.append("    # The number of the first page: some count from 0.")
            lines.append("    first: \(rule.firstPage)")
        }
        write("items", rule.items)
        write("next", rule.next)
        write("total", rule.total)
        if let more = rule.hasMore { lines.append("    more: \(YAMLText.scalar(more))") }
    }

    private mutating func write(_ key: String, _ pointers: [String]) {
        guard !pointers.isEmpty else { return }
        let list = "    \(key): [\(pointers.map(YAMLText.scalar).joined(separator: ", "))]"
        if list.utf8.count <= 120 { return lines.append(list) }
        lines.append("    \(key):")
        for pointer in pointers { lines.append("      - \(YAMLText.scalar(pointer))") }
    }

    private mutating func writeConventions() {
        section()
        if let limit = draft.rateLimit {
            comment(
                "The description says: \(PrintableText.line(limit.reason)). All copies of a client keep to it together."
            )
            lines.append("rate-limit: {requests: \(limit.value.requests), seconds: \(limit.value.seconds)}")
        } else {
            comment("How many requests the API takes within a time, if you know:")
            comment("rate-limit: {requests: 100, seconds: 60}")
        }
        if let header = draft.idempotencyKey {
            section()
            comment("The header by which the API recognises a request that it has had already.")
            lines.append("idempotency-key: \(YAMLText.scalar(header))")
        }
        writeErrors()
    }

    private mutating func writeErrors() {
        section()
        if draft.errors.isEmpty {
            comment("Where an error's body says what went wrong, as JSON pointers that are tried in order:")
            comment("errors:")
            comment("  message: [/error/message, /message]")
            return
        }
        comment(
            "Where an error's body says what went wrong, as JSON pointers that are tried in order. 'merged: true' gives"
        )
        comment("all operations one error type, and 'advice' tells users what to do about a status.")
        lines.append("errors:")
        func list(_ pointers: [String]) -> String { "[\(pointers.map(YAMLText.scalar).joined(separator: ", "))]" }
        if !draft.errors.message.isEmpty { lines.append("  message: \(list(draft.errors.message))") }
        if !draft.errors.requestID.isEmpty { lines.append("  request-id: \(list(draft.errors.requestID))") }
        if let header = draft.errors.requestIDHeader {
            lines.append("  request-id-header: \(YAMLText.scalar(header))")
        }
    }

    private mutating func writeChoices() {
        section()
        comment("Words that names write in capitals, beside the usual ones such as ID and URL:")
        if draft.acronyms.isEmpty {
            comment("acronyms: [SKU]")
        } else {
            lines.append("acronyms: [\(draft.acronyms.joined(separator: ", "))]")
        }
        section()
        comment("Names of your own, where the description's don't read well in Swift:")
        comment("types: {SchemaName: SwiftName}")
        comment("operations: {operationId: {name: swiftName, resource: swiftResource}}")
    }

    // MARK: Lines

    private mutating func section() { lines.append("") }

    private mutating func comment(_ text: String) { lines.append("# \(text)") }
}
