import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Testing

@Suite("Recordings")
struct RecordingTests {
    @Test("are read as people write them")
    func reading() throws {
        let recording = try HTTPRecording(
            """
            # Sends a message.
            # It is queued.
            POST /v1/Message/?a=1
            Content-Type: application/json
            X-Twice: one
            X-Twice: two

            {"text":

              "Hello"}

            HTTP/1.1 202 Accepted
            Content-Type: application/json

            {"id": 7}


            GET /v1/Message/ HTTP/1.1

            HTTP/1.1 204
            # Nobody answers.
            DELETE https://example.com/v1/Message/
            ! timedOut nothing came
            """)
        #expect(recording.exchanges.count == 3)
        let sent = recording.exchanges[0]
        #expect(sent.comments == ["Sends a message.", "It is queued."])
        #expect(sent.request.method == .post)
        #expect(sent.request.target == "/v1/Message/?a=1")
        #expect(sent.request.headers[values: try #require(HTTPField.Name("X-Twice"))] == ["one", "two"])
        #expect(sent.request.body == Data("{\"text\":\n\n  \"Hello\"}".utf8))
        #expect(
            sent.outcome
                == .response(
                    RecordedResponse(
                        status: .init(code: 202, reasonPhrase: "Accepted"),
                        headers: [.contentType: "application/json"], body: Data(#"{"id": 7}"#.utf8))))
        #expect(recording.exchanges[1].request == RecordedRequest(method: .get, target: "/v1/Message/"))
        #expect(recording.exchanges[1].outcome == .response(RecordedResponse(status: .init(code: 204))))
        #expect(recording.exchanges[2].comments == ["Nobody answers."])
        #expect(recording.exchanges[2].outcome == .failure(RecordedFailure(.timedOut, "nothing came")))
    }

    @Test("have line breaks of either kind")
    func lineBreaks() throws {
        let text = "GET /a\nAccept: text/plain\n\nHTTP/1.1 200 OK\n\none\ntwo\n"
        #expect(try HTTPRecording(text.replacing("\n", with: "\r\n")) == HTTPRecording(text))
    }

    @Test(
        "keep any body",
        arguments: [
            "plain", "two\nlines", "ends with a break\n", "\n", "\n\n", "\nbegins with one", "# no comment",
            "GET /no/request", "HTTP/1.1 200 OK", "! timedOut", "\\", "\\\\ two", "a\r\nb", "{\n\n}", "é\u{301}🍽",
            "! no failure", "a\n# b\nPOST https://x\nHTTP/2\n", "\\\n",
        ])
    func bodies(_ body: String) throws {
        try expectKept(Data(body.utf8))
    }

    @Test("keep bytes that are no text")
    func bytes() throws {
        try expectKept(Data([0xFF, 0x00, 0x0A, 0x80]))
        try expectKept(Data((0...255).map { UInt8($0) } + (0...255).map { UInt8($0) }))
    }

    private func expectKept(_ body: Data) throws {
        let exchange = RecordedExchange(
            comments: ["one", "", "three"],
            request: RecordedRequest(method: .put, target: "/a?b=c", headers: [.accept: "*/*"], body: body),
            outcome: .response(RecordedResponse(status: .init(code: 200, reasonPhrase: "OK"), body: body)))
        let failed = RecordedExchange(
            request: RecordedRequest(method: .get, target: "https://example.com/"),
            outcome: .failure(RecordedFailure(.connectionLost, "it broke off")))
        let recording = HTTPRecording([exchange, exchange, failed, exchange])
        #expect(try HTTPRecording(recording.text) == recording, "\(recording.text)")
    }

    @Test("report all that is wrong, each at its line")
    func problems() throws {
        let error = try #require(throws: RecordingError.self) {
            try HTTPRecording(
                """
                get /lower/case

                GET /a
                no header

                HTTP/1.1 200 OK

                GET /b

                GET /c

                HTTP/1.1 nine

                GET /d
                Recording-Body: base64

                ###

                HTTP/1.1 200

                GET /e

                ! unheardOf kind
                """, name: "a.http")
        }
        #expect(error.problems.map(\.line) == [1, 4, 10, 12, 17, 23])
        #expect(error.description.hasPrefix("a.http:1: error: expected a request, such as `GET /v1/things`\n"))
    }

    @Test("never trap, however damaged")
    func damage() throws {
        let text = try HTTPRecording(
            "# c\nPOST /a?b=c\nContent-Type: application/json\n\n{\"a\": [1]}\n\nHTTP/1.1 200 OK\nX-A: b\n\nbody\n\n\\! x\n"
        ).text
        let bytes = Array(text.utf8)
        var readable = 0
        for index in bytes.indices {
            for replacement in [[], [UInt8(ascii: "\n")], [UInt8(ascii: ":")], [0xFF], [UInt8(ascii: "\\"), 0x0A]] {
                let damaged = Array(bytes[..<index]) + replacement + Array(bytes[(index + 1)...])
                let text = String(decoding: damaged, as: UTF8.self)
                guard let recording = try? HTTPRecording(text) else { continue }
                readable += 1
                #expect(try HTTPRecording(recording.text) == recording)
            }
            _ = try? HTTPRecording(String(decoding: bytes[..<index], as: UTF8.self))
        }
        #expect(readable > 100)
    }
}
