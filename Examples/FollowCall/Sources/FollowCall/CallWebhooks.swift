import CallsignRuntime
import CallsignWebhooks
import Foundation
import Hummingbird
import Plivo

/// What becomes of a call.
enum CallProgress: Sendable {
    case rings(CallEvent)
    case isAnswered(CallEvent)
    case hasEnded(CallHangupEvent)
}

/// The routes that Plivo calls.
struct CallWebhooks: Sendable {
    /// The address by which Plivo knows this app. It is part of what is signed, so it has to be the one that Plivo was
    /// given, and can't be taken from the request.
    let publicURL: String
    let verifier: WebhookVerifier
    let report: @Sendable (CallProgress) -> Void

    init(publicURL: String, authToken: String, report: @escaping @Sendable (CallProgress) -> Void) {
        self.publicURL = publicURL
        self.report = report
        verifier = WebhookVerifier(PlivoWebhooks.signatures, keys: [authToken])
    }

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.post("ring") { request, _ in
            report(.rings(try await decode(PlivoWebhooks.callRing, from: request)))
            return HTTPResponse.Status.ok
        }
        router.post("answer") { request, _ in
            report(.isAnswered(try await decode(PlivoWebhooks.callAnswer, from: request)))
            return Response(
                status: .ok, headers: [.contentType: "application/xml"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: Self.announcement)))
        }
        router.post("hangup") { request, _ in
            report(.hasEnded(try await decode(PlivoWebhooks.callHangup, from: request)))
            return HTTPResponse.Status.ok
        }
        return router
    }

    /// What happens in the call.
    private static let announcement = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Response><Speak>Your order is on its way.</Speak><Hangup/></Response>
        """

    /// What a request says, if Plivo has sent it.
    private func decode<Payload>(_ webhook: Webhook<Payload>, from request: Request) async throws -> Payload {
        let body = try await request.body.collect(upTo: 1 << 20)
        let received = WebhookRequest(
            method: request.method.rawValue, origin: publicURL, target: request.uri.string, headers: request.headers,
            body: Data(body.readableBytesView))
        do throws(WebhookError) {
            return try verifier.decode(webhook, from: received)
        } catch .payload(let webhook, let path, let reason) {
            throw HTTPError(.badRequest, message: "\(webhook), \(path): \(reason)")
        } catch {
            throw HTTPError(.forbidden, message: "\(error)")
        }
    }
}
