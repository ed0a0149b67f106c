import CallsignOpenAPI

/// Makes a scalar that keeps its schema's format, bounds and pattern, as far as there is one.
struct ScalarSampler {
    let schema: Schema?
    let types: [SchemaType]

    var value: JSONSample? {
        switch types.first {
        case .string: .string(text)
        case .integer: .number(whole)
        case .number: .number(isWhole ? whole : fraction)
        case .boolean: .bool(true)
        case .array: .array([])
        case .object: .object([])
        case .null, nil: nil
        }
    }

    private var constraints: Schema.Constraints { schema?.constraints ?? Schema.Constraints() }

    // MARK: Texts

    private var text: String {
        if schema?.contentEncoding == "base64" { return Self.formats["byte"] ?? "" }
        if let pattern = constraints.pattern, let text = PatternSample.text(matching: pattern),
            text.count >= least, text.count <= most
        {
            return text
        }
        guard let format = schema?.format, let text = Self.formats[format] else { return sized("text") }
        // Formats that Swift has types for are kept at any length.
        return text.count >= least && text.count <= most ? text : Self.typed.contains(format) ? text : sized(text)
    }

    private var least: Int { constraints.minLength.flatMap { Int($0) } ?? 0 }
    private var most: Int { constraints.maxLength.flatMap { Int($0) } ?? .max }

    private func sized(_ text: String) -> String {
        var text = text
        while text.count < min(least, 4096) { text += "x" }
        return text.count > most ? String(text.prefix(max(0, most))) : text
    }

    private static let typed: Set<String> = [
        "date-time", "date", "uuid", "uri", "url", "byte", "binary", "int32", "int64", "integer", "double", "float",
        "decimal",
    ]

    private static let formats: [String: String] = [
        "date-time": "2024-01-15T09:30:00Z", "date": "2024-01-15", "time": "09:30:00Z", "duration": "P1D",
        "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "uri": "https://example.com/path",
        "url": "https://example.com/path", "http-url": "https://example.com/path", "uri-reference": "/path",
        "iri": "https://example.com/path", "iri-reference": "/path", "uri-template": "/things/{id}",
        "byte": "Y2FsbHNpZ24=", "binary": "binary", "email": "user@example.com", "idn-email": "user@example.com",
        "hostname": "example.com", "idn-hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1",
        "ip": "192.0.2.1", "cidr": "192.0.2.0/24", "json-pointer": "/a/b", "relative-json-pointer": "0/a",
        "regex": "^a+$", "e164": "+14155550100", "phone": "+14155550100", "phone-number": "+14155550100",
        "int32": "1", "int64": "1", "integer": "1", "double": "1.5", "float": "1.5", "decimal": "1.5",
        "date-time-rfc-2822": "Mon, 15 Jan 2024 09:30:00 +0000",
        "date-time-rfc-1123": "Mon, 15 Jan 2024 09:30:00 GMT",
    ]

    // MARK: Numbers

    /// Formats of whole numbers are met on `number` too.
    private var isWhole: Bool { ["int32", "int64", "integer"].contains(schema?.format) }

    private var whole: String {
        let step = constraints.multipleOf.flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 1
        var value: Int64 = 1
        if let least = lower { value = max(value, Self.integer(least.value, rounded: .up) ?? value) }
        if let least = lower, least.isExclusive, Double(value) <= least.value { value += 1 }
        if let most = upper, Double(value) > most.value || most.isExclusive && Double(value) >= most.value {
            value = (Self.integer(most.value, rounded: .down) ?? value) - (most.isExclusive ? 1 : 0)
        }
        let rest = value % step
        if rest != 0 { value += rest > 0 ? step - rest : -rest }
        return String(value)
    }

    private var fraction: String {
        if constraints.multipleOf.flatMap({ Double($0) }).map({ $0 >= 1 }) == true { return whole }
        var value = 1.5
        if let step = constraints.multipleOf.flatMap({ Double($0) }), step > 0 { value = step }
        if let least = lower, value < least.value || least.isExclusive && value == least.value {
            value = least.isExclusive ? least.value + 1 : least.value
        }
        if let most = upper, value > most.value || most.isExclusive && value == most.value {
            let least = lower?.value ?? most.value - 1
            value = most.isExclusive || least > most.value ? (least + most.value) / 2 : most.value
        }
        return Self.text(of: value)
    }

    private static func text(of value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        return value.description
    }

    private static func integer(_ value: Double, rounded rule: FloatingPointRoundingRule) -> Int64? {
        Int64(exactly: value.rounded(rule))
    }

    private var lower: (value: Double, isExclusive: Bool)? {
        bound(constraints.minimum, constraints.exclusiveMinimum) { $0 > $1 }
    }

    private var upper: (value: Double, isExclusive: Bool)? {
        bound(constraints.maximum, constraints.exclusiveMaximum) { $0 < $1 }
    }

    /// The narrower of two bounds, of which the second doesn't count itself.
    private func bound(
        _ inclusive: String?, _ exclusive: String?, _ isNarrower: (Double, Double) -> Bool
    ) -> (value: Double, isExclusive: Bool)? {
        let own = inclusive.flatMap { Double($0) }
        guard let other = exclusive.flatMap({ Double($0) }) else { return own.map { ($0, false) } }
        guard let own, isNarrower(own, other) else { return (other, true) }
        return (own, false)
    }
}
