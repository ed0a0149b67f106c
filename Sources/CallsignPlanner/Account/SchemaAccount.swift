import CallsignOpenAPI
import CallsignPlan

/// Says what became of each schema: of those that were planned one by one, of those that became part of them, and of
/// those that nothing was made of, by which rule.
struct SchemaAccount {
    private let document: ResolvedDocument
    /// By number; nothing for schemas that were not met yet.
    private(set) var dispositions: [Ledger.Disposition?]
    /// Schemas whose parts are to be looked at: the generated ones first, then those carried as JSON, then the others.
    private var waiting: [[Int]] = [[], [], []]

    /// - Parameter planned: what planning made of the schemas that it met, by number.
    init(document: ResolvedDocument, planned: [Ledger.Disposition?]) {
        self.document = document
        dispositions = planned
        for (index, disposition) in dispositions.enumerated() {
            if let disposition { waiting[Self.rank(disposition)].append(index) }
        }
        follow()
        for operation in document.operations { meet(operation) }
        meetCallbacksAndWebhooks()
        for leftOut in document.leftOut { meetAll(of: leftOut.operation, leftOut.rule) }
    }

    /// What became of a schema. What nothing led to is in no operation.
    func disposition(of index: Int) -> Ledger.Disposition {
        dispositions[index] ?? .leftOut(rule: "no-operation-refers-to-it")
    }

    private static func rank(_ disposition: Ledger.Disposition) -> Int {
        switch disposition {
        case .generated: 0
        case .carriedAsJSON: 1
        case .leftOut: 2
        }
    }

    // MARK: Where schemas stand

    /// Schemas of places that the client has no types for.
    private mutating func meet(_ operation: Operation) {
        for parameter in operation.parameters { meet(parameter.content, "parameter-is-sent-as-text") }
        let content = [operation.requestBody?.content ?? []] + operation.responses.map(\.content)
        for types in content { meet(types, "another-content-type-is-preferred") }
        for header in content.joined().flatMap(\.allEncodings).flatMap(\.headers) {
            meet(header.schema, "headers-of-parts-are-not-typed")
            meet(header.content, "headers-of-parts-are-not-typed")
        }
    }

    private mutating func meetCallbacksAndWebhooks() {
        for callback in document.operations.flatMap(\.callbacks) {
            meetAll(of: callback.operation, LedgerKeeper.webhookRule)
        }
        for webhook in document.webhooks { meetAll(of: webhook.operation, LedgerKeeper.webhookRule) }
    }

    private mutating func meetAll(of operation: Operation, _ rule: String) {
        for parameter in operation.parameters {
            meet(parameter.schema, rule)
            meet(parameter.content, rule)
        }
        meet(operation.requestBody?.content ?? [], rule)
        for response in operation.responses {
            meet(response.content, rule)
            for header in response.headers { meet(header.schema, rule) }
        }
        for callback in operation.callbacks { meetAll(of: callback.operation, rule) }
    }

    private mutating func meet(_ content: [MediaType], _ rule: String) {
        for type in content {
            meet(type.schema, rule)
            meet(type.itemSchema, "items-of-streams-are-not-typed")
        }
    }

    private mutating func meet(_ id: SchemaID?, _ rule: String) {
        guard let id else { return }
        settle(id.index, .leftOut(rule: rule))
        follow()
    }

    // MARK: Parts

    private mutating func settle(_ index: Int, _ disposition: Ledger.Disposition) {
        guard dispositions[index] == nil else { return }
        dispositions[index] = disposition
        waiting[Self.rank(disposition)].append(index)
    }

    /// Settles the parts of all schemas that are settled, and theirs.
    private mutating func follow() {
        while let rank = waiting.indices.first(where: { !waiting[$0].isEmpty }) {
            let batch = waiting[rank]
            waiting[rank] = []
            for index in batch {
                guard let whole = dispositions[index] else { continue }
                let schema = document.schemas[index]
                SchemaChildren.forEach(of: schema) { keyword, part in
                    guard dispositions[part.index] == nil else { return }
                    settle(part.index, disposition(of: part, keyword, in: schema, whole))
                }
            }
        }
    }

    /// What becomes of a part that planning didn't meet for itself.
    private func disposition(
        of part: SchemaID, _ keyword: String, in whole: Schema, _ disposition: Ledger.Disposition
    ) -> Ledger.Disposition {
        guard disposition == .generated else { return disposition }
        if let rule = KeywordRules.leftOut[keyword] { return .leftOut(rule: rule) }
        switch keyword {
        // It is joined with what holds it, or only says that there may be `null`.
        case "$ref", "allOf": return .generated
        case "anyOf", "oneOf":
            let schema = document[part]
            let isCondition =
                schema.types.isEmpty && schema.properties.isEmpty && schema.enumeration == nil
                && schema.const == nil && schema.reference == nil && schema.allOf.isEmpty
            return isCondition ? .leftOut(rule: "conditions-have-no-type") : .generated
        case "properties":
            let isReadOnly = document[part].readOnly
            if document.isOmitted(part) { return .leftOut(rule: "omitted-by-the-schema's-rule") }
            return .leftOut(rule: isReadOnly ? "read-only-in-a-request" : "another-part-says-more")
        default: return .leftOut(rule: "another-keyword-decides-the-type")
        }
    }
}
