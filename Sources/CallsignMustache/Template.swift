/// A template compiled for one shape.
///
/// Its operations lie one behind the other as plain numbers: files are rendered on several cores at once, which would
/// wait for each other at every step if they counted references to the parts of a tree that they share.
package struct Template: Sendable {
    struct Instruction: Sendable {
        enum Kind: Sendable {
            case literal, variable, scope
            /// The body is shown if the value says so, or if it doesn't.
            case conditional, inverse
        }

        var kind: Kind
        /// The object that the field is looked for in, counted from the outermost.
        var frame = 0
        /// The bytes of a literal, or the way to the field.
        var start: Int
        var end: Int
        /// Where the body of a section ends, which begins behind the instruction.
        var bodyEnd = 0
    }

    private(set) var instructions: [Instruction] = []
    private(set) var literals: [UInt8] = []
    /// Fields by their numbers, and names by theirs in `names`, counted from -1 down.
    private(set) var steps: [Int] = []
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
            case .scope(let place, let body): add(.scope, place, body)
            }
        }
    }

    private mutating func add(_ kind: Instruction.Kind, _ place: FieldPlace, _ body: [TemplateOperation] = []) {
        let start = steps.count
        for step in place.steps {
            switch step {
            case .field(let number): steps.append(number)
            case .name(let name):
                names.append(name)
                steps.append(-names.count)
            }
        }
        let index = instructions.count
        instructions.append(Instruction(kind: kind, frame: place.frame, start: start, end: steps.count))
        add(body)
        instructions[index].bodyEnd = instructions.count
    }

    /// Appends the text of a value of the template's shape.
    package func render(_ value: TemplateValue, into output: inout [UInt8]) {
        instructions.withUnsafeBufferPointer { instructions in
            literals.withUnsafeBufferPointer { literals in
                steps.withUnsafeBufferPointer { steps in
                    var renderer = TemplateRenderer(
                        instructions: instructions, literals: literals, steps: steps, names: names, frames: [value])
                    renderer.run(0..<instructions.count, into: &output)
                }
            }
        }
    }
}

/// Runs a compiled template over a value. What it reads of the template is counted once, and not at every step.
private struct TemplateRenderer {
    let instructions: UnsafeBufferPointer<Template.Instruction>
    let literals: UnsafeBufferPointer<UInt8>
    let steps: UnsafeBufferPointer<Int>
    let names: [String]
    /// The enclosing objects, outermost first.
    var frames: [TemplateValue]

    mutating func run(_ range: Range<Int>, into output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = instructions[index]
            let body = index + 1..<max(instruction.bodyEnd, index + 1)
            switch instruction.kind {
            case .literal:
                output.append(
                    contentsOf: UnsafeBufferPointer(rebasing: literals[instruction.start..<instruction.end]))
            case .variable:
                if case .text(let text) = value(of: instruction) { output.append(contentsOf: text.utf8) }
            case .conditional, .inverse:
                let isShown = value(of: instruction).isShown
                if isShown == (instruction.kind == .conditional) { run(body, into: &output) }
            case .scope:
                runScope(value(of: instruction), body, into: &output)
            }
            index = body.upperBound
        }
    }

    private mutating func runScope(_ value: TemplateValue, _ body: Range<Int>, into output: inout [UInt8]) {
        switch value {
        case .list(let elements):
            for element in elements {
                frames.append(element)
                run(body, into: &output)
                frames.removeLast()
            }
        case .object:
            frames.append(value)
            run(body, into: &output)
            frames.removeLast()
        case .text, .flag, .absent, .named:
            break
        }
    }

    private func value(of instruction: Template.Instruction) -> TemplateValue {
        guard instruction.start < instruction.end else { return frames[instruction.frame] }
        var value = step(steps[instruction.start], from: frames[instruction.frame])
        for index in instruction.start + 1..<instruction.end {
            value = step(steps[index], from: value)
        }
        return value
    }

    /// What a value holds in a field, or under a name that the template chooses.
    private func step(_ step: Int, from value: TemplateValue) -> TemplateValue {
        switch value {
        case .object(let field) where step >= 0: field(step)
        case .named(_, let choose) where step < 0: choose(names[-step - 1])
        default: .absent
        }
    }
}
