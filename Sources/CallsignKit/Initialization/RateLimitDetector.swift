import CallsignPlan

/// Finds how many requests an API takes, where its text says so: `5,000 requests per hour`.
enum RateLimitDetector {
    private static let bounds = 1...1_000_000

    /// The limit for the shortest time that the text names, with the words that say it.
    static func limit(in text: String) -> ConfigurationDraft.Finding<RateLimitPlan>? {
        let words = words(of: text)
        var best: ConfigurationDraft.Finding<RateLimitPlan>?
        for index in words.indices {
            guard let found = limit(words[index...]), bounds.contains(found.value.requests),
                bounds.contains(found.value.seconds)
            else { continue }
            if best.map({ found.value.seconds < $0.value.seconds }) ?? true { best = found }
        }
        return best
    }

    /// Such as `300 requests every 5 seconds`, `100 API calls per minute` or `10 requests/second`.
    private static func limit(_ words: ArraySlice<String>) -> ConfigurationDraft.Finding<RateLimitPlan>? {
        var rest = words
        guard let requests = rest.popFirst().flatMap(number) else { return nil }
        if ["api", "http"].contains(rest.first) { rest.removeFirst() }
        guard let noun = rest.popFirst(), ["requests", "calls"].contains(noun) else { return nil }
        guard let link = rest.popFirst(), ["per", "every", "in", "within", "a", "an", "each"].contains(link) else {
            return nil
        }
        if ["a", "an", "one", "any"].contains(rest.first) { rest.removeFirst() }
        var count = 1
        if let given = rest.first.flatMap(number) {
            count = given
            rest.removeFirst()
        }
        guard let unit = rest.popFirst().flatMap(seconds) else { return nil }
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: unit)
        if isTooLarge { return nil }
        return ConfigurationDraft.Finding(
            value: RateLimitPlan(requests: requests, seconds: product),
            reason: words[words.startIndex..<rest.startIndex].joined(separator: " "))
    }

    private static func words(of text: String) -> [String] {
        text.split { character in
            !(character.isLetter || character.isNumber || character == "," || character == "/")
        }.flatMap { word -> [String] in
            // `requests/second` says what `requests per second` does.
            let parts = word.split(separator: "/", omittingEmptySubsequences: true)
            return parts.enumerated().flatMap { $0.offset == 0 ? [String($0.element)] : ["per", String($0.element)] }
        }.map { $0.lowercased() }
    }

    private static func number(_ word: String) -> Int? {
        let digits = word.filter { $0 != "," }
        guard !digits.isEmpty, digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            return nil
        }
        return Int(digits)
    }

    private static func seconds(_ word: String) -> Int? {
        switch word.filter({ $0 != "," }) {
        case "second", "seconds", "sec": 1
        case "minute", "minutes", "min": 60
        case "hour", "hours": 3600
        case "day", "days": 86400
        default: nil
        }
    }
}
