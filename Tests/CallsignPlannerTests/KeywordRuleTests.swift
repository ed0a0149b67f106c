import CallsignPlan
import Testing

/// By which rule keywords are left out that no type is made of.
@Suite struct KeywordRuleTests {
    @Test(
        "a keyword is left out by a rule",
        arguments: [
            ("type: object, propertyNames: {pattern: a}", "propertyNames", "keys-are-not-checked"),
            ("type: object, dependentRequired: {a: [b]}", "dependentRequired", "conditions-have-no-type"),
            ("type: object, minProperties: 1", "minProperties", "constraints-are-documented-not-enforced"),
            ("type: object, maxProperties: 9", "maxProperties", "constraints-are-documented-not-enforced"),
            ("type: array, items: {}, contains: {type: string}", "contains", "elements-are-not-checked"),
            ("type: array, items: {}, contains: {}, minContains: 1", "minContains", "elements-are-not-checked"),
            ("type: array, items: {}, contains: {}, maxContains: 1", "maxContains", "elements-are-not-checked"),
            ("type: array, items: {}, unevaluatedItems: false", "unevaluatedItems", "undeclared-elements-are-ignored"),
            ("type: string, not: {const: a}", "not", "negation-has-no-type"),
            ("type: string, if: {const: a}", "if", "conditions-have-no-type"),
            ("type: string, if: {}, then: {const: a}", "then", "conditions-have-no-type"),
            ("type: string, if: {}, else: {const: a}", "else", "conditions-have-no-type"),
            ("type: object, dependentSchemas: {a: {required: [b]}}", "dependentSchemas", "conditions-have-no-type"),
            ("type: object, discriminator: {propertyName: a}", "discriminator", "discriminator-without-alternatives"),
            ("type: string, $id: 'https://example.com/a'", "$id", "names-the-schema"),
            ("type: string, $schema: 'https://json-schema.org/draft/2020-12/schema'", "$schema", "names-the-dialect"),
            ("type: string, $comment: Why", "$comment", "comment"),
            ("type: string, contentEncoding: quoted-printable", "contentEncoding", "embedded-content-is-text"),
            ("type: string, contentMediaType: application/json", "contentMediaType", "embedded-content-is-text"),
            ("type: string, contentSchema: {type: object}", "contentSchema", "embedded-content-is-text"),
            ("type: integer, minimum: 1", "minimum", "constraints-are-documented-not-enforced"),
            ("type: string, maxLength: 1", "maxLength", "constraints-are-documented-not-enforced"),
            ("type: string, pattern: a", "pattern", "constraints-are-documented-not-enforced"),
            ("type: string, default: a", "default", "constraints-are-documented-not-enforced"),
            ("type: string, examples: [a]", "examples", "constraints-are-documented-not-enforced"),
            ("type: string, xml: {name: a}", "xml", "xml-is-not-generated"),
            (
                "type: string, externalDocs: {url: 'https://example.com'}", "externalDocs",
                "links-of-schemas-are-not-documented"
            ),
        ])
    func leftOut(_ schema: String, _ keyword: String, _ rule: String) throws {
        let described = PlannedDescription(schemas: "Subject: {type: object, properties: {value: {\(schema)}}}")
        let ledger = try #require(described.plan).ledger
        let found = ledger.entries.filter { $0.item == .keyword && $0.name == keyword }.map(\.disposition)
        #expect(found == [.leftOut(rule: rule)])
    }
}
