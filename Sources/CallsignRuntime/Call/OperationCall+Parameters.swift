// Each place has three methods of the same shape, so that generated code picks one by its label and the type checker
// never has to choose: values that are parameters by themselves; values in a form of their own (`by:`), such as dates
// or numbers as text; and values of any shape (`encoding:`), such as generated structures as deep objects or JSON.
// The first two have a short form, since defaults are code wherever they are used. `nil` is never sent.

extension OperationCall {
    public mutating func path<Value: ParameterConvertible>(_ name: StaticString, _ value: Value?) {
        path(name, value, .simple)
    }

    public mutating func path<Value: ParameterConvertible>(
        _ name: StaticString, _ value: Value?, _ style: ParameterStyle, explode: Bool = false,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reservedInPath : .unreserved, .path) { parameter(value, style) }
    }

    public mutating func path<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        path(name, value, by: coding, .simple)
    }

    public mutating func path<Value>(
        _ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle,
        explode: Bool = false,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reservedInPath : .unreserved, .path) {
            parameter(value.map(coding.write), style)
        }
    }

    public mutating func path<Value: Encodable>(
        _ name: StaticString, encoding value: Value?, _ style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reservedInPath : .unreserved, .path) { try encoded(value, style) }
    }
}

extension OperationCall {
    public mutating func query<Value: ParameterConvertible>(_ name: StaticString, _ value: Value?) {
        query(name, value, .form)
    }

    public mutating func query<Value: ParameterConvertible>(
        _ name: StaticString, _ value: Value?, _ style: ParameterStyle, explode: Bool = true,
        allowReserved: Bool = false, allowsEmpty: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reserved : .unreserved, .query, allowsEmpty) {
            parameter(value, style)
        }
    }

    public mutating func query<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        query(name, value, by: coding, .form)
    }

    public mutating func query<Value>(
        _ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle,
        explode: Bool = true,
        allowReserved: Bool = false, allowsEmpty: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reserved : .unreserved, .query, allowsEmpty) {
            parameter(value.map(coding.write), style)
        }
    }

    public mutating func query<Value: Encodable>(
        _ name: StaticString, encoding value: Value?, _ style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false, allowsEmpty: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reserved : .unreserved, .query, allowsEmpty) {
            try encoded(value, style)
        }
    }
}

// The whole query string: a text as it is, or JSON.

extension OperationCall {
    public mutating func queryString<Value: ParameterConvertible>(
        _ name: StaticString, _ value: Value?, _ style: ParameterStyle = .simple, allowReserved: Bool = false
    ) {
        add(name, style, false, allowReserved ? .reserved : .unreserved, .queryString) { parameter(value, style) }
    }

    public mutating func queryString<Value>(
        _ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle = .simple,
        allowReserved: Bool = false
    ) {
        add(name, style, false, allowReserved ? .reserved : .unreserved, .queryString) {
            parameter(value.map(coding.write), style)
        }
    }

    public mutating func queryString<Value: Encodable>(
        _ name: StaticString, encoding value: Value?, _ style: ParameterStyle = .simple, allowReserved: Bool = false
    ) {
        add(name, style, false, allowReserved ? .reserved : .unreserved, .queryString) { try encoded(value, style) }
    }
}

extension OperationCall {
    public mutating func header<Value: ParameterConvertible>(_ name: StaticString, _ value: Value?) {
        header(name, value, .simple)
    }

    public mutating func header<Value: ParameterConvertible>(
        _ name: StaticString, _ value: Value?, _ style: ParameterStyle, explode: Bool = false
    ) {
        add(name, style, explode, .none, .header) { parameter(value, style) }
    }

    public mutating func header<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        header(name, value, by: coding, .simple)
    }

    public mutating func header<Value>(
        _ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle,
        explode: Bool = false
    ) {
        add(name, style, explode, .none, .header) { parameter(value.map(coding.write), style) }
    }

    public mutating func header<Value: Encodable>(
        _ name: StaticString, encoding value: Value?, _ style: ParameterStyle = .simple, explode: Bool = false
    ) {
        add(name, style, explode, .none, .header) { try encoded(value, style) }
    }
}

extension OperationCall {
    public mutating func cookie<Value: ParameterConvertible>(_ name: StaticString, _ value: Value?) {
        cookie(name, value, .form)
    }

    public mutating func cookie<Value: ParameterConvertible>(
        _ name: StaticString, _ value: Value?, _ style: ParameterStyle, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, cookieEncoding(style, allowReserved), .cookie) { parameter(value, style) }
    }

    public mutating func cookie<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        cookie(name, value, by: coding, .form)
    }

    public mutating func cookie<Value>(
        _ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle,
        explode: Bool = true,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, cookieEncoding(style, allowReserved), .cookie) {
            parameter(value.map(coding.write), style)
        }
    }

    public mutating func cookie<Value: Encodable>(
        _ name: StaticString, encoding value: Value?, _ style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, cookieEncoding(style, allowReserved), .cookie) { try encoded(value, style) }
    }
}

// MARK: - What they share

private func parameter<Value: ParameterConvertible>(_ value: Value?, _ style: ParameterStyle) -> ParameterValue {
    guard let value else { return .absent }
    let parameter = value.parameterValue
    // A text is quoted in JSON, so JSON is made from the value rather than from its text.
    if style == .json, parameter != .absent, let json = value as? any Encodable,
        let text = try? JSONText.encode(json)
    {
        return .primitive(String(decoding: text, as: UTF8.self))
    }
    return parameter
}

private func encoded<Value: Encodable>(_ value: Value?, _ style: ParameterStyle) throws -> ParameterValue {
    guard let value else { return .absent }
    if style == .json { return .primitive(String(decoding: try JSONText.encode(value), as: UTF8.self)) }
    return try JSONText.value(of: value).parameterValue
}

private func cookieEncoding(_ style: ParameterStyle, _ allowReserved: Bool) -> PercentEncoding {
    if style == .cookie { return .none }
    return allowReserved ? .reservedInCookie : .unreserved
}

extension ParameterStyle {
    /// Whether it writes a name and an equals sign before a value, wherever the value goes.
    fileprivate var isNamed: Bool {
        switch self {
        case .json, .spaceDelimited, .pipeDelimited, .tabDelimited: true
        case .matrix, .label, .simple, .form, .cookie, .deepObject: false
        }
    }
}

extension OperationCall {
    private mutating func add(
        _ name: StaticString, _ style: ParameterStyle, _ explode: Bool, _ encoding: PercentEncoding,
        _ place: ParameterPlace, _ allowsEmpty: Bool = false, _ value: () throws -> ParameterValue
    ) {
        let name = name.description
        let encoder = ParameterEncoder(
            name: name, style: style, explode: explode, encoding: encoding,
            formSeparator: place == .cookie ? "; " : "&", allowsEmpty: allowsEmpty)
        do {
            let value = try value()
            if style == .cookie { try CookieSafety.check(value) }
            guard let text = try encoder.encode(value) else { return }
            // JSON and delimited lists have a name before them as forms do; in a path and a header they stand alone.
            let bare = style.isNamed ? encoder.withoutName(text) : text
            switch place {
            case .path: change { $0.pathValues[name] = bare }
            case .query: change { $0.query.append(text) }
            case .queryString: change { $0.query.append(bare) }
            case .header:
                let field = try HeaderSafety.field(name, bare)
                change { $0.headers.append(field) }
            case .cookie: change { $0.cookies.append(text) }
            }
        } catch let problem as RequestProblem {
            note("\(place.rawValue) parameter \"\(name)\" \(problem.reason)")
        } catch {
            note("\(place.rawValue) parameter \"\(name)\" can't be encoded: \(EncodingProblem.text(error))")
        }
    }

    private mutating func note(_ problem: String) {
        change { $0.problems.append(problem) }
    }
}
