import CallsignDiagnostics
import CallsignPlan

/// Short ways to write plan values in tests.
let someMark = SourceMark(file: 0, line: 1, column: 1)

func typeName(_ name: String) -> Identifier { NameScope(.type, settings: NamingSettings()).name(name) }
func memberName(_ name: String) -> Identifier { NameScope(.member, settings: NamingSettings()).name(name) }
func methodName(_ name: String) -> Identifier { NameScope(.method, settings: NamingSettings()).name(name) }
func argumentName(_ name: String) -> Identifier { NameScope(.argument, settings: NamingSettings()).name(name) }
func caseName(_ name: String) -> Identifier {
    NameScope(.enumerationCase, settings: NamingSettings()).name(name)
}

extension TypeReference {
    static var string: TypeReference { .scalar(ScalarType(.string)) }
    static var int: TypeReference { .scalar(ScalarType(.int)) }
    static var bool: TypeReference { .scalar(ScalarType(.bool)) }
    static var date: TypeReference { .scalar(ScalarType(.date)) }
    static var binary: TypeReference { .scalar(ScalarType(.binary)) }
    static var file: TypeReference { .scalar(ScalarType(.file)) }
    static func named(_ index: Int) -> TypeReference { .named(TypeID(index)) }
}

extension MemberPlan {
    init(
        _ wireName: String, _ type: TypeReference, optional: Bool = false, boxed: Bool = false,
        fixed: LiteralValue? = nil, deprecated: Bool = false, _ documentation: String? = nil
    ) {
        self.init(
            name: memberName(wireName), wireName: wireName, type: type, isOptional: optional, isBoxed: boxed,
            fixedValue: fixed, documentation: Documentation([documentation]), isDeprecated: deprecated, mark: someMark)
    }
}

extension TypePlan {
    init(
        _ index: Int, _ name: String, _ kind: Kind, received: Bool = true, sent: Bool = false, deprecated: Bool = false,
        _ documentation: String? = nil
    ) {
        self.init(
            id: TypeID(index), name: typeName(name), kind: kind, documentation: Documentation([documentation]),
            isDeprecated: deprecated, isReceived: received, isSent: sent,
            conformances: Conformances(isDecodable: received, isEncodable: sent, isEquatable: sent), mark: someMark,
            pointer: "sample.yaml#/components/schemas/\(name)")
    }
}

extension StructurePlan {
    init(_ members: [MemberPlan], sent: Bool = false, additional: TypeReference? = nil) {
        self.init(
            members: members,
            additional: additional.map { AdditionalMember(name: memberName("additional_properties"), valueType: $0) },
            hasMemberwiseInitializer: sent)
    }
}

extension EnumerationPlan {
    init(_ values: [String], open: Bool = true) {
        self.init(
            rawType: .string,
            cases: values.map {
                Case(name: caseName($0), value: .string($0), documentation: Documentation())
            }, isOpen: open)
    }
}

extension UnionPlan.Case {
    init(_ name: String, _ type: TypeReference, json: JSONType? = nil, keys: [String] = []) {
        self.init(
            name: caseName(name), type: type, jsonTypes: json.map { [$0] } ?? [], requiredKeys: keys,
            documentation: Documentation())
    }
}

extension ParameterStylePlan {
    static let form = ParameterStylePlan(.form, explode: true)
    static let simple = ParameterStylePlan(.simple, explode: false)
}

extension ArgumentPlan {
    init(
        _ wireName: String, labelled: Bool = false, _ type: TypeReference = .string,
        _ style: ParameterStylePlan = .simple
    ) {
        self.init(
            label: labelled ? argumentName(wireName) : nil, name: argumentName(wireName), wireName: wireName,
            type: type,
            style: style, documentation: Documentation())
    }
}

extension RequestMemberPlan {
    static func query(_ member: MemberPlan, _ style: ParameterStylePlan = .form) -> RequestMemberPlan {
        RequestMemberPlan(member: member, place: .query(style))
    }

    static func key(_ member: MemberPlan) -> RequestMemberPlan { RequestMemberPlan(member: member, place: .bodyKey) }
}

extension RequestPlan {
    static func members(
        _ name: String, _ members: [RequestMemberPlan], body: BodyFormat? = nil, optional: Bool = false
    ) -> RequestPlan {
        .structure(
            RequestStructurePlan(
                name: typeName(name), documentation: Documentation(), members: members, body: body, isOptional: optional
            ))
    }
}

extension ResponsePlan {
    static func json(_ type: TypeReference, _ documentation: String? = nil) -> ResponsePlan {
        .value(ResponseValuePlan(type: type, format: .json, documentation: Documentation([documentation])))
    }
}

extension MethodPlan {
    init(
        _ name: String, _ httpMethod: String, _ path: String, _ documentation: String? = nil,
        arguments: [ArgumentPlan] = [], request: RequestPlan? = nil, response: ResponsePlan = .none,
        pages: PagePlan? = nil
    ) {
        self.init(
            name: methodName(name), operationName: "sample.\(name)", httpMethod: httpMethod, path: path,
            documentation: Documentation([documentation]), isDeprecated: false, arguments: arguments, request: request,
            fixedParameters: [], response: response, error: 0, pages: pages, asynchronous: nil, security: nil,
            server: nil, mark: someMark)
    }
}

extension PropertyPath {
    /// Steps whose names end in `?` are optional.
    init(_ steps: [String], _ type: TypeReference) {
        self.init(
            steps: steps.map { step in
                Step(name: memberName(step.filter { $0 != "?" }), isOptional: step.hasSuffix("?"))
            }, type: type)
    }
}

extension ClientPlan {
    /// A client with one error enumeration and one file for each part.
    init(
        types: [TypePlan], resources: [ResourcePlan] = [], errors: [ErrorPlan.Case] = [],
        files: [FilePlan]
    ) {
        self.init(
            clientName: typeName("SampleClient"), access: .public, documentation: Documentation(),
            apiTitle: "Sample API",
            apiVersion: "1.2", types: types,
            errors: [ErrorPlan(name: typeName("SampleError"), documentation: Documentation(), cases: errors)],
            resources: resources, parameters: [], authentication: AuthenticationPlan(schemes: [], requirements: []),
            servers: [ServerPlan(url: "https://api.example.com", documentation: Documentation())],
            errorRules: ErrorRulesPlan(message: ["/message"], requestID: [], requestIDHeader: nil), rateLimit: nil,
            files: files,
            ledger: Ledger())
    }
}
