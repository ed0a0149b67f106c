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
