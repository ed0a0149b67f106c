import Foundation

// What generated code adds to a form. `nil` adds nothing.

extension MultipartForm {
    /// A field of text; a list is a field for each element, an object is refused.
    public mutating func field<Value: ParameterConvertible>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        add(name.description, value.parameterValue)
    }

    /// A field of text in a form of its own.
    public mutating func field<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        guard let value else { return }
        add(name.description, coding.write(value).parameterValue)
    }

    /// A field of any JSON: a text, number or Boolean as it is, an object as JSON text, and a list as a field for each
    /// element.
    public mutating func field(_ name: StaticString, _ value: JSONValue?) {
        guard let value, !hasStyle(name, { value }) else { return }
        switch value {
        case .array(let values): for value in values { field(name, value) }
        case .object: addJSON(name.description, value)
        case .null, .bool, .integer, .decimal, .double, .string: add(name.description, value.parameterValue)
        }
    }

    /// Fields of any JSON.
    public mutating func field(_ name: StaticString, _ values: [JSONValue]?) {
        field(name, values.map(JSONValue.array))
    }

    /// A field of JSON text.
    public mutating func json<Value: Encodable>(_ name: StaticString, _ value: Value?) {
        guard let value, !hasStyle(name, { try JSONText.value(of: value) }) else { return }
        addJSON(name.description, value)
    }

    /// A field of JSON text in a form of its own.
    public mutating func json<Value>(_ name: StaticString, _ value: Value?, by coding: FieldCoding<Value>) {
        json(name, value.map(coding.write))
    }

    /// A field of JSON text for each element.
    public mutating func jsonList<Value: Encodable>(_ name: StaticString, _ values: [Value]?) {
        guard let values, !hasStyle(name, { try JSONText.value(of: values) }) else { return }
        for value in values { addJSON(name.description, value) }
    }

    /// A field of JSON text in a form of its own for each element.
    public mutating func jsonList<Value>(_ name: StaticString, _ values: [Value]?, by coding: FieldCoding<Value>) {
        jsonList(name, values?.map(coding.write))
    }

    public mutating func file(_ name: StaticString, _ file: MultipartFile?) {
        if let file { addFile(name.description, file) }
    }

    /// Several files under one name; where the name has `[i]`, each under its own, with its index for the `i`.
    public mutating func files(_ name: StaticString, _ files: [MultipartFile]?) {
        for (index, file) in (files ?? []).enumerated() {
            addFile(name.description.replacingOccurrences(of: "[i]", with: "[\(index)]"), file)
        }
    }

    /// A part that is one of several kinds.
    public mutating func part<Value: MultipartPartEncodable>(_ name: StaticString, _ value: Value?) {
        value?.encode(to: &self, as: name)
    }

    /// Parts that are each one of several kinds.
    public mutating func parts<Value: MultipartPartEncodable>(_ name: StaticString, _ values: [Value]?) {
        for value in values ?? [] { value.encode(to: &self, as: name) }
    }

    /// A field of text whose name is made at run time.
    mutating func add(_ name: String, _ value: ParameterValue) {
        if let style = encoding(of: name)?.styled(name) { return add(value, in: style) }
        switch value {
        case .absent: return
        case .primitive(let text): addText(name, text)
        case .array(let values): for value in values { add(name, value) }
        case .object: problems.append("part \"\(name)\" of the body is an object, which a text field can't hold")
        }
    }

    // MARK: Styles

    /// Whether a part has a style, in which it has been written.
    private mutating func hasStyle(_ name: StaticString, _ value: () throws -> JSONValue) -> Bool {
        guard let style = encoding(of: name.description)?.styled(name.description) else { return false }
        do {
            add(try value().parameterValue, in: style)
        } catch {
            problems.append("part \"\(name)\" of the body can't be encoded: \(EncodingProblem.text(error))")
        }
        return true
    }

    private mutating func add(_ value: ParameterValue, in style: StyledFields) {
        do {
            for field in try style.fields(of: value) { addText(field.name, field.text) }
        } catch {
            problems.append("part \"\(style.name)\" of the body \(error.reason)")
        }
    }
}

extension BodyEncoding {
    fileprivate func styled(_ name: String) -> StyledFields? {
        style.map { StyledFields(name: name, style: $0, explode: explode) }
    }
}

/// The fields that a style makes of a value (OpenAPI 3.1.1, section 4.8.12.4): as in a query, but nothing is encoded, since
/// a part holds any text as it is.
struct StyledFields {
    typealias Field = (name: String, text: String)

    var name: String
    var style: ParameterStyle
    var explode: Bool

    func fields(of value: ParameterValue) throws(RequestProblem) -> [Field] {
        switch value {
        case .absent: return []
        case .primitive(let text): return [(name, text)]
        case .array, .object:
            if style == .deepObject { return try deepFields(value, at: name, depth: 0) }
        }
        if case .array(let values) = value {
            let texts = try texts(values)
            if explode { return texts.map { (name, $0) } }
            return texts.isEmpty ? [] : [(name, texts.joined(separator: separator))]
        }
        guard case .object(let members) = value else { return [] }
        let present = members.filter { $0.value != .absent }
        let texts = try texts(present.map(\.value))
        if explode { return zip(present, texts).map { ($0.name, $1) } }
        let listed = zip(present, texts).flatMap { [$0.name, $1] }
        return listed.isEmpty ? [] : [(name, listed.joined(separator: separator))]
    }

    private var separator: String {
        switch style {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        case .tabDelimited: "\t"
        case .matrix, .label, .simple, .form, .cookie, .deepObject, .json: ","
        }
    }

    private func texts(_ values: [ParameterValue]) throws(RequestProblem) -> [String] {
        var texts: [String] = []
        for value in values {
            switch value {
            case .absent: continue
            case .primitive(let text): texts.append(text)
            case .array, .object:
                throw RequestProblem("holds a list or an object within another, which the style \(style) can't write")
            }
        }
        return texts
    }

    /// `name[key]=value` and `name[0]=value`, as those who read nested forms do.
    private func deepFields(_ value: ParameterValue, at path: String, depth: Int) throws(RequestProblem) -> [Field] {
        guard depth < 32 else { throw RequestProblem("is nested more than 32 levels deep") }
        var fields: [Field] = []
        switch value {
        case .absent: break
        case .primitive(let text): fields = [(path, text)]
        case .array(let values):
            for (index, value) in values.enumerated() {
                fields += try deepFields(value, at: "\(path)[\(index)]", depth: depth + 1)
            }
        case .object(let members):
            for member in members {
                fields += try deepFields(member.value, at: "\(path)[\(member.name)]", depth: depth + 1)
            }
        }
        return fields
    }
}
