import CallsignDiagnostics
import CallsignKit
import Foundation
import Testing

/// Whole descriptions through the whole pipeline, with their tests, compared with what was read and found right.
@Suite struct DescriptionGoldenTests {
    @Test(arguments: ["older", "access"]) func generates(name: String) throws {
        let sink = DiagnosticSink()
        var request = GenerationRequest()
        request.description = Repository.file("Tests/Descriptions/\(name).yaml").path
        request.output = "Client"
        request.tests = "Tests"
        request.module = name.capitalized
        var pipeline = Pipeline(request, sink: sink)
        let client = try pipeline.run()
        let tests = try #require(pipeline.tests)
        #expect(sink.sorted.filter { $0.severity != .note }.map(\.message) == [])
        var text = ""
        for (folder, files) in [("Client", client), ("Tests", tests.files)] {
            for file in files.files {
                text += "==== \(folder)/\(file.path)\n" + String(decoding: file.contents, as: UTF8.self)
            }
        }
        try compare(text, Repository.file("Tests/CallsignKitTests/Goldens/\(name).txt"))
    }

    /// A missing golden is recorded, and its test fails until it has been looked at.
    private func compare(_ text: String, _ file: URL) throws {
        guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(file.lastPathComponent) was missing and has been recorded: read it, then run again")
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = golden.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines != wanted else { return }
        let index = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let line = index ?? min(lines.count, wanted.count)
        let found = line < lines.count ? lines[line] : "the end"
        let expected = line < wanted.count ? wanted[line] : "the end"
        Issue.record("\(file.lastPathComponent):\(line + 1): expected \(expected), found \(found)")
    }
}
