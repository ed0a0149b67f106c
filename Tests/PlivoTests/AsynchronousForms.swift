import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Plivo
import Testing

/// An operation that reports to a callback: how it is asked for the report, and how the report is read.
struct AsynchronousForm: Sendable, CustomTestStringConvertible {
    typealias Ask = @Sendable (PlivoClient, CallbackTarget) async throws -> AsyncAccepted
    typealias Read = @Sendable (PlivoClient, Data) throws -> Void

    /// The method, as callers write it.
    let name: String
    /// A recording of the operation's own form, with the answer that is reported later.
    let recording: String
    /// Every identifier in the path is `x`.
    let ask: Ask
    let read: Read

    init(_ name: String, _ recording: String, _ ask: @escaping Ask, _ read: @escaping Read) {
        self.name = name
        self.recording = recording
        self.ask = ask
        self.read = read
    }

    var testDescription: String { name }

    /// The recorded exchange of the operation's own form.
    func exchange() throws -> RecordedExchange {
        try #require(try HTTPRecording(contentsOf: Recordings.file(recording)).exchanges.first)
    }

    static let all = account + numbers + calls + conferences + multiPartyCalls
}

extension AsynchronousForm {
    private static let account: [AsynchronousForm] = [
        .init(
            "account.get", "account/get",
            { try await $0.account.get(reportingTo: $1) },
            { _ = try $0.account.getOutcome(fromCallback: $1) }),
        .init(
            "account.update", "account/update",
            { try await $0.account.update(.init(name: "Northwind"), reportingTo: $1) },
            { _ = try $0.account.updateOutcome(fromCallback: $1) }),
        .init(
            "applications.list", "applications/list",
            { try await $0.applications.list(reportingTo: $1) },
            { _ = try $0.applications.listOutcome(fromCallback: $1) }),
        .init(
            "applications.create", "applications/create",
            { try await $0.applications.create(.init(appName: "a"), reportingTo: $1) },
            { _ = try $0.applications.createOutcome(fromCallback: $1) }),
        .init(
            "applications.get", "applications/get",
            { try await $0.applications.get("x", reportingTo: $1) },
            { _ = try $0.applications.getOutcome(fromCallback: $1) }),
        .init(
            "applications.update", "applications/update",
            { try await $0.applications.update("x", reportingTo: $1) },
            { _ = try $0.applications.updateOutcome(fromCallback: $1) }),
        .init(
            "applications.delete", "applications/delete",
            { try await $0.applications.delete("x", reportingTo: $1) },
            { _ = try $0.applications.deleteOutcome(fromCallback: $1) }),
        .init(
            "subaccounts.list", "subaccounts/list",
            { try await $0.subaccounts.list(reportingTo: $1) },
            { _ = try $0.subaccounts.listOutcome(fromCallback: $1) }),
        .init(
            "subaccounts.create", "subaccounts/create",
            { try await $0.subaccounts.create(.init(name: "a"), reportingTo: $1) },
            { _ = try $0.subaccounts.createOutcome(fromCallback: $1) }),
        .init(
            "subaccounts.get", "subaccounts/get",
            { try await $0.subaccounts.get("x", reportingTo: $1) },
            { _ = try $0.subaccounts.getOutcome(fromCallback: $1) }),
        .init(
            "subaccounts.update", "subaccounts/update",
            { try await $0.subaccounts.update("x", .init(name: "a"), reportingTo: $1) },
            { _ = try $0.subaccounts.updateOutcome(fromCallback: $1) }),
        .init(
            "subaccounts.delete", "subaccounts/delete",
            { try await $0.subaccounts.delete("x", reportingTo: $1) },
            { _ = try $0.subaccounts.deleteOutcome(fromCallback: $1) }),
        .init(
            "pricing.get", "pricing/get",
            { try await $0.pricing.get(.init(countryISO: "PT"), reportingTo: $1) },
            { _ = try $0.pricing.getOutcome(fromCallback: $1) }),
    ]

    private static let numbers: [AsynchronousForm] = [
        .init(
            "numbers.list", "numbers/list",
            { try await $0.numbers.list(reportingTo: $1) },
            { _ = try $0.numbers.listOutcome(fromCallback: $1) }),
        .init(
            "numbers.create", "numbers/create",
            { try await $0.numbers.create(.init(numbers: "1", carrier: "2", region: "r"), reportingTo: $1) },
            { _ = try $0.numbers.createOutcome(fromCallback: $1) }),
        .init(
            "numbers.get", "numbers/get",
            { try await $0.numbers.get("x", reportingTo: $1) },
            { _ = try $0.numbers.getOutcome(fromCallback: $1) }),
        .init(
            "numbers.update", "numbers/update",
            { try await $0.numbers.update("x", reportingTo: $1) },
            { _ = try $0.numbers.updateOutcome(fromCallback: $1) }),
        .init(
            "numbers.delete", "numbers/delete",
            { try await $0.numbers.delete("x", reportingTo: $1) },
            { _ = try $0.numbers.deleteOutcome(fromCallback: $1) }),
        .init(
            "phoneNumbers.list", "phone-numbers/list",
            { try await $0.phoneNumbers.list(.init(countryISO: "US"), reportingTo: $1) },
            { _ = try $0.phoneNumbers.listOutcome(fromCallback: $1) }),
        .init(
            "phoneNumbers.create", "phone-numbers/create",
            { try await $0.phoneNumbers.create("x", reportingTo: $1) },
            { _ = try $0.phoneNumbers.createOutcome(fromCallback: $1) }),
        .init(
            "messages.create", "messages/create",
            { try await $0.messages.create(.init(src: "1", dst: "2"), reportingTo: $1) },
            { _ = try $0.messages.createOutcome(fromCallback: $1) }),
        .init(
            "messages.list", "messages/list",
            { try await $0.messages.list(reportingTo: $1) },
            { _ = try $0.messages.listOutcome(fromCallback: $1) }),
        .init(
            "messages.get", "messages/get",
            { try await $0.messages.get("x", reportingTo: $1) },
            { _ = try $0.messages.getOutcome(fromCallback: $1) }),
        .init(
            "messages.listMedia", "messages/list-media",
            { try await $0.messages.listMedia("x", reportingTo: $1) },
            { _ = try $0.messages.listMediaOutcome(fromCallback: $1) }),
        .init(
            "endpoints.list", "endpoints/list",
            { try await $0.endpoints.list(reportingTo: $1) },
            { _ = try $0.endpoints.listOutcome(fromCallback: $1) }),
        .init(
            "endpoints.create", "endpoints/create",
            { try await $0.endpoints.create(.init(username: "u", password: "p", alias: "a"), reportingTo: $1) },
            { _ = try $0.endpoints.createOutcome(fromCallback: $1) }),
        .init(
            "endpoints.get", "endpoints/get",
            { try await $0.endpoints.get("x", reportingTo: $1) },
            { _ = try $0.endpoints.getOutcome(fromCallback: $1) }),
        .init(
            "endpoints.update", "endpoints/update",
            { try await $0.endpoints.update("x", reportingTo: $1) },
            { _ = try $0.endpoints.updateOutcome(fromCallback: $1) }),
        .init(
            "endpoints.delete", "endpoints/delete",
            { try await $0.endpoints.delete("x", reportingTo: $1) },
            { _ = try $0.endpoints.deleteOutcome(fromCallback: $1) }),
        .init(
            "recordings.list", "recordings/list",
            { try await $0.recordings.list(reportingTo: $1) },
            { _ = try $0.recordings.listOutcome(fromCallback: $1) }),
        .init(
            "recordings.get", "recordings/get",
            { try await $0.recordings.get("x", reportingTo: $1) },
            { _ = try $0.recordings.getOutcome(fromCallback: $1) }),
        .init(
            "recordings.delete", "recordings/delete",
            { try await $0.recordings.delete("x", reportingTo: $1) },
            { _ = try $0.recordings.deleteOutcome(fromCallback: $1) }),
    ]

    private static let calls: [AsynchronousForm] = [
        .init(
            "calls.create", "calls/create",
            { try await $0.calls.create(.init(from: "1", to: "2", answerURL: "https://example.com"), reportingTo: $1) },
            { _ = try $0.calls.createOutcome(fromCallback: $1) }),
        .init(
            "calls.list", "calls/list",
            { try await $0.calls.list(reportingTo: $1) },
            { _ = try $0.calls.listOutcome(fromCallback: $1) }),
        .init(
            "calls.listLive", "calls/list-live",
            { try await $0.calls.listLive(reportingTo: $1) },
            { _ = try $0.calls.listLiveOutcome(fromCallback: $1) }),
        .init(
            "calls.listQueued", "calls/list-queued",
            { try await $0.calls.listQueued(reportingTo: $1) },
            { _ = try $0.calls.listQueuedOutcome(fromCallback: $1) }),
        .init(
            "calls.get", "calls/get",
            { try await $0.calls.get("x", reportingTo: $1) },
            { _ = try $0.calls.getOutcome(fromCallback: $1) }),
        .init(
            "calls.getLive", "calls/get-live",
            { try await $0.calls.getLive("x", reportingTo: $1) },
            { _ = try $0.calls.getLiveOutcome(fromCallback: $1) }),
        .init(
            "calls.getQueued", "calls/get-queued",
            { try await $0.calls.getQueued("x", reportingTo: $1) },
            { _ = try $0.calls.getQueuedOutcome(fromCallback: $1) }),
        .init(
            "calls.update", "calls/transfer",
            { try await $0.calls.update("x", reportingTo: $1) },
            { _ = try $0.calls.updateOutcome(fromCallback: $1) }),
        .init(
            "calls.hangup", "calls/hangup",
            { try await $0.calls.hangup("x", reportingTo: $1) },
            { _ = try $0.calls.hangupOutcome(fromCallback: $1) }),
        .init(
            "calls.stopRecording", "calls/stop-recording",
            { try await $0.calls.stopRecording("x", reportingTo: $1) },
            { _ = try $0.calls.stopRecordingOutcome(fromCallback: $1) }),
        .init(
            "calls.startPlaying", "calls/start-playing",
            { try await $0.calls.startPlaying("x", .init(urls: "https://example.com/a"), reportingTo: $1) },
            { _ = try $0.calls.startPlayingOutcome(fromCallback: $1) }),
        .init(
            "calls.stopPlaying", "calls/stop-playing",
            { try await $0.calls.stopPlaying("x", reportingTo: $1) },
            { _ = try $0.calls.stopPlayingOutcome(fromCallback: $1) }),
        .init(
            "calls.startSpeaking", "calls/start-speaking",
            { try await $0.calls.startSpeaking("x", .init(text: "a"), reportingTo: $1) },
            { _ = try $0.calls.startSpeakingOutcome(fromCallback: $1) }),
        .init(
            "calls.stopSpeaking", "calls/stop-speaking",
            { try await $0.calls.stopSpeaking("x", reportingTo: $1) },
            { _ = try $0.calls.stopSpeakingOutcome(fromCallback: $1) }),
        .init(
            "calls.sendDigits", "calls/send-digits",
            { try await $0.calls.sendDigits("x", .init(digits: "1"), reportingTo: $1) },
            { _ = try $0.calls.sendDigitsOutcome(fromCallback: $1) }),
    ]

    private static let conferences: [AsynchronousForm] = [
        .init(
            "conferences.list", "conferences/list",
            { try await $0.conferences.list(reportingTo: $1) },
            { _ = try $0.conferences.listOutcome(fromCallback: $1) }),
        .init(
            "conferences.hangUpAll", "conferences/hang-up-all",
            { try await $0.conferences.hangUpAll(reportingTo: $1) },
            { _ = try $0.conferences.hangUpAllOutcome(fromCallback: $1) }),
        .init(
            "conferences.get", "conferences/get",
            { try await $0.conferences.get("x", reportingTo: $1) },
            { _ = try $0.conferences.getOutcome(fromCallback: $1) }),
        .init(
            "conferences.hangUp", "conferences/hang-up",
            { try await $0.conferences.hangUp("x", reportingTo: $1) },
            { _ = try $0.conferences.hangUpOutcome(fromCallback: $1) }),
        .init(
            "conferences.stopRecording", "conferences/stop-recording",
            { try await $0.conferences.stopRecording("x", reportingTo: $1) },
            { _ = try $0.conferences.stopRecordingOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.kick", "conferences/member-kick",
            { try await $0.conferences.members.kick(conferenceName: "x", memberID: "x", reportingTo: $1) },
            { _ = try $0.conferences.members.kickOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.mute", "conferences/member-mute",
            { try await $0.conferences.members.mute(conferenceName: "x", memberID: "x", reportingTo: $1) },
            { _ = try $0.conferences.members.muteOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.unmute", "conferences/member-unmute",
            { try await $0.conferences.members.unmute(conferenceName: "x", memberID: "x", reportingTo: $1) },
            { _ = try $0.conferences.members.unmuteOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.deafen", "conferences/member-deafen",
            { try await $0.conferences.members.deafen(conferenceName: "x", memberID: "x", reportingTo: $1) },
            { _ = try $0.conferences.members.deafenOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.undeafen", "conferences/member-undeafen",
            { try await $0.conferences.members.undeafen(conferenceName: "x", memberID: "x", reportingTo: $1) },
            { _ = try $0.conferences.members.undeafenOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.play", "conferences/member-play",
            {
                try await $0.conferences.members.play(
                    conferenceName: "x", memberID: "x", .init(url: "https://example.com/a"), reportingTo: $1)
            },
            { _ = try $0.conferences.members.playOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.stopPlaying", "conferences/member-stop-playing",
            { try await $0.conferences.members.stopPlaying(conferenceName: "x", memberID: "x", reportingTo: $1) },
            { _ = try $0.conferences.members.stopPlayingOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.speak", "conferences/member-speak",
            {
                try await $0.conferences.members.speak(
                    conferenceName: "x", memberID: "x", .init(text: "a"), reportingTo: $1)
            },
            { _ = try $0.conferences.members.speakOutcome(fromCallback: $1) }),
        .init(
            "conferences.members.stopSpeaking", "conferences/member-stop-speaking",
            { try await $0.conferences.members.stopSpeaking(conferenceName: "x", memberID: "x", reportingTo: $1) },
            { _ = try $0.conferences.members.stopSpeakingOutcome(fromCallback: $1) }),
    ]

    private static let multiPartyCalls: [AsynchronousForm] = [
        .init(
            "multiPartyCalls.list", "multi-party-calls/list",
            { try await $0.multiPartyCalls.list(reportingTo: $1) },
            { _ = try $0.multiPartyCalls.listOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.get", "multi-party-calls/get",
            { try await $0.multiPartyCalls.get("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.getOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.start", "multi-party-calls/start-answered",
            { try await $0.multiPartyCalls.start("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.startOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.stop", "multi-party-calls/stop-answered",
            { try await $0.multiPartyCalls.stop("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.stopOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.startRecording", "multi-party-calls/start-recording",
            { try await $0.multiPartyCalls.startRecording("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.startRecordingOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.stopRecording", "multi-party-calls/stop-recording",
            { try await $0.multiPartyCalls.stopRecording("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.stopRecordingOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.pauseRecording", "multi-party-calls/pause-recording",
            { try await $0.multiPartyCalls.pauseRecording("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.pauseRecordingOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.resumeRecording", "multi-party-calls/resume-recording",
            { try await $0.multiPartyCalls.resumeRecording("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.resumeRecordingOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.list", "multi-party-calls/participant-list",
            { try await $0.multiPartyCalls.participants.list("x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.listOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.add", "multi-party-calls/participant-add",
            { try await $0.multiPartyCalls.participants.add("x", .init(role: .agent), reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.addOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.get", "multi-party-calls/participant-get",
            { try await $0.multiPartyCalls.participants.get(id: "x", participantID: "x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.getOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.update", "multi-party-calls/participant-update",
            { try await $0.multiPartyCalls.participants.update(id: "x", participantID: "x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.updateOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.kick", "multi-party-calls/participant-kick-answered",
            { try await $0.multiPartyCalls.participants.kick(id: "x", participantID: "x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.kickOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.startRecording", "multi-party-calls/participant-start-recording",
            { try await $0.multiPartyCalls.participants.startRecording(id: "x", participantID: "x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.startRecordingOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.stopRecording", "multi-party-calls/participant-stop-recording",
            { try await $0.multiPartyCalls.participants.stopRecording(id: "x", participantID: "x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.stopRecordingOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.pauseRecording", "multi-party-calls/participant-pause-recording",
            { try await $0.multiPartyCalls.participants.pauseRecording(id: "x", participantID: "x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.pauseRecordingOutcome(fromCallback: $1) }),
        .init(
            "multiPartyCalls.participants.resumeRecording", "multi-party-calls/participant-resume-recording",
            { try await $0.multiPartyCalls.participants.resumeRecording(id: "x", participantID: "x", reportingTo: $1) },
            { _ = try $0.multiPartyCalls.participants.resumeRecordingOutcome(fromCallback: $1) }),
    ]
}
