/// A value out of a set that may grow: what the description doesn't name decodes too, keeps its raw value and compares.
///
/// Generated types are structures over the raw value, with a static property for each value that the description names.
public protocol OpenEnumeration: RawRepresentable, Hashable, Sendable, Codable, ParameterConvertible,
    CustomStringConvertible
where RawValue: Hashable & Sendable & Codable & ParameterConvertible {
    /// Takes any raw value.
    init(rawValue: RawValue)

    /// The values that the description names, in its order.
    static var knownValues: [Self] { get }
}

extension OpenEnumeration {
    /// Whether the description names this value.
    public var isKnown: Bool { Self.knownValues.contains(self) }

    public var description: String { String(describing: rawValue) }
    public var parameterValue: ParameterValue { rawValue.parameterValue }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// A value out of a set that is complete: anything else is a decoding error.
public protocol ClosedEnumeration: RawRepresentable, Hashable, Sendable, Codable, CaseIterable, ParameterConvertible
where RawValue: Hashable & Sendable & Codable & ParameterConvertible {}

extension ClosedEnumeration {
    public var parameterValue: ParameterValue { rawValue.parameterValue }
}
