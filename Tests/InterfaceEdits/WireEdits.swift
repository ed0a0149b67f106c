extension InterfaceEdit {
    /// Edits of what is sent and answered, which source doesn't name.
    package static let wire: [InterfaceEdit] = [
        InterfaceEdit(
            "a body is JSON of a kind of its own", breaking: false,
            ["request-changed client.feedings.start(_:options:)"],
            edit: [
                Replacement(
                    "content: {application/json: {schema: {$ref: '#/components/schemas/Food'}}}\n        required",
                    "content: {application/vnd.zoo+json: {schema: {$ref: '#/components/schemas/Food'}}}\n        required"
                )
            ],
            caller: "_ = try await client.feedings.start(.init(kind: \"hay\"))"),
        InterfaceEdit(
            "a key of a body is a parameter", breaking: false, ["format-changed ZooClient.Pets.CreateRequest.name"],
            edit: [
                Replacement("                name: {type: string}\n", ""),
                Replacement(
                    "required: [name, species]\n              properties",
                    "required: [species]\n              properties"),
                Replacement(
                    "operationId: pets.create\n      tags: [Pets]\n",
                    "operationId: pets.create\n      tags: [Pets]\n      "
                        + "parameters: [{name: name, in: query, required: true, schema: {type: string}}]\n"),
            ],
            caller: "_ = try await client.pets.create(.init(name: \"Tom\", species: .cat))"),
        InterfaceEdit(
            "a parameter has another style", breaking: false, ["format-changed ZooClient.Pets.ListRequest.tags"],
            edit: [
                Replacement(
                    "- {name: limit, in",
                    "- {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}\n        - {name: limit, in"
                )
            ],
            before: [
                Replacement(
                    "- {name: limit, in",
                    "- {name: tags, in: query, schema: {type: array, items: {type: string}}}\n        - {name: limit, in"
                )
            ],
            caller: "_ = try await client.pets.listPage(.init(tags: [\"a\", \"b\"]))"),
        InterfaceEdit(
            "a parameter of a path has another style", breaking: false,
            ["format-changed client.keepers.get(_:options:)"],
            edit: [
                Replacement(
                    "{name: keeper, in: path, required: true,", "{name: keeper, in: path, required: true, style: label,"
                )
            ],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "a date is written differently", breaking: false, ["format-changed Chip.made"],
            edit: [
                Replacement(
                    "maker: {type: string}", "maker: {type: string}\n        made: {type: integer, format: unix-time}")
            ],
            before: [
                Replacement(
                    "maker: {type: string}", "maker: {type: string}\n        made: {type: string, format: date-time}")
            ],
            caller: "let made = try await client.pets.get(\"1\").chip?.made\n_ = made"),
        InterfaceEdit(
            "an operation needs no credentials", breaking: false, ["request-changed client.keepers.get(_:options:)"],
            edit: [Replacement("operationId: keepers.get", "operationId: keepers.get\n      security: []")],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "an operation is at another server", breaking: false, ["request-changed client.keepers.get(_:options:)"],
            edit: [
                Replacement(
                    "operationId: keepers.get",
                    "operationId: keepers.get\n      servers: [{url: 'https://keepers.example'}]")
            ],
            caller: "_ = try await client.keepers.get(\"1\")"),
        InterfaceEdit(
            "error messages stand elsewhere", breaking: false, ["setting-changed place of error messages"],
            configuration: [Replacement("{merged: true}", "{merged: true, message: [/reason]}")]),
    ]
}
