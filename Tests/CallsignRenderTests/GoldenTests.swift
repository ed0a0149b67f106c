import CallsignBuiltinTemplates
import CallsignDiagnostics
import CallsignPlan
import Foundation
import Testing

@testable import CallsignRender

/// Whole files, compared with what was checked by hand: the text is what the formatter leaves as it is, and compiles.
@Suite struct GoldenTests {
    @Test(arguments: SamplePlan.plan.files.map(\.path)) func rendersEveryKindOfDeclaration(path: String) throws {
        let files = try Renderer(sink: DiagnosticSink()).render(SamplePlan.plan, header: SamplePlan.header)
        let file = try #require(files.first { $0.path == path })
        try Golden.compare(file.bytes, "Sample/\(path)")
    }

    @Test func documentsTheFieldsOfTemplates() throws {
        let page = Golden.root.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Documentation/Templates.md")
        try Golden.compare(Array(TemplateReference.text.utf8), at: page)
    }
}

extension Renderer {
    /// With the built-in templates.
    init(sink: DiagnosticSink) throws {
        try self.init(templates: Renderer.builtinTemplates, sink: sink)
    }

    static var builtinTemplates: [(name: String, file: String, text: [UInt8])] {
        BuiltinTemplates.all.map { ($0.name, "\($0.name).mustache", $0.text) }
    }
}

/// Files that outputs are compared with. A missing one is recorded, and its test fails until it has been looked at.
enum Golden {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

    static func compare(_ bytes: [UInt8], _ name: String) throws {
        try compare(bytes, at: root.appendingPathComponent(name + ".txt"))
    }

    static func compare(_ bytes: [UInt8], at file: URL) throws {
        guard let expected = try? Data(contentsOf: file) else {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            Issue.record("\(file.lastPathComponent) was missing and has been recorded: read it, then run again")
            return
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        if lines == wanted { return }
        let index =
            zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(lines.count, wanted.count)
        let found = index < lines.count ? lines[index] : "the end"
        let expectation = index < wanted.count ? wanted[index] : "the end"
        Issue.record("\(file.lastPathComponent):\(index + 1): expected \(expectation), found \(found)")
    }
}
