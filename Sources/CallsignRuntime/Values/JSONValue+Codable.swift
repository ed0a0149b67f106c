import Foundation

extension JSONValue: Codable {
    /// How deeply arrays and objects may lie in each other; deeper ones are refused rather than risk the stack.
    static let maximumDepth = JSONParser.maximumDepth

    public init(from decoder: any Decoder) throws {
        if let node = decoder as? JSONNodeDecoder {
            self = try JSONValue(node)
            return
        }
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

    /// The text has been read, so that it is no deeper than it may be.
    private init(_ node: JSONNodeDecoder) throws {
        let document = node.document
        switch node.kind {
        case .null: self = .null
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .string: self = .string(document.text(node.index))
        case .number: self = try JSONValue.number(node)
        case .array: self = .array(try document.children(of: node.index).map { try JSONValue(node.at($0)) })
        case .object:
            var members: [String: JSONValue] = [:]
            for key in document.children(of: node.index) {
                let name = document.text(key)
                if members[name] == nil { members[name] = try JSONValue(node.at(key + 1)) }
            }
            self = .object(members)
        }
    }

    private static func number(_ node: JSONNodeDecoder) throws -> JSONValue {
        if let value = Int64(node.document.text(node.index)) { return .integer(value) }
        if let value = try? node.decode(Int64.self) { return .integer(value) }
        return try fraction(node)
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
