import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Participants of multiparty calls")
struct MultiPartyCallParticipantTests {
    private let id = "name_desk-escalation"

    @Test("calls agents into a call, with all there is to say")
    func add() async throws {
        try await replaying("multi-party-calls/participant-add") { plivo in
            let added = try await plivo.multiPartyCalls.participants.add(
                id,
                .init(
                    role: .agent, from: "14155550142", to: "14155550177<14155550178", callerName: "Northwind",
                    callStatusCallbackURL: "https://example.com/plivo/status", callStatusCallbackMethod: .get,
                    sipHeaders: "desk=7,queue=blue", confirmKey: .pound,
                    confirmKeySoundURL: "https://example.org/confirm.xml", confirmKeySoundMethod: .post,
                    dialMusic: "none", ringTimeout: .text("30<45"), delayDial: .integer(5), maxDuration: 600,
                    maxParticipants: 5, recordMinMemberCount: 2, waitMusicURL: "https://example.org/wait.xml",
                    waitMusicMethod: .post, agentHoldMusicURL: "https://example.org/agent.xml",
                    agentHoldMusicMethod: .post, customerHoldMusicURL: "https://example.org/customer.xml",
                    customerHoldMusicMethod: .post, agentHoldMusic: "real", customerHoldMusic: "none",
                    recordingCallbackURL: "https://example.com/plivo/recording", recordingCallbackMethod: .post,
                    statusCallbackURL: "https://example.com/plivo/call", statusCallbackMethod: .post,
                    onExitActionURL: "https://example.com/plivo/exit", onExitActionMethod: .get, record: true,
                    recordFileFormat: .wav, recordParticipantTrack: true, statusCallbackEvents: "mpc-state-changes",
                    stayAlone: true, coachMode: false, mute: true, hold: true, startsCallOnEnter: false,
                    endsCallOnExit: true, relayDTMFInputs: true, enterSound: "beep:2", enterSoundMethod: .post,
                    exitSound: "none", exitSoundMethod: .post, startRecordingAudio: "https://example.org/on.mp3",
                    startRecordingAudioMethod: .post, stopRecordingAudio: "https://example.org/off.mp3",
                    stopRecordingAudioMethod: .post, createsCallWithSingleParticipant: false, sendDigits: "ww123",
                    sendOnPreanswer: true, transcriptionURL: "https://example.com/plivo/transcription",
                    transcript: true))
            #expect(added.calls.map(\.to) == ["14155550177", "14155550178"])
            #expect(added.calls.first?.callUUID == "2f1e9c70-9a41-11ee-8c5d-0242ac110007")
            #expect(added.message == "add participant action initiated")
        }
    }

    @Test("moves a call into a multiparty call")
    func addCall() async throws {
        try await replaying("multi-party-calls/participant-add-call") { plivo in
            let added = try await plivo.multiPartyCalls.participants.add(
                id, .init(role: .customer, callUUID: "2f1e9c70-9a41-11ee-8c5d-0242ac110007"))
            #expect(added.calls.map(\.callUUID) == ["2f1e9c70-9a41-11ee-8c5d-0242ac110007"])
        }
    }

    @Test("lists who is there and who was")
    func list() async throws {
        try await replaying("multi-party-calls/participant-list") { plivo in
            let list = try await plivo.multiPartyCalls.participants.list(
                id, .init(callUUID: "2f1e9c70-9a41-11ee-8c5d-0242ac110007"))
            #expect(list.meta?.count == 2)
            #expect(list.objects.map(\.memberID) == ["118", "119"])
            #expect(list.objects.map(\.role) == [.agent, .customer])
            #expect(list.objects.map(\.mute) == [true, nil])
            #expect(list.objects.map(\.billedAmount) == [nil, decimal("0.00500")])
            #expect(list.objects.map(\.exitTime) == [nil, date("2024-03-09T06:12:50Z")])
            #expect(list.objects.last?.exitCause == "Participant Call Hangup")
        }
    }

    @Test("reads a participant")
    func get() async throws {
        try await replaying("multi-party-calls/participant-get") { plivo in
            let participant = try await plivo.multiPartyCalls.participants.get(id: id, participantID: "118")
            #expect(participant.memberAddress == "sip:desk7@phone.example.org")
            #expect(participant.billedAmount == decimal("0.005"))
            #expect(participant.participantExitCause == "Kicked Out of Multiparty Call")
            #expect(participant.exitCause == nil)
            #expect(participant.endsCallOnExit == true)
            #expect(participant.startsCallOnEnter == false)
            #expect(participant.joinTime == date("2024-03-09T06:12:09Z"))
        }
    }

    @Test("changes a participant, and reads what became of that in two places")
    func update() async throws {
        try await replaying(
            "multi-party-calls/participant-update", "multi-party-calls/participant-update-nested"
        ) { plivo in
            let participants = plivo.multiPartyCalls.participants
            let updated = try await participants.update(
                id: id, participantID: "118",
                .init(coachMode: false, mute: true, hold: true, disableStateChangeSound: true))
            #expect(updated.mute == "MPC: desk-escalation mute succeeded")
            #expect(updated.coachMode == "MPC: desk-escalation coach_mode disable succeeded")
            #expect(updated.hold == "MPC: desk-escalation hold succeeded")
            let nested = try await participants.update(id: id, participantID: "all", .init(mute: true))
            #expect(nested.mute == nil)
            #expect(nested.message?.mute == "MPC: %s mute succeeded")
        }
    }

    @Test("puts a participant out")
    func kick() async throws {
        try await replaying(
            "multi-party-calls/participant-kick", "multi-party-calls/participant-kick-answered"
        ) { plivo in
            let empty = try await plivo.multiPartyCalls.participants.kick(id: id, participantID: "118")
            #expect(empty == nil)
            let answered = try await plivo.multiPartyCalls.participants.kick(id: id, participantID: "118")
            #expect(answered?.message == "MPC: desk-escalation participant kicked")
        }
    }

    @Test("records a participant, pauses, goes on and ends")
    func recording() async throws {
        try await replaying(
            "multi-party-calls/participant-start-recording", "multi-party-calls/participant-pause-recording",
            "multi-party-calls/participant-resume-recording", "multi-party-calls/participant-stop-recording"
        ) { plivo in
            let participants = plivo.multiPartyCalls.participants
            let started = try await participants.startRecording(
                id: id, participantID: "118",
                .init(
                    fileFormat: .wav, recordingCallbackURL: "https://example.com/plivo/recording",
                    recordingCallbackMethod: .get, transcriptionURL: "https://example.com/plivo/transcription",
                    transcript: true, track: .participant))
            #expect(started.recordingID == "6d0b8f14-9a45-11ee-a7c2-0242ac110004")
            try await participants.pauseRecording(id: id, participantID: "118", .init(track: .participant))
            try await participants.resumeRecording(id: id, participantID: "118", .init(track: .all))
            try await participants.stopRecording(id: id, participantID: "118", .init(track: .both))
        }
    }

    @Test("plays and speaks to participants, and stops that")
    func playAndSpeak() async throws {
        try await replaying(
            "multi-party-calls/participant-play", "multi-party-calls/participant-stop-playing",
            "multi-party-calls/participant-speak", "multi-party-calls/participant-stop-speaking"
        ) { plivo in
            let participants = plivo.multiPartyCalls.participants
            let playing = try await participants.play(
                id: id, participantID: "118", .init(url: "https://media.example.org/welcome.mp3"))
            #expect(playing.memberIDs == ["118"])
            #expect(playing.name == "desk-escalation")
            try await participants.stopPlaying(id: id, participantID: "118")
            let speaking = try await participants.speak(
                id: id, participantID: "all",
                .init(
                    text: "This call is being recorded.", voice: .man, language: "en-GB", mix: true, type: "text",
                    callbackURL: "https://example.com/plivo/spoken", callbackMethod: .get))
            #expect(speaking.message == "speak queued into MPC")
            try await participants.stopSpeaking(id: id, participantID: "all")
        }
    }
}
