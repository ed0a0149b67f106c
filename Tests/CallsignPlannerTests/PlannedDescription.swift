import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner
import PlanDumping
import Testing

/// A description of a test, planned.
struct PlannedDescription {
    let sink = DiagnosticSink()
    var plan: ClientPlan?

    /// - Parameter text: a description without its first lines, which are the same for all.
    init(_ text: String, version: String = "3.1.0", settings: PlanSettings = PlanSettings()) {
        self.init(
            whole: "openapi: \(version)\ninfo: {title: Sample, version: 1.0.0}\n" + text, settings: settings)
    }

    /// - Parameter text: all of a description.
    init(whole text: String, settings: PlanSettings = PlanSettings()) {
        let bytes = Array(text.utf8)
        do {
            let document = try DocumentLoader.load("sample.yaml", sink: sink) { _ in bytes }
            let plan = try Planner.plan(document, settings: settings, sink: sink)
            self.plan = sink.hasErrors ? nil : plan
        } catch {
            plan = nil
        }
    }

    /// Operations that answer with one schema, for tests of schemas.
    init(schemas: String, answering name: String = "Subject", sending: String? = nil) {
        let body = sending.map {
            "      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/\($0)'}}}}\n"
        }
        self.init(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /subject:
                post:
                  operationId: subject.make
            \(body ?? "")      responses:
                    '200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/\(name)'}}}}
            components:
              schemas:

            """
                + schemas.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
                .joined(separator: "\n"))
    }

    var dump: [String] {
        guard let plan else { return sink.sorted.map { "\($0.severity) \($0.code) \($0.message)" } }
        return PlanDump.text(plan).split(separator: "\n").map(String.init)
    }

    /// The lines of the dump that belong to a line with this beginning: it and those that are indented below.
    func facts(_ beginning: String) -> [String] {
        guard let start = dump.firstIndex(where: { $0.hasPrefix(beginning) }) else { return dump }
        return [dump[start]] + dump[(start + 1)...].prefix { $0.hasPrefix("  ") }
    }

    /// The diagnostics that are errors, as `line:column code`.
    var errors: [String] {
        sink.sorted.filter { $0.severity == .error }.map { diagnostic in
            "\(diagnostic.mark.map { "\($0.line):\($0.column) " } ?? "")\(diagnostic.code)"
        }
    }
}
