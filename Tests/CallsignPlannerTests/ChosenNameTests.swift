import CallsignDiagnostics
import CallsignPlan
import Testing

@Suite struct ChosenNameTests {
    @Test(
        "names that can't be are reported where they stand",
        arguments: [
            ("Subject: {type: object, x-callsign-name: JSONValue}", [46]),
            ("Subject: {type: object, x-callsign-name: 1st}", [46]),
            ("Subject: {type: object, properties: {a: {type: string, x-callsign-name: self}}}", [77]),
            ("Subject: {type: string, enum: [a], x-callsign-enum-names: {a: rawValue}}", [67]),
            ("Subject: {type: string, enum: [a, b], x-callsign-enum-names: {a: none, b: default}}", []),
            ("Subject: {type: object, x-callsign-name: Better, properties: {a: {type: string}}}", []),
        ])
    func refusesNamesThatCanNotBe(schema: String, columns: [Int32]) {
        let problems = PlannedDescription(schemas: schema).sink.diagnostics.filter { $0.code == "unusable-name" }
        #expect(problems.map { $0.mark?.column } == columns)
    }

    @Test(arguments: [
        ("Subject: {type: object, x-callsign-nane: Better}", "unknown-extension"),
        ("Subject: {type: string, x-callsign-type: interger}", "unknown-type-hint"),
        ("Subject: {type: string, enum: [a], x-callsign-closed: maybe}", "wrong-type"),
        ("Subject: {type: object, properties: {a: {type: string, x-callsign-omit: 'yes'}}}", "wrong-type"),
    ])
    func refusesExtensionsThatMeanNothing(schema: String, code: String) {
        let planned = PlannedDescription(schemas: schema)
        #expect(planned.sink.diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
    }

    @Test func prefersTheTypeThatIsSaidToAnEnumeration() {
        let planned = PlannedDescription(
            schemas: """
                Subject:
                  type: object
                  properties: {a: {type: string, enum: ['1', '2'], x-callsign-type: integer}}
                """)
        #expect(planned.dump.contains("  a: int(text)? wire a"))
    }
}
