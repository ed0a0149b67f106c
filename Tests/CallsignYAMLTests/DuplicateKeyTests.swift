import CallsignDiagnostics
import CallsignYAML
import Testing

@Suite("Duplicate keys")
struct DuplicateKeyTests {
    /// Mappings up to twelve keys are searched one by one, longer ones are hashed.
    @Test("are found in mappings of any length, and the first is kept", arguments: [2, 11, 12, 13, 14, 40, 500])
    func lengths(count: Int) {
        let lines = (0..<count).map { "key\($0): \($0)\n" }
        let read = ReadText(lines.joined() + "key1: again\nlast: 1\nkey0: again\n")
        #expect(read.problems == ["\(count + 1):1 yaml-duplicate-key", "\(count + 3):1 yaml-duplicate-key"])
        #expect(read.notes == ["2:1", "1:1"])
        let mapping = read.node?.mapping
        #expect(mapping?.entries.map(\.key) == (0..<count).map { "key\($0)" } + ["last"])
        #expect(mapping?["key0"]?.scalar?.text == "0")
        #expect(mapping?["key1"]?.scalar?.text == "1")
        #expect(mapping?["last"]?.scalar?.text == "1")
        #expect(mapping?["key\(count)"] == nil)
    }

    @Test("that a merge brings are no duplicates, in long mappings neither")
    func merged() {
        let keys = (0..<20).map { "k\($0): 1" }.joined(separator: ", ")
        let read = ReadText("a: &a {\(keys)}\nb: {<<: *a, k3: 2, k19: 2}\n")
        #expect(read.problems == [])
        #expect(read.node?["b"]?.mapping?.entries.count == 20)
        #expect(read.node?["b"]?["k3"]?.scalar?.text == "2")
    }

    @Test("in the hundreds stop the reading")
    func many() {
        let text = (0..<300).map { "a: \($0)\n" }.joined()
        let read = ReadText(text)
        #expect(read.node == nil)
        #expect(read.sink.diagnostics.count == 101)
        #expect(read.sink.diagnostics.last?.code == "yaml-too-many-problems")
    }
}
