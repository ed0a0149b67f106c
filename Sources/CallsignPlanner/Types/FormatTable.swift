import CallsignOpenAPI
import CallsignPlan

/// Swift's type for each JSON type and format (OpenAPI 3.1.1, section 4.4, and its format registry).
struct FormatTable {
    /// Types by format that the configuration chose.
    let overrides: [String: ScalarType]

    /// The Swift type of a scalar; nothing where the format is unknown, which the caller reports.
    func type(for shape: ScalarShape) -> (type: ScalarType, isKnown: Bool) {
        if let hinted = hintedType(shape) { return (hinted, true) }
        if let format = shape.format, let override = overrides[format] { return (override, true) }
        if shape.types.count > 1 { return (mixed(shape.types), true) }
        switch shape.types.first ?? .string {
        case .boolean: return (ScalarType(.bool), shape.format == nil)
        case .integer: return integer(shape)
        case .number: return number(shape.format)
        case .string, .null, .array, .object: return string(shape)
        }
    }

    static func isStringFormat(_ format: String) -> Bool {
        stringFormats[format] != nil || plainStringFormats.contains(format)
    }

    /// `x-callsign-type`: the Swift type of a value that JSON writes in either form.
    private func hintedType(_ shape: ScalarShape) -> ScalarType? {
        guard let hint = shape.hint else { return nil }
        let isText = !shape.types.contains { $0 == .integer || $0 == .number || $0 == .boolean }
        let wire: ScalarType.Wire = isText ? .text : .lenient
        switch hint {
        case "text": return ScalarType(.string, wire: .lenientText)
        case "spaced-date-time": return ScalarType(.date, wire: .spaced)
        case "boolean": return ScalarType(.bool, wire: wire)
        case "decimal": return ScalarType(.decimal, wire: wire)
        case "number": return ScalarType(shape.format == "decimal" ? .decimal : .double, wire: wire)
        case "integer":
            let value: ScalarType.Value =
                switch shape.format {
                case "int32": .int32
                case "int64": .int64
                default: .int
                }
            return ScalarType(value, wire: wire)
        default: return nil
        }
    }

    static let hints = ["text", "boolean", "decimal", "number", "integer", "spaced-date-time"]

    private func mixed(_ types: [SchemaType]) -> ScalarType {
        if Set(types) == [.integer, .number] { return ScalarType(.double) }
        return ScalarType(.string, wire: .lenientText)
    }

    private func integer(_ shape: ScalarShape) -> (ScalarType, Bool) {
        if let format = shape.format, let moment = Self.moments[format] { return (moment, true) }
        switch shape.format {
        case nil, "int", "integer", "timestamp", "uint32", "uint16", "uint8", "int16", "int8", "double-int", "int64",
            "long":
            // What doesn't fit 64 bits with a sign says so by its bounds.
            switch shape.range {
            case .usual:
                return (ScalarType(shape.format == "int64" || shape.format == "long" ? .int64 : .int), true)
            case .unsigned: return (ScalarType(.uint64), true)
            case .big: return (ScalarType(.decimal), true)
            }
        case "int32": return (ScalarType(.int32), true)
        case "uint64", "ulong": return (ScalarType(.uint64), true)
        case "bigint", "biginteger", "int128", "uint128": return (ScalarType(.decimal), true)
        default: return (ScalarType(.int), false)
        }
    }

    private func number(_ format: String?) -> (ScalarType, Bool) {
        if let format, let moment = Self.moments[format] { return (moment, true) }
        return switch format {
        case nil, "double", "number": (ScalarType(.double), true)
        case "float": (ScalarType(.float), true)
        case "decimal": (ScalarType(.decimal), true)
        case "int32": (ScalarType(.int32), true)
        case "int64", "integer": (ScalarType(.int64), true)
        default: (ScalarType(.double), false)
        }
    }

    private func string(_ shape: ScalarShape) -> (ScalarType, Bool) {
        switch shape.contentEncoding?.lowercased() {
        case "base64": return (ScalarType(.base64), true)
        case "base64url": return (ScalarType(.base64, wire: .urlAlphabet), true)
        default: break
        }
        guard let format = shape.format else { return (ScalarType(.string), true) }
        if let type = Self.stringFormats[format] { return (type, true) }
        return (ScalarType(.string), Self.plainStringFormats.contains(format))
    }

    /// Formats of numbers that are moments.
    private static let moments: [String: ScalarType] = {
        let seconds = [
            "unixtime", "unix-time", "unix_time", "unix-timestamp", "unix_timestamp", "epoch", "epoch-seconds",
        ]
        let milliseconds = [
            "unixtime-ms", "unix-time-ms", "unix-time-millis", "epoch-ms", "epoch-millis", "timestamp-ms",
        ]
        let types =
            seconds.map { ($0, ScalarType(.date, wire: .unixSeconds)) }
            + milliseconds.map { ($0, ScalarType(.date, wire: .unixMilliseconds)) }
        return Dictionary(uniqueKeysWithValues: types)
    }()

    private static let stringFormats: [String: ScalarType] = [
        "date-time": ScalarType(.date),
        "http-date": ScalarType(.date, wire: .mail),
        "date-time-rfc-2822": ScalarType(.date, wire: .mail),
        "date-time-rfc-1123": ScalarType(.date, wire: .mail),
        "rfc2822": ScalarType(.date, wire: .mail),
        "rfc1123": ScalarType(.date, wire: .mail),
        "base64url": ScalarType(.base64, wire: .urlAlphabet),
        "date": ScalarType(.calendarDate),
        "uuid": ScalarType(.uuid),
        "uri": ScalarType(.url),
        "url": ScalarType(.url),
        "byte": ScalarType(.base64),
        "binary": ScalarType(.binary),
        "int32": ScalarType(.int32, wire: .text),
        "int64": ScalarType(.int64, wire: .text),
        "integer": ScalarType(.int, wire: .text),
        "double": ScalarType(.double, wire: .text),
        "float": ScalarType(.float, wire: .text),
        "decimal": ScalarType(.decimal, wire: .text),
    ]

    /// Formats that say something about text without giving it another type.
    private static let plainStringFormats: Set<String> = [
        "password", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "ip", "cidr", "uri-reference",
        "iri", "iri-reference", "uri-template", "json-pointer", "relative-json-pointer", "regex", "time", "duration",
        "e164", "phone", "phone-number", "char", "string", "html", "markdown", "text", "commonmark", "media-range",
        "http-url", "language", "country", "currency", "unixtime", "sf-string", "slug",
        "hex", "jwt", "bigint", "date-time-local", "time-local", "semver", "timezone", "ObjectId", "uuid-or-name",
    ]

    /// All formats that the table knows, sorted, for suggesting one.
    static let names: [String] =
        (Array(stringFormats.keys) + Array(moments.keys) + Array(plainStringFormats)).sorted()
}
