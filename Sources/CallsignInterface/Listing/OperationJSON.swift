/// Operations for programs: a JSON array (RFC 8259), one operation a line.
///
/// Every member is always there; `request`, `response`, `headers` and `pages` are null where an operation has none.
package struct OperationJSON: Sendable {
    private let operations: [OperationListing]

    package init(_ operations: [OperationListing]) {
        self.operations = operations
    }

    package var text: String {
        if operations.isEmpty { return "[]\n" }
        return "[\n" + operations.map { Self.value(of: $0).text }.joined(separator: ",\n") + "\n]\n"
    }

    private static func value(of operation: OperationListing) -> JSONText {
        let pages = operation.pages.map { pages in
            JSONText.object([
                ("style", .string(pages.style)), ("item", .string(pages.item)),
                ("pageMethod", .string(pages.pageMethod)),
            ])
        }
        let failures = operation.failures.map { failure in
            JSONText.object([
                ("case", .string(failure.name)), ("status", .string(failure.status)), ("body", .string(failure.body)),
            ])
        }
        return .object([
            ("method", .string(operation.httpMethod)), ("path", .string(operation.path)),
            ("operation", .string(operation.operation)), ("deprecated", .bool(operation.isDeprecated)),
            ("call", .string(operation.call)), ("signature", .string(operation.signature)),
            ("request", .optional(operation.request)), ("response", .optional(operation.response)),
            ("headers", .optional(operation.headers)), ("pages", pages ?? .null), ("error", .string(operation.error)),
            ("failures", .array(failures)),
        ])
    }
}
