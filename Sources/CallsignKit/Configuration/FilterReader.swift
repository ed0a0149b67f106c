import CallsignDiagnostics
import CallsignOpenAPI
import CallsignYAML

/// Reads which parts of a description are wanted.
struct FilterReader {
    let sink: DiagnosticSink

    func filter(_ node: Node) -> DocumentFilter {
        var filter = DocumentFilter()
        guard var reader = MappingReader(node, "'filter'", sink: sink) else { return filter }
        filter.included = criteria("include", of: &reader)
        filter.excluded = criteria("exclude", of: &reader)
        reader.finish()
        return filter
    }

    private func criteria(_ key: String, of filter: inout MappingReader) -> DocumentFilter.Criteria {
        var criteria = DocumentFilter.Criteria()
        guard let node = filter.node(key), var reader = MappingReader(node, "'\(key)' of 'filter'", sink: sink) else {
            return criteria
        }
        criteria.tags = names("tags", of: &reader)
        criteria.paths = names("paths", of: &reader)
        criteria.operations = names("operations", of: &reader)
        criteria.schemas = names("schemas", of: &reader)
        reader.finish()
        return criteria
    }

    private func names(_ key: String, of reader: inout MappingReader) -> [DocumentFilter.Name] {
        _ = reader.strings(key)
        return (reader.mapping[key]?.sequence ?? []).compactMap { node in
            node.string.map { DocumentFilter.Name($0, at: node.mark) }
        }
    }
}
