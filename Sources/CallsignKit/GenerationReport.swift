package import CallsignPlan

/// What a run did and how long each stage took: what `--verbose` prints.
package struct GenerationReport: Sendable {
    package struct Stage: Sendable {
        package let name: String
        package let duration: Duration
    }

    package private(set) var stages: [Stage] = []
    /// The account of the description's parts; empty until there is a plan.
    package var ledger = Ledger()

    package init() {}

    /// Does a stage's work and notes how long it took, whether it succeeds or not.
    mutating func measure<Value, Failure: Error>(
        _ stage: String, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let clock = ContinuousClock()
        let start = clock.now
        defer { stages.append(Stage(name: stage, duration: clock.now - start)) }
        return try work()
    }

    /// Lines for people: a line a stage, then one for each kind of thing that the description holds.
    package var lines: [String] {
        stageLines + ledgerLines
    }

    private var stageLines: [String] {
        guard !stages.isEmpty else { return [] }
        let total = stages.reduce(Duration.zero) { $0 + $1.duration }
        let rows = stages.map { ($0.name, $0.duration) } + [("total", total)]
        return ["time:"] + rows.map { "  \(padded($0.0, to: 14))\(milliseconds($0.1)) ms" }
    }

    private var ledgerLines: [String] {
        let lines = Ledger.Item.allCases.compactMap { item -> String? in
            let counts = LedgerCounts(ledger, of: item)
            guard counts.total > 0 else { return nil }
            return "  \(padded(GenerationReport.name(of: item), to: 18))\(counts.text)"
        }
        return lines.isEmpty ? [] : ["ledger:"] + lines
    }

    private static func name(of item: Ledger.Item) -> String {
        switch item {
        case .operation: "operations"
        case .parameter: "parameters"
        case .response: "responses"
        case .schema: "schemas"
        case .keyword: "keywords"
        case .securityScheme: "security schemes"
        case .server: "servers"
        case .webhook: "webhooks"
        case .callback: "callbacks"
        case .component: "components"
        }
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    /// With one decimal, right-aligned.
    private func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        let text = "\(tenths / 10).\(tenths % 10)"
        return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
}

/// What became of the things of one kind.
package struct LedgerCounts: Sendable, Equatable {
    package var generated = 0
    package var carriedAsJSON = 0
    /// By rule, in the rules' alphabetical order.
    package var leftOut: [Rule] = []

    package struct Rule: Sendable, Equatable {
        package let name: String
        package let count: Int
    }

    package init(_ ledger: Ledger, of item: Ledger.Item) {
        var rules: [String: Int] = [:]
        for entry in ledger.entries where entry.item == item {
            switch entry.disposition {
            case .generated: generated += 1
            case .carriedAsJSON: carriedAsJSON += 1
            case .leftOut(let rule): rules[rule, default: 0] += 1
            }
        }
        leftOut = rules.sorted { $0.key < $1.key }.map { Rule(name: $0.key, count: $0.value) }
    }

    package var total: Int { leftOut.reduce(generated + carriedAsJSON) { $0 + $1.count } }

    /// Such as `120: 118 generated, 2 left out (unused-component)`.
    var text: String {
        var parts = ["\(generated) generated"]
        if carriedAsJSON > 0 { parts.append("\(carriedAsJSON) carried as JSON") }
        parts += leftOut.map { "\($0.count) left out (\($0.name))" }
        return "\(total): \(parts.joined(separator: ", "))"
    }
}
