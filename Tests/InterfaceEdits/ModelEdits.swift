extension InterfaceEdit {
    private static let pet = "_ = try await client.pets.get(\"1\")"

    /// Edits of what methods give.
    package static let models: [InterfaceEdit] = [
        InterfaceEdit(
            "a response says more", breaking: false, ["property-added Pet.color"],
            edit: [Replacement("weight: {type: number}", "weight: {type: number}\n        color: {type: string}")],
            caller: pet),
        InterfaceEdit(
            "a response has headers", breaking: false, ["type-added ZooClient.Pets.RemoveHeaders"],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone, headers: {X-Left: {schema: {type: integer}}}}")
            ],
            caller: "try await client.pets.remove(\"1\")"),
        InterfaceEdit(
            "a header is gone", breaking: true, ["property-removed ZooClient.Pets.RemoveHeaders.eTag"],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone, headers: {X-Left: {schema: {type: integer}}}}")
            ],
            before: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone, headers: {X-Left: {schema: {type: integer}}, ETag: {schema: {type: string}}}}"
                )
            ],
            caller: """
                let (_, response) = try await client.withResponse { try await $0.pets.remove("1") }
                print(ZooClient.Pets.RemoveHeaders(response).eTag ?? "")
                """),
        InterfaceEdit(
            "a header has another type", breaking: true,
            ["property-type-changed ZooClient.Pets.RemoveHeaders.xLeft"],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone, headers: {X-Left: {schema: {type: string}}}}")
            ],
            before: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone, headers: {X-Left: {schema: {type: integer}}}}")
            ]),
        InterfaceEdit(
            "more responses have the same headers", breaking: false,
            [
                "type-added ZooHeaders", "type-added ZooError.NotFoundHeaders",
            ],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone, headers: {X-Left: {schema: {type: integer}}}}"),
                Replacement(
                    "'404': {description: None,",
                    "'404': {description: None, headers: {X-Left: {schema: {type: integer}}},"),
            ],
            before: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone, headers: {X-Left: {schema: {type: integer}}}}")
            ],
            caller: """
                let (_, response) = try await client.withResponse { try await $0.pets.remove("1") }
                print(ZooClient.Pets.RemoveHeaders(response).xLeft ?? 0)
                """),
        InterfaceEdit(
            "a response always says more", breaking: false, ["property-added Pet.color"],
            edit: [
                Replacement("weight: {type: number}", "weight: {type: number}\n        color: {type: string}"),
                Replacement("required: [id, name, species]", "required: [id, name, species, color]"),
            ],
            caller: pet),
        InterfaceEdit(
            "a response says less", breaking: true, ["property-removed Pet.weight"],
            edit: [Replacement("        weight: {type: number}\n", "")],
            caller: "print(try await client.pets.get(\"1\").weight ?? 0)"),
        InterfaceEdit(
            "a response's property may be absent", breaking: true, ["property-now-optional Pet.name"],
            edit: [Replacement("required: [id, name, species]", "required: [id, species]")],
            caller: "print(try await client.pets.get(\"1\").name.count)"),
        InterfaceEdit(
            "a response's property may be null", breaking: true, ["property-now-optional Problem.text"],
            edit: [Replacement("text: {type: string}", "text: {type: [string, 'null']}")],
            caller: """
                do throws(ZooError) { _ = try await client.pets.get("1") } catch .notFound(let failure) {
                    print(failure.body?.text.count ?? 0)
                } catch {}
                """),
        InterfaceEdit(
            "a response's property is always there", breaking: true, ["property-now-required Pet.weight"],
            edit: [Replacement("required: [id, name, species]", "required: [id, name, species, weight]")],
            caller: "if let weight = try await client.pets.get(\"1\").weight { print(weight) }"),
        InterfaceEdit(
            "a response's property has another type", breaking: true, ["property-type-changed Pet.weight"],
            edit: [Replacement("weight: {type: number}", "weight: {type: string}")],
            caller: "let weight: Double? = try await client.pets.get(\"1\").weight\n_ = weight"),
        InterfaceEdit(
            "a response's number is whole", breaking: true, ["property-type-changed Pet.weight"],
            edit: [Replacement("weight: {type: number}", "weight: {type: integer}")]),
        InterfaceEdit(
            "a response's text has a format", breaking: true, ["property-type-changed Pet.id"],
            edit: [Replacement("        id: {type: string}", "        id: {type: string, format: uuid}")],
            caller: "print(try await client.pets.get(\"1\").id.count)"),
        InterfaceEdit(
            "a response's property has another name", breaking: true, ["property-renamed Pet.weight"],
            edit: [Replacement("weight: {type: number}", "weight: {type: number, x-callsign-name: mass}")],
            caller: "print(try await client.pets.get(\"1\").weight ?? 0)"),
        InterfaceEdit(
            "a response's property is deprecated", breaking: false, ["property-deprecated Pet.weight"],
            edit: [Replacement("weight: {type: number}", "weight: {type: number, deprecated: true}")],
            caller: "print(try await client.pets.get(\"1\").weight ?? 0)"),
        InterfaceEdit(
            "a response's property is no longer deprecated", breaking: false, ["property-restored Pet.weight"],
            edit: [Replacement("weight: {type: number}", "weight: {type: number, deprecated: true}")],
            isReversed: true),
        InterfaceEdit(
            "texts are edited", breaking: false, [],
            edit: [
                Replacement("description: The pet,", "description: The pet that was asked for,"),
                Replacement("weight: {type: number}", "weight: {type: number, minimum: 0, description: In kilograms.}"),
            ],
            caller: pet),
        InterfaceEdit(
            "a shared model can say more", breaking: false, ["property-added Food.brand"],
            edit: [Replacement("grams: {type: integer}", "brand: {type: string}\n        grams: {type: integer}")],
            caller: "_ = try await client.feedings.start(.init(kind: \"fish\", grams: 10))"),
        InterfaceEdit(
            "a shared model has to say more", breaking: true, ["argument-required Food.brand"],
            edit: [
                Replacement("grams: {type: integer}", "brand: {type: string}\n        grams: {type: integer}"),
                Replacement("required: [kind]", "required: [kind, brand]"),
            ],
            caller: "_ = try await client.feedings.start(.init(kind: \"fish\", grams: 10))"),
        InterfaceEdit(
            "a shared model's properties have another order", breaking: true,
            ["arguments-reordered Food.init(kind:grams:)"],
            edit: [
                Replacement(
                    "kind: {type: string}\n        grams: {type: integer}",
                    "grams: {type: integer}\n        kind: {type: string}")
            ],
            caller: "_ = Food(kind: \"fish\", grams: 10)"),
        InterfaceEdit(
            "a shared model allows further keys", breaking: false, ["property-added Food.additionalProperties"],
            edit: [
                Replacement(
                    "required: [kind]\n", "required: [kind]\n      additionalProperties: {type: string}\n")
            ],
            caller: "_ = Food(kind: \"fish\", grams: 10)"),
        InterfaceEdit(
            "responses can be made by callers", breaking: false, nil, configuration: memberwise,
            caller: "let pet: Pet = try await client.pets.get(\"1\")\n_ = pet"),
        InterfaceEdit(
            "responses can't be made by callers any more", breaking: true, nil, configuration: memberwise,
            isReversed: true, caller: "_ = Chip(code: \"1\")"),
        InterfaceEdit(
            "models can be hashed", breaking: false, nil, configuration: hashable, caller: pet),
        InterfaceEdit(
            "models can't be hashed any more", breaking: true, nil, configuration: hashable, isReversed: true,
            caller: "let pets: Set<Pet> = [try await client.pets.get(\"1\")]\n_ = pets"),
        InterfaceEdit(
            "a configuration renames a type", breaking: true, ["type-renamed Pet"],
            configuration: [Replacement("access: public", "access: public\ntypes: {Pet: Animal}")],
            caller: "let pet: Pet = try await client.pets.get(\"1\")\n_ = pet"),
        InterfaceEdit(
            "a schema is renamed", breaking: true, ["type-renamed Chip"],
            edit: [Replacement("schemas/Chip'", "schemas/Tag'"), Replacement("    Chip:\n", "    Tag:\n")],
            caller: "let chip: Chip? = try await client.pets.get(\"1\").chip\n_ = chip"),
        InterfaceEdit(
            "a type is added", breaking: false, ["property-added Pet.home", "type-added Home"],
            edit: [
                Replacement(
                    "weight: {type: number}",
                    "weight: {type: number}\n        home: {$ref: '#/components/schemas/Home'}"),
                Replacement(
                    "    Chip:\n", "    Home: {type: object, properties: {street: {type: string}}}\n    Chip:\n"),
            ],
            caller: pet),
        InterfaceEdit(
            "a type is removed", breaking: true, ["property-removed Pet.chip", "type-removed Chip"],
            edit: [
                Replacement("        chip: {$ref: '#/components/schemas/Chip'}\n", "")
            ],
            caller: "let chip: Chip? = nil\n_ = chip"),
    ]

    private static let memberwise = [Replacement("access: public", "access: public\nmodels: {memberwise: true}")]
    private static let hashable = [Replacement("access: public", "access: public\nmodels: {hashable: true}")]
}
