import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Accounts for everything in the description that planning did not meet one by one.
struct LedgerKeeper {
    static let webhookRule = "only-bodies-of-webhooks-are-typed"

    let document: ResolvedDocument

    func complete(_ ledger: inout Ledger, dispositions: [Ledger.Disposition?]) {
        guard ledger.isKept else { return }
        let schemas = SchemaAccount(document: document, planned: dispositions)
        for (index, schema) in document.schemas.enumerated() {
            let isExcluded = document.excludedSchemas.contains(SchemaID(index))
            let disposition =
                isExcluded ? .leftOut(rule: DocumentFilter.isExcluded) : schemas.disposition(of: index)
            if !schema.isInherited {
                ledger.record(.schema, schema.name ?? schema.pointer, disposition, at: schema.mark)
            }
            complete(&ledger, keywordsOf: schema, disposition)
        }
        for operation in document.operations {
            ledger.record(
                .operation, operation.operationID ?? "\(operation.method) \(operation.path)", .generated,
                at: operation.mark)
            for response in operation.responses {
                ledger.record(.response, response.pointer, .generated, at: response.mark)
            }
            for callback in operation.callbacks {
                ledger.record(.callback, callback.name, .generated, at: callback.mark)
            }
        }
        for leftOut in document.leftOut { complete(&ledger, leftOut) }
        for webhook in document.webhooks {
            ledger.record(.webhook, webhook.name, .generated, at: webhook.operation.mark)
        }
        for component in document.unusedComponents {
            ledger.record(
                .component, "\(component.kind)/\(component.name)", .leftOut(rule: "nothing-refers-to-it"),
                at: component.mark)
        }
    }

    /// Accounts for an operation that the client is made without, and what it alone has.
    private func complete(_ ledger: inout Ledger, _ leftOut: LeftOutOperation) {
        let operation = leftOut.operation
        let disposition = Ledger.Disposition.leftOut(rule: leftOut.rule)
        if let webhook = leftOut.webhook {
            ledger.record(.webhook, webhook, disposition, at: operation.mark)
            return
        }
        let name = operation.operationID ?? "\(operation.method) \(operation.path)"
        ledger.record(.operation, name, disposition, at: operation.mark)
        for parameter in operation.parameters {
            ledger.recordParameter(
                "\(operation.method) \(operation.path) \(parameter.location.rawValue) \(parameter.name)", disposition,
                at: parameter.mark)
        }
        for response in operation.responses {
            ledger.record(.response, response.pointer, disposition, at: response.mark)
        }
        for callback in operation.callbacks {
            ledger.record(.callback, callback.name, disposition, at: callback.mark)
        }
    }

    /// Accounts for a schema's keywords, which share its fate unless a type is made of it.
    private func complete(_ ledger: inout Ledger, keywordsOf schema: Schema, _ disposition: Ledger.Disposition) {
        for keyword in schema.keywords {
            let own = disposition == .generated ? KeywordRules.disposition(of: keyword.name, in: schema) : disposition
            ledger.record(.keyword, keyword.name, own, at: keyword.mark)
        }
        for keyword in schema.unknownKeywords {
            ledger.record(.keyword, keyword.name, .leftOut(rule: "unknown-keyword"), at: keyword.mark)
        }
        for entry in schema.extensions.entries {
            let isRead =
                entry.key.utf8.starts(with: "x-callsign-".utf8) || document.isSwagger && entry.key == "x-nullable"
                || schema.discriminated != nil && entry.key == SchemaInheritance.valueExtension
            let own = isRead ? disposition : .leftOut(rule: "extension-of-another-tool")
            ledger.record(.keyword, entry.key, own, at: entry.keyMark)
        }
    }
}
