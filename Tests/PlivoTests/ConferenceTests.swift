import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Conferences")
struct ConferenceTests {
    private let name = "Weekly sync"
    private let callback = CallbackTarget("https://example.com/plivo/results", method: "GET")

    @Test("lists the names of conferences")
    func list() async throws {
        try await replaying("conferences/list") { plivo in
            let list = try await plivo.conferences.list()
            #expect(list.conferences == ["Weekly sync", "standup"])
        }
    }

    @Test("reads a conference, whose numbers are text")
    func get() async throws {
        try await replaying("conferences/get") { plivo in
            let conference = try await plivo.conferences.get(name)
            #expect(conference.conferenceName == name)
            #expect(conference.conferenceRunTime == 412)
            #expect(conference.conferenceMemberCount == 2)
            let members = try #require(conference.members)
            #expect(members.map(\.memberID) == ["23", "24"])
            #expect(members.map(\.isMuted) == [true, false])
            #expect(members.map(\.isDeaf) == [false, true])
            #expect(members.map(\.direction) == [.inbound, .outbound])
            #expect(members.map(\.joinTime) == [405, 12])
            #expect(members.map(\.callerName) == ["Dana", ""])
        }
    }

    @Test("ends a conference, whether the answer has a body or none")
    func hangUp() async throws {
        try await replaying("conferences/hang-up", "conferences/hang-up-empty") { plivo in
            let answered = try await plivo.conferences.hangUp(name)
            #expect(answered?.message == "conference hung up")
            let empty = try await plivo.conferences.hangUp(name)
            #expect(empty == nil)
        }
    }

    @Test("ends a conference in the background, and reads what is told later")
    func hangUpAsynchronously() async throws {
        try await replaying("conferences/hang-up-asynchronous") { plivo in
            let accepted = try await plivo.conferences.hangUp(name, reportingTo: callback)
            #expect(accepted.message == "async api spawned")
            let outcome = try plivo.conferences.hangUpOutcome(
                fromCallback: Data(#"{"api_id": "5f3c1b9e-7a20", "message": "conference hung up"}"#.utf8))
            #expect(outcome?.message == "conference hung up")
        }
    }

    @Test("ends all conferences")
    func hangUpAll() async throws {
        try await replaying("conferences/hang-up-all") { plivo in
            let answer = try await plivo.conferences.hangUpAll()
            #expect(answer == nil)
        }
    }

    @Test("records a conference")
    func recording() async throws {
        try await replaying("conferences/start-recording", "conferences/stop-recording") { plivo in
            let started = try await plivo.conferences.startRecording(
                name,
                .init(
                    timeLimit: 600, fileFormat: .wav, transcriptionType: .hybrid,
                    transcriptionURL: "https://example.com/plivo/transcription", transcriptionMethod: .get,
                    callbackURL: "https://example.com/plivo/recording", callbackMethod: .post))
            #expect(started.recordingID == "8c41d2e0-9a43-11ee")
            #expect(started.url?.hasSuffix("/Recording/8c41d2e0-9a43-11ee.mp3") == true)
            try await plivo.conferences.stopRecording(name)
        }
    }

    @Test("hangs up on a member")
    func hangUpMember() async throws {
        try await replaying("conferences/member-hang-up") { plivo in
            let done = try await plivo.conferences.members.hangUp(conferenceName: name, memberID: "23")
            #expect(done?.message == "hangup")
            #expect(identifiers(done?.memberIDs) == ["23"])
        }
    }

    @Test("puts members out, at once or in the background")
    func kick() async throws {
        try await replaying("conferences/member-kick", "conferences/member-kick-asynchronous") { plivo in
            let done = try await plivo.conferences.members.kick(conferenceName: name, memberID: "23,24")
            #expect(done.message == "kicked")
            let accepted = try await plivo.conferences.members.kick(
                conferenceName: name, memberID: "23", reportingTo: callback)
            #expect(accepted.message == "async api spawned")
        }
    }

    @Test("mutes and deafens members, and takes that back")
    func muteAndDeafen() async throws {
        try await replaying(
            "conferences/member-mute", "conferences/member-unmute", "conferences/member-deafen",
            "conferences/member-undeafen"
        ) { plivo in
            let members = plivo.conferences.members
            let muted = try await members.mute(conferenceName: name, memberID: "all")
            #expect(identifiers(muted.memberIDs) == ["23", "24"])
            try await members.unmute(conferenceName: name, memberID: "all")
            let deafened = try await members.deafen(conferenceName: name, memberID: "23")
            #expect(deafened.message == "deaf")
            try await members.undeafen(conferenceName: name, memberID: "23")
        }
    }

    @Test("plays and speaks to members, and stops that")
    func playAndSpeak() async throws {
        try await replaying(
            "conferences/member-play", "conferences/member-stop-playing", "conferences/member-speak",
            "conferences/member-stop-speaking"
        ) { plivo in
            let members = plivo.conferences.members
            let playing = try await members.play(
                conferenceName: name, memberID: "23", .init(url: "https://media.example.org/welcome.mp3"))
            #expect(identifiers(playing.memberIDs) == ["[u'23']"])
            let silent = try await members.stopPlaying(conferenceName: name, memberID: "23")
            #expect(silent == nil)
            let speaking = try await members.speak(
                conferenceName: name, memberID: "23",
                .init(text: "The conference is being recorded.", voice: .man, language: "en-GB"))
            #expect(speaking.message == "speak queued into conference")
            let stopped = try await members.stopSpeaking(conferenceName: name, memberID: "23")
            #expect(stopped?.message == "speak stopped")
        }
    }

    private func identifiers(_ identifiers: ConferenceMemberIDs?) -> [String]? {
        switch identifiers {
        case .text(let text): [text]
        case .list(let list): list
        case .unknown, nil: nil
        }
    }
}
