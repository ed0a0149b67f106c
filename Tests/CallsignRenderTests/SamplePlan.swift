import CallsignPlan
import CallsignRender

/// A plan with everything in it, one kind of declaration a file.
enum SamplePlan {
    static let plan: ClientPlan = {
        var plan = ClientPlan(
            types: SampleTypes.all, resources: [SampleMethods.calls], errors: errors,
            files: [
                FilePlan(path: "SampleClient.swift", contents: [.client]),
                FilePlan(path: "SampleError.swift", contents: [.errors]),
                FilePlan(path: "Calls.swift", contents: [.resource([0])]),
                FilePlan(path: "Lists.swift", contents: [.resource([0, 0])]),
                FilePlan(
                    path: "Models/Structures.swift",
                    contents: [.types(ids { if case .structure = $0 { true } else { false } })]),
                FilePlan(
                    path: "Models/Enumerations.swift",
                    contents: [.types(ids { if case .enumeration = $0 { true } else { false } })]),
                FilePlan(
                    path: "Models/Unions.swift", contents: [.types(ids { if case .union = $0 { true } else { false } })]
                ),
                FilePlan(path: "Models/Names.swift", contents: [.types([TypeID(7), TypeID(12)])]),
                FilePlan(path: "Models/Labels.swift", contents: [.types([TypeID(12)])]),
            ])
        plan.parameters = [
            ClientParameterPlan(
                name: argumentName("auth_id"), wireName: "auth_id", documentation: Documentation(["Your account."]),
                environmentVariable: "SAMPLE_AUTH_ID", isUserName: true)
        ]
        plan.authentication = AuthenticationPlan(
            schemes: [
                AuthenticationPlan.Scheme(
                    name: "basicAuth",
                    kind: .basic(username: argumentName("auth_id"), password: argumentName("auth_token")),
                    documentation: Documentation(["The token of the account."]),
                    environmentVariables: [(argumentName("auth_token"), "SAMPLE_AUTH_TOKEN")]),
                AuthenticationPlan.Scheme(
                    name: "api key", kind: .apiKeyHeader(name: "X-Key", key: argumentName("key")),
                    documentation: Documentation(), environmentVariables: [(argumentName("key"), "SAMPLE_KEY")]),
            ], requirements: [["basicAuth", "api key"], []])
        return plan
    }()

    private static func ids(_ isIncluded: (TypePlan.Kind) -> Bool) -> [TypeID] {
        SampleTypes.all.filter { isIncluded($0.kind) && $0.id.index != 12 }.map(\.id)
    }

    static let errors = [
        ErrorPlan.Case(
            name: caseName("badRequest"), status: .code(400), body: .named(8),
            documentation: Documentation(["400: Something is missing."]), causes: "A value that isn't there.",
            remedy: "Compare what you sent, \"to\" and 'from' and all, with what the documentation says must be there."),
        ErrorPlan.Case(
            name: caseName("notFound"), status: .code(404), body: .json, documentation: Documentation(),
            causes: nil, remedy: nil),
        ErrorPlan.Case(
            name: caseName("serverError"), status: .range(5), body: .named(8), documentation: Documentation(),
            causes: nil, remedy: "Try again."),
    ]

    static let header = FileHeader(
        generator: "Callsign 0.1.0", description: "spec/sample.yaml", command: "make generate")
}
