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
    /// The client's module.
    let module: Identifier

    static let view: ViewShape<TestSuiteSource> = ViewShape("testSuite", "The tests of a resource.") { fields in
        fields.text("name", "The suite's type.") { .identifier($0.plan.name) }
        fields.objects("tests", "A test for each operation.", OperationTestSource.view) { suite in
            suite.plan.tests.map { OperationTestSource(plan: $0, resource: suite.plan.resource, module: suite.module) }
        }
    }
}
