public import Foundation

/// A parameter's value as the styles of OpenAPI see it: nothing, a text, a list or named values.
public indirect enum ParameterValue: Hashable, Sendable {
    /// A member of an ``object(_:)``, which keeps its members in order.
    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: ParameterValue

        public init(_ name: String, _ value: ParameterValue) {
            self.name = name
            self.value = value
        }
    }

    /// Not sent.
    case absent
    case primitive(String)
    case array([ParameterValue])
    case object([Member])
}

/// A value that can be a parameter in a path, a query, a header or a cookie.
public protocol ParameterConvertible {
    var parameterValue: ParameterValue { get }
}

extension String: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(self) }
}

extension Bool: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(self ? "true" : "false") }
}

extension Int: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(String(self)) }
}

extension Int32: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(String(self)) }
}

extension Int64: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(String(self)) }
}

extension UInt64: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(String(self)) }
}

extension Double: ParameterConvertible {
    /// The number as JSON writes it: `3`, not `3.0`.
    public var parameterValue: ParameterValue { .primitive(wireText) }
}

extension Float: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(wireText) }
}

extension Decimal: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(description) }
}

extension Date: ParameterConvertible {
    /// RFC 3339 in UTC.
    public var parameterValue: ParameterValue { .primitive(DateTimeText.format(self)) }
}

extension CalendarDate: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(description) }
}

extension UUID: ParameterConvertible {
    /// In lower case.
    public var parameterValue: ParameterValue { .primitive(uuidString.lowercased()) }
}

extension URL: ParameterConvertible {
    public var parameterValue: ParameterValue { .primitive(absoluteString) }
}

extension Data: ParameterConvertible {
    /// Base 64.
    public var parameterValue: ParameterValue { .primitive(base64EncodedString()) }
}

extension Array: ParameterConvertible where Element: ParameterConvertible {
    public var parameterValue: ParameterValue { .array(map(\.parameterValue)) }
}

extension Dictionary: ParameterConvertible where Key == String, Value: ParameterConvertible {
    /// Sorted by name, so that equal values are sent alike.
    public var parameterValue: ParameterValue {
        .object(sorted { $0.key < $1.key }.map { ParameterValue.Member($0.key, $0.value.parameterValue) })
    }
}

extension Optional: ParameterConvertible where Wrapped: ParameterConvertible {
    /// ``ParameterValue/absent`` for `nil`.
    public var parameterValue: ParameterValue { map(\.parameterValue) ?? .absent }
}

extension JSONValue: ParameterConvertible {
    /// Texts, numbers and Booleans as they are, `null` as ``ParameterValue/absent``, members sorted by name.
    public var parameterValue: ParameterValue {
        switch self {
        case .null: .absent
        case .bool(let value): value.parameterValue
        case .integer(let value): value.parameterValue
        case .decimal(let value): value.parameterValue
        case .double(let value): .primitive(value.description)
        case .string(let value): .primitive(value)
        case .array(let value): value.parameterValue
        case .object(let value): value.parameterValue
        }
    }
}
