import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Multiparty calls of PHLOs")
struct PHLOMultiPartyCallTests {
    private let phloID = "c7e1f402-6b3d-4a98-9d57-2f80b4a6e319"
    private let nodeID = "5c02d9e7-41b8-4f36-a7d1-90e3b86f2c54"

    @Test("reads a node in which several people talk")
    func get() async throws {
        try await replaying("phlo-multi-party-calls/get") { plivo in
            let call = try await plivo.phlos.multiPartyCalls.get(phloID: phloID, nodeID: nodeID)
            #expect(call.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110710")
            #expect(call.nodeID == nodeID)
            #expect(call.nodeType == .multiPartyCall)
            #expect(call.name == "Multi-Party Call_3")
        }
    }

    @Test("calls somebody")
    func call() async throws {
        try await replaying("phlo-multi-party-calls/call") { plivo in
            let result = try await plivo.phlos.multiPartyCalls.update(
                phloID: phloID, nodeID: nodeID,
                .init(
                    action: .call, triggerSource: "14155550111", to: "sip:desk7240309064412@phone.plivo.com",
                    role: .customer))
            #expect(result.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110711")
            #expect(result.error == "")
        }
    }

    @Test("transfers a call, and reads an answer that has other names")
    func transfer() async throws {
        try await replaying("phlo-multi-party-calls/transfer") { plivo in
            let warm = try await plivo.phlos.multiPartyCalls.update(
                phloID: phloID, nodeID: nodeID,
                .init(action: .warmTransfer, triggerSource: "14155550111", to: "14155550133", role: .agent))
            #expect(warm.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110712")
            let cold = try await plivo.phlos.multiPartyCalls.update(
                phloID: phloID, nodeID: nodeID,
                .init(action: .coldTransfer, triggerSource: "14155550111", to: "14155550133"))
            #expect(cold.apiID == nil)
            #expect(cold.error == nil)
        }
    }

    @Test("does everything that can be done with a member")
    func updateMember() async throws {
        try await replaying("phlo-multi-party-calls/update-member") { plivo in
            var last: [Substring?] = []
            let actions: [PHLOMemberAction] = [
                .abortTransfer, .resumeCall, .voicemailDrop, .hangUp, .hold, .unhold, .mute, .unmute,
            ]
            for action in actions {
                let result = try await plivo.phlos.multiPartyCalls.members.update(
                    phloID: phloID, nodeType: .multiPartyCall, nodeID: nodeID, memberAddress: "14155550133",
                    .init(action: action))
                #expect(result.error == "")
                last.append(result.apiID?.suffix(2))
            }
            #expect(last == ["20", "21", "22", "23", "24", "25", "26", "27"])
        }
    }

    @Test("takes an answer without a body for one that says nothing")
    func abortTransfer() async throws {
        try await replaying("phlo-multi-party-calls/abort-transfer-empty") { plivo in
            let result = try await plivo.phlos.multiPartyCalls.members.update(
                phloID: phloID, nodeType: .multiPartyCall, nodeID: nodeID, memberAddress: "14155550133",
                .init(action: .abortTransfer))
            #expect(result.apiID == nil)
            #expect(result.error == nil)
        }
    }

    @Test("names a member by a SIP address, and reads what went wrong out of a success")
    func updateSIPMember() async throws {
        try await replaying("phlo-multi-party-calls/update-sip-member") { plivo in
            let result = try await plivo.phlos.multiPartyCalls.members.update(
                phloID: phloID, nodeType: .conferenceBridge, nodeID: nodeID,
                memberAddress: "sip:desk7240309064412@phone.plivo.com", .init(action: .hold))
            #expect(result.error == "member is not in the call")
        }
    }
}
