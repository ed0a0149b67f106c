import CallsignDiagnostics
import CallsignYAML
import Testing

@Suite("Limits")
struct LimitTests {
    @Test("a hundred thousand brackets are too deep, and said so at the bracket", arguments: ["[", "{a: ", "- ", "? "])
    func deep(opening: String) {
        let read = ReadText(String(repeating: opening, count: 100_000))
        #expect(read.node == nil)
        #expect(read.problems == ["1:\(256 * opening.utf8.count + 1) yaml-too-deep"])
    }

    @Test("a hundred thousand levels of indentation are too deep")
    func deepBlocks() {
        let text = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(ReadText(text).problems == ["257:257 yaml-too-deep"])
    }

    @Test("as deep as is allowed is read, and freed")
    func deepest() {
        let text = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(ReadText(text).problems == [])
    }

    @Test("a chain of aliases is as deep as what it stands for")
    func aliasChain() {
        var text = "- &a0 [x]\n"
        for level in 1..<300 { text += "- &a\(level) [*a\(level - 1)]\n" }
        #expect(ReadText(text).problems == ["256:10 yaml-too-deep"])
    }

    @Test("aliases of aliases that stand for billions of values are stopped")
    func bomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let read = ReadText(text)
        #expect(read.node == nil)
        #expect(read.sink.diagnostics.map(\.code) == ["yaml-alias-expansion"])
    }

    @Test("merge keys count as aliases do")
    func mergeBomb() {
        let keys = (0..<100).map { "k\($0): 1" }.joined(separator: ", ")
        let text = "a: &a {\(keys)}\nb:\n" + String(repeating: "  - {<<: *a}\n", count: 100)
        let limits = YAMLLimits(aliasedNodes: 5000)
        #expect(ReadText(text, limits: limits).sink.diagnostics.map(\.code) == ["yaml-alias-expansion"])
        #expect(ReadText(text, limits: YAMLLimits(aliasedNodes: 10_200)).problems == [])
    }

    @Test("the number of values, and of bytes")
    func sizes() {
        #expect(ReadText("[1, 2, 3]", limits: YAMLLimits(nodes: 4)).problems == [])
        #expect(ReadText("[1, 2, 3]", limits: YAMLLimits(nodes: 3)).problems == ["1:8 yaml-too-many-nodes"])
        #expect(ReadText("[1, 2, 3]", limits: YAMLLimits(bytes: 9)).problems == [])
        #expect(ReadText("[1, 2, 3]", limits: YAMLLimits(bytes: 8)).problems == ["1:1 yaml-too-large"])
    }
}
