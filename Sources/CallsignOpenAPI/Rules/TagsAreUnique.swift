import CallsignDiagnostics

/// Each tag is described once (OpenAPI 3.1.1, section 4.8.1.1).
struct TagsAreUnique: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        var first: [String: SourceMark] = [:]
        for tag in document.tags {
            if let other = first[tag.name] {
                sink.warning(
                    "duplicate-tag", "the tag '\(tag.name)' is described twice", at: tag.mark,
                    notes: [.init("the first is here", at: other)])
            } else {
                first[tag.name] = tag.mark
            }
        }
    }
}
