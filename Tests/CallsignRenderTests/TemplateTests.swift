import CallsignBuiltinTemplates
import CallsignDiagnostics
import CallsignPlan
import Foundation
import Testing

@testable import CallsignRender

@Suite struct TemplateTests {
    @Test func listsEveryTemplateOfTheFolder() throws {
        let folder = Golden.root.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Templates/Builtin")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(BuiltinTemplates.all.map { $0.name + ".mustache" }.sorted() == files)
        for template in BuiltinTemplates.all {
            let file = folder.appendingPathComponent(template.name + ".mustache")
            #expect(try Data(contentsOf: file) == Data(template.text), "\(template.name)")
        }
    }

    @Test func rendersWithATemplateOfTheUsersOwn() throws {
        var templates = Renderer.builtinTemplates
        templates.append((name: "alias", file: "mine/alias.mustache", text: Array("// {{name}} is {{target}}\n".utf8)))
        let files = try Renderer(templates: templates, sink: DiagnosticSink())
            .render(SamplePlan.plan, header: SamplePlan.header)
        let names = try #require(files.first { $0.path == "Models/Names.swift" })
        #expect(
            String(decoding: names.bytes, as: UTF8.self).hasSuffix(
                "// Timestamp is Date\n\n// Labels is [String: [String]]\n"))
    }

    @Test func refusesNamesThatNothingHas() {
        var templates = Renderer.builtinTemplates
        templates.append((name: "alias", file: "mine/alias.mustache", text: Array("a\n  {{nam}}\n".utf8)))
        let sink = DiagnosticSink()
        #expect(throws: Stopped.self) { try Renderer(templates: templates, sink: sink) }
        #expect(sink.diagnostics.map(\.code) == ["template-unknown-name"])
        let mark = sink.diagnostics.first?.mark
        #expect(mark.map { [$0.line, $0.column] } == [2, 5])
        #expect(mark.flatMap { sink.sources.file(of: $0)?.name } == "mine/alias.mustache")
        #expect(sink.diagnostics.first?.remedy == "did you mean 'name'?")
    }

    @Test func importsWhatAFileNeeds() throws {
        let files = try Renderer(sink: DiagnosticSink()).render(SamplePlan.plan, header: SamplePlan.header)
        func imports(_ path: String) -> [Substring] {
            let file = files.first { $0.path == path }
            return String(decoding: file?.bytes ?? [], as: UTF8.self).split(separator: "\n")
                .filter { $0.hasPrefix("public import") || $0.hasPrefix("internal import") }
        }
        #expect(imports("SampleClient.swift") == ["public import CallsignRuntime"])
        #expect(imports("Models/Structures.swift") == ["public import CallsignRuntime", "public import Foundation"])
        #expect(imports("Models/Names.swift") == ["public import Foundation"])
        #expect(imports("Models/Labels.swift") == [])
    }

    @Test(arguments: [
        (ClientPlan.Access.internal, "internal import CallsignRuntime", "nonisolated struct Direction"),
        (.package, "internal import CallsignRuntime", "package nonisolated struct Direction"),
        (.public, "public import CallsignRuntime", "public nonisolated struct Direction"),
    ])
    func followsTheAccessLevel(access: ClientPlan.Access, imports: String, declaration: String) throws {
        var plan = SamplePlan.plan
        plan.access = access
        let files = try Renderer(sink: DiagnosticSink()).render(plan, header: SamplePlan.header)
        let file = try #require(files.first { $0.path == "Models/Enumerations.swift" })
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.contains(Substring(imports)))
        #expect(lines.contains { $0.hasPrefix(declaration) })
    }
}
