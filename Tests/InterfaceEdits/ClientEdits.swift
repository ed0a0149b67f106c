extension InterfaceEdit {
    /// Edits of what holds for the whole client.
    package static let clients: [InterfaceEdit] = [
        InterfaceEdit(
            "the client is called differently", breaking: true, ["type-renamed ZooClient"],
            configuration: [Replacement("module: Zoo", "module: Zoo\nclient: ZooAPI")],
            caller: "let other: ZooClient = client\n_ = other"),
        InterfaceEdit(
            "the client needs another credential", breaking: true,
            [
                "argument-removed ZooClient.init(token:configuration:transport:)",
                "argument-required ZooClient.init(token:configuration:transport:)",
                "argument-removed ZooClient.init(token:configuration:transport:)",
                "argument-required ZooClient.init(token:configuration:transport:)", "setting-changed place of key",
            ],
            edit: [Replacement("key: {type: http, scheme: bearer}", "key: {type: apiKey, in: header, name: X-Key}")],
            caller: "_ = ZooClient(token: \"secret\")"),
        InterfaceEdit(
            "the client is given what stood in paths", breaking: true, nil,
            configuration: [Replacement("access: public", "access: public\nparameters: {keeper: {}}")],
            caller: "_ = ZooClient(token: \"secret\")"),
        InterfaceEdit(
            "an environment variable is renamed", breaking: true, ["environment-changed environment variable of token"],
            configuration: [Replacement("ZOO_TOKEN", "ZOO_KEY")]),
        InterfaceEdit(
            "credentials are no longer read from the environment", breaking: true,
            ["method-removed ZooClient.fromEnvironment(_:configuration:transport:)"],
            configuration: [Replacement("authentication: {key: {environment: {token: ZOO_TOKEN}}}\n", "")],
            caller: "_ = try ZooClient.fromEnvironment()"),
        InterfaceEdit(
            "credentials are read from the environment", breaking: false,
            ["method-added ZooClient.fromEnvironment(_:configuration:transport:)"],
            configuration: [Replacement("authentication: {key: {environment: {token: ZOO_TOKEN}}}\n", "")],
            isReversed: true, caller: "_ = ZooClient(token: \"secret\")"),
        InterfaceEdit(
            "the server has another address", breaking: false, ["setting-changed server"],
            edit: [Replacement("https://zoo.example", "https://zoo.example/v2")],
            caller: "_ = ZooClient(token: \"secret\")"),
        InterfaceEdit(
            "the API has a limit", breaking: false, ["setting-changed rate limit"],
            configuration: [Replacement("access: public", "access: public\nrate-limit: {requests: 3, seconds: 1}")]),
        InterfaceEdit(
            "the client is for its package only", breaking: true, ["access-narrowed all declarations"],
            configuration: [Replacement("access: public", "access: package")],
            caller: "_ = ZooClient(token: \"secret\")"),
        InterfaceEdit(
            "the client is for everybody", breaking: false, ["access-widened all declarations"],
            configuration: [Replacement("access: public", "access: package")], isReversed: true),
        InterfaceEdit(
            "the API sends requests", breaking: false, ["type-added ZooWebhooks"],
            edit: [
                Replacement(
                    "components:\n  securitySchemes:",
                    """
                    webhooks:
                      escape:
                        post:
                          requestBody:
                            content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                          responses: {'200': {description: Thanks}}
                    components:
                      securitySchemes:
                    """)
            ],
            caller: "_ = try await client.pets.get(\"1\")"),
        InterfaceEdit(
            "nothing", breaking: false, [], caller: "_ = try await client.pets.get(\"1\")"),
    ]

    package static let all = methods + requests + models + choices + clients + wire
}
