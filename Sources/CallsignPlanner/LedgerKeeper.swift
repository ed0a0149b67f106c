import CallsignOpenAPI
import CallsignPlan

/// Accounts for everything in the description that planning did not meet one by one.
struct LedgerKeeper {
    let document: ResolvedDocument

    func complete(_ ledger: inout Ledger, dispositions: [Int: Ledger.Disposition]) {
        for (index, schema) in document.schemas.enumerated() {
            let disposition = dispositions[index] ?? .leftOut(rule: "not-reached-by-any-operation")
            ledger.record(.schema, schema.name ?? schema.pointer, disposition, at: schema.mark)
            for keyword in schema.keywords {
                ledger.record(.keyword, keyword.name, self.disposition(keyword.name, disposition), at: keyword.mark)
            }
        }
        for operation in document.operations {
            ledger.record(
                .operation, operation.operationID ?? "\(operation.method) \(operation.path)", .generated,
                at: operation.mark)
            for response in operation.responses {
                ledger.record(.response, response.pointer, .generated, at: response.mark)
            }
            for callback in operation.callbacks {
                ledger.record(
                    .callback, callback.name, .leftOut(rule: "callbacks-are-not-generated"), at: callback.mark)
            }
        }
        for webhook in document.webhooks {
            ledger.record(
                .webhook, webhook.name, .leftOut(rule: "webhooks-are-not-generated"), at: webhook.operation.mark)
        }
        for component in document.unusedComponents {
            ledger.record(
                .component, "\(component.kind)/\(component.name)", .leftOut(rule: "nothing-refers-to-it"),
                at: component.mark)
        }
    }

    private func disposition(_ keyword: String, _ schema: Ledger.Disposition) -> Ledger.Disposition {
        guard schema == .generated else { return schema }
        if Self.documented.contains(keyword) { return .leftOut(rule: "constraints-are-documented-not-enforced") }
        if let rule = Self.leftOut[keyword] { return .leftOut(rule: rule) }
        if keyword.hasPrefix("x-callsign-") { return .generated }
        return keyword.hasPrefix("x-") ? .leftOut(rule: "vendor-extension") : .generated
    }

    private static let documented: Set<String> = [
        "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "default", "example", "examples",
    ]

    private static let leftOut: [String: String] = [
        "not": "negation-has-no-type", "if": "conditions-have-no-type", "then": "conditions-have-no-type",
        "else": "conditions-have-no-type", "dependentSchemas": "conditions-have-no-type",
        "dependentRequired": "conditions-have-no-type", "propertyNames": "keys-are-not-checked",
        "contains": "elements-are-not-checked", "minContains": "elements-are-not-checked",
        "maxContains": "elements-are-not-checked", "unevaluatedProperties": "undeclared-keys-are-ignored",
        "unevaluatedItems": "undeclared-elements-are-ignored", "contentMediaType": "embedded-content-is-text",
        "contentSchema": "embedded-content-is-text", "xml": "xml-is-not-generated",
        "externalDocs": "links-of-schemas-are-not-documented", "$comment": "comment",
        "readOnly": "direction-of-properties-is-not-enforced", "writeOnly": "direction-of-properties-is-not-enforced",
    ]
}
