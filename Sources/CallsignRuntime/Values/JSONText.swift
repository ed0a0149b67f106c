package import Foundation

/// The one place that turns values into JSON text and back.
package enum JSONText {
    /// Encodes with sorted keys, so that equal requests are equal bytes.
    static func encode(_ value: any Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let value = value as? any WholeValue { return try encoder.encode(value.json) }
        return try encoder.encode(value)
    }

    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try decode(type, from: data, report: nil)
    }

    /// - Parameter report: told of elements of lists that can't be read; without it such an element is an error.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from data: Data, report: UnreadableElementReport?
    ) throws -> Value {
        var document = try parse(data)
        if let report { document = JSONDocument(bytes: document.bytes, nodes: document.nodes, report: report) }
        return try JSONNodeDecoder(document: document, index: 0).decode(type)
    }

    /// The one value of a text, to be decoded.
    static func decoder(of text: String) throws -> JSONNodeDecoder {
        JSONNodeDecoder(document: try parse(Data(text.utf8)), index: 0)
    }

    private static func parse(_ data: Data) throws -> JSONDocument {
        do {
            return try JSONParser.parse(data)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "no JSON: \(error.problem), at byte \(error.offset)"))
        }
    }

    /// The value of any encodable value, for parameters, forms and comparisons.
    static func value(of value: any Encodable) throws -> JSONValue {
        if let value = value as? JSONValue { return value }
        return try decode(JSONValue.self, from: encode(value))
    }
}
