import CallsignPlan

/// Values of tests as source: one line for each item of each list, which the layout joins where they fit.
enum SampleLines {
    /// The lines of arguments, a comma after each.
    static func arguments(_ arguments: [SampleArgument], depth: Int = 0) -> [SafeText] {
        arguments.flatMap { argument in
            lines(argument.value, after: argument.label.map { "\(.label($0)): " } ?? "", depth: depth)
        }
    }

    /// - Parameter start: what stands before the value on its first line.
    private static func lines(_ value: SampleValue, after start: SafeText, depth: Int) -> [SafeText] {
        let start = indentation(depth) + start
        switch value {
        case .literal(let literal): return ["\(start)\(source(of: literal)),"]
        case .number(let number): return ["\(start)\(.double(number)),"]
        case .text(let text): return call("sample", start, [.rawLiteral(text)], depth: depth)
        case .base64(let text): return call("sample", start, ["base64: \(.literal(text))"], depth: depth)
        case .named(let name): return ["\(start).\(.identifier(name)),"]
        case .raw(let literal): return call("init", start, ["rawValue: \(source(of: literal))"], depth: depth)
        case .file(let text, let name, let type):
            let arguments: [SafeText] = [
                .literal(text), "name: \(.literal(name))", "contentType: \(.literal(type))",
            ]
            return call("sample", start, arguments, depth: depth)
        case .part(let name, let text):
            return call("text", start, [.literal(name), .literal(text)], depth: depth)
        case .list(let values):
            if values.isEmpty { return ["\(start)[],"] }
            return ["\(start)["] + listed(values.map { lines($0, after: "", depth: depth + 1) })
                + ["\(indentation(depth))],"]
        case .map(let entries):
            if entries.isEmpty { return ["\(start)[:],"] }
            return ["\(start)["]
                + listed(entries.map { lines($0.value, after: "\(.literal($0.key)): ", depth: depth + 1) })
                + ["\(indentation(depth))],"]
        case .structure(let arguments):
            if arguments.isEmpty { return ["\(start).init(),"] }
            return ["\(start).init("] + self.arguments(arguments, depth: depth + 1) + ["\(indentation(depth))),"]
        case .union(let name, let value):
            return ["\(start).\(.identifier(name))("] + lines(value, after: "", depth: depth + 1)
                + ["\(indentation(depth))),"]
        }
    }

    /// The lines of a literal's elements. The formatter wants no comma after the only one.
    static func listed(_ elements: [[SafeText]]) -> [SafeText] {
        var lines = elements.flatMap { $0 }
        if elements.count == 1, let last = lines.popLast() { lines.append(last.withoutComma) }
        return lines
    }

    private static func call(
        _ function: StaticString, _ start: SafeText, _ arguments: [SafeText], depth: Int
    ) -> [SafeText] {
        let inner = indentation(depth + 1)
        return ["\(start).\(SafeText(stringLiteral: function))("] + arguments.map { "\(inner)\($0)," }
            + ["\(indentation(depth))),"]
    }

    private static func source(of literal: LiteralValue) -> SafeText {
        if case .string(let text) = literal { return .rawLiteral(text) }
        return Literal.source(of: literal)
    }

    private static func indentation(_ depth: Int) -> SafeText {
        Array(repeating: "    " as SafeText, count: depth).joined(by: "")
    }
}
