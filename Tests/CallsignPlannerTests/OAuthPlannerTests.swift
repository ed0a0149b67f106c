import CallsignPlan
import Testing

/// How clients have their own tokens.
@Suite struct OAuthPlannerTests {
    private func plan(_ scheme: String) throws -> ClientPlan {
        let described = PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            security: [{login: []}]
            paths:
              /things: {get: {operationId: things.list, responses: {'204': {description: Done}}}}
            components: {securitySchemes: {login: {\(scheme)}}}
            """, version: "3.2.0")
        return try #require(described.plan, "\(described.dump)")
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let scheme: String
        var clientCredentials: OAuthPlan.Endpoint?
        var refreshing: OAuthPlan.Endpoint?
        var scopes: [String] = []
    }

    fileprivate static let login = "authorizationUrl: https://a.example/login"

    @Test(
        "by the flows that have an address for tokens",
        arguments: [
            Case(
                testDescription: "client credentials",
                scheme: "type: oauth2, flows: {clientCredentials: {tokenUrl: https://a.example/t, scopes: {a:b: A}}}",
                clientCredentials: .token("https://a.example/t"), scopes: ["aB a:b"]),
            Case(
                testDescription: "a user who signs in",
                scheme:
                    "type: oauth2, flows: {authorizationCode: {\(login), tokenUrl: https://a.example/t, scopes: {}}}",
                refreshing: .token("https://a.example/t")),
            Case(
                testDescription: "an address of its own for refreshing",
                scheme:
                    "type: oauth2, flows: {password: {tokenUrl: https://a.example/t, refreshUrl: https://a.example/r}}",
                refreshing: .token("https://a.example/r")),
            Case(
                testDescription: "several flows, whose scopes are those of all",
                scheme: "type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {read: R, write: W}}, "
                    + "authorizationCode: {\(login), tokenUrl: /u, scopes: {read: R, init: I}}}",
                clientCredentials: .token("/t"), refreshing: .token("/u"),
                scopes: ["read read", "write write", "initValue init"]),
            Case(
                testDescription: "OpenID Connect, where the server says where tokens are",
                scheme: "type: openIdConnect, openIdConnectUrl: https://a.example/.well-known/openid-configuration",
                clientCredentials: .metadata("https://a.example/.well-known/openid-configuration"),
                refreshing: .metadata("https://a.example/.well-known/openid-configuration")),
            Case(
                testDescription: "not by a browser alone",
                scheme: "type: oauth2, flows: {implicit: {\(login), scopes: {read: R}}}"),
            Case(testDescription: "not where tokens just are", scheme: "type: http, scheme: bearer"),
        ])
    func flows(_ example: Case) throws {
        let oauth = try plan(example.scheme).authentication.oauth
        #expect(oauth?.clientCredentials == example.clientCredentials)
        #expect(oauth?.refreshing == example.refreshing)
        let scopes = oauth?.scopes.map { "\($0.name.text) \($0.value)" } ?? []
        #expect(scopes.sorted() == example.scopes.sorted())
    }

    @Test func whatOtherProgramsNeedIsDocumented() throws {
        let plan = try plan(
            "type: oauth2, oauth2MetadataUrl: https://a.example/metadata, flows: {deviceAuthorization: "
                + "{deviceAuthorizationUrl: https://a.example/device, tokenUrl: https://a.example/t, scopes: {}}}")
        #expect(
            plan.authentication.schemes.first?.documentation.paragraphs == [
                "The OAuth server describes itself at https://a.example/metadata.",
                "Devices without a browser ask for a code at https://a.example/device.",
            ])
        #expect(plan.authentication.oauth?.refreshing == .token("https://a.example/t"))
    }
}
