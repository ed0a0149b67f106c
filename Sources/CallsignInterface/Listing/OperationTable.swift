import CallsignDiagnostics

/// Operations as a table for people, one a line.
package struct OperationTable: Sendable {
    private let operations: [OperationListing]
    /// Longer calls are shown without what they take.
    private static let longestCall = 60

    package init(_ operations: [OperationListing]) {
        self.operations = operations
    }

    package var text: String {
        let header = ["METHOD", "PATH", "SWIFT", "TAKES", "GIVES", "PAGES", "THROWS"]
        let rows = [header] + operations.map(row)
        let widths = header.indices.map { column in rows.map { PrintableText.width(of: $0[column]) }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: max(0, width - PrintableText.width(of: cell)) + 2)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private func row(_ operation: OperationListing) -> [String] {
        [
            operation.httpMethod, operation.path,
            Self.call(operation) + (operation.isDeprecated ? " (deprecated)" : ""),
            operation.request.map(Self.ownName) ?? "-", operation.response.map(Self.ownName) ?? "-",
            operation.pages.map { "\($0.style) of \(Self.ownName($0.item))" } ?? "-", operation.error,
        ].map(PrintableText.line)
    }

    private static func call(_ operation: OperationListing) -> String {
        guard operation.call.count > longestCall, let start = operation.call.firstRange(of: ".init(") else {
            return operation.call
        }
        return operation.call[..<start.upperBound] + "…))"
    }

    /// A type without the types that it is nested in.
    private static func ownName(_ type: String) -> String {
        type.split(separator: ".").last.map(String.init) ?? type
    }
}

/// Operations for programs: a JSON array (RFC 8259), one operation a line.
///
/// Every member is always there; `request`, `response` and `pages` are null where an operation has none.
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
            ("pages", pages ?? .null), ("error", .string(operation.error)), ("failures", .array(failures)),
        ])
    }
}
