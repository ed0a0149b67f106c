import CallsignRuntime
import Foundation

/// The values of an answer that arrives bit by bit, or the one value of any other.
enum ArrivingValues {
    /// Nobody documents more.
    private static let most = 256

    static func all(in value: any Sendable) async throws -> [Any] {
        guard let sequence = value as? any AsyncSequence else { return [value] }
        return try await elements(of: sequence)
    }

    static func elements<Values: AsyncSequence>(of sequence: Values) async throws -> [Any] {
        var elements: [Any] = []
        for try await element in sequence {
            elements.append(element)
            if elements.count == most { break }
        }
        return elements
    }

    /// How values differ from what JSON texts say, read one by one.
    ///
    /// Models need not be comparable: what they hold is compared.
    static func differences(of values: [Any], from texts: [String]) -> [String] {
        guard values.count == texts.count else {
            return ["there are \(values.count) elements, but there must be \(texts.count): \(values)"]
        }
        return zip(values, texts).enumerated().flatMap { index, pair -> [String] in
            let (value, text) = pair
            guard let type = Swift.type(of: value) as? any Decodable.Type else {
                return ["element \(index) is of \(Swift.type(of: value)), which no JSON is read as"]
            }
            do {
                let expected = ValueText.text(of: try JSONText.decode(type, from: Data(text.utf8)))
                let found = ValueText.text(of: value)
                return found == expected ? [] : ["element \(index) is \(found), but must be \(expected)"]
            } catch {
                return ["element \(index) can't be read from \(text): \(error)"]
            }
        }
    }

    /// How bytes or text differ from the body that they came in.
    static func difference(of values: [Any], from body: String) -> String? {
        let chunks = values.compactMap { ($0 as? Data) ?? ($0 as? String).map { Data($0.utf8) } }
        guard !chunks.isEmpty, chunks.count == values.count else { return nil }
        let content = chunks.reduce(Data(), +)
        if content == Data(body.utf8) { return nil }
        return "the content is \(String(decoding: content, as: UTF8.self)), but must be \(body)"
    }
}
