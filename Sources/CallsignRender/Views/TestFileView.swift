import CallsignPlan

/// A file of the tests: the extension that makes clients, or the tests of a resource.
struct TestFileSource {
    var client: TestClientSource?
    var suite: TestSuiteSource?

    static let view: ViewShape<TestFileSource> = ViewShape(
        "testFile", "A file of the tests: what the template `test-file` is given."
    ) { fields in
        fields.object("client", "The extension that makes a client.", TestClientSource.view) { $0.client }
        fields.object("suite", "The tests of a resource.", TestSuiteSource.view) { $0.suite }
    }
}

/// How tests make a client.
struct TestClientSource {
    let plan: TestPlan
    let client: Identifier

    static let view: ViewShape<TestClientSource> = ViewShape("testClient", "How tests make a client.") { fields in
        fields.text("client", "The client's type.") { .identifier($0.client) }
        fields.text("module", "The client's module.") { .identifier($0.plan.module) }
        fields.text("server", "A server where the description names none, as a string literal; or empty.") {
            $0.plan.baseURL.map { .literal($0) }
        }
        fields.texts("arguments", "The credentials that the initialiser takes, with their labels.") {
            $0.plan.credentials.map { "\(.label($0.argument)): \(.literal($0.value))" }
        }
        fields.objects("credentials", "Credentials of other security schemes.", TestCredentialView.view) {
            $0.plan.furtherCredentials
        }
        fields.text("keyword", "`var` or `let`, for the configuration.") {
            $0.plan.furtherCredentials.isEmpty ? "let" : "var"
        }
    }
}

enum TestCredentialView {
    static let view: ViewShape<TestPlan.FurtherCredential> = ViewShape(
        "testCredential", "Credentials that the initialiser doesn't take."
    ) { fields in
        fields.text("scheme", "The security scheme's name, as a string literal.") { .literal($0.scheme) }
        fields.text("kind", "The function of `Authentication`.") { kind($0.kind) }
        fields.texts("arguments", "Its arguments.") { arguments($0.kind) }
    }

    private static func kind(_ kind: TestPlan.FurtherCredential.Kind) -> SafeText {
        switch kind {
        case .basic: "basic"
        case .bearer: "bearer"
        case .header: "apiKeyHeader"
        case .query: "apiKeyQuery"
        case .cookie: "apiKeyCookie"
        }
    }

    private static func arguments(_ kind: TestPlan.FurtherCredential.Kind) -> [SafeText] {
        let secret = SafeText.literal(TestPlan.secret)
        return switch kind {
        case .basic: ["username: \(.literal(TestPlan.userName))", "password: \(secret)"]
        case .bearer: ["token: \(secret)"]
        case .header(let name), .query(let name), .cookie(let name): ["name: \(.literal(name))", "key: \(secret)"]
        }
    }
}

/// The tests of a resource.
struct TestSuiteSource {
    let plan: TestSuitePlan

    static let view: ViewShape<TestSuiteSource> = ViewShape("testSuite", "The tests of a resource.") { fields in
        fields.text("name", "The suite's type.") { .identifier($0.plan.name) }
        fields.objects("tests", "A test for each operation.", OperationTestSource.view) { suite in
            suite.plan.tests.map { OperationTestSource(plan: $0, resource: suite.plan.resource) }
        }
    }
}

/// The test of an operation.
struct OperationTestSource {
    let plan: OperationTestPlan
    let resource: [Identifier]

    private var path: SafeText { resource.map { SafeText.identifier($0) }.joined(by: ".") }

    static let view: ViewShape<OperationTestSource> = ViewShape("operationTest", "The test of an operation.") {
        fields in
        fields.text("name", "The test's function.") { .identifier($0.plan.name) }
        fields.flag("isDeprecated", "Whether the API deprecates the operation.") { $0.plan.isDeprecated }
        fields.text("operation", "The operation's name, as a string literal.") { .literal($0.plan.operationName) }
        fields.text("httpMethod", "The HTTP method, as a string literal.") { .literal($0.plan.expected.method) }
        fields.text("target", "The address that must be called, as a string literal.") {
            .rawLiteral($0.plan.expected.target)
        }
        fields.flag("hasHeaders", "Whether any header must be sent.") { !$0.plan.expected.headers.isEmpty }
        fields.texts("headers", "The lines of the headers that must be sent.") {
            SampleLines.listed($0.plan.expected.headers.map { [Field.source($0) + ","] })
        }
        fields.texts("body", "The lines of the body that must be sent; none where there must be none.") {
            ExpectedBody.lines($0.plan.expected.body)
        }
        fields.texts("answers", "The lines of the responses that the call is answered with.") {
            SampleLines.listed($0.plan.answers.map(AnswerLines.lines))
        }
        fields.text("resource", "The properties that lead from the client to the resource.") { $0.path }
        fields.text("method", "The method that is called.") { .identifier($0.plan.method) }
        fields.texts("arguments", "The lines of the arguments that it is called with.") {
            SampleLines.arguments($0.plan.arguments)
        }
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
        case .parts(let parts):
            if parts.isEmpty { return ["body: .parts([]),"] }
            return ["body: .parts(", "    ["] + SampleLines.listed(parts.map(part)) + ["    ],", "),"]
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
    static func lines(_ answer: AnswerPlan) -> [SafeText] {
        var arguments: [SafeText] = []
        if let failure = answer.failure { arguments.append(.literal(failure.text)) }
        arguments.append(.integer(answer.status))
        var lines: [SafeText] = [answer.failure == nil ? ".success(" : ".failure("]
        lines += arguments.map { "    \($0)," }
        if !answer.headers.isEmpty {
            let fields = answer.headers.map { ["        \(Field.source($0)),"] as [SafeText] }
            lines += ["    headers: ["] + SampleLines.listed(fields) + ["    ],"]
        }
        if let type = answer.contentType {
            lines += ["    \(.literal(type)),", "    \(.rawLiteral(answer.body)),"]
        }
        return lines + ["),"]
    }
}
