public import CallsignRuntime
public import Foundation
import HTTPTypes

/// Checks one operation of a generated client: that a call sends what it must, and that each response that the API
/// documents is read as what it is. `callsign generate --tests` writes a test for each operation with it.
///
/// Where the environment variable `CALLSIGN_TEST_SERVER` holds an address, calls go there instead: to a server that
/// judges the requests, and gives the answer that the header `Callsign-Answer` asks for.
public struct OperationCheck: Sendable {
    /// What is asked of the client, and where to.
    public let request: CheckedRequest
    public let answers: [CheckedAnswer]
    private let name: String
    private let server: String?

    /// - Parameters:
    ///   - name: the operation's name.
    ///   - request: what a call must send.
    ///   - answers: what it is answered, one call each; without any only the request is checked.
    public init(_ name: String, sends request: CheckedRequest, answers: [CheckedAnswer] = []) {
        self.init(name, sends: request, answers: answers, server: ProcessEnvironment.current[Self.serverVariable])
    }

    init(_ name: String, sends request: CheckedRequest, answers: [CheckedAnswer], server: String?) {
        self.name = name
        self.request = request
        self.answers = answers
        self.server = server
    }

    static let serverVariable = "CALLSIGN_TEST_SERVER"

    /// Makes the call, once for each answer.
    ///
    /// - Throws: ``OperationCheckFailure`` with all that wasn't as it must be.
    public func run<Value: Sendable>(
        _ call: @Sendable (CheckedCall) async throws -> Value
    ) async throws(OperationCheckFailure) {
        var problems: [String] = []
        for answer in answers.isEmpty ? [.unread] : answers {
            problems += answer.unreadHeaders.map {
                "\(name), answered with \(answer.summary): the header \($0) isn't read as its type"
            }
            let found = if let server { await ask(server, answer, call) } else { await replay(answer, call) }
            problems += found.map { "\(name), answered with \(answer.summary): \($0)" }
        }
        if !problems.isEmpty { throw OperationCheckFailure(problems: problems) }
    }

    /// Reads what is posted later, where the call only asks for it: the results as JSON texts.
    ///
    /// - Throws: ``OperationCheckFailure`` with each that isn't read as the operation's result.
    public func reads<Value: Sendable>(
        reports: [String], _ read: @Sendable (CheckedCall, Data) throws -> Value
    ) throws(OperationCheckFailure) {
        let call = CheckedCall(transport: ReplayTransport(HTTPRecording([]), name: name))
        let problems = reports.flatMap { report -> [String] in
            do {
                return UnreadValues.paths(in: try read(call, Data(report.utf8))).map {
                    "\(name), reported by \(report): \($0) is none of the types that the description names"
                }
            } catch {
                return ["\(name), reported by \(report): \(error)"]
            }
        }
        if !problems.isEmpty { throw OperationCheckFailure(problems: problems) }
    }

    private func replay<Value: Sendable>(
        _ answer: CheckedAnswer, _ call: @Sendable (CheckedCall) async throws -> Value
    ) async -> [String] {
        let exchange: RecordedExchange
        do {
            exchange = RecordedExchange(request: try request.recorded(), outcome: .response(try answer.recorded()))
        } catch {
            return [error.reason]
        }
        let transport = ReplayTransport(HTTPRecording([exchange]), name: name)
        let problems = await outcome(answer) { try await call(CheckedCall(transport: transport)) }
        do {
            try await transport.finish()
            return problems
        } catch {
            // A request that differs is answered with nothing, which is no news then.
            return error.differences
        }
    }

    private func ask<Value: Sendable>(
        _ server: String, _ answer: CheckedAnswer, _ call: @Sendable (CheckedCall) async throws -> Value
    ) async -> [String] {
        guard let url = URL(string: server) else { return ["\(Self.serverVariable) holds no address: \(server)"] }
        return await outcome(answer) {
            try await call(CheckedCall(server: url, answer: try answer.header()))
        }
    }

    /// Whether a call ends as its answer says.
    private func outcome<Value: Sendable>(
        _ answer: CheckedAnswer, _ call: @Sendable () async throws -> Value
    ) async -> [String] {
        do {
            let value = try await call()
            guard answer.isRead else { return [] }
            if let failure = answer.failure { return ["no error was thrown, but it must be .\(failure)"] }
            let values = try await ArrivingValues.all(in: value)
            if let elements = answer.elements {
                let differences = ArrivingValues.differences(of: values, from: elements)
                if !differences.isEmpty { return differences }
            }
            if !answer.isJSON, let difference = ArrivingValues.difference(of: values, from: answer.body) {
                return [difference]
            }
            return values.flatMap(UnreadValues.paths).map {
                "\($0) is none of the types that the description names"
            }
        } catch let error as any ClientError {
            if !answer.isRead, !error.isUnsent { return [] }
            return answer.problems(with: error)
        } catch {
            return ["\(error)"]
        }
    }
}

/// What a call of ``OperationCheck`` makes a client with.
public struct CheckedCall: Sendable {
    public let transport: any Transport
    public var configuration: ClientConfiguration

    init(transport: any Transport) {
        self.transport = transport
        configuration = ClientConfiguration(retries: .never, rateLimiting: .none, allowsInsecureHTTP: true)
    }

    init(server: URL, middleware: any Middleware) {
        self.init(transport: URLSessionTransport())
        configuration.baseURL = server
        configuration.middleware = [middleware]
    }

    init(server: URL, answer: String) {
        self.init(transport: URLSessionTransport())
        configuration.baseURL = server
        configuration.headers[CheckedAnswer.headerName] = answer
    }

    /// The configuration with a server, for clients whose description names none.
    public func configuration(server: String) -> ClientConfiguration {
        var configuration = configuration
        configuration.baseURL = configuration.baseURL ?? URL(string: server)
        return configuration
    }
}

/// All that wasn't as an ``OperationCheck`` says.
public struct OperationCheckFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public let problems: [String]

    public var description: String { problems.joined(separator: "\n") }
}
