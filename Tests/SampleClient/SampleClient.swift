// A small client by hand, in the shape that the generator writes: what compiles here compiles there.

import CallsignRuntime

/// A telephone service.
nonisolated struct SampleClient: APIClient {
    let core: ClientCore

    init(core: ClientCore) { self.core = core }

    /// - Parameters:
    ///   - authID: The account's identifier.
    ///   - authToken: The account's token.
    init(
        authID: String, authToken: String, configuration: ClientConfiguration = ClientConfiguration(),
        transport: (any Transport)? = nil
    ) {
        core = ClientCore(
            server: "https://api.example.com/v1",
            parameters: ["auth_id": authID],
            credentials: ["basicAuth": .basic(username: authID, password: authToken)],
            requirements: [["basicAuth"]],
            errorRules: ErrorRules(
                message: ["/error", "/error/message", "/message"], requestID: ["/api_id"], requestIDHeader: nil),
            userAgent: "Sample/1.0.0",
            configuration: configuration,
            transport: transport)
    }

    /// Reads `SAMPLE_AUTH_ID` and `SAMPLE_AUTH_TOKEN`.
    static func fromEnvironment(
        _ environment: [String: String] = ProcessEnvironment.current,
        configuration: ClientConfiguration = ClientConfiguration(), transport: (any Transport)? = nil
    ) throws(ConfigurationError) -> SampleClient {
        var environment = EnvironmentReader(environment)
        let authID = environment.required("SAMPLE_AUTH_ID")
        let authToken = environment.required("SAMPLE_AUTH_TOKEN")
        try environment.check()
        return SampleClient(authID: authID, authToken: authToken, configuration: configuration, transport: transport)
    }

    /// Place calls and act on them.
    var calls: Calls { .init(core: core) }
    var notes: Notes { .init(core: core) }
}
