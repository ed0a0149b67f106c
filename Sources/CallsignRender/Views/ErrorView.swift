import CallsignPlan

/// An error enumeration.
struct ErrorSource {
    let plan: ErrorPlan
    let context: RenderContext

    init(_ plan: ErrorPlan, _ context: RenderContext) {
        self.plan = plan
        self.context = context
        context.useRuntime(.exposed)
    }

    private var documentation: SafeLines {
        let lines = SafeLines.documentation(plan.documentation.paragraphs)
        return lines.isEmpty ? ["/// What can go wrong with a call of the \(.comment(context.plan.apiTitle))."] : lines
    }

    private var cases: [ErrorCaseSource] { plan.cases.map { ErrorCaseSource(plan: $0, context: context) } }

    static let view: ViewShape<ErrorSource> = ViewShape("error", "An enumeration of what can go wrong with a call.") {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.documentation }
        fields.text("name", "The type's name.") { .identifier($0.plan.name) }
        fields.objects("cases", "A case for each documented status.", ErrorCaseSource.view) { $0.cases }
        fields.objects("byStatus", "The cases that have a status of their own.", ErrorCaseSource.view) {
            $0.cases.filter { $0.plan.status != .default }
        }
        fields.object("otherwise", "The case of all other statuses, where they are documented.", ErrorCaseSource.view) {
            $0.cases.first { $0.plan.status == .default }
        }
        fields.objects("headers", "The types of the headers of failures.", HeadersSource.view) { source in
            source.plan.cases.compactMap { HeadersSource($0, source.context) }
        }
    }
}

struct ErrorCaseSource {
    let plan: ErrorPlan.Case
    let context: RenderContext

    private var documentation: SafeLines {
        var paragraphs = plan.documentation.paragraphs
        if let causes = plan.causes, !causes.isEmpty { paragraphs.append("Causes: \(causes)") }
        if let remedy = plan.remedy, !remedy.isEmpty { paragraphs.append("Remedy: \(remedy)") }
        return SafeLines.documentation(paragraphs)
    }

    private var advice: [SafeText] {
        var arguments: [SafeText] = []
        if let causes = plan.causes, !causes.isEmpty { arguments.append("causes: \(.literal(causes))") }
        if let remedy = plan.remedy, !remedy.isEmpty { arguments.append("remedy: \(.literal(remedy))") }
        return arguments
    }

    static let view: ViewShape<ErrorCaseSource> = ViewShape("errorCase", "A documented status of a failure.") {
        fields in
        fields.lines("documentation", "The lines of the documentation comment.") { $0.documentation }
        fields.text("name", "The case's name.") { .identifier($0.plan.name) }
        fields.text("bodyType", "The type of the response's body.") { $0.context.type($0.plan.body) }
        fields.text("status", "The status or their range, as a pattern.") { StatusPattern.source(of: $0.plan.status) }
        fields.texts("advice", "The causes and the remedy, as labelled arguments.") { $0.advice }
    }
}

/// Patterns that match statuses.
enum StatusPattern {
    static func source(of status: ErrorPlan.Status) -> SafeText? {
        switch status {
        case .code(let code): .integer(code)
        case .range(let hundreds): "\(.integer(hundreds))00...\(.integer(hundreds))99"
        case .default: nil
        }
    }
}
