/// A value or `null`, for members of a request in which `null` means something else than nothing: an update that clears
/// what is set, where an absent key leaves it as it is.
///
/// Such members are optional. Literals are values, and others are given as ``value(_:)``:
///
/// ```swift
/// try await api.contacts.update(id, .init(name: "Ada", phone: .null, birthday: .value(date)))
/// ```
public enum Nullable<Value> {
    case null
    case value(Value)

    /// ``null`` for `nil`.
    public init(_ value: Value?) {
        self = value.map(Nullable.value) ?? .null
    }

    /// The value; `nil` for ``null``.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Nullable: Sendable where Value: Sendable {}
extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}

extension Nullable: Encodable where Value: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .value(let value): try container.encode(value)
        }
    }
}

extension Nullable: Decodable where Value: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .null : .value(try container.decode(Value.self))
    }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .value(Value(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

extension Nullable: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .value(Value(booleanLiteral: value)) }
}

extension FieldCoding {
    /// A value or `null`, told apart from an absent one.
    public static func nullable<Wrapped>(_ wrapped: FieldCoding<Wrapped>) -> FieldCoding<Nullable<Wrapped>>
    where Value == Nullable<Wrapped> {
        FieldCoding<Nullable<Wrapped>>(
            read: { decoder in
                if try decoder.singleValueContainer().decodeNil() { return .null }
                return try wrapped.read(decoder).map(Nullable.value)
            },
            write: { $0.value.map(wrapped.write) ?? .null })
    }
}
