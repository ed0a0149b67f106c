import CallsignDiagnostics
import CallsignYAML

/// Decides for each operation whether it is left out, before it is read, so that nobody has to mend what isn't wanted.
struct OperationFilter {
    let filter: DocumentFilter
    /// The tags that each tag is nested in.
    private let parents: [String: String]
    /// What each list of names has matched so far.
    private var matched: Set<String> = []
    /// The operations that are left out, to be read when all others are.
    var leftOut: [LeftOut] = []
    /// Names that there are, for suggestions.
    private var names: [String: [String]] = [:]

    init(_ filter: DocumentFilter, tags: [Tag]) {
        self.filter = filter
        parents = Dictionary(
            tags.compactMap { tag in tag.parent.map { (tag.name, $0) } }, uniquingKeysWith: { first, _ in first })
        names["tags"] = tags.map(\.name)
    }

    /// Whether it leaves everything as it is.
    var isEmpty: Bool { filter.isEmpty }

    /// The rule by which an operation is left out, if any.
    ///
    /// - Parameters:
    ///   - node: the operation as it is written.
    ///   - webhook: its name where it is no operation of a path.
    mutating func rule(for node: Node, method: String, path: String, webhook: String? = nil) -> String? {
        if filter.isEmpty { return nil }
        let subject = Subject(
            tags: tags(of: node), path: webhook == nil ? path : nil,
            names: [node["operationId"]?.string, webhook ?? "\(method) \(path)"].compactMap { $0 })
        note(subject)
        // Both are asked, so that every name that means something is found to.
        let isIncluded = matches(subject, filter.included, "included")
        let isExcluded = matches(subject, filter.excluded, "excluded")
        if isExcluded { return DocumentFilter.isExcluded }
        return isIncluded || filter.included.isEmpty ? nil : DocumentFilter.notIncluded
    }

    /// What it takes to read an operation.
    struct LeftOut {
        var rule: String
        var entry: Mapping.Entry
        var method: String
        var path: Mapping.Entry
        var pointer: String
        var defaults: Operation.Defaults
        var webhook: String?
    }

    private struct Subject {
        var tags: [String]
        var path: String?
        var names: [String]
    }

    /// The tags of an operation, and those that they are nested in.
    private func tags(of node: Node) -> [String] {
        var tags: [String] = []
        for tag in node["tags"]?.sequence ?? [] {
            var next = tag.string
            while let name = next, !tags.contains(name) {
                tags.append(name)
                next = parents[name]
            }
        }
        return tags
    }

    private mutating func note(_ subject: Subject) {
        names["tags", default: []] += subject.tags
        names["paths", default: []] += [subject.path].compactMap { $0 }
        names["operations", default: []] += subject.names
    }

    private mutating func matches(_ subject: Subject, _ criteria: DocumentFilter.Criteria, _ list: String) -> Bool {
        var isMatched = false
        func test(_ names: [DocumentFilter.Name], _ kind: String, _ fits: (String) -> Bool) {
            for name in names where fits(name.text) {
                matched.insert("\(list) \(kind) \(name.text)")
                isMatched = true
            }
        }
        test(criteria.tags, "tags") { subject.tags.contains($0) }
        test(criteria.operations, "operations") { subject.names.contains($0) }
        if let path = subject.path { test(criteria.paths, "paths") { PathPattern($0).matches(path) } }
        return isMatched
    }

    /// Reports the names of tags, paths and operations that matched nothing.
    func reportUnmatched(_ sink: DiagnosticSink) {
        for (list, criteria) in [("included", filter.included), ("excluded", filter.excluded)] {
            for (kind, noun, wanted) in [
                ("tags", "tag", criteria.tags), ("paths", "path", criteria.paths),
                ("operations", "operation", criteria.operations),
            ] {
                for name in wanted where !matched.contains("\(list) \(kind) \(name.text)") {
                    Self.report(name, noun, names[kind] ?? [], sink)
                }
            }
        }
    }

    static func report(_ name: DocumentFilter.Name, _ noun: String, _ known: [String], _ sink: DiagnosticSink) {
        sink.error(
            "unmatched-filter", "the description has no \(noun) \(Quotation(name.text)) to filter by", at: name.mark,
            remedy: NearMatch.best(for: name.text, among: known).map { "did you mean '\($0)'?" }
                ?? "correct its name, or remove it")
    }
}
