extension InterfaceEdit {
    /// Edits of what methods take.
    package static let requests: [InterfaceEdit] = [
        InterfaceEdit(
            "a request can say more", breaking: false, ["property-added ZooClient.Pets.CreateRequest.color"],
            edit: [
                Replacement(
                    "nickname: {type: string}", "nickname: {type: string}\n                color: {type: string}")
            ],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat, nickname: \"T\"))"),
        InterfaceEdit(
            "a request can say more between what it said", breaking: false,
            ["property-added ZooClient.Pets.CreateRequest.color"],
            edit: [
                Replacement(
                    "nickname: {type: string}", "color: {type: string}\n                nickname: {type: string}")
            ],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat, nickname: \"T\"))"),
        InterfaceEdit(
            "a request has to say more", breaking: true, ["argument-required ZooClient.Pets.CreateRequest.color"],
            edit: [
                Replacement(
                    "nickname: {type: string}", "nickname: {type: string}\n                color: {type: string}"),
                Replacement(
                    "required: [name, species]\n              properties",
                    "required: [name, species, color]\n              properties"),
            ],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat))"),
        InterfaceEdit(
            "a request can say less", breaking: true, ["property-removed ZooClient.Pets.CreateRequest.nickname"],
            edit: [Replacement("                nickname: {type: string}\n", "")],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat, nickname: \"T\"))"),
        InterfaceEdit(
            "a request's properties have another order", breaking: true,
            ["arguments-reordered ZooClient.Pets.CreateRequest.init(name:species:nickname:)"],
            edit: [
                Replacement(
                    "                name: {type: string}\n                species: {$ref: '#/components/schemas/Species'}\n",
                    "                species: {$ref: '#/components/schemas/Species'}\n                name: {type: string}\n"
                )
            ],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat))"),
        InterfaceEdit(
            "what a request needed can be left out", breaking: true,
            ["property-now-optional ZooClient.Pets.CreateRequest.name"],
            edit: [
                Replacement(
                    "required: [name, species]\n              properties",
                    "required: [species]\n              properties")
            ],
            caller: """
                let request = ZooClient.Pets.CreateRequest(name: "Tom", species: .cat)
                print(request.name.count)
                """),
        InterfaceEdit(
            "a request needs what could be left out", breaking: true,
            ["property-now-required ZooClient.Pets.CreateRequest.nickname"],
            edit: [
                Replacement(
                    "required: [name, species]\n              properties",
                    "required: [name, species, nickname]\n              properties")
            ],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat))"),
        InterfaceEdit(
            "a request can be left out", breaking: true,
            [
                "argument-now-optional client.pets.create(_:options:)",
                "property-now-optional ZooClient.Pets.CreateRequest.name",
                "property-now-optional ZooClient.Pets.CreateRequest.species",
            ],
            edit: [
                Replacement(
                    "              required: [name, species]\n              properties", "              properties")
            ]),
        InterfaceEdit(
            "a request has a property of another type", breaking: true,
            ["property-type-changed ZooClient.Pets.CreateRequest.nickname"],
            edit: [Replacement("nickname: {type: string}", "nickname: {type: integer}")],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat, nickname: \"T\"))"),
        InterfaceEdit(
            "a request's property has another name", breaking: true,
            ["property-renamed ZooClient.Pets.CreateRequest.nickname"],
            edit: [Replacement("nickname: {type: string}", "nickname: {type: string, x-callsign-name: shortName}")],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat, nickname: \"T\"))"),
        InterfaceEdit(
            "a request's property has another key", breaking: false,
            ["key-changed ZooClient.Pets.CreateRequest.nickname"],
            edit: [Replacement("nickname: {type: string}", "Nickname: {type: string}")],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat, nickname: \"T\"))"),
        InterfaceEdit(
            "a request's property is deprecated", breaking: false,
            ["property-deprecated ZooClient.Pets.CreateRequest.nickname"],
            edit: [Replacement("nickname: {type: string}", "nickname: {type: string, deprecated: true}")],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat, nickname: \"T\"))"),
        InterfaceEdit(
            "a request always says the same", breaking: true,
            ["property-read-only ZooClient.Pets.CreateRequest.name"],
            edit: [Replacement("                name: {type: string}\n", "                name: {const: Tom}\n")],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat))"),
        InterfaceEdit(
            "a request no longer always says the same", breaking: true,
            ["argument-required ZooClient.Pets.CreateRequest.name"],
            edit: [Replacement("                name: {type: string}\n", "                name: {const: Tom}\n")],
            isReversed: true, caller: "_ = try await client.pets.create(.init(species: .cat))"),
        InterfaceEdit(
            "what a request always said can be given", breaking: true,
            [
                "property-settable ZooClient.Pets.CreateRequest.name",
                "property-now-optional ZooClient.Pets.CreateRequest.name",
            ],
            edit: [
                Replacement(
                    "required: [name, species]\n              properties",
                    "required: [species]\n              properties")
            ],
            before: [Replacement("                name: {type: string}\n", "                name: {const: Tom}\n")],
            caller: "print(ZooClient.Pets.CreateRequest(species: .cat).name.count)"),
        InterfaceEdit(
            "what a request always says is something else", breaking: false,
            ["value-changed ZooClient.Pets.CreateRequest.name"],
            edit: [Replacement("                name: {type: string}\n", "                name: {const: Tom}\n")],
            before: [Replacement("                name: {type: string}\n", "                name: {const: Kit}\n")]),
        InterfaceEdit(
            "a request is a shared model", breaking: true,
            ["argument-type-changed client.pets.create(_:options:)", "type-removed ZooClient.Pets.CreateRequest"],
            edit: [
                Replacement(
                    """
                                schema:
                                  type: object
                                  required: [name, species]
                                  properties:
                                    name: {type: string}
                                    species: {$ref: '#/components/schemas/Species'}
                                    nickname: {type: string}

                    """, "            schema: {$ref: '#/components/schemas/Food'}\n")
            ],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat))"),
        InterfaceEdit(
            "a request is written as a form", breaking: false, ["request-changed client.pets.create(_:options:)"],
            edit: [Replacement("          application/json:\n", "          application/x-www-form-urlencoded:\n")],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat))"),
        InterfaceEdit(
            "a list can be asked for more", breaking: false, ["property-added ZooClient.Pets.ListRequest.name"],
            edit: [
                Replacement(
                    "        - {name: limit,",
                    "        - {name: name, in: query, schema: {type: string}}\n        - {name: limit,")
            ],
            caller: "for try await pet in client.pets.list(.init(limit: 1)) { print(pet.name) }"),
        InterfaceEdit(
            "a list needs to be asked for something", breaking: true,
            [
                "argument-required client.pets.list(_:options:)", "argument-required client.pets.listPage(_:options:)",
                "property-now-required ZooClient.Pets.ListRequest.species",
            ],
            edit: [Replacement("{name: species, in: query,", "{name: species, in: query, required: true,")],
            caller: "for try await pet in client.pets.list() { print(pet.name) }"),
    ]
}
