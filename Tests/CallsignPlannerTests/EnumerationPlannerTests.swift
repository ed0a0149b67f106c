import CallsignPlan
import Testing

/// What becomes of listed values.
@Suite struct EnumerationPlannerTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var schema: String
        var type: String
        var cases: [String]
        var testDescription: String { schema }

        init(_ schema: String, _ type: String, _ cases: String...) {
            self.schema = schema
            self.type = type
            self.cases = cases
        }
    }

    @Test(
        "values of any type are listed",
        arguments: [
            Example(
                "{type: string, enum: [a, 1, true]}", "SubjectValue", "a = \"a\"", "value1 = \"1\"", "true = \"true\""),
            Example("{type: integer, enum: [1, 2]}", "SubjectValue", "value1 = 1", "value2 = 2"),
            Example("{type: integer, enum: ['1', '2']}", "SubjectValue", "value1 = 1", "value2 = 2"),
            Example("{type: number, enum: [0.5, 1.25]}", "SubjectValue", "value0_5 = 0.5", "value1_25 = 1.25"),
            Example(
                "{enum: [1, a, true, 1.5, null]}", "SubjectValue", "value1 = 1", "a = \"a\"", "true = true",
                "value1_5 = 1.5"),
            Example("{type: boolean, enum: [true, false]}", "bool"),
            Example("{enum: [true, false]}", "bool"),
            Example("{enum: [{a: 1}, [2]]}", "json"),
            Example("{const: 1.5}", "double"),
            Example("{const: true}", "bool"),
            Example("{const: [1]}", "json"),
            Example("{enum: [null]}", "json"),
        ])
    func values(_ example: Example) {
        let described = PlannedDescription(
            schemas: "Subject: {type: object, properties: {value: \(example.schema)}}")
        #expect(described.facts("structure Subject ").last == "  value: \(example.type)? wire value")
        if !example.cases.isEmpty {
            #expect(described.facts("enumeration SubjectValue ").dropFirst() == example.cases.map { "  " + $0 }[...])
        }
    }

    @Test func constantsAreWrittenByThemselves() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  type: object
                  required: [text, flag, count, rate]
                  properties:
                    text: {const: a}
                    flag: {const: true}
                    count: {const: 7}
                    rate: {const: 1.5}
                """, answering: "Subject", sending: "Subject")
        #expect(
            described.facts("structure Subject ").dropFirst() == [
                "  text: string wire text = \"a\"", "  flag: bool wire flag = true", "  count: int wire count = 7",
                "  rate: double wire rate = 1.5",
            ])
    }
}
