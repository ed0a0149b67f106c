import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads how requests ask for an answer later, at an address of theirs.
struct AsynchronousRuleReader {
    let sink: DiagnosticSink

    func rule(_ node: Node) -> PlanSettings.AsynchronousRule? {
        guard var reader = MappingReader(node, "'asynchronous'", sink: sink) else { return nil }
        let url = reader.requiredString("url")
        let method = reader.string("method")
        let receipt = reader.requiredString("receipt")
        let receiptMark = reader.mapping["receipt"]?.mark
        reader.finish()
        guard let url, let receipt else { return nil }
        var rule = PlanSettings.AsynchronousRule(
            urlParameter: url, methodParameter: method, receipt: PlanSettings.Marked(receipt, at: receiptMark))
        rule.mark = node.mark
        return rule
    }
}
