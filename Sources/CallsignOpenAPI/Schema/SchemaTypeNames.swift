import CallsignDiagnostics

/// What to say to somebody who wrote a type that JSON Schema doesn't have.
enum SchemaTypeNames {
    /// The names of other languages and of formats that get written as types, with what to write instead.
    private static let remedies: [String: String] = [
        "date": "write 'type: string' with 'format: date'",
        "datetime": "write 'type: string' with 'format: date-time'",
        "date-time": "write 'type: string' with 'format: date-time'",
        "timestamp": "write 'type: string' with 'format: date-time'",
        "time": "write 'type: string' with 'format: time'",
        "uuid": "write 'type: string' with 'format: uuid'",
        "uri": "write 'type: string' with 'format: uri'",
        "url": "write 'type: string' with 'format: uri'",
        "email": "write 'type: string' with 'format: email'",
        "binary": "write 'type: string' with 'format: binary'",
        "file": "write 'type: string' with 'format: binary'",
        "byte": "write 'type: string' with 'format: byte'",
        "text": "write 'type: string'",
        "str": "write 'type: string'",
        "enum": "write 'type: string' with the values in 'enum'",
        "int": "write 'type: integer'",
        "int32": "write 'type: integer' with 'format: int32'",
        "int64": "write 'type: integer' with 'format: int64'",
        "long": "write 'type: integer' with 'format: int64'",
        "float": "write 'type: number' with 'format: float'",
        "double": "write 'type: number' with 'format: double'",
        "decimal": "write 'type: number'",
        "bool": "write 'type: boolean'",
        "list": "write 'type: array' with the elements' schema in 'items'",
        "map": "write 'type: object' with the values' schema in 'additionalProperties'",
        "dict": "write 'type: object' with the values' schema in 'additionalProperties'",
        "hash": "write 'type: object' with the values' schema in 'additionalProperties'",
        "json": "leave 'type' out to allow any value",
        "any": "leave 'type' out to allow any value",
        "mixed": "leave 'type' out to allow any value",
        "none": "write 'type: \"null\"', with the quotes",
        "nil": "write 'type: \"null\"', with the quotes",
    ]

    /// What to do about a type that doesn't exist.
    static func remedy(for name: String) -> String? {
        let lowercased = name.lowercased()
        if let remedy = remedies[lowercased] { return remedy }
        if let type = SchemaType(rawValue: lowercased) { return "write 'type: \(type.rawValue)'" }
        return NearMatch.best(for: name, among: SchemaType.allCases.lazy.map(\.rawValue)).map {
            "did you mean '\($0)'?"
        }
    }

    /// The types there are, as a message lists them.
    static let all = SchemaType.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
