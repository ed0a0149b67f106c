import CallsignDiagnostics
import CallsignYAML

/// Applies the schemas of a filter to a description.
enum SchemaFilter {
    static func apply(_ filter: DocumentFilter, to document: inout ResolvedDocument, _ sink: DiagnosticSink) {
        if filter.included.schemas.isEmpty, filter.excluded.schemas.isEmpty { return }
        var numbers: [String: Int] = [:]
        for index in document.schemas.indices {
            if let name = document.schemas[index].name, numbers[name] == nil { numbers[name] = index }
        }
        let names = document.componentSchemas.compactMap { document[$0].name }
        for name in filter.included.schemas {
            if let index = numbers[name.text] {
                document.requestedSchemas.append(SchemaID(index))
            } else {
                OperationFilter.report(name, "schema", names, sink)
            }
        }
        for name in filter.excluded.schemas {
            guard let index = numbers[name.text] else {
                OperationFilter.report(name, "schema", names, sink)
                continue
            }
            document.excludedSchemas.insert(SchemaID(index))
            document.schemas[index] = Schema(anythingInPlaceOf: document.schemas[index])
        }
    }
}

extension Schema {
    /// A schema that allows any value, of which only the account knows what it was.
    fileprivate convenience init(anythingInPlaceOf other: Schema) {
        self.init(mark: other.mark, pointer: other.pointer)
        name = other.name
        written = other.written
        extensions.entries = other.extensions.entries.filter { !$0.key.utf8.starts(with: "x-callsign-".utf8) }
    }
}
