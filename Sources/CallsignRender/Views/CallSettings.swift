import CallsignPlan

/// A function of `OperationCall` that puts a value into the request.
struct CallSetting {
    var function: SafeText
    var arguments: [SafeText]

    static let view: ViewShape<CallSetting> = ViewShape("setting", "A value that is put into a request.") { fields in
        fields.text("function", "The function of `OperationCall`.") { $0.function }
        fields.texts("arguments", "Its arguments, with their labels.") { $0.arguments }
    }
}

/// What a method puts into its request.
struct CallSettings {
    let signature: MethodSignature
    /// Whether the answer is to arrive bit by bit.
    var isStreamed = false

    private var method: MethodPlan { signature.method }
    private var context: RenderContext { signature.context }

    /// What the function itself puts in before the request does: a form with files has to know all its keys before.
    var first: [CallSetting] {
        arguments + [flag].compactMap { $0 } + (isBodyAlone ? encodings + [body].compactMap { $0 } : [])
    }

    /// What the request puts in.
    var ofRequest: [CallSetting] {
        guard case .structure(let request) = method.request else { return [] }
        return request.members.compactMap(setting) + (body.map { encodings + [$0] } ?? [])
    }

    /// What the function itself puts in behind what the request does.
    var last: [CallSetting] {
        method.fixedParameters.map {
            CallSetting(function: function($0.place), arguments: [.literal($0.wireName), .literal($0.value)])
        }
    }

    /// Whether all that a request puts in is itself as JSON, which every one does by itself.
    static func isJSONAlone(_ settings: [CallSetting]) -> Bool {
        settings.count == 1 && settings[0].function == "json" && settings[0].arguments == ["self"]
    }

    private var isBodyAlone: Bool {
        if case .body = method.request { true } else { false }
    }

    private var encodings: [CallSetting] {
        method.bodyEncodings.map { encoding in
            var arguments: [SafeText] = [.literal(encoding.wireName)]
            switch encoding.kind {
            case .style(let style):
                arguments += [StyleArguments.name(style.style), "explode: \(.bool(style.explode))"]
                if style.allowReserved { arguments.append("allowReserved: true") }
            case .contentType(let type): arguments.append("contentType: \(.literal(type))")
            }
            return CallSetting(function: "encoding", arguments: arguments)
        }
    }

    /// What tells the API which form of the method is called.
    private var flag: CallSetting? {
        guard let flag = method.streamFlag, isStreamed || flag.isRequired else { return nil }
        let function: SafeText = flag.place == .bodyKey ? "bodyKey" : "query"
        return CallSetting(function: function, arguments: [.literal(flag.wireName), .bool(isStreamed)])
    }

    private var arguments: [CallSetting] {
        method.arguments.map { argument in
            setting(.path, argument.wireName, .identifier(argument.name), argument.type, argument.style)
        }
    }

    private func setting(_ member: RequestMemberPlan) -> CallSetting? {
        let place: ParameterPlace
        let style: ParameterStylePlan
        switch member.place {
        case .query(let queryStyle): (place, style) = (.query, queryStyle)
        case .header(let headerStyle): (place, style) = (.header, headerStyle)
        case .cookie(let cookieStyle): (place, style) = (.cookie, cookieStyle)
        case .queryString(let style): return queryString(member.member, style)
        case .bodyKey, .body, .bodyRest: return nil
        }
        if let fixed = member.member.fixedValue {
            return CallSetting(
                function: function(place), arguments: [.literal(member.member.wireName), Literal.source(of: fixed)])
        }
        return setting(place, member.member.wireName, value(of: member.member), member.member.type, style)
    }

    private func queryString(_ member: MemberPlan, _ style: ParameterStylePlan) -> CallSetting {
        var arguments = valueArguments(member.wireName, value(of: member), member.type)
        if style.style != .simple { arguments.append(StyleArguments.name(style.style)) }
        if style.allowReserved { arguments.append("allowReserved: true") }
        return CallSetting(function: "queryString", arguments: arguments)
    }

    /// A member's value as the request's own functions read it.
    private func value(of member: MemberPlan) -> SafeText {
        MemberSource(0, of: [member], context, isMutable: true).value
    }

    private func setting(
        _ place: ParameterPlace, _ wireName: String, _ value: SafeText, _ type: TypeReference,
        _ style: ParameterStylePlan
    ) -> CallSetting {
        let arguments = valueArguments(wireName, value, type) + StyleArguments.all(style, in: place)
        return CallSetting(function: function(place), arguments: arguments)
    }

    private func valueArguments(_ wireName: String, _ value: SafeText, _ type: TypeReference) -> [SafeText] {
        let coding = Coding(context: context)
        if let expression = coding.expression(for: type) { return [.literal(wireName), value, "by: \(expression)"] }
        return [.literal(wireName), coding.isParameter(type) ? value : "encoding: \(value)"]
    }

    private func function(_ place: ParameterPlace) -> SafeText {
        switch place {
        case .path: "path"
        case .query: "query"
        case .header: "header"
        case .cookie: "cookie"
        }
    }

    private var body: CallSetting? {
        switch method.request {
        case nil: return nil
        case .body(let body): return setting(body.format, "body")
        case .structure(let request):
            guard let format = request.body else { return nil }
            if let whole = request.members.first(where: { $0.place == .body }) {
                return setting(format, value(of: whole.member))
            }
            let hasKeys = request.members.contains { $0.place == .bodyKey || $0.place == .bodyRest }
            return hasKeys ? setting(format, "self") : nil
        }
    }

    private func setting(_ format: BodyFormat, _ value: SafeText) -> CallSetting {
        switch format {
        case .json(let contentType):
            CallSetting(
                function: "json",
                arguments: contentType == "application/json"
                    ? [value] : [value, "contentType: \(.literal(contentType))"])
        case .form: CallSetting(function: "form", arguments: [value])
        case .multipart(let contentType, let isNamed):
            CallSetting(
                function: "multipart",
                arguments: format == .multipartForm
                    ? [value]
                    : [value, "contentType: \(.literal(contentType))", "isNamed: \(.bool(isNamed))"])
        case .text(let contentType):
            CallSetting(function: "text", arguments: [value, "contentType: \(.literal(contentType))"])
        case .binary(let contentType):
            CallSetting(function: "binary", arguments: [value, "contentType: \(.literal(contentType))"])
        }
    }

    /// Where the result is to be posted.
    static func callback(_ plan: AsynchronousPlan) -> [CallSetting] {
        let function: SafeText
        if let parameter = plan.methodParameter {
            let arguments: [SafeText] = ["callback", .literal(plan.urlParameter), .literal(parameter)]
            switch plan.place {
            case .query: return [CallSetting(function: "callbackInQuery", arguments: arguments)]
            case .bodyKey, .body, .bodyRest: return [CallSetting(function: "callbackInBody", arguments: arguments)]
            case .header, .cookie, .queryString: break
            }
        }
        switch plan.place {
        case .query, .queryString: function = "query"
        case .header: function = "header"
        case .cookie: function = "cookie"
        case .bodyKey, .body, .bodyRest: function = "bodyKey"
        }
        var settings = [CallSetting(function: function, arguments: [.literal(plan.urlParameter), "callback.url"])]
        if let parameter = plan.methodParameter {
            settings.append(CallSetting(function: function, arguments: [.literal(parameter), "callback.method"]))
        }
        return settings
    }
}

/// The arguments for a parameter's style, where it isn't the usual one of its place (OpenAPI 3.1.1, section 4.8.12.2).
enum StyleArguments {
    static func all(_ plan: ParameterStylePlan, in place: ParameterPlace) -> [SafeText] {
        var arguments: [SafeText] = []
        let isForm = place == .query || place == .cookie
        // JSON is one text, so it has nothing to be exploded.
        if plan.style != .json, plan.explode != isForm { arguments.append("explode: \(.bool(plan.explode))") }
        if plan.allowReserved, place != .header { arguments.append("allowReserved: true") }
        if plan.allowsEmpty { arguments.append("allowsEmpty: true") }
        // The short forms of the methods have no style.
        let isUsual = plan.style == (isForm ? .form : .simple) && arguments.isEmpty
        return isUsual ? [] : [name(plan.style)] + arguments
    }

    static func name(_ style: ParameterStylePlan.Style) -> SafeText {
        switch style {
        case .matrix: ".matrix"
        case .label: ".label"
        case .simple: ".simple"
        case .form: ".form"
        case .spaceDelimited: ".spaceDelimited"
        case .tabDelimited: ".tabDelimited"
        case .pipeDelimited: ".pipeDelimited"
        case .deepObject: ".deepObject"
        case .cookie: ".cookie"
        case .json: ".json"
        }
    }
}
