import CallsignDiagnostics

/// JSON as it is written: members in the order in which they are given, on one line.
struct JSONText: Sendable {
    let text: String

    static let null = JSONText(text: "null")

    static func string(_ text: String) -> JSONText { JSONText(text: PrintableText.json(text)) }

    static func optional(_ text: String?) -> JSONText { text.map(string) ?? null }

    static func bool(_ bool: Bool) -> JSONText { JSONText(text: bool ? "true" : "false") }

    static func array(_ elements: [JSONText]) -> JSONText {
        JSONText(text: "[\(elements.map(\.text).joined(separator: ","))]")
    }

    static func object(_ members: [(String, JSONText)]) -> JSONText {
        JSONText(text: "{\(members.map { "\(string($0).text):\($1.text)" }.joined(separator: ","))}")
    }
}
