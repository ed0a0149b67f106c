import CallsignPlan

/// The test of an operation, or of one of its forms.
struct OperationTestSource {
    let plan: OperationTestPlan
    let resource: [Identifier]
    /// The client's module.
    let module: Identifier

    private var path: SafeText { resource.map { SafeText.identifier($0) }.joined(by: ".") }

    private var calls: CallTestSource? {
        switch plan.content {
        case .calls(let request, let answers):
            CallTestSource(request: request, answers: answers, report: nil, module: module)
        case .report(let request, let report):
            CallTestSource(request: request, answers: [report.receipt], report: report, module: module)
        case .pages: nil
        }
    }

    private var list: ListTestSource? {
        if case .pages(let pages, let items) = plan.content { ListTestSource(pages: pages, items: items) } else { nil }
    }

    static let view: ViewShape<OperationTestSource> = ViewShape(
        "operationTest", "The test of an operation, or of one of its forms."
    ) { fields in
        fields.text("name", "The test's function.") { .identifier($0.plan.name) }
        fields.flag("isDeprecated", "Whether the API deprecates the operation.") { $0.plan.isDeprecated }
        fields.text("operation", "The operation's name, as a string literal.") { .literal($0.plan.operationName) }
        fields.text("resource", "The properties that lead from the client to the resource.") { $0.path }
        fields.text("method", "The method that is called.") { .identifier($0.plan.method) }
        fields.texts("arguments", "The lines of the arguments that it is called with.") {
            SampleLines.arguments($0.plan.arguments)
        }
        fields.object("calls", "What single calls send and are answered; nothing for a list.", CallTestSource.view) {
            $0.calls
        }
        fields.object("list", "The list that the method gives; nothing for single calls.", ListTestSource.view) {
            $0.list
        }
    }
}

/// What calls send, and what they are answered.
struct CallTestSource {
    let request: ExpectedRequest
    let answers: [AnswerPlan]
    let report: ReportPlan?
    /// The client's module.
    let module: Identifier

    static let view: ViewShape<CallTestSource> = ViewShape("callTest", "What calls send and are answered.") { fields in
        fields.object("request", "What must be sent.", ExpectedRequestView.view) { $0.request }
        fields.texts("answers", "The lines of the responses that the call is answered with.") { source in
            SampleLines.listed(source.answers.map { AnswerLines.lines($0, source.module) })
        }
        fields.text("callback", "The address that the result is reported to, as a string literal; empty for none.") {
            $0.report.map { .literal($0.url) }
        }
        fields.text("outcomeMethod", "The method that reads a report; empty for none.") {
            $0.report?.outcomeMethod.map { .identifier($0) }
        }
        fields.texts("reports", "The lines of the reports that it reads.") {
            TextLines.listed($0.report?.reports ?? [])
        }
    }
}

/// A list that is gone through.
struct ListTestSource {
    let pages: [PageTestPlan]
    let items: String

    static let view: ViewShape<ListTestSource> = ViewShape("listTest", "A list that is gone through.") { fields in
        fields.text("items", "The JSON pointer of the elements in each page, as a string literal.") {
            .literal($0.items)
        }
        fields.objects("pages", "Its pages.", PageTestView.view) { $0.pages }
    }
}

/// One page of a list.
enum PageTestView {
    static let view: ViewShape<PageTestPlan> = ViewShape("pageTest", "One page of a list that is gone through.") {
        fields in
        fields.object("request", "What must be sent.", ExpectedRequestView.view) { $0.request }
        fields.texts("answer", "The lines of the response as an argument.") {
            AnswerLines.lines($0.answer, after: "answered: ")
        }
    }
}

/// What must be sent.
enum ExpectedRequestView {
    static let view: ViewShape<ExpectedRequest> = ViewShape("expectedRequest", "What must be sent.") { fields in
        fields.text("httpMethod", "The HTTP method, as a string literal.") { .literal($0.method) }
        fields.text("target", "The address that must be called, as a string literal.") { .rawLiteral($0.target) }
        fields.flag("hasHeaders", "Whether any header must be sent.") { !$0.headers.isEmpty }
        fields.texts("headers", "The lines of the headers that must be sent.") {
            SampleLines.listed($0.headers.map { [Field.source($0) + ","] })
        }
        fields.texts("body", "The lines of the body that must be sent; none where there must be none.") {
            ExpectedBody.lines($0.body)
        }
    }
}

/// Texts as the elements of a list.
private enum TextLines {
    static func listed(_ texts: [String]) -> [SafeText] {
        SampleLines.listed(texts.map { ["\(.rawLiteral($0)),"] })
    }
}

/// A name and a value, as the runtime of tests takes them.
private enum Field {
    static func source(_ field: (name: String, value: String)) -> SafeText {
        ".init(\(.literal(field.name)), \(.rawLiteral(field.value)))"
    }
}

private enum ExpectedBody {
    /// The body as an argument, a comma after it.
    static func lines(_ body: ExpectedRequest.Body) -> [SafeText] {
        switch body {
        case .none: return []
        case .json(let text): return ["body: .json(", "    \(.rawLiteral(text)),", "),"]
        case .text(let text): return ["body: .text(", "    \(.rawLiteral(text)),", "),"]
        case .form(let pairs):
            if pairs.isEmpty { return ["body: .form([]),"] }
            let fields = pairs.map { ["        \(Field.source($0)),"] as [SafeText] }
            return ["body: .form(", "    ["] + SampleLines.listed(fields) + ["    ],", "),"]
        case .parts(let parts, let contentType):
            let isForm = contentType == "multipart/form-data"
            if parts.isEmpty, isForm { return ["body: .parts([]),"] }
            let type: [SafeText] = isForm ? [] : ["    contentType: \(.literal(contentType)),"]
            return ["body: .parts(", "    ["] + SampleLines.listed(parts.map(part)) + ["    ],"] + type + ["),"]
        }
    }

    private static func part(_ part: ExpectedRequest.Part) -> [SafeText] {
        var arguments: [SafeText] = [.literal(part.name)]
        if let name = part.fileName { arguments.append("fileName: \(.literal(name))") }
        if let type = part.contentType { arguments.append("contentType: \(.literal(type))") }
        arguments.append(.rawLiteral(part.text))
        return ["        .init("] + arguments.map { "            \($0)," } + ["        ),"]
    }
}

private enum AnswerLines {
    /// - Parameters:
    ///   - module: the client's; nothing where it doesn't matter which headers are read.
    ///   - start: what stands before the response on its first line.
    static func lines(_ answer: AnswerPlan, _ module: Identifier? = nil, after start: SafeText = "") -> [SafeText] {
        var arguments: [SafeText] = []
        if let failure = answer.failure { arguments.append(.literal(failure.text)) }
        arguments.append(.integer(answer.status))
        var lines: [SafeText] = ["\(start)\(answer.failure == nil ? ".success(" : ".failure(")"]
        lines += arguments.map { "    \($0)," }
        if !answer.headers.isEmpty {
            let fields = answer.headers.map { ["        \(Field.source($0)),"] as [SafeText] }
            lines += ["    headers: ["] + SampleLines.listed(fields) + ["    ],"]
        }
        if let module, !answer.reads.isEmpty {
            lines += ["    reads: ["] + SampleLines.listed(answer.reads.map { read($0, module) }) + ["    ],"]
        }
        if let type = answer.contentType {
            lines += ["    \(.literal(type)),", "    \(.rawLiteral(answer.body)),"]
        }
        if let elements = answer.elements {
            lines += ["    elements: ["] + TextLines.listed(elements).map { "        \($0)" } + ["    ],"]
        }
        if !answer.isDescribed { lines.append("    isDescribed: false,") }
        return lines + ["),"]
    }

    private static func read(_ read: AnswerPlan.HeaderRead, _ module: Identifier) -> [SafeText] {
        let path = ([module] + read.type + [read.property]).map { SafeText.identifier($0) }.joined(by: ".")
        return ["        .init(", "            \(.literal(read.wireName)),", "            \\\(path),", "        ),"]
    }
}
