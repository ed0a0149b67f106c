import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Leaves out the operations that can't be generated where somebody asked for that, and reports them otherwise.
struct SupportedOperations {
    let settings: PlanSettings
    let sink: DiagnosticSink

    /// The description with the operations that can be generated.
    func document(_ document: ResolvedDocument) -> ResolvedDocument {
        var result = document
        result.operations = []
        for operation in document.operations {
            let constructs = UnsupportedConstruct.all(in: operation, of: document)
            for construct in constructs { report(construct, of: operation) }
            if let first = constructs.first, settings.skipsUnsupported {
                result.leftOut.append(LeftOutOperation(operation: operation, rule: first.rule))
            } else {
                result.operations.append(operation)
            }
        }
        return result
    }

    private func report(_ construct: UnsupportedConstruct, of operation: Operation) {
        let message = "\(operation.method) '\(operation.path)' has \(construct.phrase)"
        if settings.skipsUnsupported {
            sink.warning(
                "unsupported-construct", message + ": the operation is left out", at: construct.mark,
                remedy: construct.remedy)
        } else {
            sink.error(
                "unsupported-construct", message + ": no method can be made of it", at: construct.mark,
                remedy: construct.remedy + "; or leave such operations out with --skip-unsupported")
        }
    }
}
