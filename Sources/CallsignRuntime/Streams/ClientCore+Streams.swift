import Foundation

extension ClientCore {
    /// Sends a call whose success is a body of bytes, and gives it when its first bytes are there.
    public func stream<Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> ResponseStream<Failure> {
        ResponseStream(try await open(call, options, accept: "*/*", throwing: Failure.self))
    }

    /// Sends a call whose success is a stream of events.
    public func events<Value: Decodable & Sendable, Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> EventStream<Value, Failure> {
        EventStream(try await open(call, options, accept: "text/event-stream", throwing: Failure.self))
    }

    /// Sends a call whose success is JSON line by line.
    public func lines<Value: Decodable & Sendable, Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> JSONLineStream<Value, Failure> {
        JSONLineStream(
            try await open(call, options, accept: "application/x-ndjson, */*;q=0.5", throwing: Failure.self), .lineFeed)
    }

    /// Sends a call whose success is JSON record by record (RFC 7464).
    public func records<Value: Decodable & Sendable, Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> JSONLineStream<Value, Failure> {
        JSONLineStream(
            try await open(call, options, accept: "application/json-seq", throwing: Failure.self), .recordSeparator)
    }

    private func open<Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, accept: String, throwing: Failure.Type
    ) async throws(Failure) -> StreamSource {
        switch await openedSource(call, options, accept) {
        case .success(let source): return source
        case .failure(.response(let response)): throw Failure(response)
        case .failure(.problem(let problem)): throw Failure(problem)
        }
    }

    private enum OpeningFailure: Error {
        case response(FailedResponse)
        case problem(CallProblem)
    }

    private func openedSource(
        _ call: OperationCall, _ options: CallOptions, _ accept: String
    ) async -> Result<StreamSource, OpeningFailure> {
        let opened = OpenedBody()
        let executor = CallExecutor(settings: settings, observer: observer, opened: opened)
        switch await executor.execute(call, options, accept: accept) {
        case .success(let response):
            // A middleware may have answered by itself: then the body is in the response.
            let chunks = opened.take() ?? ResponseChunks(response.rawBody)
            return .success(
                StreamSource(
                    response, chunks, clock: settings.configuration.clock,
                    silence: options.streamTimeout ?? settings.configuration.streamTimeout,
                    maximumBytes: settings.configuration.maximumResponseBytes))
        case .failed(let response): return .failure(.response(response))
        case .problem(let problem): return .failure(.problem(problem))
        }
    }
}
