/// The values of an answer that arrives bit by bit, or the one value of any other.
enum ArrivingValues {
    /// Nobody documents more.
    private static let most = 256

    static func all(in value: any Sendable) async throws -> [Any] {
        guard let sequence = value as? any AsyncSequence else { return [value] }
        return try await elements(of: sequence)
    }

    private static func elements<Values: AsyncSequence>(of sequence: Values) async throws -> [Any] {
        var elements: [Any] = []
        for try await element in sequence {
            elements.append(element)
            if elements.count == most { break }
        }
        return elements
    }
}
