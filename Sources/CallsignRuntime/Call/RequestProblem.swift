/// Why a request can't be sent; completes "… wasn't sent: ". Never holds a credential.
struct RequestProblem: Error, Sendable {
    var reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
