import CallsignDiagnostics
import CallsignOpenAPI
import Testing

@testable import CallsignPlanner

@Suite("Required names, few or many")
struct RequiredNamesTests {
    private func names(_ range: Range<Int>) -> RequiredNames {
        RequiredNames(
            range.map { Schema.RequiredName(name: "n\($0)", mark: SourceMark(file: 0, line: 1, column: 1)) })
    }

    @Test("are found by their name", arguments: [0, 1, 12, 13, 40])
    func contain(count: Int) {
        let names = names(0..<count)
        #expect((0..<50).filter { names.contains("n\($0)") } == Array(0..<count))
        #expect(RequiredNames(Set((0..<count).map { "n\($0)" })).contains("n0") == (count > 0))
    }

    @Test("are those of both where two objects are one", arguments: [(5, 3), (5, 30), (30, 5), (30, 20)])
    func intersect(first: Int, second: Int) {
        var both = names(0..<first)
        both.formIntersection(names(2..<second))
        #expect((0..<50).filter { both.contains("n\($0)") } == Array(2..<min(first, second)))
    }
}

@Suite("A text within another")
struct TextSearchTests {
    @Test(
        arguments: [
            ("/a/{b}/{bc}", "{bc}", 7), ("/a/{b}", "{b}", 3), ("/a/{b}", "{c}", nil), ("", "a", nil),
            ("ab", "abc", nil),
            ("aab", "ab", 1), ("é/x", "x", 3), ("abc", "", 0), ("abc", "abc", 0),
        ] as [(String, String, Int?)])
    func isFoundByItsBytes(text: String, part: String, offset: Int?) {
        #expect(text.offset(of: part) == offset)
    }
}
