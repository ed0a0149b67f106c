import CallsignPlan

/// What a style makes of a value in parts: as in a query (OpenAPI 3.1.1, section 4.8.12.4), without anything encoded.
struct StyledSample {
    let name: String
    let style: ParameterStylePlan

    /// Names with texts; nothing where the style can't write the value.
    func pairs(of json: JSONSample) -> [(name: String, text: String)]? {
        switch json.sorted {
        case .null: return []
        case .bool, .number, .string: return json.plainText.map { [(name, $0)] }
        case .array(let values):
            if style.style == .deepObject { return deep(json.sorted, at: name) }
            let texts = values.compactMap(\.plainText)
            guard texts.count == values.count else { return nil }
            if style.explode { return texts.map { (name, $0) } }
            return texts.isEmpty ? [] : [(name, texts.joined(separator: separator))]
        case .object(let members):
            if style.style == .deepObject { return deep(json.sorted, at: name) }
            let texts = members.compactMap(\.value.plainText)
            guard texts.count == members.count else { return nil }
            if style.explode { return zip(members, texts).map { ($0.name, $1) } }
            let listed = zip(members, texts).flatMap { [$0.name, $1] }
            return listed.isEmpty ? [] : [(name, listed.joined(separator: separator))]
        }
    }

    private var separator: String {
        switch style.style {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        default: ","
        }
    }

    private func deep(_ json: JSONSample, at path: String) -> [(name: String, text: String)] {
        switch json {
        case .null: []
        case .bool, .number, .string: [(path, json.plainText ?? "")]
        case .array(let values): values.enumerated().flatMap { deep($1, at: "\(path)[\($0)]") }
        case .object(let members): members.flatMap { deep($0.value, at: "\(path)[\($0.name)]") }
        }
    }
}
