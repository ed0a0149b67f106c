import Foundation

extension JSONValue: Codable {
    /// How deeply arrays and objects may lie in each other; deeper ones are refused rather than risk the stack.
    static let maximumDepth = 200

    public init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(String.self) {
            self = .string(value)
        } else if let container = try? decoder.container(keyedBy: FieldKey.self) {
            try JSONValue.checkDepth(decoder)
            self = .object(try JSONValue.members(container))
        } else if var container = try? decoder.unkeyedContainer() {
            try JSONValue.checkDepth(decoder)
            var values: [JSONValue] = []
            while !container.isAtEnd { values.append(try container.decode(JSONValue.self)) }
            self = .array(values)
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? single.decode(Int64.self) {
            self = .integer(value)
        } else {
            self = try JSONValue.fraction(single)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        switch self {
        case .null: try single.encodeNil()
        case .bool(let value): try single.encode(value)
        case .integer(let value): try single.encode(value)
        case .decimal(let value): try single.encode(value)
        case .double(let value): try single.encode(value)
        case .string(let value): try single.encode(value)
        case .array(let value): try single.encode(value)
        case .object(let value): try single.encode(value)
        }
    }

    private static func members(_ container: KeyedDecodingContainer<FieldKey>) throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for key in container.allKeys {
            members[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
        }
        return members
    }

    private static func fraction(_ single: any SingleValueDecodingContainer) throws -> JSONValue {
        let double = try single.decode(Double.self)
        // A decimal of a number beyond its range comes out as something else or not at all; then the double counts.
        if let decimal = try? single.decode(Decimal.self), let nearest = Double(decimal.description), nearest == double
        {
            return .number(decimal)
        }
        return .double(double)
    }

    private static func checkDepth(_ decoder: any Decoder) throws {
        let path = decoder.codingPath
        guard path.count < maximumDepth else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: path, debugDescription: "JSON nested more than \(maximumDepth) levels deep"))
        }
    }
}
