public import Foundation

/// How JSON writes a Swift value whose own coding doesn't fit: dates, numbers as text, base 64.
///
/// Reading an empty text in a form where it can mean nothing (a date, a number) gives no value: servers write it for
/// what isn't set. An optional property is then `nil`, a required one is a decoding error.
///
/// Held by reference, and the usual ones made once: a field of each element of a list asks for its own.
public final class FieldCoding<Value: Sendable>: Sendable {
    /// Reads a value; `nil` where the text is empty and so means "not set".
    let read: @Sendable (any Decoder) throws -> Value?
    let write: @Sendable (Value) -> JSONValue

    init(
        read: @escaping @Sendable (any Decoder) throws -> Value?, write: @escaping @Sendable (Value) -> JSONValue
    ) {
        self.read = read
        self.write = write
    }

    func requiredValue(_ decoder: any Decoder) throws -> Value {
        guard let value = try read(decoder) else {
            throw DecodingError.valueNotFound(
                Value.self, .init(codingPath: decoder.codingPath, debugDescription: "an empty text"))
        }
        return value
    }

    /// A coding by text: `parse` gives `nil` for text that isn't a value, which is `expected` in the error.
    static func text(
        expected: String, parse: @escaping @Sendable (String) -> Value?, format: @escaping @Sendable (Value) -> String
    ) -> FieldCoding {
        FieldCoding(
            read: { decoder in
                let text = try decoder.singleValueContainer().decode(String.self)
                if text.isEmpty { return nil }
                guard let value = parse(text) else { throw FieldCodingProblem.mismatch(decoder, expected, text) }
                return value
            },
            write: { .string(format($0)) })
    }
}

enum FieldCodingProblem {
    static func mismatch(_ decoder: any Decoder, _ expected: String, _ text: String) -> DecodingError {
        let excerpt = text.count > 80 ? text.prefix(80) + "…" : text[...]
        return DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "expected \(expected), found \"\(excerpt)\""))
    }
}

private enum TextForms {
    static let dateTime = FieldCoding.text(
        expected: "a date and time", parse: DateTimeText.parse, format: DateTimeText.format)
    static let spacedDateTime = FieldCoding.text(
        expected: "a date and time", parse: DateTimeText.parse, format: DateTimeText.spaced)
    static let mailDate = FieldCoding.text(
        expected: "a date and time", parse: { MailDateText.parse($0) ?? DateTimeText.parse($0) },
        format: MailDateText.format)
    static let unixSeconds = FieldCoding<Date>.sinceEpoch(unitsPerSecond: 1)
    static let unixMilliseconds = FieldCoding<Date>.sinceEpoch(unitsPerSecond: 1000)
    static let base64URL = FieldCoding<Data>(
        read: TextForms.base64.read, write: { .string(Base64Text.formatForURL($0)) })
    static let url = FieldCoding.text(expected: "a URL", parse: { URL(string: $0) }, format: { $0.absoluteString })
    static let uuid = FieldCoding.text(
        expected: "a UUID", parse: { UUID(uuidString: $0) }, format: { $0.uuidString.lowercased() })
    static let base64 = FieldCoding<Data>(
        read: { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let data = Base64Text.parse(text) else {
                throw FieldCodingProblem.mismatch(decoder, "base 64 text", text)
            }
            return data
        },
        write: { .string($0.base64EncodedString()) })
    static let lenientText = FieldCoding<String>(
        read: { decoder in
            if let text = (decoder as? JSONNodeDecoder)?.scalarText { return text }
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) { return text }
            let value = try container.decode(JSONValue.self)
            if let text = value.scalarText { return text }
            if case .array(let elements) = value {
                let texts = elements.compactMap(\.scalarText)
                if texts.count == elements.count { return texts.joined(separator: ",") }
            }
            throw DecodingError.typeMismatch(
                String.self,
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "expected text, a number, a Boolean or a list of them"))
        },
        write: { .string($0) })
}

extension JSONValue {
    /// A text, number or Boolean as text; nothing for other values.
    fileprivate var scalarText: String? {
        switch self {
        case .string(let value): value
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .decimal(let value): value.description
        case .double(let value): value.description
        case .null, .array, .object: nil
        }
    }
}

// MARK: - Forms

extension FieldCoding where Value == Date {
    /// A moment, read in any form that ``DateTimeText`` knows, written as RFC 3339 in UTC.
    public static var dateTime: FieldCoding<Date> {
        TextForms.dateTime
    }

    /// A moment, read in any form that ``DateTimeText`` knows, written in UTC as `2024-03-09 06:13:00`.
    public static var spacedDateTime: FieldCoding<Date> {
        TextForms.spacedDateTime
    }
}

extension FieldCoding where Value == Date {
    /// A moment as seconds since 1970 began in UTC, read from a number or text, written as a number.
    public static var unixSeconds: FieldCoding<Date> { TextForms.unixSeconds }
    /// A moment as milliseconds since 1970 began in UTC, read from a number or text, written as a number.
    public static var unixMilliseconds: FieldCoding<Date> { TextForms.unixMilliseconds }
    /// A moment as mail and HTTP write it, `Sat, 09 Mar 2024 08:30:00 GMT`; all other forms are read too.
    public static var mailDate: FieldCoding<Date> { TextForms.mailDate }

    fileprivate static func sinceEpoch(unitsPerSecond: Double) -> FieldCoding<Date> {
        FieldCoding(
            read: { decoder in
                if let number = try? FieldCoding<Double>.lenientDouble.read(decoder) {
                    return Date(timeIntervalSince1970: number / unitsPerSecond)
                }
                // Some servers write what they say is a number as other moments are written.
                return try FieldCoding.mailDate.read(decoder)
            },
            write: { date in
                // To the microsecond, which is what a double holds of a moment.
                let units = date.timeIntervalSince1970 * unitsPerSecond
                let precision = 1_000_000 / unitsPerSecond
                return .number((units * precision).rounded() / precision)
            })
    }
}

extension FieldCoding where Value == Data {
    /// Bytes as base 64 text in the alphabet that goes into URLs, without padding; read as ``base64`` is.
    public static var base64URL: FieldCoding<Data> {
        TextForms.base64URL
    }

    /// Bytes as base 64 text. Read with either alphabet of RFC 4648, with padding or without; written with the first.
    public static var base64: FieldCoding<Data> {
        TextForms.base64
    }
}

extension FieldCoding where Value == URL {
    /// A URL as text.
    public static var url: FieldCoding<URL> {
        TextForms.url
    }
}

extension FieldCoding where Value == UUID {
    /// A UUID as text, written in lower case as RFC 9562 asks for.
    public static var uuid: FieldCoding<UUID> {
        TextForms.uuid
    }
}

extension FieldCoding where Value == String {
    /// Text that is sometimes written as a number, a Boolean or a list, which is joined with commas; written as text.
    public static var lenientText: FieldCoding<String> {
        TextForms.lenientText
    }
}

// MARK: - Combinations

extension FieldCoding {
    /// A JSON array whose elements have a form of their own.
    public static func list<Element>(_ element: FieldCoding<Element>) -> FieldCoding<[Element]>
    where Value == [Element] {
        FieldCoding<[Element]>(
            read: { decoder in
                if let node = decoder as? JSONNodeDecoder, let report = node.document.report {
                    return try node.elements(report) { try element.requiredValue($0) }
                }
                var container = try decoder.unkeyedContainer()
                var values: [Element] = []
                while !container.isAtEnd { values.append(try element.requiredValue(container.superDecoder())) }
                return values
            },
            write: { .array($0.map(element.write)) })
    }

    /// A JSON object whose values have a form of their own.
    public static func map<Element>(_ element: FieldCoding<Element>) -> FieldCoding<[String: Element]>
    where Value == [String: Element] {
        FieldCoding<[String: Element]>(
            read: { decoder in
                let container = try decoder.container(keyedBy: FieldKey.self)
                var values: [String: Element] = [:]
                for key in container.allKeys {
                    values[key.stringValue] = try element.requiredValue(container.superDecoder(forKey: key))
                }
                return values
            },
            write: { .object($0.mapValues(element.write)) })
    }

    /// A value that may be `null`, such as an element of an array.
    public static func nullable<Wrapped>(_ wrapped: FieldCoding<Wrapped>) -> FieldCoding<Wrapped?>
    where Value == Wrapped? {
        FieldCoding<Wrapped?>(
            read: { decoder in
                if try decoder.singleValueContainer().decodeNil() { return .some(nil) }
                return .some(try wrapped.read(decoder))
            },
            write: { $0.map(wrapped.write) ?? .null })
    }
}
