import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Calls")
struct CallTests {
    private let callUUID = "7be0c4de-51a6-4f0a-9d0c-2f6d3b8a1e44"
    private let otherUUID = "0f4c6a1d-2b0e-4a3f-8a63-5a8f6f1b7c20"
    private let streamID = "a1c7f2b4-6a3c-4a52-9a44-b0f3f5a3d2c1"

    @Test("places a call to one destination")
    func create() async throws {
        try await replaying("calls/create") { plivo in
            let created = try await plivo.calls.create(
                .init(
                    from: "+14155550142", to: "14155550177", answerURL: "https://example.com/answer",
                    answerMethod: .get, sendOnPreanswer: true, timeLimit: 3600, machineDetection: .report,
                    machineDetectionTime: 4000, sipHeaders: "Team=support"))
            #expect(created.message == "call fired")
            #expect(identifiers(created.requestUUID) == [callUUID])
        }
    }

    @Test("places calls to several destinations")
    func createMany() async throws {
        try await replaying("calls/create-many") { plivo in
            let created = try await plivo.calls.create(
                .init(from: "+14155550142", to: "14155550177<14155550178", answerURL: "https://example.com/answer"))
            #expect(identifiers(created.requestUUID) == [callUUID, otherUUID])
            #expect(created.message == "call queued")
        }
    }

    @Test("places a call asynchronously, and reads the result that is posted back")
    func createAsynchronously() async throws {
        try await replaying("calls/create-asynchronous") { plivo in
            let receipt = try await plivo.calls.create(
                .init(from: "+14155550142", to: "14155550177", answerURL: "https://example.com/answer"),
                reportingTo: "https://example.com/plivo/results")
            #expect(receipt.apiID == "3d0e8f64-9a41-11ee-8c5d-0242ac110007")

            let posted = #"{"api_id": "\#(receipt.apiID)", "message": "call fired", "request_uuid": "\#(callUUID)"}"#
            let created = try plivo.calls.createOutcome(fromCallback: Data(posted.utf8))
            #expect(identifiers(created.requestUUID) == [callUUID])
        }
    }

    @Test("goes through all calls of three pages")
    func list() async throws {
        try await replaying("calls/list") { plivo in
            var amounts: [Decimal] = []
            for try await call in plivo.calls.list(.init(callDirection: .inbound, limit: 2)) {
                #expect(call.callDirection == .inbound)
                amounts.append(call.totalAmount)
            }
            #expect(amounts == ["0.011", "0.022", "0.033", "0.044", "0.055"].map(decimal))
        }
    }

    @Test("goes through the pages one by one")
    func listPages() async throws {
        try await replaying("calls/list") { plivo in
            var sizes: [Int] = []
            var followed: [Bool] = []
            for try await page in plivo.calls.list(.init(callDirection: .inbound, limit: 2)).pages {
                #expect(page.total == 5)
                sizes.append(page.items.count)
                followed.append(page.hasNext)
            }
            #expect(sizes == [2, 2, 1])
            #expect(followed == [true, true, false])
        }
    }

    @Test("filters calls by time, duration and how they ended")
    func listFiltered() async throws {
        try await replaying("calls/list-filtered") { plivo in
            let request = PlivoClient.Calls.ListRequest(
                subaccount: Sample.subaccountID, callDirection: .outbound, fromNumber: "1415555",
                endTimeOnOrAfter: date("2024-03-09T00:00:00Z"), endTimeBefore: date("2024-03-10T00:00:00Z"),
                billDurationGreaterThan: 60, hangupCauseCode: 4000, hangupSource: .apiRequest, limit: 20)
            let page = try await plivo.calls.listPage(request)
            #expect(page.objects.isEmpty)
            #expect(page.meta.totalCount == 0)
            #expect(page.meta.next == nil)
        }
    }

    @Test("lists calls in progress by their identifiers")
    func listLive() async throws {
        try await replaying("calls/list-live") { plivo in
            let live = try await plivo.calls.listLive(.init(callDirection: .inbound))
            #expect(live.calls == [callUUID, otherUUID])
        }
    }

    @Test("lists waiting calls by their identifiers")
    func listQueued() async throws {
        try await replaying("calls/list-queued") { plivo in
            let queued = try await plivo.calls.listQueued(.init(limit: 5))
            #expect(queued.calls.isEmpty)
        }
    }

    @Test("reads times with an offset, money as text, and null")
    func get() async throws {
        try await replaying("calls/get") { plivo in
            let call = try await plivo.calls.get(callUUID)
            #expect(call.callUUID == callUUID)
            #expect(call.callDirection == .outbound)
            #expect(call.initiationTime == date("2024-03-09T06:11:52Z"))
            #expect(call.answerTime == date("2024-03-09T06:12:07Z"))
            #expect(call.endTime == date("2024-03-09T06:13:20Z"))
            #expect(call.billDuration == 73)
            #expect(call.billedDuration == 120)
            #expect(call.callDuration == 73)
            #expect(call.totalAmount == decimal("0.011"))
            #expect(call.totalRate == decimal("0.0055"))
            #expect(call.hangupCauseCode == 4000)
            #expect(call.hangupCauseName == "Normal Hangup")
            #expect(call.hangupSource == .callee)
            #expect(call.stirVerification == .verified)
            #expect(call.stirAttestation == "A")
            #expect(call.parentCallUUID == nil)
            #expect(call.conferenceUUID == nil)
            #expect(call.fromNumber == "+14155550142")
            #expect(call.toNumber == "14155550177")
            #expect(call.voiceNetworkGroup == "USA All Networks")
            #expect(call.resourceURI == "/v1/Account/\(Sample.authID)/Call/\(callUUID)/")
        }
    }

    @Test("reads numbers written as text, and keeps a value that the description doesn't know")
    func getUnanswered() async throws {
        try await replaying("calls/get-unanswered") { plivo in
            let call = try await plivo.calls.get(otherUUID)
            #expect(call.answerTime == nil)
            #expect(call.callDuration == 0)
            #expect(call.hangupCauseCode == 3010)
            #expect(call.hangupSource == HangupSource(rawValue: "Carrier"))
            #expect(call.stirVerification == .notApplicable)
            #expect(call.stirAttestation == "")
            #expect(call.parentCallUUID == callUUID)
            #expect(call.toNumber == "sip:ada@example.com")
        }
    }

    @Test("puts the callback of a GET into the query")
    func getAsynchronously() async throws {
        try await replaying("calls/get-asynchronous") { plivo in
            let callback = CallbackTarget("https://example.com/plivo/results", method: "POST")
            let receipt = try await plivo.calls.get(callUUID, reportingTo: callback)
            #expect(receipt.message == "async api spawned")
        }
    }

    @Test("reads a call in progress, whose time has no zone")
    func getLive() async throws {
        try await replaying("calls/get-live") { plivo in
            let call = try await plivo.calls.getLive(callUUID)
            #expect(call.callStatus == "in-progress")
            #expect(call.direction == .inbound)
            #expect(call.from == "+14155550142")
            #expect(call.to == "14155550177")
            #expect(call.requestUUID == callUUID)
            #expect(call.stirVerification == .notVerified)
            let start = date("2024-03-09T06:12:07Z").addingTimeInterval(0.118204)
            #expect(abs(call.sessionStart.timeIntervalSince(start)) < 0.000_001)
        }
    }

    @Test("reads a waiting call")
    func getQueued() async throws {
        try await replaying("calls/get-queued") { plivo in
            let call = try await plivo.calls.getQueued(callUUID)
            #expect(call.callStatus == "queued")
            #expect(call.direction == .outbound)
            #expect(call.callerName == "")
            #expect(call.requestUUID == callUUID)
        }
    }

    @Test("transfers a call")
    func update() async throws {
        try await replaying("calls/transfer") { plivo in
            let request = PlivoClient.Calls.UpdateRequest(legs: .aleg, alegURL: "https://example.com/next")
            let transferred = try await plivo.calls.update(callUUID, request)
            #expect(transferred.message == "call transfered")
            #expect(transferred.callUUIDs == nil)
        }
    }

    @Test("hangs up")
    func hangup() async throws {
        try await replaying("calls/hangup") { plivo in
            try await plivo.calls.hangup(callUUID)
        }
    }

    @Test("puts the callback of a DELETE into the query")
    func hangupAsynchronously() async throws {
        try await replaying("calls/hangup-asynchronous") { plivo in
            let receipt = try await plivo.calls.hangup(callUUID, reportingTo: "https://example.com/plivo/results")
            #expect(receipt.apiID == "3d0e8f7c-9a41-11ee-8c5d-0242ac110007")
        }
    }

    @Test("starts a recording, whose callback is a parameter of its own")
    func startRecording() async throws {
        try await replaying("calls/start-recording") { plivo in
            let started = try await plivo.calls.startRecording(
                callUUID,
                .init(
                    timeLimit: 90, fileFormat: .wav, transcriptionType: .auto,
                    transcriptionURL: "https://example.com/transcription", callbackURL: "https://example.com/recorded",
                    callbackMethod: .get, recordChannelType: .stereo))
            #expect(started.recordingID == "5d2f7a10-9a42-11ee")
            #expect(started.url.hasSuffix("/Recording/5d2f7a10-9a42-11ee.wav"))
        }
    }

    @Test("stops one recording by its address")
    func stopRecording() async throws {
        try await replaying("calls/stop-recording") { plivo in
            let recording = "https://media.plivo.com/v1/Account/\(Sample.authID)/Recording/5d2f7a10-9a42-11ee.wav"
            try await plivo.calls.stopRecording(callUUID, .init(url: recording))
        }
    }

    @Test("plays audio files, and sends a value that is false")
    func playing() async throws {
        try await replaying("calls/start-playing", "calls/stop-playing") { plivo in
            let started = try await plivo.calls.startPlaying(
                callUUID,
                .init(
                    urls: "https://cdn.example.com/hold.mp3,https://cdn.example.com/ad.mp3", length: 30, legs: .both,
                    mix: false))
            #expect(started.message == "play started")
            try await plivo.calls.stopPlaying(callUUID)
        }
    }

    @Test("speaks, and stops although the answer has an unexpected body")
    func speaking() async throws {
        try await replaying("calls/start-speaking", "calls/stop-speaking") { plivo in
            let started = try await plivo.calls.startSpeaking(
                callUUID,
                .init(text: "Your table is ready – bon appétit!", voice: .man, language: "en-GB", loop: true))
            #expect(started.message == "speak started")
            try await plivo.calls.stopSpeaking(callUUID)
        }
    }

    @Test("sends tones")
    func sendDigits() async throws {
        try await replaying("calls/send-digits") { plivo in
            let sent = try await plivo.calls.sendDigits(callUUID, .init(digits: "42#", leg: .bleg))
            #expect(sent.message == "digits sent")
        }
    }

    @Test("starts and stops a stream")
    func stream() async throws {
        try await replaying("calls/start-stream", "calls/stop-stream", "calls/stop-all-streams") { plivo in
            let started = try await plivo.calls.startStream(
                callUUID,
                .init(
                    serviceURL: "wss://stream.example.com/in", bidirectional: true, audioTrack: .inbound,
                    streamTimeout: 600, contentType: .muLawAt8kHz, extraHeaders: "tenant=42"))
            #expect(started.streamID == streamID)
            try await plivo.calls.stopStream(callUUID: callUUID, streamID: started.streamID)
            try await plivo.calls.stopAllStreams(callUUID)
        }
    }

    @Test("tells that there is no stream to end")
    func stopMissingStream() async throws {
        try await replaying("calls/stop-stream-missing") { plivo in
            let error = await plivoError {
                try await plivo.calls.stopStream(callUUID: callUUID, streamID: streamID)
            }
            guard case .badRequest(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "no active stream found")
            #expect(failure.requestID == "3d0e8f81-9a41-11ee-8c5d-0242ac110007")
        }
    }

    @Test("reads streams, whose number is called count")
    func listStreams() async throws {
        try await replaying("calls/list-streams") { plivo in
            let page = try await plivo.calls.listStreams(callUUID).page()
            #expect(page.total == 1)
            #expect(!page.hasNext)
            let stream = try #require(page.items.first)
            #expect(stream.streamID == streamID)
            #expect(stream.audioTrack == .inbound)
            #expect(stream.bidirectional == true)
            #expect(stream.billDuration == 41)
            #expect(stream.roundedBillDuration == 60)
            #expect(stream.billedAmount == decimal("0.003"))
            #expect(stream.startTime == date("2024-03-09T06:12:09Z"))
            #expect(stream.endTime == date("2024-03-09T06:12:50Z"))
            #expect(stream.statusCallbackURL == "")
        }
    }

    @Test("reads a stream that goes on")
    func getStream() async throws {
        try await replaying("calls/get-stream") { plivo in
            let stream = try await plivo.calls.getStream(callUUID: callUUID, streamID: streamID)
            #expect(stream.status == "initiated")
            #expect(stream.startTime == nil)
            #expect(stream.endTime == nil)
            #expect(stream.roundedBillDuration == 0)
            #expect(stream.plivoAuthID == Sample.authID)
        }
    }

    @Test("cancels a requested call")
    func cancelRequest() async throws {
        try await replaying("calls/cancel-request") { plivo in
            try await plivo.calls.cancelRequest(callUUID)
        }
    }

    private func identifiers(_ requestUUID: RequestUUID) -> [String]? {
        switch requestUUID {
        case .text(let identifier): [identifier]
        case .list(let identifiers): identifiers
        case .unknown: nil
        }
    }
}
