public import CallsignRuntime
import Foundation
import HTTPTypes

/// Checks that a list is gone through page by page: which requests go out, each by what the page before it says, and
/// which elements come of them. `callsign generate --tests` writes one for each operation that is paged.
public struct PagesCheck: Sendable {
    /// One page of the list.
    public struct Page: Sendable {
        /// What must be sent for it.
        public var request: CheckedRequest
        public var answer: CheckedAnswer

        public init(sends request: CheckedRequest, answered answer: CheckedAnswer) {
            self.request = request
            self.answer = answer
        }
    }

    public let pages: [Page]
    private let name: String
    private let items: String
    private let server: String?

    /// - Parameters:
    ///   - name: the operation's name.
    ///   - items: the JSON pointer of the elements in each page.
    ///   - pages: the whole list. Another page must not be asked for.
    public init(_ name: String, items: String, pages: [Page]) {
        self.init(name, items: items, pages: pages, server: ProcessEnvironment.current[OperationCheck.serverVariable])
    }

    init(_ name: String, items: String, pages: [Page], server: String?) {
        self.name = name
        self.items = items
        self.pages = pages
        self.server = server
    }

    /// Goes through the list.
    ///
    /// - Throws: ``OperationCheckFailure`` with all that wasn't as it must be.
    public func run<Item: Sendable & Decodable, Failure: ClientError>(
        _ list: @Sendable (CheckedCall) throws -> PagedSequence<Item, Failure>
    ) async throws(OperationCheckFailure) {
        let problems = if let server { await ask(server, list) } else { await replay(list) }
        if !problems.isEmpty { throw OperationCheckFailure(problems: problems.map { "\(name), page by page: \($0)" }) }
    }

    private func replay<Item: Sendable & Decodable, Failure: ClientError>(
        _ list: @Sendable (CheckedCall) throws -> PagedSequence<Item, Failure>
    ) async -> [String] {
        var exchanges: [RecordedExchange] = []
        do {
            for page in pages {
                exchanges.append(
                    RecordedExchange(
                        request: try page.request.recorded(), outcome: .response(try page.answer.recorded())))
            }
        } catch {
            return ["\(error)"]
        }
        let transport = ReplayTransport(HTTPRecording(exchanges), name: name)
        let problems = await problems(CheckedCall(transport: transport), list)
        do {
            try await transport.finish()
            return problems
        } catch {
            // What came of an answer that wasn't given is no news then.
            return error.differences
        }
    }

    private func ask<Item: Sendable & Decodable, Failure: ClientError>(
        _ server: String, _ list: @Sendable (CheckedCall) throws -> PagedSequence<Item, Failure>
    ) async -> [String] {
        guard let url = URL(string: server) else {
            return ["\(OperationCheck.serverVariable) holds no address: \(server)"]
        }
        do {
            let turns = AnswersInTurn(try pages.map { try $0.answer.header() })
            return await problems(CheckedCall(server: url, middleware: turns), list)
        } catch {
            return ["\(error)"]
        }
    }

    private func problems<Item: Sendable & Decodable, Failure: ClientError>(
        _ call: CheckedCall, _ list: @Sendable (CheckedCall) throws -> PagedSequence<Item, Failure>
    ) async -> [String] {
        do {
            let elements = try await ArrivingValues.elements(of: try list(call))
            return ArrivingValues.differences(of: elements, from: try pages.flatMap { try self.elements(of: $0) })
        } catch {
            return ["\(error)"]
        }
    }

    /// The elements of a page as JSON texts.
    private func elements(of page: Page) throws -> [String] {
        let body = try JSONText.decode(JSONValue.self, from: Data(page.answer.body.utf8))
        guard case .array(let elements) = body[pointer: items] else {
            throw CheckProblem("a page has no list at \"\(items)\": \(page.answer.body)")
        }
        return try elements.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    }
}

/// Asks a server for another answer with each request.
private actor AnswersInTurn: Middleware {
    private var remaining: [String]

    init(_ answers: [String]) {
        remaining = answers
    }

    func send(_ request: OutgoingRequest, next: Next) async throws -> IncomingResponse {
        guard !remaining.isEmpty, let name = HTTPField.Name(CheckedAnswer.headerName) else {
            throw CheckProblem("another page was asked for after the last")
        }
        var request = request
        request.head.headerFields[name] = remaining.removeFirst()
        return try await next(request)
    }
}
