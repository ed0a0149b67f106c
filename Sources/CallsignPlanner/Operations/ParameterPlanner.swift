import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// What becomes of each parameter of a method.
enum ParameterRole {
    /// Given once to the client.
    case client
    /// Given by the method itself.
    case fixed(String)
    /// Left out of this method by its rule.
    case omitted
    /// Taken over by the asynchronous form.
    case asynchronous
    /// A header that HTTP or the client sets itself (OpenAPI 3.1.1, section 4.8.12.1: to be ignored).
    case reservedHeader
    /// Set by the form of the method, which is streamed or isn't.
    case streamFlag
    case argument
    case member
}

struct ParameterPlanner {
    let settings: PlanSettings
    let sink: DiagnosticSink

    func role(of parameter: Parameter, in draft: MethodDraft, isAsynchronous: Bool, flag: StreamFlagPlan?)
        -> ParameterRole
    {
        if parameter.location == .path, settings.parameters.contains(where: { $0.wireName == parameter.name }) {
            return .client
        }
        if let view = draft.view {
            if let fixed = view.fixed.first(where: { $0.parameter.value == parameter.name }) {
                return .fixed(fixed.value)
            }
            if view.omit.contains(where: { $0.value == parameter.name }) { return .omitted }
        }
        if isAsynchronous, let rule = settings.asynchronous,
            parameter.name == rule.urlParameter || parameter.name == rule.methodParameter
        {
            return .asynchronous
        }
        if let flag, flag.place != .bodyKey, parameter.location == .query, parameter.name == flag.wireName {
            return .streamFlag
        }
        if parameter.location == .header, Self.reservedHeaders.contains(parameter.name.lowercased()) {
            return .reservedHeader
        }
        return parameter.location == .path ? .argument : .member
    }

    private static let reservedHeaders: Set<String> = ["accept", "content-type", "authorization"]

    func style(of parameter: Parameter) -> ParameterStylePlan {
        if parameter.schema == nil, let media = parameter.content.first {
            // A form is written name by name, whatever the names are.
            if parameter.location == .querystring, ContentType(media.contentType).kind == .form {
                return ParameterStylePlan(.form, explode: true, allowReserved: parameter.allowReserved)
            }
            return ParameterStylePlan(
                style(of: media, in: parameter.location), explode: false, allowReserved: parameter.allowReserved)
        }
        let style: ParameterStylePlan.Style =
            switch parameter.style {
            case .matrix: .matrix
            case .label: .label
            case .simple: .simple
            case .form: .form
            case .spaceDelimited: .spaceDelimited
            case .pipeDelimited: .pipeDelimited
            case .deepObject: .deepObject
            case .tabDelimited: .tabDelimited
            case .cookie: .cookie
            }
        return ParameterStylePlan(
            style, explode: parameter.explode, allowReserved: parameter.allowReserved,
            allowsEmpty: parameter.allowEmptyValue && parameter.location == .query && style == .form)
    }

    /// How a value of some content type is written: JSON as that, and anything else as the text that it is given as.
    private func style(of media: MediaType, in location: ParameterLocation) -> ParameterStylePlan.Style {
        let type = ContentType(media.contentType)
        if type.kind == .json || type.essence == "*/*" { return .json }
        return location == .query || location == .cookie ? .form : .simple
    }

    /// Reports names in a view's `fixed` and `omit` that the operation has no parameter for.
    func reportUnknownNames(in draft: MethodDraft, known: [String]) {
        guard let view = draft.view else { return }
        for name in view.fixed.map(\.parameter) + view.omit where !known.contains(name.value) {
            let near = NearMatch.best(for: name.value, among: known)
            sink.error(
                "unknown-parameter",
                "\(draft.operation.method) \(draft.operation.path) has no parameter '\(name.value)'",
                at: name.mark,
                remedy: near.map { "did you mean '\($0)'?" } ?? "its parameters are \(known.joined(separator: ", "))")
        }
    }
}
