import Foundation

/// The body of one success while it arrives, and what is said of it when it doesn't arrive whole.
final class StreamSource: Sendable {
    let response: RawResponse
    let maximumBytes: Int
    private let chunks: Locked<ResponseChunks?>
    private let clock: any ClientClock
    /// How long nothing may come.
    private let silence: Duration

    init(
        _ response: RawResponse, _ chunks: ResponseChunks, clock: any ClientClock, silence: Duration, maximumBytes: Int
    ) {
        self.response = response
        self.chunks = Locked(chunks)
        self.clock = clock
        self.silence = silence
        self.maximumBytes = maximumBytes
    }

    /// The next piece, nothing at the end. After a failure there is nothing more.
    func next() async -> Result<Data?, StreamProblem> {
        guard let chunks = chunks.withLock({ $0 }) else { return .success(nil) }
        let result = Task.isCancelled ? .failure(StreamProblem(.cancelled)) : await race(chunks)
        switch result {
        case .success(nil), .failure: end()
        case .success: break
        }
        return result
    }

    /// Ends the exchange, whatever is still to come.
    func end() {
        chunks.withLock { $0 = nil }
    }

    func failure(_ error: TransportError) -> CallProblem {
        switch error.kind {
        case .cancelled: .cancelled
        case .timedOut: timeout
        default:
            .transport(
                TransportFailure(operation: response.operation, error: error, earlier: response.earlierAttempts))
        }
    }

    private var timeout: CallProblem {
        .timeout(TimeoutFailure(operation: response.operation, limit: silence, earlier: response.earlierAttempts))
    }

    private func race(_ chunks: ResponseChunks) async -> Result<Data?, StreamProblem> {
        await withTaskGroup(of: Result<Data?, StreamProblem>.self) { [self] group in
            group.addTask {
                do throws(TransportError) {
                    return .success(try await chunks.next())
                } catch {
                    return .failure(StreamProblem(self.failure(error)))
                }
            }
            group.addTask {
                do {
                    try await self.clock.sleep(for: self.silence)
                } catch {
                    return .failure(StreamProblem(.cancelled))
                }
                return .failure(StreamProblem(self.timeout))
            }
            defer { group.cancelAll() }
            return await group.next() ?? .success(nil)
        }
    }
}

/// A problem of a call, to be thrown.
struct StreamProblem: Error {
    let problem: CallProblem

    init(_ problem: CallProblem) {
        self.problem = problem
    }
}
