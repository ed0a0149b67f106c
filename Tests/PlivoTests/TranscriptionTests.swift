import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Transcriptions")
struct TranscriptionTests {
    private let recordingID = "c7b69074-58be-11ee-a2f0-0242ac110003"
    private let transcriptionID = "9c41e6d2-5b38-4f07-8a1d-63e0b7f25c94"

    @Test("has a recording written down")
    func create() async throws {
        try await replaying("transcriptions/create") { plivo in
            let started = try await plivo.transcriptions.create(
                recordingID,
                .init(
                    transcriptionCallbackURL: "https://example.com/plivo/transcription", recordingID: recordingID))
            #expect(started.message == "transcription started")
            #expect(started.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110601")
        }
    }

    @Test("reads what was said, by whom, and what that cost")
    func get() async throws {
        try await replaying("transcriptions/get") { plivo in
            let transcription = try await plivo.transcriptions.get(
                transcriptionID, .init(type: .diarized, repeatedTranscriptionID: transcriptionID))
            #expect(transcription.transcription == "Speaker 1: Good morning, Northwind.\nSpeaker 2: Hello.")
            #expect(transcription.cost == decimal("0.035"))
            #expect(transcription.rate == decimal("0.0175"))
            #expect(transcription.recordingDurationMilliseconds == 41870)
            #expect(transcription.recordingStartMilliseconds == 1_731_402_217_551)
            #expect(transcription.status == "success")
        }
    }

    @Test("reads a form that is no text")
    func getRaw() async throws {
        try await replaying("transcriptions/get-raw") { plivo in
            let transcription = try await plivo.transcriptions.get(transcriptionID, .init(type: .raw))
            #expect(transcription.transcription == [["speaker": 1, "text": "Good morning"]])
            #expect(transcription.recordingDurationMilliseconds == 41870.5)
            #expect(transcription.cost == nil)
            #expect(transcription.status == nil)
        }
    }

    @Test("deletes a transcription")
    func delete() async throws {
        try await replaying("transcriptions/delete") { plivo in
            let deleted = try await plivo.transcriptions.delete(transcriptionID)
            #expect(deleted.message == "deletion accepted")
        }
    }
}
