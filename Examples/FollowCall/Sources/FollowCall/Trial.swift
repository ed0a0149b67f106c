import CallsignRuntime
import CallsignTestServer
import CallsignTesting
import CallsignWebhooks
import Foundation
import Plivo

/// The example without an account: a server on this machine takes the call, and what Plivo would report is read out of
/// a recording, signed, and sent to the app.
struct Trial: Sendable {
    private static let publicURL = "https://app.example.com"
    private static let authToken = "a-token-for-the-trial"
    private static let resources = Bundle.module.resourceURL ?? Bundle.module.bundleURL

    static func run() async throws {
        print("No account: a server on this machine stands in for Plivo.")
        let webhooks = try HTTPRecording(contentsOf: resources.appendingPathComponent("Webhooks.http"))
        try await TestServer.withServer(serving: resources.appendingPathComponent("Recordings")) { server in
            let configuration = ClientConfiguration(baseURL: server.url.appendingPathComponent("v1"))
            let plivo = PlivoClient(
                authID: "MANORTHWIND000000001", authToken: authToken, configuration: configuration)
            let app = FollowCall(plivo: plivo, authToken: authToken, publicURL: publicURL)
            try await app.run(from: "+14155550142", to: "+14155550177", port: 0) { port in
                try await Trial(port: port).report(webhooks)
            }
        }
    }

    /// Where the app listens.
    let port: Int

    /// Sends the recorded requests one after the other; the first of them also as somebody else would, to show that the
    /// app takes it from Plivo only.
    private func report(_ webhooks: HTTPRecording) async throws {
        if let request = webhooks.exchanges.first?.request {
            print("  unsigned \(try await send(received(request)))")
        }
        let signer = WebhookSigner(PlivoWebhooks.signatures[0], key: Self.authToken)
        for exchange in webhooks.exchanges {
            print("  signed \(try await send(signer.signed(received(exchange.request))))")
        }
    }

    /// The request as it is addressed: to the app's public URL, whatever is between it and the app.
    private func received(_ request: RecordedRequest) -> WebhookRequest {
        WebhookRequest(
            method: request.method.rawValue, origin: Self.publicURL, target: request.target, headers: request.headers,
            body: request.body ?? Data())
    }

    /// - Returns: the request and its answer in a line.
    private func send(_ webhook: WebhookRequest) async throws -> String {
        let path = String(webhook.url.dropFirst(Self.publicURL.count))
        let request = HTTPRequest(
            method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: path, headerFields: webhook.headers)
        let (response, body) = try await URLSessionTransport().send(
            request, body: RequestBody(webhook.body),
            limits: TransportLimits(timeout: .seconds(10), maximumResponseBytes: 1 << 20))
        let text = String(decoding: body, as: UTF8.self).split(separator: "\n").last.map { ", \($0)" } ?? ""
        return "POST \(path): \(response.status.code)\(text)"
    }
}
