extension InterfaceEdit {
    private static let closed = "enumerations: {closed: true}\n"
    private static let overSpecies = """
        switch try await client.pets.get("1").species {
        case .cat: print("cat")
        case .dog: print("dog")
        }
        """
    private static let robot =
        "    Robot:\n      type: object\n      required: [type, model]\n"
        + "      properties: {type: {type: string}, model: {type: string}}\n"

    /// Edits of what has a value out of several: enumerations, unions and errors.
    package static let choices: [InterfaceEdit] = [
        InterfaceEdit(
            "an open enumeration has a new value", breaking: false, ["case-added Species.bird"],
            edit: [Replacement("enum: [cat, dog]", "enum: [cat, bird, dog]")],
            caller: "if try await client.pets.get(\"1\").species == .cat { print(\"cat\") }"),
        InterfaceEdit(
            "an open enumeration has lost a value", breaking: true, ["case-removed Species.dog"],
            edit: [Replacement("enum: [cat, dog]", "enum: [cat]")],
            caller: "if try await client.pets.get(\"1\").species == .dog { print(\"dog\") }"),
        InterfaceEdit(
            "a value is written differently", breaking: false, ["value-changed Species.cat"],
            edit: [Replacement("enum: [cat, dog]", "enum: [Cat, dog]")],
            caller: "if try await client.pets.get(\"1\").species == .cat { print(\"cat\") }"),
        InterfaceEdit(
            "a closed enumeration has a new value", breaking: true, ["case-added Species.bird"],
            edit: [Replacement("enum: [cat, dog]", "enum: [cat, bird, dog]")], settings: closed, caller: overSpecies),
        InterfaceEdit(
            "a closed enumeration has lost a value", breaking: true, ["case-removed Species.dog"],
            edit: [Replacement("enum: [cat, dog]", "enum: [cat]")], settings: closed, caller: overSpecies),
        InterfaceEdit(
            "a closed enumeration's value is written differently", breaking: false, ["value-changed Species.cat"],
            edit: [Replacement("enum: [cat, dog]", "enum: [Cat, dog]")], settings: closed, caller: overSpecies),
        InterfaceEdit(
            "an enumeration is closed", breaking: true, ["type-kind-changed Species"],
            configuration: [Replacement("access: public", "access: public\nenumerations: {closed: true}")],
            caller: "let species: Species = Species(rawValue: \"cat\")\n_ = species"),
        InterfaceEdit(
            "an enumeration is opened", breaking: true, ["type-kind-changed Species"],
            configuration: [Replacement("access: public", "access: public\nenumerations: {closed: true}")],
            isReversed: true, caller: overSpecies),
        InterfaceEdit(
            "an enumeration is of numbers", breaking: true,
            [
                "raw-type-changed Species", "case-removed Species.cat", "case-removed Species.dog",
                "case-added Species.value1", "case-added Species.value2",
            ],
            edit: [Replacement("Species: {type: string, enum: [cat, dog]}", "Species: {type: integer, enum: [1, 2]}")],
            caller: "print(try await client.pets.get(\"1\").species.rawValue.count)"),
        InterfaceEdit(
            "an enumeration is any text", breaking: true, nil,
            edit: [Replacement("Species: {type: string, enum: [cat, dog]}", "Species: {type: string}")],
            caller: "if try await client.pets.get(\"1\").species == .cat { print(\"cat\") }"),
        InterfaceEdit(
            "any text is an enumeration", breaking: true, nil,
            edit: [Replacement("Species: {type: string, enum: [cat, dog]}", "Species: {type: string}")],
            isReversed: true, caller: "print(try await client.pets.get(\"1\").species.count)"),
        InterfaceEdit(
            "a union has a new case", breaking: true, ["case-added Keeper.ghost", "type-added Ghost"],
            edit: [
                Replacement(
                    "        - {$ref: '#/components/schemas/Robot'}\n",
                    "        - {$ref: '#/components/schemas/Robot'}\n        - {$ref: '#/components/schemas/Ghost'}\n"),
                Replacement(robot, robot + robot.replacing("Robot", with: "Ghost").replacing("model", with: "century")),
            ],
            caller: """
                switch try await client.keepers.get("1") {
                case .person(let person): print(person.name)
                case .robot(let robot): print(robot.model)
                case .unknown(let value): print(value)
                }
                """),
        InterfaceEdit(
            "a union has lost a case", breaking: true, ["case-removed Keeper.ghost", "type-removed Ghost"],
            edit: [
                Replacement(
                    "        - {$ref: '#/components/schemas/Robot'}\n",
                    "        - {$ref: '#/components/schemas/Robot'}\n        - {$ref: '#/components/schemas/Ghost'}\n"),
                Replacement(robot, robot + robot.replacing("Robot", with: "Ghost").replacing("model", with: "century")),
            ],
            isReversed: true, caller: "if case .ghost = try await client.keepers.get(\"1\") { print(\"boo\") }"),
        InterfaceEdit(
            "a union's case and its type are renamed", breaking: true,
            ["case-renamed Keeper.robot", "type-renamed Robot"],
            edit: [Replacement("Robot", "Machine")],
            caller: "if case .robot = try await client.keepers.get(\"1\") { print(\"beep\") }"),
        InterfaceEdit(
            "an error has a new case", breaking: true, ["case-added ZooError.internalServerError"],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone}\n        '500': {description: Broken, content: {application/json: "
                        + "{schema: {$ref: '#/components/schemas/Problem'}}}}")
            ],
            caller: overErrors),
        InterfaceEdit(
            "an error has lost a case", breaking: true, ["case-removed ZooError.conflict"],
            edit: [
                Replacement(
                    "        '409': {description: Known, content: {application/json: "
                        + "{schema: {$ref: '#/components/schemas/Problem'}}}}\n", "")
            ],
            caller: overErrors),
        InterfaceEdit(
            "an error says something else", breaking: true, ["case-type-changed ZooError.notFound"],
            edit: [
                Replacement(
                    "{description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}",
                    "{description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Chip'}}}}")
            ],
            caller: """
                do throws(ZooError) { _ = try await client.pets.get("1") } catch .notFound(let failure) {
                    print(failure.body?.text ?? "")
                } catch {}
                """),
        InterfaceEdit(
            "all other errors are described", breaking: true,
            ["case-added ZooError.failed", "case-removed ZooError.undocumented"],
            edit: [
                Replacement(
                    "'204': {description: Gone}",
                    "'204': {description: Gone}\n        default: {description: Broken, content: {application/json: "
                        + "{schema: {$ref: '#/components/schemas/Problem'}}}}")
            ],
            caller: overErrors),
        InterfaceEdit(
            "each operation has errors of its own", breaking: true, nil,
            configuration: [Replacement("errors: {merged: true}\n", "")], caller: overErrors),
    ]

    private static let overErrors = """
        do throws(ZooError) {
            try await client.pets.remove("1")
        } catch {
            switch error {
            case .notFound, .conflict, .undocumented, .transport, .timeout, .cancelled, .decoding, .invalidRequest: break
            }
        }
        """
}
