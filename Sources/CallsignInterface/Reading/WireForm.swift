import CallsignPlan

/// What calls and answers look like on the wire, in words: no source names it, but who talks to the API by other means,
/// or keeps what was sent, notices.
enum WireForm {
    /// The name of the setting that says how an answer is read.
    static let answer = "answer"

    // MARK: Methods

    /// What a method sends and reads, each by a name of its own.
    static func settings(of method: MethodPlan) -> [SettingInterface] {
        var settings: [SettingInterface] = []
        func add(_ name: String, _ value: String?) {
            if let value { settings.append(SettingInterface(name: name, value: value, effect: .requests)) }
        }
        add("body", body(of: method))
        add("encoding of the body", encoding(of: method))
        add(Self.answer, answer(of: method))
        add("pages", method.pages.map(text))
        add("credentials", text(ofAlternatives: method.security))
        add("server", method.server?.url ?? "the client's")
        add("idempotency key", method.idempotencyKeyHeader ?? "none")
        add("repetition", method.isIdempotent.map { $0 ? "harmless" : "not harmless" } ?? "as its HTTP method has it")
        return settings
    }

    private static func body(of method: MethodPlan) -> String? {
        switch method.request {
        case .structure(let request): request.body.map(text)
        case .body(let body): text(of: body.format)
        case nil: nil
        }
    }

    private static func text(of format: BodyFormat) -> String {
        switch format {
        case .json(let contentType), .text(let contentType), .binary(let contentType): contentType
        case .form: "application/x-www-form-urlencoded"
        case .multipart(let contentType, let isNamed):
            isNamed ? contentType : "\(contentType) in the order of its parts"
        }
    }

    private static func encoding(of method: MethodPlan) -> String? {
        guard body(of: method) != nil else { return nil }
        let encodings = method.bodyEncodings.map { "'\($0.wireName)' \(text(of: $0.kind))" }
        return encodings.isEmpty ? "the usual one" : encodings.joined(separator: ", ")
    }

    private static func text(of kind: BodyEncodingPlan.Kind) -> String {
        switch kind {
        case .style(let style): text(of: style)
        case .contentType(let type): "as \(type)"
        }
    }

    private static func answer(of method: MethodPlan) -> String? {
        guard case .value(let value) = method.response else { return nil }
        switch value.format {
        case .json: return "JSON"
        case .text: return "text"
        case .binary: return "bytes"
        case .events: return "server-sent events"
        case .lines: return "JSON line by line"
        case .records: return "JSON record by record"
        case .stream: return "a stream of bytes"
        }
    }

    private static func text(of pages: PagePlan) -> String {
        switch pages.position {
        case .offset(let parameter, _): "by offset in '\(parameter.text)'"
        case .pageNumber(let parameter, let first): "by number from \(first) in '\(parameter.text)'"
        case .cursor(let parameter): "by cursor in '\(parameter.text)'"
        case .nextURL: pages.usesLinkHeader ? "by the address in the header 'Link'" : "by the address in the page"
        }
    }

    /// - Parameter alternatives: nothing where they are the client's.
    static func text(ofAlternatives alternatives: [[String]]?) -> String {
        guard let alternatives else { return "the client's" }
        if alternatives.isEmpty { return "none" }
        return alternatives.map { $0.isEmpty ? "none" : $0.joined(separator: " and ") }.joined(separator: ", or ")
    }

    // MARK: Values

    /// - Parameter place: where a member of a request stands.
    static func text(of place: RequestMemberPlan.Place?, _ type: TypeReference) -> String? {
        let parts = [place.map(text), text(of: type)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", as ")
    }

    static func text(of style: ParameterStylePlan, _ type: TypeReference) -> String {
        [text(of: style), text(of: type)].compactMap { $0 }.joined(separator: ", as ")
    }

    private static func text(of place: RequestMemberPlan.Place) -> String {
        switch place {
        case .query(let style): "a query parameter, \(text(of: style))"
        case .queryString(let style): "the query string, \(text(of: style))"
        case .header(let style): "a header, \(text(of: style))"
        case .cookie(let style): "a cookie, \(text(of: style))"
        case .bodyKey: "a key of the body"
        case .bodyRest: "all other keys of the body"
        case .body: "the whole body"
        }
    }

    private static func text(of style: ParameterStylePlan) -> String {
        "in style '\(style.style.rawValue)'\(style.explode ? ", exploded" : "")"
            + (style.allowReserved ? ", with reserved characters as they are" : "")
            + (style.allowsEmpty ? ", sent empty too" : "")
    }

    /// How the scalars in a type are written, where it isn't Swift's usual way.
    static func text(of reference: TypeReference) -> String? {
        switch reference {
        case .scalar(let scalar): text(of: scalar)
        case .json, .named: nil
        case .array(let inner), .map(let inner), .optional(let inner): text(of: inner)
        }
    }

    private static func text(of scalar: ScalarType) -> String? {
        switch scalar.wire {
        case .native: scalar.value == .binary ? "bytes" : nil
        case .text: "text"
        case .lenient: "its own kind, or text"
        case .lenientText: "text, or a number"
        case .spaced: "a date and a time with a blank between"
        case .unixSeconds: "seconds since 1970"
        case .unixMilliseconds: "milliseconds since 1970"
        case .mail: "a date as HTTP has it"
        case .urlAlphabet: "base 64 in the alphabet for URLs"
        }
    }
}
