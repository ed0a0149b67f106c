import CallsignPlan

/// A method of the plan, with what it takes and what it is called. A class, as all that is generated for a method refers
/// to it, and a plan of a method is large.
final class MethodSignature {
    let method: MethodPlan
    let context: RenderContext

    init(_ method: MethodPlan, _ context: RenderContext) {
        self.method = method
        self.context = context
    }

    /// The method that sends the request: the one for a page where the plain name belongs to the whole list.
    var callName: Identifier { method.pages?.pageMethod ?? method.name }

    var error: SafeText { .identifier(context.plan.errors[method.error].name) }

    /// The parameters before `options`.
    var parameters: [Parameter] {
        let arguments = method.arguments.map { argument in
            let name = SafeText.identifier(argument.name)
            let declaration: SafeText =
                if let label = argument.label {
                    label == argument.name ? name : "\(.identifier(label)) \(name)"
                } else {
                    "_ \(name)"
                }
            return Parameter(
                declaration: declaration, type: context.type(argument.type),
                extensions: argument.mark.map { context.plan.extensions[$0] } ?? [])
        }
        return arguments + [requestParameter].compactMap { $0 }
    }

    private var requestParameter: Parameter? {
        switch method.request {
        case .structure(let request):
            let type = SafeText.identifier(request.name)
            return Parameter(
                declaration: "_ request", type: type, defaultValue: request.isOptional ? "\(type)()" : nil)
        case .body(let body):
            let type = RawBody.isRaw(body.format) ? RawBody.type(context) : context.type(body.type)
            return Parameter(
                declaration: "_ body", type: body.isOptional ? "\(type)?" : type,
                defaultValue: body.isOptional ? "nil" : nil)
        case nil: return nil
        }
    }

    /// The same values as arguments, for a function that passes them on.
    var passedOn: [SafeText] {
        var values = method.arguments.map { argument -> SafeText in
            guard let label = argument.label else { return .identifier(argument.name) }
            return "\(.label(label)): \(.identifier(argument.name))"
        }
        switch method.request {
        case .structure: values.append("request")
        case .body: values.append("body")
        case nil: break
        }
        return values
    }

    /// The method as documentation links to it, such as `create(_:options:)`.
    var link: SafeText { link(callName, further: []) }

    func link(_ name: Identifier, further: [SafeText]) -> SafeText {
        var labels = method.arguments.map { $0.label.map { SafeText.plainName($0) } ?? "_" }
        if method.request != nil { labels.append("_") }
        labels += further + ["options"]
        return "\(.plainName(name))(\(labels.map { "\($0):" }.joined(by: "")))"
    }

    /// The lines that describe the form of the method that is answered at once. They refer to the method itself, so that
    /// its description stands in one place.
    ///
    /// - Parameter outcome: the function that reads the result, if there is any.
    func asynchronousDocumentation(readBy outcome: Identifier?) -> SafeLines {
        let start: SafeText = "/// Like ``\(link(method.name, further: []))``, but the API answers at once"
        guard let outcome else { return ["\(start) and reports to `callback` when it is done."] }
        let reader: SafeText = "``\(.plainName(outcome))(fromCallback:)``"
        return ["\(start) and posts the result to `callback` later, where \(reader) reads it."]
    }

    /// The lines that describe the method and its arguments.
    ///
    /// - Parameter further: what to say beside the method's own documentation.
    func documentation(_ further: [String] = []) -> SafeLines {
        let lines = SafeLines.documentation(method.documentation.paragraphs + further)
        var details = ParameterDocumentation.lines(method.arguments.map { ($0.name, $0.documentation) })
        if let result = resultDocumentation { details.append("/// - Returns: \(result)") }
        return lines.isEmpty || details.isEmpty ? lines + details : lines + ["///"] + details
    }

    private var resultDocumentation: SafeText? {
        guard method.pages == nil, case .value(let value) = method.response, !value.documentation.isEmpty else {
            return nil
        }
        let text = SafeText.comment(value.documentation.paragraphs.joined(separator: " "))
        return text.isEmpty ? nil : text
    }
}
