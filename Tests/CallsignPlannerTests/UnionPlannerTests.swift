import CallsignDiagnostics
import CallsignPlan
import Testing

@Suite struct UnionPlannerTests {
    private static let shapes = """
        Circle: {type: object, required: [kind, radius], properties: {kind: {const: circle}, radius: {type: number}}}
        Square: {type: object, required: [kind, side], properties: {kind: {const: square}, side: {type: number}}}

        """

    @Test func aDiscriminatorsMappingTellsBranchesApart() {
        let described = PlannedDescription(
            schemas: Self.shapes + """
                Subject:
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                  discriminator:
                    propertyName: kind
                    mapping: {round: '#/components/schemas/Circle', cornered: Square}
                """)
        #expect(
            described.facts("union Subject") == [
                "union Subject by kind(round: circle, cornered: square) received", "  circle(Circle)",
                "  square(Square)",
            ])
    }

    @Test func withoutAMappingTheBranchesConstantsDo() {
        let described = PlannedDescription(
            schemas: Self.shapes + """
                Subject:
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                  discriminator: {propertyName: kind}
                """)
        #expect(
            described.facts("union Subject").first == "union Subject by kind(circle: circle, square: square) received")
    }

    @Test func constantsTellBranchesApartWithoutADiscriminatorToo() {
        let described = PlannedDescription(
            schemas: Self.shapes + """
                Subject:
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                """)
        #expect(
            described.facts("union Subject").first == "union Subject by kind(circle: circle, square: square) received")
    }

    @Test func differentJSONTypesTellThemselvesApart() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  oneOf: [{type: string}, {type: array, items: {type: string}}]
                """)
        #expect(
            described.facts("union Subject") == [
                "union Subject by type received", "  text(string)", "  list([string])",
            ])
    }

    @Test func anEnumerationBesideTextIsAnOpenEnumeration() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  anyOf: [{type: string}, {type: string, enum: [small, large]}]
                """)
        #expect(described.facts("enumeration Subject").first == "enumeration Subject open received")
    }

    @Test func branchesOfTheSameKindAreTriedInOrder() {
        let described = PlannedDescription(
            schemas: """
                A: {type: object, required: [a], properties: {a: {type: string}}}
                B: {type: object, required: [b], properties: {b: {type: string}}}
                Subject: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
                """)
        #expect(described.facts("union Subject") == ["union Subject in order received", "  a(A)", "  b(B)"])
    }
}
