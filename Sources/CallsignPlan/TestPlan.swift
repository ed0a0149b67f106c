/// The tests of a generated client: each operation called once, and each documented response answered.
package struct TestPlan: Sendable {
    /// The client's module, which the tests import.
    package var module: Identifier
    /// The extension by which tests make a client, and the name of its file.
    package var clientFile: String
    /// A server for descriptions that name none.
    package var baseURL: String?
    /// What the client is made with: each argument of its initialiser that is a text.
    package var credentials: [(argument: Identifier, value: String)]
    /// Credentials that the initialiser doesn't ask for, which some operation needs.
    package var furtherCredentials: [FurtherCredential]
    package var suites: [TestSuitePlan]

    package init(
        module: Identifier, clientFile: String, baseURL: String?,
        credentials: [(argument: Identifier, value: String)], furtherCredentials: [FurtherCredential],
        suites: [TestSuitePlan]
    ) {
        self.module = module
        self.clientFile = clientFile
        self.baseURL = baseURL
        self.credentials = credentials
        self.furtherCredentials = furtherCredentials
        self.suites = suites
    }

    /// What every credential is that tests make up, its name aside.
    package static let secret = "test-secret"
    package static let userName = "test-user"

    /// Credentials by the name of their security scheme.
    package struct FurtherCredential: Sendable {
        package enum Kind: Sendable {
            case basic, bearer
            case header(String)
            case query(String)
            case cookie(String)
        }

        package var scheme: String
        package var kind: Kind

        package init(scheme: String, kind: Kind) {
            self.scheme = scheme
            self.kind = kind
        }
    }
}

/// The tests of one resource, which are a file.
package struct TestSuitePlan: Sendable {
    package var name: Identifier
    /// The properties that lead from the client to the resource.
    package var resource: [Identifier]
    package var tests: [OperationTestPlan]

    package init(name: Identifier, resource: [Identifier], tests: [OperationTestPlan]) {
        self.name = name
        self.resource = resource
        self.tests = tests
    }
}

/// The test of one method, or of one of its forms: how it is called, what it must send, and what it is answered.
package struct OperationTestPlan: Sendable {
    package var name: Identifier
    /// What errors call the operation.
    package var operationName: String
    /// The method that is called.
    package var method: Identifier
    package var isDeprecated: Bool
    /// The arguments that the call gives, with their labels.
    package var arguments: [SampleArgument]
    package var content: Content

    package enum Content: Sendable {
        /// One call for each answer.
        case calls(ExpectedRequest, [AnswerPlan])
        /// A call whose result is reported to an address later.
        case report(ExpectedRequest, ReportPlan)
        /// A list, which is gone through.
        ///
        /// - Parameter items: the JSON pointer of the elements in each page.
        case pages([PageTestPlan], items: String)
    }

    package init(
        name: Identifier, operationName: String, method: Identifier, isDeprecated: Bool, arguments: [SampleArgument],
        content: Content
    ) {
        self.name = name
        self.operationName = operationName
        self.method = method
        self.isDeprecated = isDeprecated
        self.arguments = arguments
        self.content = content
    }
}

/// The result of a call that is reported later.
package struct ReportPlan: Sendable {
    /// The address that it is to be reported to.
    package var url: String
    /// What is answered at once.
    package var receipt: AnswerPlan
    /// The method that reads a report; nothing where there is none.
    package var outcomeMethod: Identifier?
    /// What is reported, as JSON texts.
    package var reports: [String]

    package init(url: String, receipt: AnswerPlan, outcomeMethod: Identifier?, reports: [String]) {
        self.url = url
        self.receipt = receipt
        self.outcomeMethod = outcomeMethod
        self.reports = reports
    }
}

/// One page of a list.
package struct PageTestPlan: Sendable {
    package var request: ExpectedRequest
    package var answer: AnswerPlan

    package init(request: ExpectedRequest, answer: AnswerPlan) {
        self.request = request
        self.answer = answer
    }
}

package struct SampleArgument: Sendable {
    /// Nothing where the argument has no label.
    package var label: Identifier?
    package var value: SampleValue

    package init(label: Identifier?, value: SampleValue) {
        self.label = label
        self.value = value
    }
}

/// A value that a test gives, in Swift's terms. No type is named: where it stands says which it is.
package indirect enum SampleValue: Sendable {
    case literal(LiteralValue)
    /// A number that is written as it is, such as `0.5`.
    case number(Double)
    /// A date, an address, a decimal, bytes or any JSON, made from its text.
    case text(String)
    /// Bytes, made from Base 64.
    case base64(String)
    case list([SampleValue])
    case map([(key: String, value: SampleValue)])
    /// A structure, by its initialiser.
    case structure([SampleArgument])
    /// A case of an enumeration, or a value that an open one names.
    case named(Identifier)
    /// A value that an open enumeration doesn't name.
    case raw(LiteralValue)
    /// A union's case.
    case union(Identifier, SampleValue)
    /// A file of a form.
    case file(text: String, name: String, contentType: String)
    /// A part of a form that the caller names.
    case part(name: String, text: String)
}

/// What a call must send.
package struct ExpectedRequest: Sendable {
    package enum Body: Sendable {
        case none
        case json(String)
        /// Names and values, not encoded.
        case form([(name: String, value: String)])
        case text(String)
        /// - Parameter contentType: of the whole, such as `multipart/form-data`.
        case parts([Part], contentType: String)
    }

    /// A part of a form with files; its name is empty where it has none.
    package struct Part: Sendable {
        package var name: String
        package var fileName: String?
        package var contentType: String?
        package var text: String

        package init(name: String, fileName: String? = nil, contentType: String? = nil, text: String) {
            self.name = name
            self.fileName = fileName
            self.contentType = contentType
            self.text = text
        }
    }

    package var method: String
    /// The whole address, or path and query where no server is known.
    package var target: String
    package var headers: [(name: String, value: String)]
    package var body: Body

    package init(method: String, target: String, headers: [(name: String, value: String)], body: Body) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

/// A response that a test answers with, and what must come of it.
package struct AnswerPlan: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    /// Nothing where it has no body.
    package var contentType: String?
    package var body: String
    /// The case of the error that must be thrown; nothing for a success.
    package var failure: Identifier?
    /// The elements of a body that arrives bit by bit, as JSON texts; nothing for other bodies.
    package var elements: [String]?
    /// Whether the description shows the answer.
    package var isDescribed = true
    /// Which of the headers the client's own type reads.
    package var reads: [HeaderRead] = []

    /// A header, and the property that must have a value because of it.
    package struct HeaderRead: Sendable {
        package var wireName: String
        /// The type that the property belongs to and what that is nested in, the module aside.
        package var type: [Identifier]
        package var property: Identifier

        package init(wireName: String, type: [Identifier], property: Identifier) {
            self.wireName = wireName
            self.type = type
            self.property = property
        }
    }

    package init(
        status: Int, headers: [(name: String, value: String)], contentType: String?, body: String,
        failure: Identifier?
    ) {
        self.status = status
        self.headers = headers
        self.contentType = contentType
        self.body = body
        self.failure = failure
    }
}
