import CallsignDiagnostics

/// A link names an operation of the description, and parameters that it has (OpenAPI 3.1.1, section 4.8.20).
///
/// A client says of links only what they lead to, so that nothing worse comes of a mistake than a link that isn't told
/// of.
struct LinksLeadToOperations: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        var seen: Set<SourceMark> = []
        for response in document.operations.flatMap(\.responses) {
            for link in response.links where seen.insert(link.mark).inserted { check(link, document, sink) }
        }
    }

    private func check(_ link: Link, _ document: ResolvedDocument, _ sink: DiagnosticSink) {
        if let operation = document.operation(of: link) {
            check(link, operation, sink)
            return
        }
        guard let target = link.operationID ?? link.operationReference else {
            sink.warning(
                "link-without-operation", "a link names an operation by 'operationId' or 'operationRef'", at: link.mark)
            return
        }
        // A filter may have left it out, and other descriptions aren't read.
        let leftOut = document.leftOut.map(\.operation)
        if let place = link.place {
            if leftOut.contains(where: { $0.path == place.path && $0.method == place.method }) { return }
            report(target, "no operation is at '\(target.text)'", nil, sink)
        } else if link.operationID != nil {
            if leftOut.contains(where: { $0.operationID == target.text }) { return }
            let near = NearMatch.best(for: target.text, among: document.operations.compactMap(\.operationID))
            report(target, "no operation is called '\(target.text)'", near, sink)
        } else if target.text.hasPrefix("#") {
            report(target, "'\(target.text)' leads to no operation", nil, sink)
        }
    }

    private func report(_ target: Link.Text, _ message: String, _ near: String?, _ sink: DiagnosticSink) {
        sink.warning(
            "dangling-link", message, at: target.mark,
            remedy: near.map { "did you mean '\($0)'?" }
                ?? "name an operationId, or a place such as '#/paths/~1pets~1{id}/get'")
    }

    private func check(_ link: Link, _ operation: Operation, _ sink: DiagnosticSink) {
        guard operation.hasAllParameters else { return }
        for (name, _) in link.parameters where Link.parameter(name.text, of: operation) == nil {
            let known = operation.parameters.map(\.name)
            let near = NearMatch.best(for: name.text, among: known)
            sink.warning(
                "unknown-link-parameter", "\(operation.method) \(operation.path) has no parameter '\(name.text)'",
                at: name.mark,
                remedy: near.map { "did you mean '\($0)'?" }
                    ?? (known.isEmpty ? "it has none" : "its parameters are \(known.joined(separator: ", "))"))
        }
    }
}
