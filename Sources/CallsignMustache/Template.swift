/// A template compiled for one shape: its names are places in the value, its partials are put in.
package struct Template: Sendable {
    indirect enum Operation: Sendable {
        case literal([UInt8])
        case variable(FieldPlace)
        /// Shown once if the value says so, without a context of its own.
        case conditional(FieldPlace, isInverted: Bool, [Operation])
        /// Shown once with an object as the inner context, or for each element of a list.
        case scope(FieldPlace, [Operation])
    }

    /// Where a field is: which of the enclosing objects, counted from the outermost, and the way from there.
    struct FieldPlace: Sendable, Equatable {
        var frame: Int
        /// No step for the object or text itself.
        var steps: [Int]
    }

    let operations: [Operation]

    /// Appends the text of a value of the template's shape.
    package func render(_ value: TemplateValue, into output: inout [UInt8]) {
        var renderer = TemplateRenderer(frames: [value])
        renderer.run(operations, into: &output)
    }
}

/// Runs a compiled template over a value.
struct TemplateRenderer {
    /// The enclosing objects, outermost first.
    var frames: [TemplateValue]

    mutating func run(_ operations: [Template.Operation], into output: inout [UInt8]) {
        for operation in operations {
            switch operation {
            case .literal(let bytes):
                output.append(contentsOf: bytes)
            case .variable(let place):
                if case .text(let text) = value(at: place) { output.append(contentsOf: text.utf8) }
            case .conditional(let place, let isInverted, let body):
                if value(at: place).isShown != isInverted { run(body, into: &output) }
            case .scope(let place, let body):
                runScope(value(at: place), body, into: &output)
            }
        }
    }

    private mutating func runScope(_ value: TemplateValue, _ body: [Template.Operation], into output: inout [UInt8]) {
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
        case .text, .flag, .absent:
            break
        }
    }

    private func value(at place: Template.FieldPlace) -> TemplateValue {
        var value = frames[place.frame]
        for step in place.steps {
            guard case .object(let field) = value else { return .absent }
            value = field(step)
        }
        return value
    }
}
