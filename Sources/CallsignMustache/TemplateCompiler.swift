/// Checks every name of a template against the shapes around it, and turns the template into operations.
struct TemplateCompiler {
    /// What a section made the inner context.
    private enum Frame {
        case object(ObjectShape)
        case text
    }

    private let templates: [String: ParsedTemplate]
    private var frames: [Frame]
    /// The partials that are being put in, to find one that would contain itself.
    private var including: [String]
    private(set) var hasProblems = false

    init(templates: [String: ParsedTemplate], shape: ObjectShape, name: String) {
        self.templates = templates
        frames = [.object(shape)]
        including = [name]
    }

    mutating func compile(_ template: ParsedTemplate, indentation: [UInt8] = []) -> [TemplateOperation] {
        var operations: [TemplateOperation] = []
        compile(template.nodes, of: template, indentation, into: &operations)
        return operations
    }

    private mutating func compile(
        _ nodes: [TemplateNode], of template: ParsedTemplate, _ indentation: [UInt8],
        into operations: inout [TemplateOperation]
    ) {
        for node in nodes {
            switch node {
            case .text(let range, let startsLine):
                append(indented(template.source.text[range], startsLine: startsLine, indentation), to: &operations)
            case .lineStart:
                append(indentation, to: &operations)
            case .variable(let name, let offset):
                compileVariable(name, at: offset, of: template, into: &operations)
            case .section(let name, let isInverted, let offset, let body):
                compileSection(name, isInverted, at: offset, body, of: template, indentation, into: &operations)
            case .partial(let name, let added, let offset):
                compilePartial(name, at: offset, of: template, indentation + added, into: &operations)
            }
        }
    }

    /// Adds text to the literal before it, so that each stretch of text is one copy when rendered.
    private func append(_ bytes: [UInt8], to operations: inout [TemplateOperation]) {
        guard !bytes.isEmpty else { return }
        if case .literal(let before)? = operations.last {
            operations[operations.count - 1] = .literal(before + bytes)
        } else {
            operations.append(.literal(bytes))
        }
    }

    /// A partial's text with its lines indented. Unlike in the specification, empty lines stay empty.
    private func indented(_ text: ArraySlice<UInt8>, startsLine: Bool, _ indentation: [UInt8]) -> [UInt8] {
        guard !indentation.isEmpty else { return Array(text) }
        var result: [UInt8] = []
        var isLineStart = startsLine
        for byte in text {
            if isLineStart, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { result += indentation }
            isLineStart = byte == UInt8(ascii: "\n")
            result.append(byte)
        }
        return result
    }

    private mutating func compileVariable(
        _ name: String, at offset: Int, of template: ParsedTemplate, into operations: inout [TemplateOperation]
    ) {
        guard let (place, kind) = resolve(name, at: offset, of: template) else { return }
        guard case .text = kind else {
            report(
                "template-not-text", "'\(name)' is \(kind.description), which can't be inserted", at: offset,
                of: template,
                remedy: "use it as a section: {{#\(name)}}…{{/\(name)}}")
            return
        }
        operations.append(.variable(place))
    }

    private mutating func compileSection(
        _ name: String, _ isInverted: Bool, at offset: Int, _ body: [TemplateNode], of template: ParsedTemplate,
        _ indentation: [UInt8], into operations: inout [TemplateOperation]
    ) {
        guard let (place, kind) = resolve(name, at: offset, of: template) else { return }
        func inner(in frame: Frame?) -> [TemplateOperation] {
            var inner: [TemplateOperation] = []
            if let frame { frames.append(frame) }
            compile(body, of: template, indentation, into: &inner)
            if frame != nil { frames.removeLast() }
            return inner
        }
        switch (isInverted, kind) {
        case (true, _), (_, .text), (_, .flag), (_, .named):
            operations.append(.conditional(place, isInverted: isInverted, inner(in: nil)))
        case (_, .texts): operations.append(.texts(place, inner(in: .text)))
        case (_, .object(let shape)): operations.append(.object(place, inner(in: .object(shape))))
        case (_, .objects(let shape)): operations.append(.objects(place, inner(in: .object(shape))))
        }
    }

    private mutating func compilePartial(
        _ name: String, at offset: Int, of template: ParsedTemplate, _ indentation: [UInt8],
        into operations: inout [TemplateOperation]
    ) {
        guard let partial = templates[name] else {
            report(
                "template-unknown-partial", "there is no template '\(name)'", at: offset, of: template,
                remedy: suggestion(for: name, among: templates.keys.sorted()))
            return
        }
        guard !including.contains(name) else {
            report("template-recursive-partial", "template '\(name)' would contain itself", at: offset, of: template)
            return
        }
        including.append(name)
        var inner: [TemplateOperation] = []
        compile(partial.nodes, of: partial, indentation, into: &inner)
        including.removeLast()
        for operation in inner {
            if case .literal(let bytes) = operation {
                append(bytes, to: &operations)
            } else {
                operations.append(operation)
            }
        }
    }

    /// The place and kind of a name. The innermost object whose shape has the name counts, whether or not the
    /// object has a value for it.
    private mutating func resolve(
        _ name: String, at offset: Int, of template: ParsedTemplate
    ) -> (FieldPlace, FieldKind)? {
        if name == "." {
            if case .text? = frames.last { return (FieldPlace(frame: frames.count - 1, steps: []), .text) }
            report(
                "template-unknown-name", "'.' has a meaning only in a section over a list of texts", at: offset,
                of: template)
            return nil
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for index in frames.indices.reversed() {
            guard case .object(let shape) = frames[index], shape.index(of: parts[0]) != nil else { continue }
            return follow(parts, from: shape, frame: index, at: offset, of: template)
        }
        var known: [String] = []
        for case .object(let shape) in frames.reversed() { known += shape.fields.map(\.name) }
        report(
            "template-unknown-name", "nothing here has the name '\(parts[0])'", at: offset, of: template,
            remedy: suggestion(for: parts[0], among: known))
        return nil
    }

    private mutating func follow(
        _ parts: [String], from shape: ObjectShape, frame: Int, at offset: Int, of template: ParsedTemplate
    ) -> (FieldPlace, FieldKind)? {
        var shape = shape
        var steps: [FieldStep] = []
        /// Set where the next part is a name that the template chooses.
        var chosen: ObjectShape?
        for (number, part) in parts.enumerated() {
            if let inner = chosen {
                steps.append(.name(part))
                if number == parts.count - 1 { return (FieldPlace(frame: frame, steps: steps), .object(inner)) }
                shape = inner
                chosen = nil
                continue
            }
            guard let index = shape.index(of: part) else {
                report(
                    "template-unknown-name", "\(shape.name) has no field '\(part)'", at: offset, of: template,
                    remedy: suggestion(for: part, among: shape.fields.map(\.name)))
                return nil
            }
            steps.append(.field(index))
            let kind = shape.fields[index].kind
            if number == parts.count - 1 { return (FieldPlace(frame: frame, steps: steps), kind) }
            switch kind {
            case .object(let inner): shape = inner
            case .named(let inner): chosen = inner
            case .text, .flag, .texts, .objects:
                report(
                    "template-unknown-name", "'\(part)' is \(kind.description) and has no fields", at: offset,
                    of: template)
                return nil
            }
        }
        return nil
    }

    private mutating func report(
        _ code: String, _ message: String, at offset: Int, of template: ParsedTemplate, remedy: String? = nil
    ) {
        hasProblems = true
        template.reporter.error(code, message, at: offset, remedy: remedy)
    }

    private func suggestion(for name: String, among known: [String]) -> String? {
        if let closest = Spelling.closest(to: name, among: known) { return "did you mean '\(closest)'?" }
        return known.isEmpty ? nil : "known here: " + known.joined(separator: ", ")
    }
}
