import CallsignPlan

/// The enumeration of what an operation answers with, where that depends on the status.
struct ResponseSource {
    let name: Identifier
    let cases: [ResponseCasePlan]
    let signature: MethodSignature

    private var context: RenderContext { signature.context }
    private var sources: [ResponseCaseSource] { cases.map { ResponseCaseSource(plan: $0, context: context) } }

    static let view: ViewShape<ResponseSource> = ViewShape("response", "What an operation answers with, by status.") {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { source in
            ["/// What ``\(source.signature.link)`` answers with."]
        }
        fields.text("name", "The type's name.") { .identifier($0.name) }
        fields.objects("cases", "A case for each documented status.", ResponseCaseSource.view) { $0.sources }
        fields.objects("byStatus", "The cases that have a status of their own.", ResponseCaseSource.view) {
            $0.sources.filter { $0.plan.status != .default }
        }
        fields.object(
            "otherwise", "The case of all other statuses, where they are documented.", ResponseCaseSource.view
        ) {
            $0.sources.first { $0.plan.status == .default }
        }
    }
}

struct ResponseCaseSource {
    let plan: ResponseCasePlan
    let context: RenderContext

    static let view: ViewShape<ResponseCaseSource> = ViewShape("responseCase", "A documented status of a success.") {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") {
            .documentation($0.plan.value?.documentation.paragraphs ?? [])
        }
        fields.text("name", "The case's name.") { .identifier($0.plan.name) }
        fields.text("type", "The type of the body; empty where there is none.") { source in
            source.plan.value.flatMap { value in
                // A status alone doesn't say how to read on, so what would be streamed is read whole.
                var value = value
                if value.format.isStreamed { value.format = .text }
                return CallResult(.value(value), source.context, throwing: "").type
            }
        }
        fields.text("status", "The status or their range, as a pattern.") { StatusPattern.source(of: $0.plan.status) }
        fields.flag("isJSON", "Whether the body is JSON.") { $0.plan.value?.format == .json }
        fields.text("member", "The member of `RawResponse` that is the body where it isn't JSON.") {
            switch $0.plan.value?.format {
            case .text, .events, .lines, .records, .stream: "text"
            case .binary: "rawBody"
            case .json, nil: nil
            }
        }
    }
}
