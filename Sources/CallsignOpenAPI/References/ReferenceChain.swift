import CallsignDiagnostics

/// References that lead to references, and the problems they can have.
enum ReferenceChain {
    /// An object that is a reference: where it is, and where the value of its `$ref` stands.
    struct Link {
        var pointer: String
        var mark: SourceMark
    }

    /// The links that lead in a circle, if the chain has been at a place before.
    static func cycle(in chain: [Link], closedBy pointer: String) -> [Link]? {
        chain.firstIndex { $0.pointer == pointer }.map { Array(chain[$0...]) }
    }

    /// Reports a circle once, whichever of its links it was entered by: at the link that stands first.
    static func report(_ cycle: [Link], _ sink: DiagnosticSink) {
        guard let first = cycle.indices.min(by: { cycle[$0].mark < cycle[$1].mark }) else { return }
        let links = cycle[first...] + cycle[..<first]
        let names = (links + links.prefix(1)).map { "'\($0.pointer)'" }.joined(separator: " → ")
        sink.error(
            "reference-cycle", "these references lead in a circle: \(names)", at: cycle[first].mark,
            remedy: "let one of them name an object that isn't a reference")
    }

    static func reportLength(_ limit: Int, at mark: SourceMark, _ sink: DiagnosticSink) {
        sink.error(
            "reference-chain", "more than \(limit) references lead to one another here", at: mark,
            remedy: "refer to the object itself")
    }
}
