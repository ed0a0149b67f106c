import CallsignPlan
import Testing

/// Which credentials a client's initialiser asks for.
@Suite struct SecurityPlannerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var security: String
        /// Of one operation by itself.
        var own = ""
        var schemes: [String]
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "none", security: "[]", schemes: []),
        Case(name: "one", security: "[{key: []}]", schemes: ["scheme key header X-Key apiKey"]),
        Case(
            name: "both together", security: "[{key: [], basic: []}]",
            schemes: ["scheme key header X-Key key", "scheme basic basic basicUsername basicPassword"]),
        Case(
            name: "either", security: "[{key: []}, {bearer: []}]",
            schemes: ["scheme key header X-Key apiKey optional", "scheme bearer bearer bearer optional"]),
        Case(
            name: "one or none", security: "[{}, {bearer: []}]", schemes: ["scheme bearer bearer token optional"]),
        Case(
            name: "another for one operation", security: "[{key: []}]", own: "[{admin: []}]",
            schemes: ["scheme key header X-Key apiKey", "scheme admin bearer admin optional"]),
        Case(
            name: "OAuth 2 and OpenID Connect are tokens", security: "[{oauth: [read]}]", own: "[{openID: []}]",
            schemes: ["scheme oauth bearer token", "scheme openID bearer openID optional"]),
        Case(
            name: "none for one operation", security: "[{cookie: []}]", own: "[]",
            schemes: ["scheme cookie cookie session apiKey"]),
    ]

    @Test(arguments: cases) func asksForWhatOperationsNeed(_ example: Case) throws {
        let own = example.own.isEmpty ? "" : ", security: \(example.own)"
        let described = PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            security: \(example.security)
            paths:
              /things:
                get: {operationId: things.list, responses: {'204': {description: Done}}}
                delete: {operationId: things.delete, responses: {'204': {description: Done}}\(own)}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                cookie: {type: apiKey, in: cookie, name: session}
                basic: {type: http, scheme: basic}
                bearer: {type: http, scheme: bearer}
                admin: {type: http, scheme: bearer}
                oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {read: Read}}}}
                openID: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
            """)
        let plan = try #require(described.plan, "\(described.dump)")
        #expect(described.dump.filter { $0.hasPrefix("scheme ") } == example.schemes)
        #expect(plan.resources[0].methods[0].security == nil)
        if example.own == "[]" { #expect(plan.resources[0].methods[1].security == []) }
    }
}
