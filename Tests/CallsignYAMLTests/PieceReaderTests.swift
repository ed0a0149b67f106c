import CallsignDiagnostics
import Foundation
import Testing

@testable import CallsignYAML

@Suite("Long texts, read in pieces")
struct PieceReaderTests {
    /// All descriptions of this repository.
    static let files: [String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ["spec", "Tests/Descriptions"].flatMap { folder in
            let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
                .map { root.appending(path: folder).appending(path: $0).path }
        }
    }()

    @Test("a description is the same tree in pieces of any length, places included", arguments: files)
    func descriptions(file: String) throws {
        let text = try Array(Data(contentsOf: URL(filePath: file)))
        let whole = ReadText(bytes: text)
        var inPieces = 0
        for length in [100, 150, 400, 1000, 3000, 10_000] {
            guard let node = PieceReader.node(of: text, file: 0, limits: YAMLLimits(), length: length) else { continue }
            inPieces += 1
            #expect(places(node) == places(whole.node), "in pieces of \(length) bytes")
        }
        // Most can be cut in most ways; those that can't are read as a whole.
        if text.count > 20_000 { #expect(inPieces > 0) }
    }

    @Test("a long text is read in pieces, by whoever reads it")
    func long() {
        let paths = (0..<20_000).map { "  /calls/\($0):\n    get:\n      summary: Call \($0)\n" }
        let text = "openapi: 3.1.0\npaths:\n" + paths.joined() + "info:\n  title: Calls\n"
        let node = PieceReader.node(of: Array(text.utf8), file: 0, limits: YAMLLimits())
        #expect(node?["paths"]?.mapping?.entries.count == 20_000)
        #expect(node?["paths"]?["/calls/19999"]?["get"]?["summary"]?.mark.line == 60_002)
        #expect(places(node) == places(ReadText(text).node))
    }

    /// Each text is cut before `@`.
    @Test(
        "what is cut in the middle of something is read as a whole",
        arguments: [
            ("a:\n  b: \"one\n@  c: two\"\n", false),
            ("a:\n  b: {x: 1,\n@  c: 2}\n", false),
            ("a:\n  b: |\n    one\n@    c: two\n", false),
            ("a:\n  b: one\n@    c: two\n", false),
            ("a: {x: 1}\n@   c: 2\n", false),
            ("a: &a one\n@c: *a\n", false),
            ("a: one\n...\n@c: two\n", false),
            ("a: one\n@a: two\n", false),
            ("<<: {a: one}\n@c: two\n", false),
            ("- one\n@c: two\n", false),
            ("a:\n@  c: two\n", false),
            ("a:\n    b: one\n@  c: two\n", false),
            ("a:\n  b: one\n@  c: two\n", true),
            ("a:\n  - b: one\n@    c: two\n", true),
            ("a:\n- b: one\n@c: two\n", true),
            ("a:\n  b:\n    - one\n@  c: two\n", true),
            ("a:\n  b:\n    d: |\n      text\n\n@c:\n  d: two\n", true),
            ("a:\n  b: []\n@  c: two\ne: three\n", true),
            ("a:\n  b: one\n@  c: two\n- e\n", false),
            ("a:\n  b: one\n@  c: two\n e: three\n", false),
            ("%YAML 1.2\n---\na: &b one\nd: *b\n@c: two\n", true),
        ])
    func cuts(marked: String, isJoined: Bool) throws {
        let parts = marked.split(separator: "@", omittingEmptySubsequences: false).map { Array($0.utf8) }
        let text = parts[0] + parts[1]
        let indentation = parts[1].prefix { $0 == UInt8(ascii: " ") }.count
        let cuts = [
            TextCuts.Part(bytes: 0..<parts[0].count, linesBefore: 0, indentation: nil),
            TextCuts.Part(
                bytes: parts[0].count..<text.count, linesBefore: parts[0].count { $0 == UInt8(ascii: "\n") },
                indentation: indentation),
        ]
        let node = PieceReader.node(of: text, cutInto: cuts, file: 0, limits: YAMLLimits())
        #expect((node != nil) == isJoined)
        if let node { #expect(places(node) == places(ReadText(bytes: text).node)) }
    }

    @Test("a wrong cut is mended without reading all again")
    func wrongCut() {
        let lines = (0..<30).map { "    line \($0) of a long text\n" }.joined()
        let text = (0..<40).map { "key\($0):\n  name: one\n  text: \($0 == 20 ? "|\n" + lines : "two\n")" }.joined()
        let node = PieceReader.node(of: Array(text.utf8), file: 0, limits: YAMLLimits(), length: 300)
        #expect(node != nil)
        #expect(places(node) == places(ReadText(text).node))
    }

    @Test("damaged texts are never read as anything but what the whole is")
    func damage() {
        var numbers = SeededNumbers(state: 0x5EED)
        let base = (0..<12).map { number in
            """
            part\(number):
              - name: &n\(number) "It's \(number)"
                deep:
                  text: |
                    a: line
                      more
                  list: [1, {x: y}, 'z']
                again: *n\(number)
              # a remark
              - plain text
                goes on
            other\(number): {a: b}

            """
        }.joined()
        let original = Array(base.utf8)
        let damage = Array(" \n:-#'\"{}[]|>&*!%@ab".utf8)
        var joined = 0
        for _ in 0..<1500 {
            var text = original
            for _ in 0..<Int.random(in: 0...3, using: &numbers) {
                text[Int.random(in: 0..<text.count, using: &numbers)] = damage.randomElement(using: &numbers) ?? 0x20
            }
            let length = Int.random(in: 40...900, using: &numbers)
            guard let node = PieceReader.node(of: text, file: 0, limits: YAMLLimits(), length: length) else { continue }
            joined += 1
            let whole = ReadText(bytes: text)
            #expect(whole.problems == [])
            #expect(places(node) == places(whole.node))
        }
        #expect(joined > 100)
    }

    @Test("limits hold for all pieces together")
    func limits() {
        let text = Array((0..<100).map { "key\($0):\n  a: [[1]]\n" }.joined().utf8)
        func isRead(_ limits: YAMLLimits) -> Bool {
            PieceReader.node(of: text, file: 0, limits: limits, length: 200) != nil
        }
        #expect(isRead(YAMLLimits(nodes: 401, depth: 4)))
        #expect(!isRead(YAMLLimits(nodes: 400, depth: 4)))
        #expect(!isRead(YAMLLimits(nodes: 401, depth: 3)))
    }

    /// A tree with the places of all nodes and keys.
    private func places(_ node: Node?) -> [String] {
        guard let node else { return ["nothing"] }
        let place = "\(node.mark.line):\(node.mark.column) "
        switch node.content {
        case .scalar(let scalar): return [place + "\(scalar.isPlain) " + scalar.text]
        case .sequence(let nodes): return [place + "sequence"] + nodes.flatMap(places)
        case .mapping(let mapping):
            return [place + "mapping"]
                + mapping.entries.flatMap { entry in
                    ["\(entry.keyMark.line):\(entry.keyMark.column) \(entry.key)"] + places(entry.value)
                }
        }
    }
}
