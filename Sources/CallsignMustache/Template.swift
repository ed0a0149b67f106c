/// A template compiled for one shape.
///
/// Its operations lie one behind the other as plain numbers: files are rendered on several cores at once, which would
/// wait for each other at every step if they counted references to the parts of a tree that they share.
package struct Template: Sendable {
    struct Instruction: Sendable {
        enum Kind: Sendable {
            case literal, variable
            /// The body is shown if the value says so, or if it doesn't.
            case conditional, inverse
            /// The body is shown with an object inside, or with each of a list.
            case object, objects
            /// The body is repeated with each text of a list; of `lines`, it inserts nothing else.
            case texts, lines
        }

        var kind: Kind
        /// The bytes of a literal; else the steps to the object that has the field, from the one of `frame`.
        var start: Int
        var end: Int
        /// The object that the field is looked for in, counted from the outermost.
        var frame = 0
        var field = Step.element
        /// Where the body of a section ends, which begins behind the instruction.
        var bodyEnd = 0

        /// Whether the element of the list of texts around is inserted.
        var isElement: Bool { kind == .variable && field.field == Step.element.field }
    }

    /// A field of an object.
    struct Step: Sendable {
        var field: Int
        /// Which of several objects by name, by its number in `names`.
        var name: Int?

        /// An element of a list of texts, which has no fields.
        static let element = Step(field: -1)
    }

    private(set) var instructions: [Instruction] = []
    private(set) var literals: [UInt8] = []
    private(set) var steps: [Step] = []
    private(set) var names: [String] = []

    /// The first instruction of the section that is being added to, to which no text of another is joined.
    private var firstOfSection = 0

    /// Adds text, so that each stretch of it is one copy when rendered.
    mutating func addText(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        if instructions.count == firstOfSection || instructions[instructions.count - 1].kind != .literal {
            instructions.append(Instruction(kind: .literal, start: literals.count, end: literals.count))
        }
        literals += bytes
        instructions[instructions.count - 1].end = literals.count
    }

    mutating func addVariable(_ place: FieldPlace) { add(.variable, place) }

    /// Adds a section.
    ///
    /// - Parameter body: adds what it shows.
    mutating func addSection(_ kind: Instruction.Kind, _ place: FieldPlace, body: (inout Template) -> Void) {
        let index = instructions.count
        add(kind, place)
        firstOfSection = instructions.count
        body(&self)
        firstOfSection = instructions.count
        instructions[index].bodyEnd = firstOfSection
        if kind == .texts, instructions[(index + 1)...].allSatisfy({ $0.kind == .literal || $0.isElement }) {
            instructions[index].kind = .lines
        }
    }

    private mutating func add(_ kind: Instruction.Kind, _ place: FieldPlace) {
        let start = steps.count
        for step in place.steps {
            switch step {
            case .field(let number): steps.append(Step(field: number))
            case .name(let name):
                steps[steps.count - 1].name = names.count
                names.append(name)
            }
        }
        let field = steps.count > start ? steps.removeLast() : .element
        instructions.append(
            Instruction(
                kind: kind, start: start, end: steps.count, frame: place.frame, field: field,
                bodyEnd: instructions.count + 1))
    }

    /// Appends the text of an object of the template's shape.
    package func render(_ object: any TemplateObject, into output: TextBuffer) {
        instructions.withUnsafeBufferPointer { instructions in
            literals.withUnsafeBufferPointer { literals in
                steps.withUnsafeBufferPointer { steps in
                    var renderer = TemplateRenderer(
                        instructions: instructions, literals: literals, steps: steps, names: names)
                    renderer.show(0..<instructions.count, in: object, to: output)
                }
            }
        }
    }
}

/// Runs a compiled template over an object. What it reads of the template is counted once, and not at every step.
private struct TemplateRenderer {
    let instructions: UnsafeBufferPointer<Template.Instruction>
    let literals: UnsafeBufferPointer<UInt8>
    let steps: UnsafeBufferPointer<Template.Step>
    let names: [String]
    /// The enclosing objects, outermost first.
    private var frames: [any TemplateObject] = []

    init(
        instructions: UnsafeBufferPointer<Template.Instruction>, literals: UnsafeBufferPointer<UInt8>,
        steps: UnsafeBufferPointer<Template.Step>, names: [String]
    ) {
        self.instructions = instructions
        self.literals = literals
        self.steps = steps
        self.names = names
    }

    /// Runs the instructions with an object as the inner context.
    mutating func show(_ range: Range<Int>, in object: any TemplateObject, to output: TextBuffer) {
        frames.append(object)
        run(range, in: object, to: output)
        frames.removeLast()
    }

    /// - Parameter inner: the innermost object, which most fields are of.
    private mutating func run(_ range: Range<Int>, in inner: any TemplateObject, to output: TextBuffer) {
        let depth = frames.count - 1
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = instructions[index]
            if instruction.kind == .literal {
                writeLiteral(instruction, to: output)
                index += 1
                continue
            }
            let body = index + 1..<instruction.bodyEnd
            if instruction.frame == depth, instruction.start == instruction.end {
                perform(instruction, of: inner, body, in: inner, to: output)
            } else if let object = owner(instruction) {
                perform(instruction, of: object, body, in: inner, to: output)
            } else if instruction.kind == .inverse {
                run(body, in: inner, to: output)
            }
            index = body.upperBound
        }
    }

    private func writeLiteral(_ instruction: Template.Instruction, to output: TextBuffer) {
        output.append(UnsafeBufferPointer(rebasing: literals[instruction.start..<instruction.end]))
    }

    /// - Parameter object: the one that has the field.
    private mutating func perform(
        _ instruction: Template.Instruction, of object: any TemplateObject, _ body: Range<Int>,
        in inner: any TemplateObject, to output: TextBuffer
    ) {
        let field = instruction.field.field
        switch instruction.kind {
        case .literal: break
        case .variable: object.write(field, to: output)
        case .conditional: if isShown(instruction, of: object) { run(body, in: inner, to: output) }
        case .inverse: if !isShown(instruction, of: object) { run(body, in: inner, to: output) }
        case .object: if let object = step(instruction.field, from: object) { show(body, in: object, to: output) }
        case .objects: object.forEachObject(field) { show(body, in: $0, to: output) }
        case .texts: object.forEachText(field) { show(body, in: TextObject($0), to: output) }
        case .lines:
            let line = Line(instructions: instructions[body], literals: literals)
            object.forEachText(field) { line.write($0, to: output) }
        }
    }

    private func isShown(_ instruction: Template.Instruction, of object: any TemplateObject) -> Bool {
        if instruction.field.name != nil { return step(instruction.field, from: object) != nil }
        return object.isShown(instruction.field.field)
    }

    /// The object that has the field of an instruction; nothing where one on the way is absent.
    private func owner(_ instruction: Template.Instruction) -> (any TemplateObject)? {
        var object = frames[instruction.frame]
        for index in instruction.start..<instruction.end {
            guard let next = step(steps[index], from: object) else { return nil }
            object = next
        }
        return object
    }

    private func step(_ step: Template.Step, from object: any TemplateObject) -> (any TemplateObject)? {
        object.object(step.field, named: step.name.map { names[$0] })
    }
}

/// A section that inserts nothing but a text of a list. It needs no more of the renderer than this, of which nothing has
/// to be counted.
private struct Line {
    let instructions: Slice<UnsafeBufferPointer<Template.Instruction>>
    let literals: UnsafeBufferPointer<UInt8>

    func write(_ text: UnsafeBufferPointer<UInt8>, to output: TextBuffer) {
        for instruction in instructions {
            if instruction.kind == .literal {
                output.append(UnsafeBufferPointer(rebasing: literals[instruction.start..<instruction.end]))
            } else {
                output.append(text)
            }
        }
    }
}
