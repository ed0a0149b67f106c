/// Checks every name of a template against the shapes around it, and turns the template into instructions.
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
    private var hasProblems = false

    private init(templates: [String: ParsedTemplate], shape: ObjectShape, name: String) {
        self.templates = templates
        frames = [.object(shape)]
        including = [name]
    }

    /// Compiles the template of a name for a shape; nothing where it has problems, which are reported.
    static func compile(_ name: String, among templates: [String: ParsedTemplate], for shape: ObjectShape) -> Template?
    {
        guard let parsed = templates[name] else { return nil }
        var compiler = TemplateCompiler(templates: templates, shape: shape, name: name)
        var template = Template()
        compiler.compile(parsed.nodes, of: parsed, [], into: &template)
        return compiler.hasProblems ? nil : template
    }

    private mutating func compile(
        _ nodes: [TemplateNode], of parsed: ParsedTemplate, _ indentation: [UInt8], into template: inout Template
    ) {
        for node in nodes {
            switch node {
            case .text(let range, let startsLine):
                let text = parsed.source.text[range]
                if indentation.isEmpty {
                    template.addText(text)
                } else {
                    template.addText(indented(text, startsLine: startsLine, indentation))
                }
            case .lineStart:
                template.addText(indentation)
            case .variable(let name, let offset):
                compileVariable(name, at: offset, of: parsed, into: &template)
            case .section(let name, let isInverted, let offset, let body):
                compileSection(name, isInverted, at: offset, body, of: parsed, indentation, into: &template)
            case .partial(let name, let added, let offset):
                compilePartial(name, at: offset, of: parsed, indentation + added, into: &template)
            }
        }
    }

    /// A partial's text with its lines indented. Unlike in the specification, empty lines stay empty.
    private func indented(_ text: ArraySlice<UInt8>, startsLine: Bool, _ indentation: [UInt8]) -> [UInt8] {
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
        _ name: String, at offset: Int, of parsed: ParsedTemplate, into template: inout Template
    ) {
        guard let (place, kind) = resolve(name, at: offset, of: parsed) else { return }
        guard case .text = kind else {
            report(
                "template-not-text", "'\(name)' is \(kind.description), which can't be inserted", at: offset,
                of: parsed,
                remedy: "use it as a section: {{#\(name)}}…{{/\(name)}}")
            return
        }
        template.addVariable(place)
    }

    private mutating func compileSection(
        _ name: String, _ isInverted: Bool, at offset: Int, _ body: [TemplateNode], of parsed: ParsedTemplate,
        _ indentation: [UInt8], into template: inout Template
    ) {
        guard let (place, kind) = resolve(name, at: offset, of: parsed) else { return }
        let section: (kind: Template.Instruction.Kind, frame: Frame?) =
            switch (isInverted, kind) {
            case (true, _): (.inverse, nil)
            case (_, .text), (_, .flag), (_, .named): (.conditional, nil)
            case (_, .texts): (.texts, .text)
            case (_, .object(let shape)): (.object, .object(shape))
            case (_, .objects(let shape)): (.objects, .object(shape))
            }
        if let frame = section.frame { frames.append(frame) }
        template.addSection(section.kind, place) { compile(body, of: parsed, indentation, into: &$0) }
        if section.frame != nil { frames.removeLast() }
    }

    private mutating func compilePartial(
        _ name: String, at offset: Int, of parsed: ParsedTemplate, _ indentation: [UInt8],
        into template: inout Template
    ) {
        guard let partial = templates[name] else {
            report(
                "template-unknown-partial", "there is no template '\(name)'", at: offset, of: parsed,
                remedy: suggestion(for: name, among: templates.keys.sorted()))
            return
        }
        guard !including.contains(name) else {
            report("template-recursive-partial", "template '\(name)' would contain itself", at: offset, of: parsed)
            return
        }
        including.append(name)
        compile(partial.nodes, of: partial, indentation, into: &template)
        including.removeLast()
    }

    /// The place and kind of a name. The innermost object whose shape has the name counts, whether or not the
    /// object has a value for it.
    private mutating func resolve(
        _ name: String, at offset: Int, of parsed: ParsedTemplate
    ) -> (FieldPlace, FieldKind)? {
        if name == "." {
            if case .text? = frames.last { return (FieldPlace(frame: frames.count - 1, steps: []), .text) }
            report(
                "template-unknown-name", "'.' has a meaning only in a section over a list of texts", at: offset,
                of: parsed)
            return nil
        }
        let parts =
            name.utf8.contains(UInt8(ascii: "."))
            ? name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : [name]
        for index in frames.indices.reversed() {
            guard case .object(let shape) = frames[index], shape.index(of: parts[0]) != nil else { continue }
            return follow(parts, from: shape, frame: index, at: offset, of: parsed)
        }
        var known: [String] = []
        for case .object(let shape) in frames.reversed() { known += shape.fields.map(\.name) }
        report(
            "template-unknown-name", "nothing here has the name '\(parts[0])'", at: offset, of: parsed,
            remedy: suggestion(for: parts[0], among: known))
        return nil
    }

    private mutating func follow(
        _ parts: [String], from shape: ObjectShape, frame: Int, at offset: Int, of parsed: ParsedTemplate
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
                    "template-unknown-name", "\(shape.name) has no field '\(part)'", at: offset, of: parsed,
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
                    of: parsed)
                return nil
            }
        }
        return nil
    }

    private mutating func report(
        _ code: String, _ message: String, at offset: Int, of parsed: ParsedTemplate, remedy: String? = nil
    ) {
        hasProblems = true
        parsed.reporter.error(code, message, at: offset, remedy: remedy)
    }

    private func suggestion(for name: String, among known: [String]) -> String? {
        if let closest = Spelling.closest(to: name, among: known) { return "did you mean '\(closest)'?" }
        return known.isEmpty ? nil : "known here: " + known.joined(separator: ", ")
    }
}
