import Foundation
import Testing

/// Mistakes planted in a copy of the repository's own description.
@Suite("Planted mistakes")
struct PlantedMistakeTests {
    /// An edit of one line, and the one diagnostic that it has to give.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        /// The file within `spec`.
        let file: String
        /// What stands in the line, and what it becomes. The first line that has it is meant.
        let text: String
        let replacement: String
        /// Where the diagnostic points: lines after the edited one, and the column.
        var linesAfter = 0
        let column: Int
        let message: String
        var remedy: String?

        var testDescription: String { name }
    }

    private static let mistakes = [
        Mistake(
            name: "misspelt key", file: "paths/application.yaml", text: "operationId: applications.list",
            replacement: "operationID: applications.list", column: 5, message: "an operation has no key 'operationID'",
            remedy: "did you mean 'operationId'?"),
        Mistake(
            name: "dangling reference", file: "paths/number.yaml", text: "$ref: ../shared/responses.yaml#/NotFound",
            replacement: "$ref: ../shared/responses.yaml#/NotFond", column: 21,
            message: "'../shared/responses.yaml#/NotFond' names nothing: 'spec/shared/responses.yaml' has no 'NotFond'",
            remedy: "did you mean 'NotFound'?"),
        Mistake(
            name: "tab", file: "paths/pricing.yaml", text: "    tags: [Pricing]", replacement: "\ttags: [Pricing]",
            column: 1, message: "tab"),
        Mistake(
            name: "duplicate key", file: "paths/subaccount.yaml", text: "    operationId: subaccounts.create",
            replacement: "    operationId: subaccounts.create\n    operationId: subaccounts.make", linesAfter: 1,
            column: 5,
            message: "the key 'operationId' is in this mapping twice"),
        Mistake(
            name: "wrong type", file: "paths/message.yaml", text: "tags: [Messages]", replacement: "tags: Messages",
            column: 11, message: "expected an array for 'tags' of an operation, found a string"),
        Mistake(
            name: "unknown format", file: "paths/call.yaml", text: "format: uri", replacement: "format: urri",
            column: 17, message: "unknown format 'urri'", remedy: "did you mean 'uri'?"),
        Mistake(
            name: "bad pagination rule", file: "callsign.yaml", text: "style: offset", replacement: "style: offsets",
            column: 12, message: "'offsets' is not allowed for 'style' of the pagination rule 'offset'",
            remedy: "did you mean 'offset'?"),
        Mistake(
            name: "missing path parameter", file: "paths/recording.yaml", text: "name: recording_id",
            replacement: "name: recording", column: 7,
            message: "the path '/Account/{auth_id}/Recording/{recording_id}/' has no parameter 'recording'",
            remedy: "did you mean 'recording_id'?"),
        Mistake(
            name: "duplicate operation name", file: "paths/phone-number.yaml",
            text: "operationId: phoneNumbers.create", replacement: "operationId: phoneNumbers.list", column: 18,
            message: "two operations have the name 'phoneNumbers.list'"),
        Mistake(
            name: "bad UTF-8", file: "paths/endpoint.yaml", text: "tags: [Endpoints]",
            replacement: "tags: [End\u{1}points]",
            column: 15, message: "UTF-8"),
    ]

    private let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../..").standardizedFileURL
        try FileManager.default.copyItem(
            at: repository.appendingPathComponent("spec"), to: folder.url.appendingPathComponent("spec"))
    }

    @Test("each give one diagnostic at their place", arguments: mistakes)
    func alone(_ mistake: Mistake) throws {
        let line = try plant(mistake)
        let outcome = try Tool.run("generate", "--diagnostics", "json", in: folder)
        try expectNothingWritten(outcome)
        let errors = try errors(of: outcome)
        #expect(errors.count == 1, "\(errors)")
        expect(errors, tell: mistake, at: line)
    }

    @Test("are told all in one run")
    func together() throws {
        let lines = try Self.mistakes.map(plant)
        let outcome = try Tool.run("generate", "--diagnostics", "json", in: folder)
        try expectNothingWritten(outcome)
        let errors = try errors(of: outcome)
        #expect(errors.count == Self.mistakes.count, "\(errors.map(\.message))")
        for (mistake, line) in zip(Self.mistakes, lines) { expect(errors, tell: mistake, at: line) }

        let text = try Tool.run("generate", in: folder)
        #expect(text.errors.hasSuffix("10 errors\n"), "\(text.errors.suffix(100))")
        #expect(text.errors.contains("\n    = help: did you mean 'operationId'?\n"))
    }

    @Test("are none in the description as it is")
    func unharmed() throws {
        let outcome = try Tool.run("generate", "--output", "Out", in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
    }

    // MARK: - Planting and reading

    private struct Problem: Decodable {
        var file: String
        var line: Int
        var column: Int
        var severity: String
        var message: String
        var remedy: String?
    }

    /// - Returns: the line on which the diagnostic is expected.
    private func plant(_ mistake: Mistake) throws -> Int {
        let url = folder.url.appendingPathComponent("spec/\(mistake.file)")
        var lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
        let index = try #require(lines.firstIndex { $0.contains(mistake.text) }, "no line has \(mistake.text)")
        lines[index] = lines[index].replacing(mistake.text, with: mistake.replacement)
        // A byte that begins no character stands for the control character, which is none of YAML's.
        let bytes = lines.joined(separator: "\n").utf8.map { $0 == 1 ? 0xFF : $0 }
        try Data(bytes).write(to: url)
        return index + 1 + mistake.linesAfter
    }

    private func errors(of outcome: Tool.Outcome) throws -> [Problem] {
        try JSONDecoder().decode([Problem].self, from: Data(outcome.errors.utf8)).filter { $0.severity == "error" }
    }

    private func expect(_ errors: [Problem], tell mistake: Mistake, at line: Int) {
        let told = errors.filter { $0.file == "spec/\(mistake.file)" && $0.line == line }
        #expect(told.count == 1, "\(mistake.name): \(errors)")
        #expect(told.first?.column == mistake.column, "\(mistake.name)")
        #expect(told.first?.message.contains(mistake.message) == true, "\(told)")
        if let remedy = mistake.remedy { #expect(told.first?.remedy == remedy) }
    }

    private func expectNothingWritten(_ outcome: Tool.Outcome) throws {
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(try folder.files(in: ".").filter { !$0.hasPrefix(".") } == ["spec"])
    }
}
