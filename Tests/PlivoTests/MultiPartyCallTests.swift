import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Multiparty calls")
struct MultiPartyCallTests {
    private let id = "name_desk-escalation"
    private let uuid = "c41f0e92-6b7d-4d55-9f2a-8e31d7a05b66"

    @Test("goes through two pages, of a call that goes on and one that has ended")
    func list() async throws {
        try await replaying("multi-party-calls/list", "multi-party-calls/list-last-page") { plivo in
            var found: [MultiPartyCall] = []
            let request = PlivoClient.MultiPartyCalls.ListRequest(
                subaccount: "SANORTHWIND000000001", friendlyName: "desk-escalation", status: .active,
                terminationCauseCode: 1000, endTimeAfter: date("2024-03-01T06:12:00Z"),
                endTimeOnOrAfter: date("2024-03-02T06:12:00Z"), endTimeBefore: date("2024-03-09T06:12:00Z"),
                endTimeOnOrBefore: date("2024-03-08T06:12:00Z"), creationTimeAfter: date("2024-03-01T06:12:00Z"),
                creationTimeOnOrAfter: date("2024-03-02T06:12:00Z"), creationTimeBefore: date("2024-03-09T06:12:00Z"),
                creationTimeOnOrBefore: date("2024-03-08T06:12:00Z"), limit: 1)
            for try await call in plivo.multiPartyCalls.list(request) { found.append(call) }
            #expect(found.map(\.uuid) == [uuid, "e05b7d13-48c6-4f92-a1d0-73be92f6c158"])
            #expect(found.map(\.status) == [.active, MultiPartyCallStatus(rawValue: "ended")])
            #expect(found.map(\.billedAmount) == [nil, decimal("0.03500")])
            #expect(found.map(\.recording) == ["not-recording", "null"])
            #expect(found.map(\.creationTime) == [date("2024-03-09T06:12:03Z"), nil])
            #expect(found.last?.duration == 388)
            #expect(found.last?.subaccount?.hasSuffix("/Subaccount/SANORTHWIND000000001/") == true)
            #expect(found.last?.terminationCauseCode == 1000)
        }
    }

    @Test("reads a call by its name, which may have a slash")
    func get() async throws {
        try await replaying("multi-party-calls/get", "multi-party-calls/get-slash") { plivo in
            let call = try await plivo.multiPartyCalls.get(id)
            #expect(call.uuid == uuid)
            #expect(call.billedAmount == decimal("0.035"))
            #expect(call.maxParticipants == 10)
            #expect(call.maxDuration == 14400)
            #expect(call.startTime == date("2024-03-09T06:12:09Z"))
            let other = try await plivo.multiPartyCalls.get("name_desk/büro")
            #expect(other.friendlyName == "desk/büro")
            #expect(other.creationTime == nil)
            #expect(other.terminationCause == "Unknown")
            #expect(other.terminationCauseCode == 0)
        }
    }

    @Test("begins a call, whether the answer has a body or none, or comes later")
    func start() async throws {
        try await replaying(
            "multi-party-calls/start", "multi-party-calls/start-answered", "multi-party-calls/start-asynchronous"
        ) { plivo in
            let empty = try await plivo.multiPartyCalls.start(id)
            #expect(empty == nil)
            let answered = try await plivo.multiPartyCalls.start(id)
            #expect(answered?.message == "MPC: desk-escalation started")
            let accepted = try await plivo.multiPartyCalls.start(
                id, reportingTo: CallbackTarget("https://example.com/plivo/results", method: "GET"))
            #expect(accepted.message == "async api spawned")
        }
    }

    @Test("ends a call")
    func stop() async throws {
        try await replaying("multi-party-calls/stop", "multi-party-calls/stop-answered") { plivo in
            let empty = try await plivo.multiPartyCalls.stop(id)
            #expect(empty == nil)
            let answered = try await plivo.multiPartyCalls.stop(id)
            #expect(answered?.requestUUID == "0f6c2d84-9a47-11ee-b3c1-0242ac110002")
        }
    }

    @Test("begins to record a call")
    func startRecording() async throws {
        try await replaying(
            "multi-party-calls/start-recording", "multi-party-calls/start-recording-other"
        ) { plivo in
            let started = try await plivo.multiPartyCalls.startRecording(
                id,
                .init(
                    fileFormat: .wav, recordingCallbackURL: "https://example.com/plivo/recording",
                    recordingCallbackMethod: .get, transcriptionURL: "https://example.com/plivo/transcription",
                    transcript: true, track: .both))
            #expect(started.recordingID == "6d0b8f14-9a45-11ee-a7c2-0242ac110004")
            let other = try await plivo.multiPartyCalls.startRecording(id)
            #expect(other.recordingID == nil)
            #expect(other.requestUUID == "0f6c2d84-9a47-11ee-b3c1-0242ac110002")
        }
    }

    @Test("pauses a recording, goes on with it and ends it")
    func recording() async throws {
        try await replaying(
            "multi-party-calls/pause-recording", "multi-party-calls/resume-recording",
            "multi-party-calls/stop-recording"
        ) { plivo in
            try await plivo.multiPartyCalls.pauseRecording(id)
            try await plivo.multiPartyCalls.resumeRecording(id)
            try await plivo.multiPartyCalls.stopRecording(id)
        }
    }
}
