import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Masking sessions")
struct MaskingSessionTests {
    private let sessionUUID = "4b1e9d77-3c60-4f28-a5b9-0de7c2f41a83"

    @Test("puts a number between two parties, with all there is to say")
    func create() async throws {
        try await replaying("masking-sessions/create") { plivo in
            let created = try await plivo.maskingSessions.create(
                .init(
                    firstParty: "+14155550142", secondParty: "+14155550177", sessionExpiry: 1800,
                    callTimeLimit: 3600, record: true, recordFileFormat: .wav,
                    recordingCallbackURL: "https://example.com/plivo/recording", recordingCallbackMethod: .get,
                    callbackURL: "https://example.com/plivo/session", callbackMethod: .post, ringTimeout: 45,
                    firstPartyPlayURL: "https://example.org/first.mp3",
                    secondPartyPlayURL: "https://example.org/second.mp3", subaccount: "SANORTHWIND000000001",
                    geoMatch: false, createSessionWithSingleParty: false, initiateCallToFirstParty: true,
                    isPINAuthenticationRequired: true, generatePIN: false, generatePINLength: 6,
                    firstPartyPIN: "4821", secondPartyPIN: "7310", pinPromptURL: "https://example.org/pin.mp3",
                    pinRetries: 2, pinRetryWait: 5, incorrectPINURL: "https://example.org/wrong.mp3",
                    unknownCallerURL: "https://example.org/who.mp3", virtualNumberCooloffPeriod: 600,
                    forcePINAuthentication: true))
            #expect(created.sessionUUID == sessionUUID)
            #expect(created.session.sessionUUID == "f07c2b9e-51d8-4e34-96ba-c80d1e6f4752")
            #expect(created.virtualNumber == "+14155550100")
            #expect(created.session.virtualNumber == "14155550100")
            #expect(created.session.status == .active)
            #expect(created.session.interactions == nil)
        }
    }

    @Test("reads a session, its PINs and its calls")
    func get() async throws {
        try await replaying("masking-sessions/get") { plivo in
            let session = try await plivo.maskingSessions.get(sessionUUID).session
            #expect(session.status == .inProgress)
            #expect(session.firstPartyPIN == "4821")
            #expect(session.pinRetryWait == 5)
            #expect(session.createSessionWithSingleParty == false)
            #expect(session.createdTime == date("2024-03-09T06:12:03Z"))
            let modified = try #require(session.modifiedTime)
            #expect(abs(modified.timeIntervalSince(date("2024-03-09T06:12:03Z")) - 0.772699) < 0.000_001)
            #expect(session.lastInteractionTime == nil)
            #expect(session.totalCallAmount == decimal("0.0125"))
            #expect(session.recordFileFormat == .mp3)
            let call = try #require(session.interactions?.first)
            #expect(call.startTime == date("2024-03-09T06:20:41Z"))
            #expect(call.endTime == date("2024-03-09T06:21:53Z"))
            #expect(call.firstPartyStatus == "completed")
            #expect(call.secondPartyResourceURL == nil)
            #expect(call.totalCallAmount == decimal("0.0125"))
            #expect(call.duration == 71.5)
        }
    }

    @Test("goes through two pages of sessions, which lie deeper than in other lists")
    func list() async throws {
        try await replaying("masking-sessions/list", "masking-sessions/list-last-page") { plivo in
            var found: [MaskingSession] = []
            let request = PlivoClient.MaskingSessions.ListRequest(
                firstParty: "14155550142", secondParty: "14155550177", virtualNumber: "14155550100", status: .all,
                createdTime: date("2024-03-05T06:12:00Z"), createdTimeAfter: date("2024-03-01T06:12:00Z"),
                createdTimeOnOrAfter: date("2024-03-02T06:12:00Z"), createdTimeBefore: date("2024-03-09T06:12:00Z"),
                createdTimeOnOrBefore: date("2024-03-08T06:12:00Z"), expiryTime: date("2024-03-05T06:12:00Z"),
                expiryTimeAfter: date("2024-03-01T06:12:00Z"), expiryTimeOnOrAfter: date("2024-03-02T06:12:00Z"),
                expiryTimeBefore: date("2024-03-09T06:12:00Z"), expiryTimeOnOrBefore: date("2024-03-08T06:12:00Z"),
                duration: 1800,
                durationGreaterThan: 100, durationAtLeast: 101, durationLessThan: 4000, durationAtMost: 3999,
                subaccount: "SANORTHWIND000000001", limit: 1)
            for try await session in plivo.maskingSessions.list(request) { found.append(session) }
            #expect(found.map(\.sessionUUID) == [sessionUUID, "0b58e6d3-94f1-47c2-8e0a-6d17c3b2a594"])
            #expect(found.map(\.status) == [.active, .expired])
        }
    }

    @Test("changes a session")
    func update() async throws {
        try await replaying("masking-sessions/update") { plivo in
            let updated = try await plivo.maskingSessions.update(
                sessionUUID,
                .init(
                    firstParty: "+14155550143", secondParty: "+14155550178", sessionExpiry: 1800,
                    callTimeLimit: 3600, record: true, recordFileFormat: .wav,
                    recordingCallbackURL: "https://example.com/plivo/recording", recordingCallbackMethod: .get,
                    callbackURL: "https://example.com/plivo/session", callbackMethod: .post, ringTimeout: 45,
                    firstPartyPlayURL: "https://example.org/first.mp3",
                    secondPartyPlayURL: "https://example.org/second.mp3", subaccount: "SANORTHWIND000000001",
                    geoMatch: false, createSessionWithSingleParty: false))
            #expect(updated.message == "Session updated")
            #expect(updated.session.ringTimeout == 45)
        }
    }

    @Test("ends a session")
    func delete() async throws {
        try await replaying("masking-sessions/delete") { plivo in
            let deleted = try await plivo.maskingSessions.delete(sessionUUID)
            #expect(deleted.message == "Session Deleted")
        }
    }
}
