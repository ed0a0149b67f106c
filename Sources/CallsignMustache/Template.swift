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
        var field = Step(field: 0)
        /// Where the body of a section ends, which begins behind the instruction.
        var bodyEnd = 0
    }

    /// A field of an object.
    struct Step: Sendable {
        var field: Int
        /// Which of several objects by name, by its number in `names`.
        var name: Int?
    }

    private(set) var instructions: [Instruction] = []
    private(set) var literals: [UInt8] = []
    private(set) var steps: [Step] = []
    private(set) var names: [String] = []

    init(_ operations: [TemplateOperation]) {
        add(operations)
    }

    private mutating func add(_ operations: [TemplateOperation]) {
        for operation in operations {
            switch operation {
            case .literal(let bytes):
                let start = literals.count
                literals += bytes
                instructions.append(Instruction(kind: .literal, start: start, end: literals.count))
            case .variable(let place): add(.variable, place)
            case .conditional(let place, let isInverted, let body):
                add(isInverted ? .inverse : .conditional, place, body)
            case .object(let place, let body): add(.object, place, body)
            case .objects(let place, let body): add(.objects, place, body)
            case .texts(let place, let body):
                add(body.allSatisfy(\.isLiteralOrElement) ? .lines : .texts, place, body)
            }
        }
    }

    private mutating func add(
        _ kind: Instruction.Kind, _ place: FieldPlace, _ body: [TemplateOperation] = []
    ) {
        let start = steps.count
        for step in place.steps {
            switch step {
            case .field(let number): steps.append(Step(field: number))
            case .name(let name):
                steps[steps.count - 1].name = names.count
                names.append(name)
            }
        }
        // An element of a list of texts has no fields: any number stands for itself.
        let field = steps.count > start ? steps.removeLast() : Step(field: 0)
        let index = instructions.count
        instructions.append(
            Instruction(kind: kind, start: start, end: steps.count, frame: place.frame, field: field))
        add(body)
        instructions[index].bodyEnd = instructions.count
    }

    /// Appends the text of an object of the template's shape.
    package func render(_ object: any TemplateObject, into output: inout [UInt8]) {
        instructions.withUnsafeBufferPointer { instructions in
            literals.withUnsafeBufferPointer { literals in
                steps.withUnsafeBufferPointer { steps in
                    var renderer = TemplateRenderer(
                        instructions: instructions, literals: literals, steps: steps, names: names, output: output)
                    output = []
                    renderer.show(0..<instructions.count, in: object)
                    output = renderer.output
                }
            }
        }
    }
}

extension TemplateOperation {
    /// Whether all that is done is to write something down, or an element of the list of texts around.
    fileprivate var isLiteralOrElement: Bool {
        switch self {
        case .literal: true
        case .variable(let place): place.steps.isEmpty
        case .conditional, .object, .objects, .texts: false
        }
    }
}

/// Runs a compiled template over an object. What it reads of the template is counted once, and not at every step.
private struct TemplateRenderer {
    let instructions: UnsafeBufferPointer<Template.Instruction>
    let literals: UnsafeBufferPointer<UInt8>
    let steps: UnsafeBufferPointer<Template.Step>
    let names: [String]
    var output: [UInt8]
    /// The enclosing objects, outermost first.
    private var frames: [any TemplateObject] = []

    init(
        instructions: UnsafeBufferPointer<Template.Instruction>, literals: UnsafeBufferPointer<UInt8>,
        steps: UnsafeBufferPointer<Template.Step>, names: [String], output: [UInt8]
    ) {
        self.instructions = instructions
        self.literals = literals
        self.steps = steps
        self.names = names
        self.output = output
    }

    /// Runs the instructions with an object as the inner context.
    mutating func show(_ range: Range<Int>, in object: any TemplateObject) {
        frames.append(object)
        run(range, in: object)
        frames.removeLast()
    }

    /// - Parameter inner: the innermost object, which most fields are of.
    private mutating func run(_ range: Range<Int>, in inner: any TemplateObject) {
        let depth = frames.count - 1
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = instructions[index]
            if instruction.kind == .literal {
                writeLiteral(instruction)
                index += 1
                continue
            }
            let body = index + 1..<instruction.bodyEnd
            if instruction.frame == depth, instruction.start == instruction.end {
                perform(instruction, of: inner, body, in: inner)
            } else if let object = owner(instruction) {
                perform(instruction, of: object, body, in: inner)
            } else if instruction.kind == .inverse {
                run(body, in: inner)
            }
            index = body.upperBound
        }
    }

    private mutating func writeLiteral(_ instruction: Template.Instruction) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: literals[instruction.start..<instruction.end]))
    }

    /// - Parameter object: the one that has the field.
    private mutating func perform(
        _ instruction: Template.Instruction, of object: any TemplateObject, _ body: Range<Int>,
        in inner: any TemplateObject
    ) {
        let field = instruction.field.field
        switch instruction.kind {
        case .literal: break
        case .variable: object.write(field, to: &output)
        case .conditional: if isShown(instruction, of: object) { run(body, in: inner) }
        case .inverse: if !isShown(instruction, of: object) { run(body, in: inner) }
        case .object: if let object = step(instruction.field, from: object) { show(body, in: object) }
        case .objects: object.forEachObject(field) { show(body, in: $0) }
        case .texts: object.forEachText(field) { show(body, in: TextObject($0)) }
        case .lines:
            object.forEachText(field) { text in
                for instruction in instructions[body] {
                    if instruction.kind == .literal {
                        writeLiteral(instruction)
                    } else {
                        output.append(contentsOf: text)
                    }
                }
            }
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
