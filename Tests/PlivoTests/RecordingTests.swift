import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Recordings")
struct RecordingTests {
    private let recordingID = "2f1c7b60-9a44-11ee-b1d7-0242ac110003"

    @Test("filters recordings, and reads amounts written as numbers, as text or not at all")
    func list() async throws {
        try await replaying("recordings/list") { plivo in
            let page = try await plivo.recordings.listPage(
                .init(
                    fromNumber: "14155550142", addTimeOnOrAfter: date("2024-03-01T00:00:00Z"),
                    addTimeBefore: date("2024-03-31T00:00:00Z"),
                    recordingStorageDurationAtMost: 30, limit: 20, offset: 0))
            #expect(page.meta.totalCount == 3)
            #expect(page.objects.map(\.recordingType) == [.call, .conference, .normal])
            #expect(page.objects.map(\.recordingFormat) == [.mp3, .mp3, .wav])
            #expect(page.objects.map(\.conferenceName) == ["", "standup", nil])
            let amount = decimal("0.0008")
            #expect(page.objects.map(\.monthlyRecordingStorageAmount) == [amount, amount, nil])
            let rate = decimal("0.0004")
            #expect(page.objects.map(\.recordingStorageRate) == [rate, rate, nil])
            #expect(page.objects.map(\.recordingStorageDuration) == [12, 12, nil])
            #expect(page.objects.map(\.apiID) == [nil, nil, nil])
            #expect(page.objects.last?.addTime == date("2016-05-11T12:30:05Z"))
        }
    }

    @Test("reads a recording, with a time of microseconds and an offset")
    func get() async throws {
        try await replaying("recordings/get") { plivo in
            let recording = try await plivo.recordings.get(recordingID)
            #expect(recording.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110051")
            #expect(recording.recordingID == recordingID)
            let added = date("2024-03-09T06:13:25Z").addingTimeInterval(0.701244)
            #expect(abs(recording.addTime.timeIntervalSince(added)) < 0.000_001)
            #expect(recording.callUUID == "7c3d1f9e-5a2b-4d8c-9e01-3f6a7b8c9d10")
            #expect(recording.fromNumber == "+14155550142")
            #expect(recording.toNumber == "sip:desk7240309064412@phone.plivo.com")
            #expect(recording.recordingDurationMilliseconds == 41250)
            #expect(recording.recordingStartMilliseconds == decimal("1709964164141"))
            #expect(recording.recordingEndMilliseconds == decimal("1709964205391"))
            #expect(recording.roundedRecordingDuration == 60)
            #expect(recording.conferenceUUID == nil)
            #expect(recording.mpcUUID == nil)
            let path = "/v1/Account/\(Sample.authID)/Recording/\(recordingID)"
            #expect(recording.recordingURL == "https://media.plivo.com\(path).mp3")
            #expect(recording.resourceURI == "\(path)/")
        }
    }

    @Test("reads a recording whose answer lacks the request's identifier")
    func getWithoutAPIID() async throws {
        try await replaying("recordings/get-without-api-id") { plivo in
            let recording = try await plivo.recordings.get(recordingID)
            #expect(recording.apiID == nil)
            #expect(recording.recordingID == recordingID)
            #expect(recording.recordingType.rawValue == "mp3")
        }
    }

    @Test("deletes a recording")
    func delete() async throws {
        try await replaying("recordings/delete") { plivo in
            try await plivo.recordings.delete(recordingID)
        }
    }
}
