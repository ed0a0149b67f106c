import BuiltTools
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
        /// A line that the diagnostic points to instead of the edited one: its file, and what stands in it.
        var placeIn: String?
        var place = ""
        var linesBefore = 0
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

    /// Further ways to make the same mistakes, each of which could be told twice or not at all.
    private static let variations = [
        Mistake(
            name: "misspelt keyword of a schema", file: "paths/endpoint.yaml", text: "            properties:",
            replacement: "            propertees:", column: 13, message: "schemas have no keyword 'propertees'",
            remedy: "did you mean 'properties'?"),
        Mistake(
            name: "misspelt required key", file: "paths/endpoint.yaml", text: "    - name: endpoint_id",
            replacement: "    - nam: endpoint_id", column: 7, message: "a parameter has no key 'nam'",
            remedy: "did you mean 'name'?"),
        Mistake(
            name: "misspelt key of the parameters", file: "paths/endpoint.yaml", text: "  parameters:",
            replacement: "  paramaters:", column: 3, message: "a path item has no key 'paramaters'",
            remedy: "did you mean 'parameters'?"),
        Mistake(
            name: "dangling reference to a file", file: "plivo.yaml", text: "paths/endpoint.yaml#/item",
            replacement: "paths/endpoints.yaml#/item", column: 54, message: "cannot read 'spec/paths/endpoints.yaml'"),
        Mistake(
            name: "response that many refer to, renamed", file: "shared/responses.yaml", text: "NotFound:",
            replacement: "NotFond:", placeIn: "paths/account.yaml", place: "responses.yaml#/NotFound", column: 21,
            message: "'spec/shared/responses.yaml' has no 'NotFound'", remedy: "did you mean 'NotFond'?"),
        Mistake(
            name: "tab in a file that all refer to", file: "shared/schemas.yaml", text: "  type", replacement: "\ttype",
            column: 1, message: "tab"),
        Mistake(
            name: "text instead of a list", file: "paths/endpoint.yaml", text: "required: [username, password, alias]",
            replacement: "required: username", column: 23, message: "expected a list of names"),
        Mistake(
            name: "number instead of a text", file: "paths/endpoint.yaml", text: "format: date-time",
            replacement: "format: 5", column: 17, message: "expected a text as the value of 'format'"),
        Mistake(
            name: "format that nobody knows", file: "paths/endpoint.yaml", text: "format: date-time",
            replacement: "format: frobnicate", column: 9, message: "unknown format 'frobnicate'"),
        Mistake(
            name: "pagination by a parameter that isn't there", file: "callsign.yaml", text: "parameter: offset",
            replacement: "parameter: ofset", column: 16, message: "has the query parameter 'ofset'",
            remedy: "did you mean 'offset'?"),
        Mistake(
            name: "pagination of a list that isn't there", file: "callsign.yaml", text: "items: [/objects,",
            replacement: "items: [/objcts] #", column: 12, message: "has a list at '/objcts'"),
        Mistake(
            name: "pagination with a total that isn't there", file: "callsign.yaml", text: "total: [/meta/total_count,",
            replacement: "total: [/mata/total_count] #", column: 12,
            message: "has a whole number at '/mata/total_count'"),
        Mistake(
            name: "path parameter that no operation of the path describes", file: "paths/endpoint.yaml",
            text: "      in: path", replacement: "      in: query", placeIn: "paths/endpoint.yaml",
            place: "operationId: endpoints.get", linesBefore: 1, column: 3,
            message: "doesn't describe the parameter 'endpoint_id'"),
        Mistake(
            name: "security scheme of the wrong type", file: "plivo.yaml", text: "scheme: basic",
            replacement: "scheme: 5", column: 15, message: "expected a string for 'scheme'"),
    ]

    private let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../..").standardizedFileURL
        try FileManager.default.copyItem(
            at: repository.appendingPathComponent("spec"), to: folder.url.appendingPathComponent("spec"))
    }

    @Test("each give one diagnostic at their place", arguments: mistakes + variations)
    func alone(_ mistake: Mistake) async throws {
        let line = try plant(mistake)
        let outcome = try await Tool.run("generate", "--diagnostics", "json", in: folder)
        try expectNothingWritten(outcome)
        let errors = try errors(of: outcome)
        #expect(errors.count == 1, "\(errors)")
        expect(errors, tell: mistake, at: line)
    }

    @Test("are told all in one run")
    func together() async throws {
        let lines = try Self.mistakes.map(plant)
        let outcome = try await Tool.run("generate", "--diagnostics", "json", in: folder)
        try expectNothingWritten(outcome)
        let errors = try errors(of: outcome)
        #expect(errors.count == Self.mistakes.count, "\(errors.map(\.message))")
        for (mistake, line) in zip(Self.mistakes, lines) { expect(errors, tell: mistake, at: line) }

        let text = try await Tool.run("generate", in: folder)
        #expect(text.errors.hasSuffix("10 errors\n"), "\(text.errors.suffix(100))")
        #expect(text.errors.contains("\n    = help: did you mean 'operationId'?\n"))
    }

    @Test("are none in the description as it is")
    func unharmed() async throws {
        let outcome = try await Tool.run("generate", "--output", "Out", in: folder)
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
        guard let file = mistake.placeIn else { return index + 1 + mistake.linesAfter }
        let told = try folder.text("spec/\(file)").components(separatedBy: "\n")
        let line = try #require(told.firstIndex { $0.contains(mistake.place) }, "no line has \(mistake.place)")
        return line + 1 - mistake.linesBefore
    }

    private func errors(of outcome: BuiltTool.Outcome) throws -> [Problem] {
        try JSONDecoder().decode([Problem].self, from: Data(outcome.errors.utf8)).filter { $0.severity == "error" }
    }

    private func expect(_ errors: [Problem], tell mistake: Mistake, at line: Int) {
        let told = errors.filter { $0.file == "spec/\(mistake.placeIn ?? mistake.file)" && $0.line == line }
        #expect(told.count == 1, "\(mistake.name): \(errors)")
        #expect(told.first?.column == mistake.column, "\(mistake.name)")
        #expect(told.first?.message.contains(mistake.message) == true, "\(told)")
        if let remedy = mistake.remedy { #expect(told.first?.remedy == remedy) }
    }

    private func expectNothingWritten(_ outcome: BuiltTool.Outcome) throws {
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(try folder.files(in: ".").filter { !$0.hasPrefix(".") } == ["spec"])
    }
}
