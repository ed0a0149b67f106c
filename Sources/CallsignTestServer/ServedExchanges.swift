import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes

/// What all connections of a server share: the recordings, and the account of what came.
final class ServedExchanges: Sendable {
    private struct State: Sendable {
        var answers: RecordedAnswers
        var requests: [ServedRequest] = []
    }

    private let state: Locked<State>
    private let onRequest: (@Sendable (ServedRequest) -> Void)?

    init(_ recordings: [String: HTTPRecording], onRequest: (@Sendable (ServedRequest) -> Void)?) {
        state = Locked(State(answers: RecordedAnswers(recordings)))
        self.onRequest = onRequest
    }

    var requests: [ServedRequest] { state.withLock { $0.requests } }

    func answer(_ request: HTTPRequest, body: Data) -> ServedRequest.Answer {
        let body = body.isEmpty ? nil : body
        let recorded = RecordedRequest(
            method: request.method, target: request.path ?? "/", headers: request.headerFields, body: body)
        let served = state.withLock { state in
            let answer: ServedRequest.Answer =
                switch state.answers.answer(request, body: body) {
                case .exchange(let recording, let number, let outcome):
                    .exchange(recording: recording, number: number, outcome: outcome)
                case .nothing(let difference): .nothing(difference: difference)
                }
            let served = ServedRequest(request: recorded, answer: answer)
            state.requests.append(served)
            return served
        }
        onRequest?(served)
        return served.answer
    }
}
