public import Foundation

/// What a generated client is made of: where its API is, who calls it, and how requests are sent.
///
/// Generated code makes one and sends ``OperationCall``s through it. The methods here are thin: what they share isn't
/// generic and compiled once.
public struct ClientCore: Sendable {
    let settings: ClientSettings
    private(set) var observer: ResponseObserver?

    /// - Parameters:
    ///   - server: the address that paths are appended to; parameters in braces are filled in from `parameters`.
    ///   - parameters: values of path parameters that are the same in every call.
    ///   - credentials: by the name of the security scheme; `nil` for those that weren't given.
    ///   - requirements: the security alternatives of operations that don't have their own.
    ///   - rateLimit: the API's own limit on requests.
    ///   - userAgent: the API's name and version.
    ///   - transport: a ``URLSessionTransport`` where it is `nil`.
    public init(
        server: String, parameters: [String: String] = [:], credentials: [String: Authentication?] = [:],
        requirements: [[String]] = [], errorRules: ErrorRules = ErrorRules(), rateLimit: RateLimit? = nil,
        userAgent: String, configuration: ClientConfiguration = ClientConfiguration(),
        transport: (any Transport)? = nil
    ) {
        settings = ClientSettings(
            server: server, parameters: parameters,
            signer: RequestSigner(
                credentials: credentials.compactMapValues(\.self).merging(configuration.authentication) { _, set in set
                }),
            requirements: requirements, errorRules: errorRules, rateLimit: rateLimit, userAgent: userAgent,
            configuration: configuration, transport: transport ?? URLSessionTransport())
    }

    private init(settings: ClientSettings, observer: ResponseObserver?) {
        self.settings = settings
        self.observer = observer
    }

    /// A core that acts for another account: with other values of the path's parameters, and other credentials where
    /// some are given. Transport and settings are the same; limits on requests are counted by themselves.
    ///
    /// - Parameters:
    ///   - parameters: win over those of the same names.
    ///   - credentials: by the name of the security scheme; win over those of the same names.
    public func acting(
        parameters: [String: String], credentials: [String: Authentication] = [:]
    ) -> ClientCore {
        ClientCore(
            settings: ClientSettings(
                server: settings.server, parameters: settings.parameters.merging(parameters) { _, new in new },
                signer: RequestSigner(
                    credentials: settings.signer.credentials.merging(credentials) { _, new in new }),
                requirements: settings.requirements, errorRules: settings.errorRules, rateLimit: settings.rateLimit,
                userAgent: settings.userAgent, configuration: settings.configuration, transport: settings.transport),
            observer: observer)
    }

    func observed(by observer: ResponseObserver) -> ClientCore {
        var core = self
        core.observer = observer
        return core
    }
}

/// What a client core holds, behind one reference so that resources are cheap to copy.
final class ClientSettings: Sendable {
    let server: String
    let parameters: [String: String]
    let signer: RequestSigner
    let requirements: [[String]]
    let errorRules: ErrorRules
    let rateLimit: RateLimit?
    let userAgent: String
    let configuration: ClientConfiguration
    let transport: any Transport
    let gate: RequestGate

    init(
        server: String, parameters: [String: String], signer: RequestSigner, requirements: [[String]],
        errorRules: ErrorRules, rateLimit: RateLimit?, userAgent: String, configuration: ClientConfiguration,
        transport: any Transport
    ) {
        self.server = server
        self.parameters = parameters
        self.signer = signer
        self.requirements = requirements
        self.errorRules = errorRules
        self.rateLimit = rateLimit
        self.userAgent = userAgent
        self.configuration = configuration
        self.transport = transport
        let limit =
            switch configuration.rateLimiting {
            case .described: rateLimit
            case .limit(let limit): limit
            case .none: nil as RateLimit?
            }
        gate = RequestGate(limit: limit, clock: configuration.clock)
    }

    /// The same for requests whose bodies nobody may see.
    var withoutMiddleware: ClientSettings {
        var configuration = configuration
        configuration.middleware = []
        return ClientSettings(
            server: server, parameters: parameters, signer: RequestSigner(credentials: [:]), requirements: [],
            errorRules: errorRules, rateLimit: nil, userAgent: userAgent, configuration: configuration,
            transport: transport)
    }
}

extension ClientCore: CustomStringConvertible, CustomReflectable {
    public var description: String { "client of \(settings.configuration.baseURL?.absoluteString ?? settings.server)" }
    /// Nothing: what it holds includes credentials and the account's identifiers.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

// MARK: - Calls

extension ClientCore {
    /// Sends a call whose success is JSON.
    public func value<Value: Decodable & Sendable, Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> Value {
        let response = try await send(call, options, accept: MediaRange.json, throwing: Failure.self)
        return try decode(response, throwing: Failure.self)
    }

    /// Sends a call whose success has no body, or one that doesn't matter.
    public func noContent<Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) {
        _ = try await send(call, options, accept: MediaRange.any, throwing: Failure.self)
    }

    /// Sends a call whose success is text.
    public func text<Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> String {
        try await send(call, options, accept: MediaRange.text, throwing: Failure.self).text
    }

    /// Sends a call whose success is bytes.
    public func data<Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> Data {
        try await send(call, options, accept: MediaRange.any, throwing: Failure.self).rawBody
    }

    /// Sends a call whose success has several forms, and gives any successful response as it is.
    public func response<Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, throwing: Failure.Type
    ) async throws(Failure) -> RawResponse {
        try await send(call, options, accept: MediaRange.json, throwing: Failure.self)
    }

    /// The JSON of a response's body. A response without one gives `nil` where the value is optional, and an object
    /// without anything in it where the value's type can be had of that.
    public func decode<Value: Decodable, Failure: ClientError>(
        _ response: RawResponse, throwing: Failure.Type
    ) throws(Failure) -> Value {
        // Whoever takes the response as it is doesn't want it read.
        if observer?.accept != nil { throw Failure(.cancelled) }
        if response.rawBody.isEmpty {
            if let none = (Value.self as? any Omissible.Type)?.omitted as? Value { return none }
            if let empty = try? JSONText.decode(Value.self, from: Data("{}".utf8)) { return empty }
        }
        do {
            let report = settings.configuration.onUnreadableElement
            return try JSONText.decode(Value.self, from: response.rawBody, report: report)
        } catch {
            throw Failure(.decoding(DecodingFailure(response, error)))
        }
    }

    /// A successful response with a status that the description doesn't name, as a failure.
    public func unexpected(_ response: RawResponse) -> FailedResponse {
        FailedResponse(response)
    }

    private func send<Failure: ClientError>(
        _ call: OperationCall, _ options: CallOptions, accept: String, throwing: Failure.Type
    ) async throws(Failure) -> RawResponse {
        switch await CallExecutor(settings: settings, observer: observer).execute(call, options, accept: accept) {
        case .success(let response): return response
        case .failed(let response): throw Failure(response)
        case .problem(let problem): throw Failure(problem)
        }
    }
}

// MARK: - Reported results

extension ClientCore {
    /// The result of an asynchronous request, out of the body that is posted to its callback: JSON or a form.
    ///
    /// - Throws: the failure that the body describes. Its status is 0, since a report has none.
    public func outcome<Value: Decodable, Failure: ClientError>(
        of operation: String, fromCallback body: Data, throwing: Failure.Type
    ) throws(Failure) -> Value {
        try decode(report(on: operation, body, throwing: Failure.self), throwing: Failure.self)
    }

    /// The end of an asynchronous request that has no result, out of the body that is posted to its callback.
    ///
    /// - Throws: the failure that the body describes. Its status is 0, since a report has none.
    public func noContentOutcome<Failure: ClientError>(
        of operation: String, fromCallback body: Data, throwing: Failure.Type
    ) throws(Failure) {
        _ = try report(on: operation, body, throwing: Failure.self)
    }

    private func report<Failure: ClientError>(
        on operation: String, _ body: Data, throwing: Failure.Type
    ) throws(Failure) -> RawResponse {
        let report = CallbackReport.response(operation, body, settings.errorRules)
        if CallbackReport.isFailure(report) { throw Failure(FailedResponse(report)) }
        return report
    }
}

/// Values of the header `Accept`.
private enum MediaRange {
    static let json = "application/json, */*;q=0.5"
    static let text = "text/plain, text/*;q=0.9, */*;q=0.5"
    static let any = "*/*"
}

/// A value that there need not be.
private protocol Omissible {
    static var omitted: Self { get }
}

extension Optional: Omissible {
    static var omitted: Self { .none }
}
