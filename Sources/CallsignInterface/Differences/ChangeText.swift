/// What is said of a change: words, and Swift in between.
package struct ChangeText: Sendable, Equatable, ExpressibleByStringInterpolation {
    package struct Part: Sendable, Equatable {
        package var text: String
        package var isCode: Bool
    }

    package private(set) var parts: [Part]

    package init(stringLiteral text: String) {
        parts = text.isEmpty ? [] : [Part(text: text, isCode: false)]
    }

    package init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    package static func code(_ text: String) -> ChangeText { "\(code: text)" }

    /// What is said of a value that is written in another way.
    static func form(_ old: String?, _ new: String?) -> ChangeText {
        let usual = "the usual form of its type"
        return "is written as \(new ?? usual), and was as \(old ?? usual)"
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { parts.append(Part(text: text, isCode: false)) }
        }

        package mutating func appendInterpolation(code: String) {
            parts.append(Part(text: code, isCode: true))
        }

        package mutating func appendInterpolation(_ text: String) {
            appendLiteral(text)
        }

        package mutating func appendInterpolation(_ text: ChangeText) {
            parts += text.parts
        }
    }

    /// Without any marks.
    package var plain: String { parts.map(\.text).joined() }
}
