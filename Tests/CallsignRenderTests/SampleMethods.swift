import CallsignPlan

/// Methods of every kind.
enum SampleMethods {
    static let calls = ResourcePlan(
        typeName: typeName("calls"), propertyName: memberName("calls"),
        documentation: Documentation(["Place calls and act on them."]),
        methods: [create, get, delete, transcript, recording, upload, start, styles, replace, odd],
        children: [pages])

    static let pages = ResourcePlan(
        typeName: typeName("lists"), propertyName: memberName("lists"), documentation: Documentation(), methods: lists,
        children: [])

    static let create: MethodPlan = {
        var method = MethodPlan(
            "create", "POST", "/Account/{auth_id}/Call/", "Places a call.",
            request: .members(
                "CreateRequest",
                [
                    .key(MemberPlan("from", .string, "Whom it comes from.")), .key(MemberPlan("to", .array(.string))),
                    .key(MemberPlan("time", .date, optional: true)), .query(MemberPlan("trace", .bool, optional: true)),
                    .key(MemberPlan("kind", .string, fixed: .string("call"))),
                ], body: .json(contentType: "application/json")),
            response: .json(.named(0), "The call."))
        method.asynchronous = AsynchronousPlan(
            urlParameter: "callback_url", methodParameter: "callback_method", place: .bodyKey, receipt: .named(14),
            outcomeMethod: memberName("createOutcome"))
        return method
    }()

    static let get = MethodPlan(
        "get", "GET", "/Account/{auth_id}/Call/{call_uuid}/", "Finds a call.", arguments: [ArgumentPlan("call_uuid")],
        response: .json(.named(0)))

    static let delete: MethodPlan = {
        var method = MethodPlan(
            "delete", "DELETE", "/Call/{call_uuid}/Leg/{in}/",
            arguments: [ArgumentPlan("call_uuid", labelled: true), ArgumentPlan("in", labelled: true)])
        method.isDeprecated = true
        method.security = []
        method.server = ServerPlan(url: "https://other.example.com", documentation: Documentation())
        return method
    }()

    static let transcript = MethodPlan(
        "transcript", "GET", "/Transcript/",
        response: .value(ResponseValuePlan(type: .string, format: .text, documentation: Documentation())))

    static let recording = MethodPlan(
        "recording", "GET", "/Recording/",
        response: .value(ResponseValuePlan(type: .binary, format: .binary, documentation: Documentation())))

    static let upload = MethodPlan(
        "upload", "POST", "/Media/",
        request: .members(
            "UploadRequest",
            [
                .key(MemberPlan("file", .file)), .key(MemberPlan("more", .array(.file), optional: true)),
                .key(MemberPlan("name", .string)), .key(MemberPlan("expires", .date, optional: true)),
                .key(MemberPlan("details", .named(14), optional: true)),
            ], body: .multipartForm))

    static let start = MethodPlan(
        "start", "POST", "/Start/",
        request: .members(
            "StartRequest",
            [
                RequestMemberPlan(
                    member: MemberPlan("body", .named(1), optional: true), place: .body)
            ], body: .json(contentType: "application/vnd.example+json"), optional: true),
        response: .byStatus(
            name: typeName("StartResponse"),
            cases: [
                ResponseCasePlan(
                    name: caseName("ok"), status: .code(200),
                    value: ResponseValuePlan(
                        type: .named(0), format: .json, documentation: Documentation(["It has begun."]))),
                ResponseCasePlan(
                    name: caseName("text"), status: .code(203),
                    value: ResponseValuePlan(type: .string, format: .text, documentation: Documentation())),
                ResponseCasePlan(name: caseName("noContent"), status: .range(2), value: nil),
            ]))

    static let styles: MethodPlan = {
        var method = MethodPlan(
            "styles", "GET", "/{ids}/{point}",
            arguments: [
                ArgumentPlan("ids", labelled: true, .array(.int), ParameterStylePlan(.matrix, explode: true)),
                ArgumentPlan("point", labelled: true, .named(14), ParameterStylePlan(.simple, explode: true)),
            ],
            request: .members(
                "StylesRequest",
                [
                    .query(
                        MemberPlan("pipes", .array(.string), optional: true),
                        ParameterStylePlan(.pipeDelimited, explode: false)),
                    .query(
                        MemberPlan("filter", .named(14), optional: true), ParameterStylePlan(.deepObject, explode: true)
                    ),
                    .query(
                        MemberPlan("q", .string, optional: true, deprecated: true),
                        ParameterStylePlan(.form, explode: true, allowReserved: true)),
                    .query(MemberPlan("since", .date), .form),
                    .query(MemberPlan("shape", .named(14), optional: true), ParameterStylePlan(.json, explode: false)),
                    RequestMemberPlan(member: MemberPlan("X-Trace", .string, optional: true), place: .header(.simple)),
                    RequestMemberPlan(member: MemberPlan("session", .string, optional: true), place: .cookie(.form)),
                ]))
        method.fixedParameters = [FixedParameterPlan(wireName: "status", place: .query, value: "li\"ve")]
        return method
    }()

    static let replace = MethodPlan(
        "replace", "PUT", "/Comment/",
        request: .body(
            BodyMemberPlan(
                type: .named(1), format: .form, isOptional: true, documentation: Documentation(["The new one."]))),
        response: .json(.array(.named(0))))

    static let odd = MethodPlan("odd", "QUERY", "/Odd/")

    static let lists = [
        list(
            "byOffset", .offset(parameter: memberName("offset"), limit: memberName("limit")),
            [MemberPlan("offset", .int, optional: true), MemberPlan("limit", .int, optional: true)],
            totals: [
                PropertyPath(["meta?", "name"], .int), PropertyPath(["total?"], .scalar(ScalarType(.int64))),
            ]),
        list(
            "byPage", .pageNumber(parameter: memberName("page"), first: 1),
            [MemberPlan("page", .scalar(ScalarType(.int32)), optional: true)],
            hasMore: PropertyPath(["more"], .bool)),
        list(
            "byCursor", .cursor(parameter: memberName("after")), [MemberPlan("after", .string, optional: true)],
            next: [PropertyPath(["next?"], .string)]),
        list("byAddress", .nextURL, [], next: [PropertyPath(["next?"], .string)]),
    ]

    private static func list(
        _ name: String, _ position: PagePlan.Position, _ members: [MemberPlan], totals: [PropertyPath] = [],
        next: [PropertyPath] = [], hasMore: PropertyPath? = nil
    ) -> MethodPlan {
        MethodPlan(
            name, "GET", "/List/", "Lists calls.",
            request: members.isEmpty
                ? nil : .members("\(name)Request", members.map { .query($0) }, optional: true),
            response: .json(.named(13)),
            pages: PagePlan(
                position: position, itemType: .named(0), pageMethod: methodName(name + "Page"),
                items: PropertyPath(["objects"], .array(.named(0))), totals: totals, next: next, hasMore: hasMore))
    }
}
