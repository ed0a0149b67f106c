import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import LoopbackServer
import Plivo
import Testing

/// The client over URLSession, against a server on this machine that gives the recorded answers.
@Suite("A real server", .timeLimit(.minutes(1)))
struct LoopbackTests {
    private let callUUID = "7be0c4de-51a6-4f0a-9d0c-2f6d3b8a1e44"

    /// - Parameter answer: gets the target of each request, from the resource on.
    private func withPlivo(
        _ answer: @escaping @Sendable (String) -> ScriptedServer.Answer,
        _ calls: (PlivoClient, ScriptedServer) async throws -> Void
    ) async throws {
        let server = try ScriptedServer { request in answer(request.path) }
        // A server that says no is asked once.
        let configuration = ClientConfiguration(baseURL: URL(string: "\(server.url)/v1"), retries: .never)
        try await calls(
            PlivoClient(authID: Sample.authID, authToken: Sample.authToken, configuration: configuration), server)
    }

    @Test("walks three pages that come in chunks, with credentials on each")
    func pages() async throws {
        let recording = try recording("calls/list")
        try await withPlivo { path in
            var answer = recording.answer(to: path)
            answer.chunkSize = 100
            return answer
        } _: { plivo, server in
            var amounts: [Decimal] = []
            for try await call in plivo.calls.list(.init(callDirection: .inbound, limit: 2)) {
                amounts.append(call.totalAmount)
            }
            #expect(amounts == ["0.011", "0.022", "0.033", "0.044", "0.055"].map(decimal))
            #expect(
                server.requests.map(\.path)
                    == ["", "&offset=2", "&offset=4"].map {
                        "/v1/Account/\(Sample.authID)/Call/?call_direction=inbound&limit=2\($0)"
                    })
            let credentials = Data("\(Sample.authID):\(Sample.authToken)".utf8).base64EncodedString()
            #expect(server.requests.map { $0["Authorization"] } == Array(repeating: "Basic \(credentials)", count: 3))
        }
    }

    @Test("stops waiting when the call's own time is over")
    func timeout() async throws {
        try await withPlivo { _ in
            var answer = ScriptedServer.Answer(200, "{}")
            answer.delay = 30
            return answer
        } _: { plivo, _ in
            let error = await plivoError {
                try await plivo.calls.get(callUUID, options: CallOptions(timeout: .milliseconds(150)))
            }
            guard case .timeout(let failure) = error else { return unexpected(error) }
            #expect(failure.limit == .milliseconds(150))
            #expect(error?.context.operation == "calls.get")
        }
    }

    @Test("tells a connection that broke off from an answer")
    func dropped() async throws {
        let recording = try recording("calls/get")
        try await withPlivo { path in
            var answer = recording.answer(to: path)
            answer.ending = .dropped(after: 40)
            return answer
        } _: { plivo, _ in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .transport(let failure) = error else { return unexpected(error) }
            #expect(failure.serverMayHaveActed)
        }
    }

    @Test("is told to wait")
    func rateLimited() async throws {
        let recording = try recording("errors/429-retry-after")
        try await withPlivo {
            recording.answer(to: $0)
        } _: { plivo, server in
            let error = await plivoError { try await plivo.calls.get(callUUID) }
            guard case .rateLimited(let failure) = error else { return unexpected(error) }
            #expect(failure.retryAfter == .seconds(3))
            #expect(failure.error.message == "too many requests")
            #expect(failure.attempts == 1)
            #expect(server.requests.count == 1)
        }
    }

    private func recording(_ name: String) throws -> HTTPRecording {
        try HTTPRecording(contentsOf: Recordings.file(name))
    }
}

extension HTTPRecording {
    /// The recorded response to a target, as the server's answer; 404 where there is none.
    fileprivate func answer(to target: String) -> ScriptedServer.Answer {
        for exchange in exchanges where exchange.request.target == target {
            guard case .response(let response) = exchange.outcome else { continue }
            return ScriptedServer.Answer(
                response.status.code, String(decoding: response.body ?? Data(), as: UTF8.self),
                headers: response.headers.map { ($0.name.rawName, $0.value) })
        }
        return ScriptedServer.Answer(404, "nothing was recorded for \(target)")
    }
}
