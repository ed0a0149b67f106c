import CallsignRuntime
import Foundation

/// Answers requests by a closure.
struct ScriptedTransport: Transport {
    var answer: @Sendable (HTTPRequest, String) async throws(TransportError) -> (Int, HTTPFields, Data)

    init(_ answer: @escaping @Sendable (HTTPRequest, String) -> (Int, String)) {
        self.answer = { request, body in
            let (status, text) = answer(request, body)
            return (status, [.contentType: "application/json"], Data(text.utf8))
        }
    }

    init(_ answer: @escaping @Sendable (HTTPRequest, String) -> (Int, String, HTTPFields)) {
        self.answer = { request, body in
            let (status, text, headers) = answer(request, body)
            return (status, headers, Data(text.utf8))
        }
    }

    var enforcesTimeout: Bool { true }

    func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        let (status, headers, data) = try await answer(
            request, String(decoding: (try? body?.collect()) ?? Data(), as: UTF8.self))
        return (HTTPResponse(status: .init(code: status), headerFields: headers), data)
    }
}
