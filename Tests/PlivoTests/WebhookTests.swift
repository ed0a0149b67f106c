import CallsignRuntime
import Foundation
import HTTPTypes
import Plivo
import Testing

@Suite("Webhooks")
struct WebhookTests {
    /// The same parameters in the three ways in which they may come.
    private func requests(_ form: String, json: String) -> [WebhookRequest] {
        let url = "https://hooks.example.com/plivo"
        return [
            WebhookRequest(
                method: "POST", url: url, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: Data(form.utf8)),
            WebhookRequest(method: "GET", url: url + "?" + form, headers: [:], body: Data()),
            WebhookRequest(
                method: "POST", url: url, headers: [.contentType: "application/json"], body: Data(json.utf8)),
        ]
    }

    @Test("read the state of a message, numbers and times out of text")
    func messageStatus() throws {
        let form =
            "MessageUUID=3a0d7c52&From=14155550111&To=14155550133&Type=whatsapp&Status=delivered&Units=2"
            + "&TotalAmount=0.01100&MCC=310&Sequence=3&QueuedTime=2024-03-02+09%3A15%3A27&requester_ip=203.0.113.7"
            + "&Unheard=of"
        let json = """
            {"MessageUUID": "3a0d7c52", "From": "14155550111", "To": "14155550133", "Type": "whatsapp",
             "Status": "delivered", "Units": 2, "TotalAmount": 0.011, "MCC": "310", "Sequence": "3",
             "QueuedTime": "2024-03-02 09:15:27", "requester_ip": "203.0.113.7", "Unheard": ["of"]}
            """
        for request in requests(form, json: json) {
            let event = try PlivoWebhooks.messageStatus.decode(request)
            #expect(event.messageUUID == "3a0d7c52")
            #expect(event.type == .whatsApp)
            #expect(event.status == .delivered)
            #expect(event.units == 2)
            #expect(event.totalAmount == decimal("0.011"))
            #expect(event.mcc == "310")
            #expect(event.sequence == 3)
            #expect(event.queuedTime == date("2024-03-02T09:15:27Z"))
            #expect(event.requesterIP == "203.0.113.7")
            #expect(event.errorCode == nil)
        }
    }

    @Test("read a message with media, whose keys are numbered")
    func messageInbound() throws {
        let request = requests(
            "MessageUUID=b7d1a3f0&Type=mms&Body=bl%C3%A5b%C3%A6r&MediaCount=2&Media0=https%3A%2F%2Fexample.org%2Fa"
                + "&Media1=https%3A%2F%2Fexample.org%2Fb&MessageIntent=", json: "")[0]
        let event = try PlivoWebhooks.messageInbound.decode(request)
        #expect(event.type == .mms)
        #expect(event.body == "blåbær")
        #expect(event.mediaCount == 2)
        #expect(event.messageIntent == "")
        #expect(event.additionalProperties["Media0"] == "https://example.org/a")
        #expect(event.additionalProperties["Media1"] == "https://example.org/b")
    }

    @Test("read a call that has ended, and its headers of SIP")
    func callHangup() throws {
        let request = requests(
            "CallUUID=6f1c2a90&From=14155550101&To=sip%3Adesk%40example.org&Direction=outbound&CallStatus=no-answer"
                + "&BillRate=0.005&Duration=62&BillDuration=120&HangupCauseCode=4000&HangupSource=Callee"
                + "&StartTime=2024-03-02%2009:15:27&SIP-H-To=%3Csip%3Adesk%3E", json: "")[0]
        let event = try PlivoWebhooks.callHangup.decode(request)
        #expect(event.to == "sip:desk@example.org")
        #expect(event.direction == .outbound)
        #expect(event.callStatus == .noAnswer)
        #expect(event.billRate == decimal("0.005"))
        #expect(event.duration == 62)
        #expect(event.hangupCauseCode == 4000)
        #expect(event.startTime == date("2024-03-02T09:15:27Z"))
        #expect(event.answerTime == nil)
        #expect(event.additionalProperties["SIP-H-To"] == "<sip:desk>")
    }

    @Test("read whether a machine answered", arguments: [("true", true), ("false", false)])
    func machineDetection(_ text: String, _ isMachine: Bool) throws {
        let request = requests("CallUUID=6f1c2a90&Machine=\(text)&IfMachine=continue", json: "")[1]
        let event = try PlivoWebhooks.callMachineDetection.decode(request)
        #expect(event.isMachine == isMachine)
        #expect(event.ifMachine == "continue")
    }

    @Test("read what is told of recordings, streams, sessions and registrations")
    func others() throws {
        let recording = try PlivoWebhooks.recordingCompleted.decode(
            requests(
                "recording_id=11223344&record_url=https%3A%2F%2Fexample.org%2Fr.mp3&recording_duration=12", json: "")[0]
        )
        #expect(recording.recordingURL == "https://example.org/r.mp3")
        #expect(recording.recordingDuration == 12)
        let stream = try PlivoWebhooks.streamStatus.decode(requests("StreamID=77aa&Event=StartStream", json: "")[0])
        #expect(stream.event == "StartStream")
        let session = try PlivoWebhooks.maskingSessionStatus.decode(
            requests("SessionUUID=4455&EventName=SessionFirstPartyAnswer&PinRetryCounter=0&Amount=0.01000", json: "")[0]
        )
        #expect(session.pinRetryCounter == 0)
        #expect(session.amount == decimal("0.01"))
        let masked = try PlivoWebhooks.maskingSessionRecording.decode(
            requests("SessionUUID=4455&RecordingFormat=.mp3&RecordingDuration=42", json: "")[0])
        #expect(masked.recordingFormat == ".mp3")
        #expect(masked.recordingDuration == 42)
        let verify = try PlivoWebhooks.verifySessionStatus.decode(
            requests("SessionUUID=0c9d&AttemptSequence=1&Channel=sms&ChannelStatus=delivered", json: "")[0])
        #expect(verify.attemptSequence == 1)
        #expect(verify.channelStatus == "delivered")
        for webhook in [PlivoWebhooks.brandStatus, PlivoWebhooks.campaignStatus, PlivoWebhooks.campaignNumberStatus] {
            let event = try webhook.decode(requests("status=registered&brand_id=BX7Q2LM", json: "")[0])
            #expect(event.status == "registered")
            #expect(event.additionalProperties["brand_id"] == "BX7Q2LM")
        }
        for webhook in [PlivoWebhooks.callAnswer, PlivoWebhooks.callRing] {
            let event = try webhook.decode(requests("CallUUID=6f1c2a90&CallStatus=ringing", json: "")[1])
            #expect(event.callStatus == .ringing)
        }
        for webhook in [
            PlivoWebhooks.tollfreeVerificationStatus, PlivoWebhooks.transcriptionCompleted,
            PlivoWebhooks.multiPartyCallStatus,
        ] {
            let event = try webhook.decode(requests("uuid=c070", json: "")[0])
            #expect(event == ["uuid": "c070"])
        }
    }

    @Test("say which key of which request is wrong")
    func wrong() throws {
        let request = requests("From=14155550101", json: "")[0]
        let error = #expect(throws: WebhookError.self) { try PlivoWebhooks.callAnswer.decode(request) }
        let text = try #require(error).localizedDescription
        #expect(text.contains("call.answer"))
        #expect(text.contains("CallUUID"))
    }
}
