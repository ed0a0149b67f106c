import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Plans the requests that the API sends to an app: the description's webhooks, and its operations' callbacks.
struct WebhookPlanner {
    /// What the type that names them has of its own.
    private static let taken: Set<String> = ["signatures"]

    let document: ResolvedDocument
    let settings: PlanSettings

    /// One webhook may be described at several operations: those with the same name and payload are one.
    func plan(types: inout TypePlanner) -> [WebhookPlan] {
        var plans: [(draft: Draft, payload: TypeReference)] = []
        for draft in drafts() {
            let payload = payload(of: draft, types: &types)
            if plans.contains(where: { $0.draft.name == draft.name && $0.payload == payload }) { continue }
            plans.append((draft, payload))
        }
        var counts: [String: Int] = [:]
        let candidates = plans.map { plan in
            let count = counts[plan.draft.name, default: 0] + 1
            counts[plan.draft.name] = count
            let words = count == 1 ? plan.draft.name : plan.draft.name + "_\(count)"
            return NameScope.Candidate(words, override: plan.draft.operation.extensions[ChosenNames.key]?.string)
        }
        let names = NameScope(.member, settings: settings.naming, taken: Self.taken).names(for: candidates).names
        return zip(plans, names).map { plan, name in
            WebhookPlan(
                name: name, wireName: plan.draft.name, payload: plan.payload,
                documentation: Documentation([
                    plan.draft.operation.summary.map(OperationPlanner.sentence), plan.draft.operation.description,
                ]))
        }
    }

    private struct Draft {
        var name: String
        var operation: Operation
    }

    private func drafts() -> [Draft] {
        document.webhooks.map { Draft(name: $0.name, operation: $0.operation) }
            + document.operations.flatMap(\.callbacks).map { Draft(name: $0.name, operation: $0.operation) }
    }

    /// The type of the body: of its JSON where there is a choice, since a form says the same.
    private func payload(of draft: Draft, types: inout TypePlanner) -> TypeReference {
        guard let body = draft.operation.requestBody, let media = ContentType.preferred(body.content),
            let schema = media.schema
        else { return .json }
        switch ContentType(media.contentType).kind {
        case .json, .form: return types.whole(schema, in: TypeContext(draft.name + "_event"))
        case .multipart, .text, .binary:
            types.visit(schema)
            return .json
        }
    }
}
