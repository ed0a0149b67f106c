import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("PHLOs")
struct PHLOTests {
    private let phloID = "c7e1f402-6b3d-4a98-9d57-2f80b4a6e319"
    private let nodeID = "5c02d9e7-41b8-4f36-a7d1-90e3b86f2c54"

    @Test("reads a flow, on a host of its own")
    func get() async throws {
        try await replaying("phlos/get") { plivo in
            let flow = try await plivo.phlos.get(phloID)
            #expect(flow.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110701")
            #expect(flow.phloID == phloID)
            #expect(flow.name == "after-hours+menu")
            let created = date("2024-01-17T09:30:11Z").addingTimeInterval(0.377105)
            #expect(abs(flow.createdOn.timeIntervalSince(created)) < 0.000_001)
        }
    }

    @Test("a failure that says nothing gets the message that the status has")
    func getMissing() async throws {
        try await replaying("phlos/get-missing") { plivo in
            let error = await plivoError { try await plivo.phlos.get(phloID) }
            guard case .notFound(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "Not Found")
            #expect(failure.apiID == nil)
        }
    }

    @Test("runs a flow with values of several types")
    func run() async throws {
        try await replaying("phlos/run") { plivo in
            let run = try await plivo.phlos.run(
                phloID, ["from": "+14155550111", "to": "+14155550133", "guests": 3, "vip": true])
            #expect(run.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110702")
            #expect(run.phloRunID == run.apiID)
            #expect(run.phloID == phloID)
            #expect(run.message.hasPrefix("stopped."))
        }
    }

    @Test("runs a flow that takes no values")
    func runWithoutValues() async throws {
        try await replaying("phlos/run-without-values") { plivo in
            let run = try await plivo.phlos.run(phloID)
            #expect(run.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110703")
            #expect(run.phloRunID == nil)
        }
    }

    @Test("reads a node")
    func getNode() async throws {
        try await replaying("phlo-nodes/get") { plivo in
            let node = try await plivo.phlos.nodes.get(phloID: phloID, nodeType: .conferenceBridge, nodeID: nodeID)
            #expect(node.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110704")
            #expect(node.nodeID == nodeID)
            #expect(node.phloID == phloID)
            #expect(node.name == "Conference_1")
            #expect(node.nodeType == .conferenceBridge)
            let created = date("2024-01-17T09:30:11Z").addingTimeInterval(0.402918)
            #expect(abs(node.createdOn.timeIntervalSince(created)) < 0.000_001)
        }
    }

    @Test("reads a node of a type that the description doesn't know")
    func getNodeOfOtherType() async throws {
        try await replaying("phlo-nodes/get-other-type") { plivo in
            let menu = PHLONodeType(rawValue: "voice_menu")
            let node = try await plivo.phlos.nodes.get(
                phloID: phloID, nodeType: menu, nodeID: "7d20c9b41e5f83a6029d4c1be")
            #expect(node.apiID == nil)
            #expect(node.nodeType == menu)
            #expect(node.nodeID == "7d20c9b41e5f83a6029d4c1be")
        }
    }

    @Test("acts on a node")
    func updateNode() async throws {
        try await replaying("phlo-nodes/update") { plivo in
            let result = try await plivo.phlos.nodes.update(
                phloID: phloID, nodeType: .conferenceBridge, nodeID: nodeID,
                .init(action: "call", triggerSource: "14155550111", to: "14155550133", role: .customer))
            #expect(result.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110705")
            #expect(result.error == "")
        }
    }

    @Test("tells that a node refused an action")
    func updateNodeRefused() async throws {
        try await replaying("phlo-nodes/update-refused") { plivo in
            let error = await plivoError {
                try await plivo.phlos.nodes.update(
                    phloID: phloID, nodeType: .conferenceBridge, nodeID: nodeID, .init(action: "juggle"))
            }
            guard case .badRequest(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "Bad Request")
        }
    }
}
