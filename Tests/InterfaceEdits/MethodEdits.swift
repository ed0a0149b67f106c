extension InterfaceEdit {
    /// Edits of operations.
    package static let methods: [InterfaceEdit] = [
        InterfaceEdit(
            "a method is added", breaking: false, ["method-added client.pets.replace(_:_:options:)"],
            edit: [
                Replacement(
                    "    delete:\n",
                    """
                        put:
                          operationId: pets.replace
                          tags: [Pets]
                          requestBody:
                            content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
                          responses: {'204': {description: Done}}
                        delete:

                    """)
            ],
            caller: "_ = try await client.pets.get(\"1\").name"),
        InterfaceEdit(
            "a method is removed", breaking: true, ["method-removed client.pets.remove(_:options:)"],
            edit: [
                Replacement(
                    """
                        delete:
                          operationId: pets.remove
                          tags: [Pets]
                          responses:
                            '204': {description: Gone}

                    """, "")
            ],
            caller: "try await client.pets.remove(\"1\")"),
        InterfaceEdit(
            "a method is renamed", breaking: true, ["method-renamed client.pets.remove(_:options:)"],
            edit: [Replacement("pets.remove", "pets.delete")],
            caller: "try await client.pets.remove(\"1\")"),
        InterfaceEdit(
            "a resource is renamed", breaking: true, ["resource-renamed client.pets"],
            edit: [Replacement("tags: [Pets]", "tags: [Animals]")],
            caller: "_ = try await client.pets.get(\"1\")"),
        InterfaceEdit(
            "a method moves to another resource", breaking: true, ["method-renamed client.pets.remove(_:options:)"],
            edit: [
                Replacement(
                    "pets.remove\n      tags: [Pets]", "pets.remove\n      tags: [Keepers]")
            ],
            caller: "try await client.pets.remove(\"1\")"),
        InterfaceEdit(
            "a resource is added", breaking: false,
            ["resource-added client.numbers", "method-added client.numbers.count(options:)"],
            edit: [
                Replacement(
                    "  /keepers/{keeper}:\n",
                    """
                      /numbers:
                        get:
                          operationId: numbers.count
                          tags: [Numbers]
                          responses:
                            '200': {description: How many, content: {text/plain: {schema: {type: string}}}}
                      /keepers/{keeper}:

                    """)
            ],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "a resource is removed", breaking: true,
            [
                "resource-removed client.numbers", "method-removed client.numbers.count(options:)",
            ],
            edit: [
                Replacement(
                    "  /keepers/{keeper}:\n",
                    """
                      /numbers:
                        get:
                          operationId: numbers.count
                          tags: [Numbers]
                          responses:
                            '200': {description: How many, content: {text/plain: {schema: {type: string}}}}
                      /keepers/{keeper}:

                    """)
            ],
            isReversed: true, caller: "_ = try await client.numbers.count()"),
        InterfaceEdit(
            "a path is changed", breaking: false, ["operation-changed client.keepers.get(_:options:)"],
            edit: [Replacement("/keepers/{keeper}:", "/staff/{keeper}:")],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "an HTTP method is changed", breaking: false, ["operation-changed client.feedings.start(_:options:)"],
            edit: [Replacement("  /feedings:\n    post:", "  /feedings:\n    put:")]),
        InterfaceEdit(
            "a path parameter is added", breaking: true,
            [
                "argument-removed client.keepers.get(_:options:)", "argument-required client.keepers.get(_:options:)",
                "argument-required client.keepers.get(_:options:)", "operation-changed client.keepers.get(_:options:)",
            ],
            edit: [
                Replacement("/keepers/{keeper}:", "/zoos/{zoo}/keepers/{keeper}:"),
                Replacement(
                    "        - {name: keeper,",
                    "        - {name: zoo, in: path, required: true, schema: {type: string}}\n        - {name: keeper,"),
            ],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "a path parameter's type is changed", breaking: true,
            ["argument-type-changed client.keepers.get(_:options:)"],
            edit: [
                Replacement(
                    "{name: keeper, in: path, required: true, schema: {type: string}}",
                    "{name: keeper, in: path, required: true, schema: {type: integer}}")
            ],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "a path parameter without a label is renamed", breaking: false, [],
            edit: [Replacement("pet_id", "id_of_pet")], caller: "_ = try await client.pets.get(\"1\")"),
        InterfaceEdit(
            "a method is deprecated", breaking: false, ["method-deprecated client.pets.get(_:options:)"],
            edit: [Replacement("operationId: pets.get", "operationId: pets.get\n      deprecated: true")],
            caller: "_ = try await client.pets.get(\"1\")"),
        InterfaceEdit(
            "a method is no longer deprecated", breaking: false, ["method-restored client.pets.get(_:options:)"],
            edit: [Replacement("operationId: pets.get", "operationId: pets.get\n      deprecated: true")],
            isReversed: true),
        InterfaceEdit(
            "a method that took no request can take one", breaking: false,
            ["argument-added client.keepers.get(_:options:)", "type-added ZooClient.Keepers.GetRequest"],
            edit: [
                Replacement(
                    "        - {name: keeper,",
                    "        - {name: fields, in: query, schema: {type: string}}\n        - {name: keeper,")
            ],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "a method that took no request needs one", breaking: true,
            ["argument-required client.keepers.get(_:options:)", "type-added ZooClient.Keepers.GetRequest"],
            edit: [
                Replacement(
                    "        - {name: keeper,",
                    "        - {name: fields, in: query, required: true, schema: {type: string}}\n"
                        + "        - {name: keeper,")
            ],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "a method takes no request any more", breaking: true,
            ["argument-removed client.keepers.get(_:_:options:)", "type-removed ZooClient.Keepers.GetRequest"],
            edit: [
                Replacement(
                    "        - {name: keeper,",
                    "        - {name: fields, in: query, schema: {type: string}}\n        - {name: keeper,")
            ],
            isReversed: true, caller: "_ = try await client.keepers.get(\"1\", .init(fields: \"name\"))"),
        InterfaceEdit(
            "a method gives something where it gave nothing", breaking: true,
            ["result-changed client.pets.remove(_:options:)"],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'200': {description: The pet, content: {application/json: "
                        + "{schema: {$ref: '#/components/schemas/Pet'}}}}")
            ],
            caller: "let done: Void = try await client.pets.remove(\"1\")\n_ = done"),
        InterfaceEdit(
            "a method gives nothing where it gave something", breaking: true,
            ["result-changed client.pets.remove(_:options:)"],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'200': {description: The pet, content: {application/json: "
                        + "{schema: {$ref: '#/components/schemas/Pet'}}}}")
            ],
            isReversed: true, caller: "print(try await client.pets.remove(\"1\").name)"),
        InterfaceEdit(
            "a method gives what depends on the status", breaking: true,
            ["result-changed client.keepers.get(_:options:)", "type-added ZooClient.Keepers.GetResponse"],
            edit: [
                Replacement(
                    "'200': {description: Somebody,",
                    "'202': {description: Later, content: {application/json: "
                        + "{schema: {$ref: '#/components/schemas/Problem'}}}}\n        '200': {description: Somebody,")
            ]),
        InterfaceEdit(
            "an answer arrives bit by bit", breaking: true, ["result-changed client.keepers.get(_:options:)"],
            edit: [
                Replacement("Somebody, content: {application/json:", "Somebody, content: {text/event-stream:")
            ],
            caller: "let keeper: Keeper = try await client.keepers.get(\"1\")\n_ = keeper"),
        InterfaceEdit(
            "an answer can arrive bit by bit, too", breaking: false, nil,
            edit: [
                Replacement(
                    "Somebody, content: {application/json:",
                    "Somebody, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Chip'}}, "
                        + "application/json:")
            ],
            caller: "let keeper: Keeper = try await client.keepers.get(\"1\")\n_ = keeper"),
        InterfaceEdit(
            "a list is no longer paged", breaking: true,
            ["method-removed client.pets.list(_:options:)", "method-renamed client.pets.listPage(_:options:)"],
            configuration: [
                Replacement(
                    "pagination: {all: {style: offset, parameter: offset, limit: limit, items: [/pets], "
                        + "total: [/total]}}", "")
            ],
            caller: "for try await pet in client.pets.list() { print(pet.name) }"),
        InterfaceEdit(
            "a list is paged now", breaking: true,
            ["method-renamed client.pets.list(_:options:)", "method-added client.pets.list(_:options:)"],
            configuration: [
                Replacement(
                    "pagination: {all: {style: offset, parameter: offset, limit: limit, items: [/pets], "
                        + "total: [/total]}}", "")
            ],
            isReversed: true, caller: "print(try await client.pets.list().pets.count)"),
        InterfaceEdit(
            "a list has other items", breaking: true,
            ["result-changed client.pets.list(_:options:)", "property-type-changed PetList.pets"],
            edit: [
                Replacement(
                    "items: {$ref: '#/components/schemas/Pet'}", "items: {$ref: '#/components/schemas/Chip'}")
            ],
            caller: "for try await pet in client.pets.list() { print(pet.name) }"),
    ]
}
