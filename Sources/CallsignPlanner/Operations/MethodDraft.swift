import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// One Swift method to be: an HTTP operation, or one of several views of it.
///
/// A class, because it is large and all parts of planning look at it: each copy counted some thirty references.
final class MethodDraft: Sendable {
    let operation: Operation
    let rule: PlanSettings.OperationRule
    /// Set where the operation is offered as several methods.
    let view: PlanSettings.MethodRule?
    /// The content type of the body that it sends, of those that the operation takes.
    let body: MediaType?
    /// What kind of body that is, where another method sends the preferred one.
    let bodyChoice: String?
    /// The resource's path from the client, such as `multiPartyCalls.participants`, as words.
    let resource: [String]
    /// The words that the method is named by, and a name that somebody chose.
    let words: String
    let nameOverride: String?
    /// The responses that mean success: see ``ResponsePlanner``.
    let successes: [Response]

    init(
        operation: Operation, rule: PlanSettings.OperationRule, view: PlanSettings.MethodRule?, body: MediaType?,
        bodyChoice: String? = nil, resource: [String], words: String, nameOverride: String?
    ) {
        self.operation = operation
        self.rule = rule
        self.view = view
        self.body = body
        self.bodyChoice = bodyChoice
        self.resource = resource
        self.words = words
        self.nameOverride = nameOverride
        successes = ResponsePlanner.successes(operation.responses)
    }

    var summary: String? { view?.summary ?? operation.summary }
    var description: String? {
        guard let view else { return operation.description }
        // A view's own summary replaces the operation's text unless it brings a description too.
        return view.description ?? (view.summary == nil ? operation.description : nil)
    }

    /// Where a part of the method stands, such as its request, for naming types that stand there inline.
    func context(_ part: String) -> TypeContext {
        TypeContext(resource: resource, method: words, part: part)
    }

    var pagination: PlanSettings.Marked<String>? { view?.pagination ?? rule.pagination }
}

/// Spreads operations over methods and resources.
struct MethodDrafter {
    let document: ResolvedDocument
    let settings: PlanSettings
    let sink: DiagnosticSink
    private let tags: TagTree

    init(document: ResolvedDocument, settings: PlanSettings, sink: DiagnosticSink) {
        self.document = document
        self.settings = settings
        self.sink = sink
        tags = TagTree(document: document, settings: settings)
    }

    func drafts() -> [MethodDraft] {
        let rules = OperationSettings(settings: settings, sink: sink)
        rules.reportUnmatched(document.operations + document.leftOut.map(\.operation))
        var drafts: [MethodDraft] = []
        for operation in document.operations {
            let rule = rules.rule(for: operation)
            let resource = limited(resource(of: operation, rule), of: operation)
            let bodies = ContentType.choices(operation.requestBody?.content ?? [], in: document)
            if rule.methods.isEmpty {
                let words = methodWords(operation, resource)
                drafts.append(
                    MethodDraft(
                        operation: operation, rule: rule, view: nil, body: bodies.first, resource: resource,
                        words: words, nameOverride: rule.name))
                for body in bodies.dropFirst() {
                    let choice = ContentType.word(of: body, in: document)
                    drafts.append(
                        MethodDraft(
                            operation: operation, rule: rule, view: nil, body: body, bodyChoice: choice,
                            resource: resource, words: (rule.name ?? words) + "_" + choice, nameOverride: nil))
                }
            }
            for view in rule.methods {
                drafts.append(
                    MethodDraft(
                        operation: operation, rule: rule, view: view, body: bodies.first, resource: resource,
                        words: view.name,
                        nameOverride: view.name))
            }
        }
        return drafts
    }

    // MARK: Resources

    private func resource(of operation: Operation, _ rule: PlanSettings.OperationRule) -> [String] {
        if let chosen = rule.resource { return chosen.split(separator: ".").map(String.init) }
        if let tag = tags.resourceTag(of: operation) { return tags.path(of: tag) }
        if let id = operation.operationID, let dot = id.firstIndex(of: "."), dot != id.startIndex {
            return [String(id[..<dot])]
        }
        let segment = operation.path.split(separator: "/").first { !$0.contains("{") }
        return [segment.map(String.init) ?? "root"]
    }

    /// A resource's path without what is deeper than anybody means it to be.
    private func limited(_ path: [String], of operation: Operation) -> [String] {
        if path.count <= PlanningDepth.resources { return path }
        sink.warning(
            "resource-too-deep",
            "the resource of \(operation.method) \(Quotation(operation.path)) is the last of \(path.count) within each "
                + "other, of which the first \(PlanningDepth.resources) are kept",
            at: operation.mark, remedy: "nest tags, and names of resources, less deeply")
        return Array(path.prefix(PlanningDepth.resources))
    }

    // MARK: Names

    /// The words of a method: the operation's identifier without those that its resource says already, or the HTTP
    /// method and path.
    private func methodWords(_ operation: Operation, _ resource: [String]) -> String {
        guard let id = operation.operationID, !id.isEmpty else { return pathWords(operation) }
        var words = NameWords.split(Self.lastPart(of: id))
        let own = NameWords.split(resource.last ?? "")
        if !own.isEmpty, words.count > own.count {
            if matches(words.suffix(own.count), own) {
                words.removeLast(own.count)
            } else if matches(words.prefix(own.count), own) {
                words.removeFirst(own.count)
            }
        }
        return words.joined(separator: "_")
    }

    /// What follows the last point or slash that something follows; all where nothing but these is there.
    private static func lastPart(of id: String) -> String {
        let parts = id.utf8.split(whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") })
        guard parts.count != 1 || parts[0].count != id.utf8.count, let last = parts.last else { return id }
        return String(Substring(last))
    }

    private func matches(_ words: ArraySlice<String>, _ own: [String]) -> Bool {
        words.count == own.count && zip(words, own).allSatisfy { NameWords.isSame($0, $1) }
    }

    private func pathWords(_ operation: Operation) -> String {
        var words = [operation.method.lowercased()]
        var parameters: [String] = []
        for segment in operation.path.split(separator: "/") {
            if segment.contains("{") {
                parameters.append(String(segment.filter { $0 != "{" && $0 != "}" }))
            } else {
                words.append(String(segment))
            }
        }
        if !parameters.isEmpty { words.append("by") }
        return (words + parameters).joined(separator: "_")
    }
}
