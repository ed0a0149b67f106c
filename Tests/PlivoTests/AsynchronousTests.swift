import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Plivo
import Testing

@Suite("Asynchronous requests")
struct AsynchronousTests {
    private let callback = CallbackTarget("https://example.com/plivo/results?shop=7", method: "GET")

    /// Keeps the request, and answers it as the API does.
    private final class ReceiptTransport: Transport {
        private let sent = Locked<(head: HTTPRequest, body: Data)?>(nil)

        var request: (head: HTTPRequest, body: Data)? { sent.withLock { $0 } }

        func send(
            _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
        ) async throws(TransportError) -> (HTTPResponse, Data) {
            sent.withLock { $0 = (request, body?.data ?? Data()) }
            return (HTTPResponse(status: .accepted), Data(#"{"api_id":"r1","message":"async api spawned"}"#.utf8))
        }
    }

    private func client(_ transport: any Transport) -> PlivoClient {
        PlivoClient(authID: Sample.authID, authToken: Sample.authToken, transport: transport)
    }

    @Test(
        "each is the operation's own request with a callback, and is answered by a receipt",
        arguments: AsynchronousForm.all)
    func asks(_ form: AsynchronousForm) async throws {
        let transport = ReceiptTransport()
        let receipt = try await form.ask(client(transport), callback)
        #expect(receipt.apiID == "r1")
        #expect(receipt.message == "async api spawned")
        let (head, body) = try #require(transport.request)
        let recorded = try form.exchange().request
        #expect(head.method == recorded.method)
        let target = head.path ?? ""
        #expect(isSamePath(target, recorded.target), "\(target) isn't the path of \(recorded.target)")
        // A request has a body or a query; a deletion may have either.
        if body.isEmpty {
            #expect(head.method == .get || head.method == .delete)
            let query = target.drop { $0 != "?" }
            #expect(query.contains("callback_url=https%3A%2F%2Fexample.com%2Fplivo%2Fresults%3Fshop%3D7"))
            #expect(query.contains("callback_method=GET"))
        } else {
            let keys = try #require(try JSONDecoder().decode(JSONValue.self, from: body).objectValue)
            #expect(keys["callback_url"] == .string(callback.url))
            #expect(keys["callback_method"] == "GET")
        }
    }

    @Test("each reads the answer that is reported later", arguments: AsynchronousForm.all)
    func reads(_ form: AsynchronousForm) throws {
        guard case .response(let response) = try form.exchange().outcome else {
            Issue.record("\(form.recording) has no answer")
            return
        }
        let report = response.body ?? Data(#"{"api_id":"r1","message":"done"}"#.utf8)
        try form.read(client(ReceiptTransport()), report)
    }

    @Test("each throws the failure that is reported later", arguments: AsynchronousForm.all)
    func fails(_ form: AsynchronousForm) {
        #expect {
            try form.read(client(ReceiptTransport()), Data(#"{"api_id":"r1","error":"not found"}"#.utf8))
        } throws: { error in
            guard let context = (error as? PlivoError)?.context else { return false }
            return context.message == "not found" && context.requestID == "r1"
        }
    }

    @Test("a result is a value of its type, a failure may come as a form")
    func types() throws {
        let plivo = client(ReceiptTransport())
        let created = try plivo.calls.createOutcome(
            fromCallback: Data(#"{"api_id":"r1","message":"call fired","request_uuid":"c1"}"#.utf8))
        guard case .text("c1") = created.requestUUID else {
            Issue.record("\(created.requestUUID)")
            return
        }
        let deletion = Data("api_id=r1&error=not+found".utf8)
        #expect(throws: PlivoError.self) { try plivo.applications.deleteOutcome(fromCallback: deletion) }
    }

    /// Whether a path whose identifiers are `x` is that of a recorded target.
    private func isSamePath(_ path: String, _ target: String) -> Bool {
        let segments = [path, target].map { $0.prefix { $0 != "?" }.split(separator: "/") }
        return segments[0].count == segments[1].count
            && zip(segments[0], segments[1]).allSatisfy { $0 == "x" || $0 == $1 }
    }
}
