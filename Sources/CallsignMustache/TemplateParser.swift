import CallsignDiagnostics

/// A part of a parsed template.
indirect enum TemplateNode {
    case text(Range<Int>, startsLine: Bool)
    case lineStart
    case variable(String, offset: Int)
    case section(String, isInverted: Bool, offset: Int, [TemplateNode])
    case partial(String, indentation: [UInt8], offset: Int)
}

/// A template whose sections are matched, ready to be compiled for a shape.
struct ParsedTemplate {
    let source: TemplateSource
    let reporter: TemplateReporter
    let nodes: [TemplateNode]
}

/// Matches the sections of a template with their ends.
struct TemplateParser {
    /// More than anyone writes, and little enough for what walks the sections later.
    static let maximumDepth = 64

    private struct Open {
        let name: String
        let isInverted: Bool
        let offset: Int
        var nodes: [TemplateNode] = []
    }

    /// The parsed template, or nothing where there were problems; all of them have been reported.
    static func parse(_ source: TemplateSource, reporter: TemplateReporter) -> ParsedTemplate? {
        if let offset = firstInvalidByte(source.text) {
            reporter.error("template-not-utf8", "expected UTF-8", at: offset)
            return nil
        }
        let (tokens, isWhole) = TemplateScanner.tokens(of: source.text, reporter: reporter)
        guard let nodes = match(tokens, source, reporter), isWhole else { return nil }
        return ParsedTemplate(source: source, reporter: reporter, nodes: nodes)
    }

    private static func firstInvalidByte(_ text: [UInt8]) -> Int? {
        if text.reduce(0, |) < 0x80 { return nil }
        var decoder = Unicode.UTF8.ForwardParser()
        var bytes = text.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &bytes) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    private static func match(
        _ tokens: [TemplateToken], _ source: TemplateSource, _ reporter: TemplateReporter
    ) -> [TemplateNode]? {
        var stack = [Open(name: "", isInverted: false, offset: 0)]
        for token in tokens {
            switch token.kind {
            case .text(let range, let startsLine):
                stack[stack.count - 1].nodes.append(.text(range, startsLine: startsLine))
            case .lineStart:
                stack[stack.count - 1].nodes.append(.lineStart)
            case .variable(let name):
                stack[stack.count - 1].nodes.append(.variable(name, offset: token.offset))
            case .partial(let name, let indentation):
                stack[stack.count - 1].nodes.append(
                    .partial(name, indentation: Array(source.text[indentation]), offset: token.offset))
            case .section(let name), .inverted(let name):
                guard stack.count <= maximumDepth else {
                    reporter.error(
                        "template-too-deep", "sections are nested more than \(maximumDepth) deep", at: token.offset)
                    return nil
                }
                let isInverted = token.kind == .inverted(name)
                stack.append(Open(name: name, isInverted: isInverted, offset: token.offset))
            case .close(let name):
                guard close(name, at: token.offset, &stack, reporter) else { return nil }
            }
        }
        guard stack.count == 1 else {
            let open = stack[stack.count - 1]
            reporter.error(
                "template-unclosed-section", "section '\(open.name)' has no end; expected '{{/\(open.name)}}'",
                at: open.offset)
            return nil
        }
        return stack[0].nodes
    }

    private static func close(
        _ name: String, at offset: Int, _ stack: inout [Open], _ reporter: TemplateReporter
    ) -> Bool {
        guard stack.count > 1, let open = stack.last else {
            reporter.error("template-unopened-section", "there is no section '\(name)' to end here", at: offset)
            return false
        }
        guard open.name == name else {
            reporter.sink.error(
                "template-mismatched-section", "expected the end of section '\(open.name)', found that of '\(name)'",
                at: reporter.mark(at: offset),
                notes: [.init("section '\(open.name)' begins here", at: reporter.mark(at: open.offset))])
            return false
        }
        stack.removeLast()
        stack[stack.count - 1].nodes.append(
            .section(name, isInverted: open.isInverted, offset: open.offset, open.nodes))
        return true
    }
}
