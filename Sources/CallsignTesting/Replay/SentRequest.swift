import Foundation
import HTTPTypes

/// A request as it is compared with many recorded ones.
struct SentRequest {
    let head: HTTPRequest
    let target: RequestTarget
    let body: BodyForm

    init(_ head: HTTPRequest, body: Data?) {
        self.head = head
        target = RequestTarget(head)
        self.body = BodyForm(body, headers: head.headerFields)
    }

    var line: String { "\(head.method) \(head.path ?? "/")" }
}
