import CallsignDiagnostics
import CallsignYAML

/// A text as it was read, with all that was reported.
struct ReadText {
    let node: Node?
    let sink = DiagnosticSink()

    init(_ text: String, limits: YAMLLimits = YAMLLimits()) {
        self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
        node = YAMLReader.read(name: "api.yaml", bytes: bytes, sink: sink, limits: limits).node
    }

    /// Each problem as `line:column code`, in the order of their places.
    var problems: [String] {
        sink.sorted.map { problem in
            problem.mark.map { "\($0.line):\($0.column) \(problem.code)" } ?? problem.code
        }
    }

    /// The places of the notes of all problems, as `line:column`.
    var notes: [String] {
        sink.sorted.flatMap(\.notes).compactMap(\.mark).map { "\($0.line):\($0.column)" }
    }
}

/// Writes a tree in a compact form, so that tests can compare it: strings in quotes, other scalars without.
func outline(_ node: Node?) -> String {
    guard let node else { return "nothing" }
    switch node.content {
    case .scalar(let scalar):
        if case .string = scalar.value { return "\"\(scalar.text)\"" }
        return scalar.text
    case .sequence(let nodes):
        return "[" + nodes.map(outline).joined(separator: ", ") + "]"
    case .mapping(let mapping):
        return "{" + mapping.entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
}
