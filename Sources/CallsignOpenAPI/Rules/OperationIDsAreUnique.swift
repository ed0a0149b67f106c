import CallsignDiagnostics

/// An `operationId` is the name of one operation only (OpenAPI 3.1.1, section 4.8.10.1).
struct OperationIDsAreUnique: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        var first: [String: SourceMark] = [:]
        for operation in document.allOperations {
            guard let name = operation.operationID, let mark = operation.operationIDMark else { continue }
            guard let other = first[name] else {
                first[name] = mark
                continue
            }
            // A path item that is referred to from two places is one text: nothing there can differ.
            if other == mark { continue }
            sink.error(
                "duplicate-operation-id", "two operations have the name '\(name)'", at: mark,
                remedy: "give one of them another 'operationId'", notes: [.init("the first is here", at: other)])
        }
    }
}
