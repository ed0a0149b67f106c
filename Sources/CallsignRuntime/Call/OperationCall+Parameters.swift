// Each place has three methods of the same shape, so that generated code picks one by its label and the type checker
// never has to choose: values that are parameters by themselves; values in a form of their own (`by:`), such as dates
// or numbers as text; and values of any shape (`encoding:`), such as generated structures as deep objects or JSON.
// `nil` is never sent.

extension OperationCall {
    public mutating func path(
        _ name: String, _ value: (any ParameterConvertible)?, _ style: ParameterStyle = .simple, explode: Bool = false
    ) {
        add(name, style, explode, .unreserved, .path) { parameter(value, style) }
    }

    public mutating func path<Value>(
        _ name: String, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle = .simple,
        explode: Bool = false
    ) {
        add(name, style, explode, .unreserved, .path) { parameter(value.map(coding.write), style) }
    }

    public mutating func path(
        _ name: String, encoding value: (any Encodable)?, _ style: ParameterStyle = .simple, explode: Bool = false
    ) {
        add(name, style, explode, .unreserved, .path) { try encoded(value, style) }
    }
}

extension OperationCall {
    public mutating func query(
        _ name: String, _ value: (any ParameterConvertible)?, _ style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reserved : .unreserved, .query) { parameter(value, style) }
    }

    public mutating func query<Value>(
        _ name: String, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle = .form,
        explode: Bool = true, allowReserved: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reserved : .unreserved, .query) {
            parameter(value.map(coding.write), style)
        }
    }

    public mutating func query(
        _ name: String, encoding value: (any Encodable)?, _ style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        add(name, style, explode, allowReserved ? .reserved : .unreserved, .query) { try encoded(value, style) }
    }
}

extension OperationCall {
    public mutating func header(
        _ name: String, _ value: (any ParameterConvertible)?, _ style: ParameterStyle = .simple, explode: Bool = false
    ) {
        add(name, style, explode, .none, .header) { parameter(value, style) }
    }

    public mutating func header<Value>(
        _ name: String, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle = .simple,
        explode: Bool = false
    ) {
        add(name, style, explode, .none, .header) { parameter(value.map(coding.write), style) }
    }

    public mutating func header(
        _ name: String, encoding value: (any Encodable)?, _ style: ParameterStyle = .simple, explode: Bool = false
    ) {
        add(name, style, explode, .none, .header) { try encoded(value, style) }
    }
}

extension OperationCall {
    public mutating func cookie(
        _ name: String, _ value: (any ParameterConvertible)?, _ style: ParameterStyle = .form, explode: Bool = true
    ) {
        add(name, style, explode, .unreserved, .cookie) { parameter(value, style) }
    }

    public mutating func cookie<Value>(
        _ name: String, _ value: Value?, by coding: FieldCoding<Value>, _ style: ParameterStyle = .form,
        explode: Bool = true
    ) {
        add(name, style, explode, .unreserved, .cookie) { parameter(value.map(coding.write), style) }
    }

    public mutating func cookie(
        _ name: String, encoding value: (any Encodable)?, _ style: ParameterStyle = .form, explode: Bool = true
    ) {
        add(name, style, explode, .unreserved, .cookie) { try encoded(value, style) }
    }
}

// MARK: - What they share

private func parameter(_ value: (any ParameterConvertible)?, _ style: ParameterStyle) -> ParameterValue {
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

private func encoded(_ value: (any Encodable)?, _ style: ParameterStyle) throws -> ParameterValue {
    guard let value else { return .absent }
    if style == .json { return .primitive(String(decoding: try JSONText.encode(value), as: UTF8.self)) }
    return try JSONText.value(of: value).parameterValue
}

extension OperationCall {
    private mutating func add(
        _ name: String, _ style: ParameterStyle, _ explode: Bool, _ encoding: PercentEncoding, _ place: ParameterPlace,
        _ value: () throws -> ParameterValue
    ) {
        let encoder = ParameterEncoder(
            name: name, style: style, explode: explode, encoding: encoding,
            formSeparator: place == .cookie ? "; " : "&")
        do {
            guard let text = try encoder.encode(value()) else { return }
            switch place {
            // JSON has a name before it as forms do; in a path and a header the text stands alone.
            case .path: pathValues[name] = style == .json ? encoder.withoutName(text) : text
            case .query: query.append(text)
            case .header:
                headers.append(try HeaderSafety.field(name, style == .json ? encoder.withoutName(text) : text))
            case .cookie: cookies.append(text)
            }
        } catch let problem as RequestProblem {
            problems.append("\(place.rawValue) parameter \"\(name)\" \(problem.reason)")
        } catch {
            problems.append("\(place.rawValue) parameter \"\(name)\" can't be encoded: \(EncodingProblem.text(error))")
        }
    }
}
