import CallsignPlan
import CallsignRender

/// A plan whose every text tries to become code.
enum HostilePlan {
    static let texts = [
        "\"); EVIL(); //", "\\\"); EVIL(); //", "\\(EVIL())", "\"\"\" EVIL() \"\"\"", "*/ EVIL() /*", "\nEVIL()\n",
        "\r\nEVIL()", "\rEVIL()", "\u{b}EVIL()", "\u{c}EVIL()", "\u{85}EVIL()", "\u{2028}EVIL()", "\u{2029}EVIL()",
        "\0EVIL()", "\u{202e}()LIVE EVIL\u{202c}", "\u{2066}EVIL()\u{2069}", "` EVIL() `", "#\"EVIL()\"#",
        "}}; {{EVIL}} {{{EVIL}}}", "\u{1b}[31mEVIL()", "EVIL\u{200b}()", "\u{feff}EVIL()", "\\", "\\u{0}EVIL",
    ]

    private static let all = texts.joined(separator: " ")

    static let plan: ClientPlan = {
        let documentation = Documentation(texts)
        var cases = texts.map { text in
            EnumerationPlan.Case(
                name: caseName("case"), value: .string(text), documentation: Documentation([text]))
        }
        let caseNames = NameScope(.enumerationCase, settings: NamingSettings())
            .names(for: texts.map { NameScope.Candidate($0) }).names
        for (index, name) in caseNames.enumerated() { cases[index].name = name }
        let memberNames = NameScope(.member, settings: NamingSettings())
            .names(for: texts.map { NameScope.Candidate($0) }).names
        let members = zip(texts, memberNames).map { text, name in
            MemberPlan(
                name: name, wireName: text, type: .string, isOptional: true,
                documentation: Documentation([text]), mark: someMark)
        }
        var method = MethodPlan(
            all, "GET\(all)", all, all, arguments: [ArgumentPlan(all)],
            request: .members(all, members.map { .query($0) }), response: .json(.named(0), all))
        method.operationName = all
        method.fixedParameters = texts.map { FixedParameterPlan(wireName: $0, place: .query, value: $0) }
        method.security = [texts]
        method.server = ServerPlan(url: all, documentation: documentation)
        let types = [
            TypePlan(0, all, .structure(StructurePlan(members, sent: true, additional: .string)), sent: true, all),
            TypePlan(
                1, "e" + all, .enumeration(EnumerationPlan(rawType: .string, cases: cases, isOpen: true)), sent: true,
                all),
            TypePlan(
                2, "u" + all,
                .union(
                    UnionPlan(
                        selection: .discriminator(property: all, values: texts.map { ($0, 0) }),
                        cases: [UnionPlan.Case(all, .named(0), keys: texts)],
                        unknownCase: caseName("unknown"))), sent: true, all),
        ]
        var plan = ClientPlan(
            types: types,
            resources: [
                ResourcePlan(
                    typeName: typeName("r" + all), propertyName: memberName("r" + all), documentation: documentation,
                    methods: [method], children: [])
            ],
            errors: [
                ErrorPlan.Case(
                    name: caseName(all), status: .code(400), body: .json, documentation: documentation,
                    causes: all, remedy: all)
            ],
            files: [
                FilePlan(path: "Client.swift", contents: [.client, .errors]),
                FilePlan(path: "Resource.swift", contents: [.resource([0])]),
                FilePlan(path: "Types.swift", contents: [.types(types.map(\.id))]),
            ])
        plan.documentation = documentation
        plan.apiTitle = all
        plan.apiVersion = all
        plan.servers = [ServerPlan(url: all, documentation: documentation)]
        plan.errorRules = ErrorRulesPlan(message: texts, requestID: texts, requestIDHeader: all)
        plan.parameters = [
            ClientParameterPlan(
                name: argumentName(all), wireName: all, documentation: documentation, environmentVariable: all,
                isUserName: false)
        ]
        return plan
    }()

    static let header = FileHeader(generator: all, description: all, command: all)
}
