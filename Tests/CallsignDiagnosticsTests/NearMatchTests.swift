import CallsignDiagnostics
import Testing

@Suite("Finding the word that was meant")
struct NearMatchTests {
    @Test(
        "counts mistakes",
        arguments: [
            ("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "abcd", 1), ("abc", "acb", 1),
            ("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("été", "ete", 2), ("abcdef", "badcfe", 3),
        ])
    func distances(left: String, right: String, expected: Int) {
        #expect(NearMatch.distance(left, right, atMost: 3) == expected)
        #expect(NearMatch.distance(right, left, atMost: 3) == expected)
        #expect(NearMatch.distance(left, right, atMost: expected) == expected)
        #expect(NearMatch.distance(left, right, atMost: expected - 1) == nil)
    }

    private static let words = ["summary", "description", "operationId", "parameters", "in", "get", "put", "$ref"]

    @Test(
        "suggests the nearest of the known words, if it is near",
        arguments: [
            ("sumary", "summary"), ("desciption", "description"), ("operationID", "operationId"),
            ("operation_id", "operationId"), ("paramaters", "parameters"), ("parmeters", "parameters"), ("git", "get"),
            ("gte", "get"), ("ref", "$ref"), ("GET", "get"), ("delete", nil), ("ni", nil), ("", nil), ("xyz", nil),
            ("get", nil),
        ] as [(String, String?)])
    func suggestions(word: String, expected: String?) {
        #expect(NearMatch.best(for: word, among: Self.words) == expected)
    }

    @Test("takes the first of several that are equally near, and no long texts")
    func ties() {
        #expect(NearMatch.best(for: "cat", among: ["bat", "hat"]) == "bat")
        #expect(NearMatch.best(for: "cat", among: ["hat", "bat"]) == "hat")
        let long = String(repeating: "x", count: 5000)
        #expect(NearMatch.best(for: long, among: [long + "y"]) == nil)
    }
}
