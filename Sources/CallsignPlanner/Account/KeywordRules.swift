import CallsignOpenAPI
import CallsignPlan

/// What becomes of a keyword in a schema that a type is made of.
enum KeywordRules {
    static func disposition(of keyword: String, in schema: Schema) -> Ledger.Disposition {
        if documented.contains(keyword) { return .leftOut(rule: "constraints-are-documented-not-enforced") }
        if let rule = leftOut[keyword] { return .leftOut(rule: rule) }
        switch keyword {
        case "discriminator" where schema.oneOf.isEmpty && schema.anyOf.isEmpty:
            return .leftOut(rule: "discriminator-without-alternatives")
        case "patternProperties":
            if case .allowed = SchemaReader.additional(of: schema) { return .carriedAsJSON }
            return .generated
        case "contentEncoding" where !["base64", "base64url"].contains(schema.contentEncoding?.lowercased()):
            return .leftOut(rule: "embedded-content-is-text")
        default: return .generated
        }
    }

    private static let documented: Set<String> = [
        "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "default", "example", "examples",
    ]

    /// Rules by the keywords of which nothing is made, whatever stands beside them.
    static let leftOut: [String: String] = [
        "not": "negation-has-no-type", "if": "conditions-have-no-type", "then": "conditions-have-no-type",
        "else": "conditions-have-no-type", "dependentSchemas": "conditions-have-no-type",
        "dependentRequired": "conditions-have-no-type", "propertyNames": "keys-are-not-checked",
        "contains": "elements-are-not-checked", "minContains": "elements-are-not-checked",
        "maxContains": "elements-are-not-checked",
        "unevaluatedItems": "undeclared-elements-are-ignored", "contentMediaType": "embedded-content-is-text",
        "contentSchema": "embedded-content-is-text", "xml": "xml-is-not-generated",
        "externalDocs": "links-of-schemas-are-not-documented", "$comment": "comment",
        "$id": "names-the-schema", "$schema": "names-the-dialect", "$vocabulary": "names-the-dialect",
        "$anchor": "names-the-schema", "$dynamicAnchor": "names-the-schema",
        "$defs": "holds-schemas-for-references", "definitions": "holds-schemas-for-references",
    ]
}
