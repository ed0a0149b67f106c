import CallsignDiagnostics
import CallsignKit
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner
import Foundation
import PlanDumping
import Testing

/// The repository's own description, read and planned as its configuration says.
@Suite struct PlivoDescriptionTests {
    private static var folder: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("spec").path
    }

    private static func planned() throws -> (plan: ClientPlan, sink: DiagnosticSink) {
        let sink = DiagnosticSink()
        do {
            let configuration = try ConfigurationReader(sink: sink).read(folder + "/callsign.yaml")
            let document = try DocumentLoader.load(folder + "/plivo.yaml", sink: sink) { path in
                Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            }
            return (try Planner.plan(document, settings: configuration.plan, sink: sink), sink)
        } catch {
            let problems = sink.sorted.map { "\($0.code): \($0.message)" }
            #expect(problems == [])
            throw error
        }
    }

    @Test func isPlannedWithoutAProblem() throws {
        let (plan, sink) = try Self.planned()
        #expect(sink.sorted.filter { $0.severity != .note }.map(\.message) == [])
        let tags = try Self.lines(of: "plivo.yaml") { $0.hasPrefix("  - name: ") }
        #expect(Self.count(plan.resources) == tags)
        #expect(plan.errors.map(\.name.text) == ["PlivoError"])
    }

    @Test(
        "call sites that people will write are planned",
        arguments: [
            "method calls.create POST /Account/{auth_id}/Call/ -> CallCreated throws PlivoError",
            "method calls.listLive GET /Account/{auth_id}/Call/ -> CallUUIDList throws PlivoError",
            "method calls.update POST /Account/{auth_id}/Call/{call_uuid}/ -> CallTransferred throws PlivoError",
            "method messages.create POST /Account/{auth_id}/Message/ -> MessageCreated throws PlivoError",
            "method subaccounts.delete DELETE /Account/{auth_id}/Subaccount/{subauth_id}/ -> nothing throws PlivoError",
            "error PlivoError.rateLimited 429 APIError",
            "scheme basicAuth basic authID authToken",
            "parameter authID wire auth_id",
        ])
    func plans(_ fact: String) throws {
        let lines = PlanDump.text(try Self.planned().plan).split(separator: "\n").map(String.init)
        #expect(lines.contains(fact))
    }

    @Test func everyOperationIsAccountedFor() throws {
        let ledger = try Self.planned().plan.ledger
        let operations = ledger.entries.filter { $0.item == .operation }
        #expect(operations.allSatisfy { $0.disposition == .generated })
        let described = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/paths").map { file in
            try Self.lines(of: "paths/" + file) { $0.hasPrefix("    operationId: ") }
        }
        #expect(operations.count == described.reduce(0, +))
        #expect(operations.count > 100)
    }

    private static func lines(of file: String, where isCounted: (Substring) -> Bool) throws -> Int {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)), as: UTF8.self)
        return text.split(separator: "\n").filter(isCounted).count
    }

    private static func count(_ resources: [ResourcePlan]) -> Int {
        resources.reduce(0) { $0 + 1 + count($1.children) }
    }
}
