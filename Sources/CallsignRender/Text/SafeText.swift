package import CallsignPlan

/// Text that can stand in Swift source as it is.
///
/// It is made from identifiers, types, string literals, comments and constants of this module, and from nothing else:
/// text of a description has no other way into the output.
package struct SafeText: Hashable, Sendable {
    package let text: String

    fileprivate init(unchecked text: String) {
        self.text = text
    }

    package static func identifier(_ identifier: Identifier) -> SafeText {
        SafeText(unchecked: identifier.source)
    }

    /// The identifier without backticks, for the inside of comments and for names that are put together.
    package static func plainName(_ identifier: Identifier) -> SafeText {
        SafeText(unchecked: identifier.text)
    }

    /// The identifier as the label of an argument that is passed, where almost no keyword is read as one.
    package static func label(_ identifier: Identifier) -> SafeText {
        switch identifier.text {
        case "inout", "var", "let": .identifier(identifier)
        default: .plainName(identifier)
        }
    }

    /// A string literal, quotes included, whose value is the text.
    package static func literal(_ text: String) -> SafeText {
        SafeText(unchecked: SwiftStringLiteral.source(of: text))
    }

    /// A string literal that is easy to read where the text holds quotes or backslashes, as JSON does.
    package static func rawLiteral(_ text: String) -> SafeText {
        SafeText(unchecked: SwiftStringLiteral.rawSource(of: text) ?? SwiftStringLiteral.source(of: text))
    }

    package static func integer(_ value: some FixedWidthInteger) -> SafeText {
        SafeText(unchecked: String(value))
    }

    /// A number literal; a number that Swift has no literal for, such as infinity, is zero.
    package static func double(_ value: Double) -> SafeText {
        SafeText(unchecked: value.isFinite ? value.description : "0.0")
    }

    package static func bool(_ value: Bool) -> SafeText {
        SafeText(unchecked: value ? "true" : "false")
    }

    /// A comment's text on one line, without its slashes.
    package static func comment(_ text: String) -> SafeText {
        SafeText(unchecked: DocumentationComment.flattened(text))
    }

    package static func + (left: SafeText, right: SafeText) -> SafeText {
        SafeText(unchecked: left.text + right.text)
    }

    /// The text without the comma that it ends with, if it does.
    package var withoutComma: SafeText { text.last == "," ? SafeText(unchecked: String(text.dropLast())) : self }

    package var isEmpty: Bool { text.isEmpty }

    /// Lends the text as UTF-8.
    func lend(to body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.withUTF8(body)
    }
}

/// Constants of this module, and other safe texts put into them. The compiler sees to it that a literal is meant.
extension SafeText: ExpressibleByStringInterpolation {
    package init(stringLiteral value: StaticString) {
        self.init(unchecked: value.description)
    }

    package init(stringInterpolation: Interpolation) {
        self.init(unchecked: stringInterpolation.text)
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            // Most texts are so short that a string holds them in itself.
            if literalCapacity > 15 { text.reserveCapacity(literalCapacity + interpolationCount * 16) }
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        package mutating func appendInterpolation(_ safe: SafeText) {
            text += safe.text
        }
    }
}

extension [SafeText] {
    /// The literals of several texts.
    package static func literals(_ texts: [String]) -> [SafeText] {
        texts.map { .literal($0) }
    }

    /// The texts with a constant between each two.
    package func joined(by separator: StaticString) -> SafeText {
        SafeText(unchecked: map(\.text).joined(separator: separator.description))
    }
}
