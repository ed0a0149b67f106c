import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Makes one call of a method: the arguments that it takes, and the request that must come of them.
struct CallSampler {
    struct Call {
        var arguments: [SampleArgument]
        var expected: ExpectedRequest
    }

    let client: ClientPlan
    let samples: SampleSource
    let credentials: CredentialSampler
    let method: MethodPlan
    let operation: Operation
    /// The content type of the body that is sent.
    let media: MediaType?

    /// What is put together for the request.
    private var paths: [String: String] = [:]
    private var query: [String] = []
    private var headers: [(name: String, value: String)] = []
    private var cookies: [String] = []
    private var body = ExpectedRequest.Body.none
    private var contentType: String?

    init(
        client: ClientPlan, samples: SampleSource, credentials: CredentialSampler, method: MethodPlan,
        draft: MethodDraft
    ) {
        self.client = client
        self.samples = samples
        self.credentials = credentials
        self.method = method
        operation = draft.operation
        media = draft.body
    }

    /// - Parameter baseURL: the server where the description names none.
    /// - Returns: nothing where the operation takes something of which no value can be made.
    mutating func call(baseURL: String?) -> Call? {
        guard let pathArguments = pathArguments(), let request = request(),
            let addition = credentials.addition(to: method)
        else { return nil }
        for fixed in method.fixedParameters { add(fixed) }
        addStreamFlag()
        query += addition.query
        headers += addition.headers
        cookies += addition.cookies
        if let contentType { headers.insert(("Content-Type", contentType), at: 0) }
        if !cookies.isEmpty { headers.append(("Cookie", cookies.joined(separator: "; "))) }
        let expected = ExpectedRequest(
            method: method.httpMethod, target: target(baseURL: baseURL), headers: headers, body: body)
        return Call(arguments: pathArguments + request, expected: expected)
    }

    /// What tells the API that the answer is wanted as a whole, where it has to be told.
    private mutating func addStreamFlag() {
        guard let flag = method.streamFlag, flag.isRequired else { return }
        switch flag.place {
        case .query: query.append("\(ParameterText.encoded(flag.wireName))=false")
        case .bodyKey:
            switch body {
            case .json(let text):
                let isEmpty = text == "{}"
                let key = JSONSample.string(flag.wireName).text
                body = .json("{\(key):false" + (isEmpty ? "" : ",") + text.dropFirst())
            case .form(let pairs): body = .form(pairs + [(flag.wireName, "false")])
            case .parts(let parts): body = .parts(parts + [.init(name: flag.wireName, text: "false")])
            case .none, .text: break
            }
        }
    }

    // MARK: The address

    private func target(baseURL: String?) -> String {
        var server = baseURL ?? method.server?.url ?? client.servers.first?.url ?? ""
        for parameter in client.parameters {
            let value = CredentialSampler.value(of: parameter.wireName)
            server = replacing("{\(parameter.wireName)}", in: server, with: value)
        }
        while server.hasSuffix("/") { server.removeLast() }
        var path = method.path
        for (name, value) in paths { path = replacing("{\(name)}", in: path, with: value) }
        for parameter in client.parameters {
            let value = CredentialSampler.value(of: parameter.wireName)
            path = replacing("{\(parameter.wireName)}", in: path, with: value)
        }
        let isSlashed = path.isEmpty || path.hasPrefix("/") || path.hasPrefix("?")
        let address = server + (isSlashed ? "" : "/") + path
        if query.isEmpty { return address }
        return address + (path.contains("?") ? "&" : "?") + query.joined(separator: "&")
    }

    private func replacing(_ part: String, in text: String, with replacement: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound] + replacement
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    // MARK: Parameters

    private mutating func pathArguments() -> [SampleArgument]? {
        var arguments: [SampleArgument] = []
        for argument in method.arguments {
            let text = ParameterText(name: argument.wireName, style: argument.style, place: .path)
            guard
                let typed = sample(
                    argument.wireName, .path, argument.type,
                    {
                        let written = text.text(of: $0) ?? ""
                        return !written.isEmpty && written != "." && written != ".."
                    })
            else { return nil }
            paths[argument.wireName] = text.text(of: typed.json)
            arguments.append(SampleArgument(label: argument.label, value: typed.value))
        }
        return arguments
    }

    private func sample(
        _ name: String, _ location: ParameterLocation, _ type: TypeReference, _ accepts: (JSONSample) -> Bool
    ) -> SampleTyper.Typed? {
        let parameter = operation.parameters.first { $0.name == name && $0.location == location }
        let content = parameter?.content.first
        if parameter == nil, let schema = partOfQueryString(name) {
            return samples.sent(schema, examples: [], as: type, accepts)
        }
        return samples.sent(
            parameter?.schema ?? content?.schema, examples: (parameter?.examples ?? []) + (content?.examples ?? []),
            as: type, accepts)
    }

    /// The schema of a part of a parameter that is the whole query string.
    private func partOfQueryString(_ name: String) -> SchemaID? {
        operation.parameters.lazy.compactMap { QueryStringForm(of: $0, in: samples.document) }
            .compactMap { form in form.shape.properties.first { $0.name == name }?.schema }.first
    }

    private mutating func add(_ fixed: FixedParameterPlan) {
        switch fixed.place {
        case .path: paths[fixed.wireName] = ParameterText.encoded(fixed.value)
        case .query: query.append("\(ParameterText.encoded(fixed.wireName))=\(ParameterText.encoded(fixed.value))")
        case .header: headers.append((fixed.wireName, fixed.value))
        case .cookie: cookies.append("\(ParameterText.encoded(fixed.wireName))=\(ParameterText.encoded(fixed.value))")
        }
    }

    /// Adds a parameter of the request structure.
    ///
    /// - Returns: the value that the caller gives, or nothing where there is none that the place can hold.
    private mutating func add(_ member: MemberPlan, _ place: ParameterPlace, _ style: ParameterStylePlan)
        -> SampleValue?
    {
        let text = ParameterText(name: member.wireName, style: style, place: place)
        let location: ParameterLocation =
            switch place {
            case .path: .path
            case .query: .query
            case .header: .header
            case .cookie: .cookie
            }
        let accepts: (JSONSample) -> Bool = { json in
            if place == .header {
                return text.text(of: json)?.utf8.allSatisfy { (0x21...0x7E).contains($0) } ?? false
            }
            return text.pairs(of: json) != nil
        }
        guard let typed = sample(member.wireName, location, member.type, accepts) else { return nil }
        switch place {
        case .header: headers.append((member.wireName, text.text(of: typed.json) ?? ""))
        case .cookie: cookies += text.pairs(of: typed.json) ?? []
        case .query, .path: query += text.pairs(of: typed.json) ?? []
        }
        return typed.value
    }

    // MARK: The request

    private mutating func request() -> [SampleArgument]? {
        switch method.request {
        case nil: return []
        case .body(let plan):
            guard let value = whole(plan.type, plan.format) else { return plan.isOptional ? [] : nil }
            return [SampleArgument(label: nil, value: value)]
        case .structure(let plan):
            guard let arguments = arguments(plan) else { return nil }
            if arguments.isEmpty, plan.isOptional { return [] }
            return [SampleArgument(label: nil, value: .structure(arguments))]
        }
    }

    private mutating func arguments(_ plan: RequestStructurePlan) -> [SampleArgument]? {
        guard let keys = bodyKeys(plan) else { return nil }
        var arguments: [SampleArgument] = []
        for member in plan.members {
            let own = member.member
            let value: SampleValue?
            switch member.place {
            case .query(let style): value = parameter(own, .query, style)
            case .header(let style): value = parameter(own, .header, style)
            case .cookie(let style): value = parameter(own, .cookie, style)
            case .bodyKey, .bodyRest: value = keys.first { $0.label == own.name }?.value
            case .body: value = plan.body.flatMap { whole(own.type, $0) }
            }
            if own.fixedValue != nil { continue }
            if let value {
                arguments.append(SampleArgument(label: own.name, value: value))
            } else if !own.isOptional {
                return nil
            }
        }
        return arguments
    }

    private mutating func parameter(
        _ member: MemberPlan, _ place: ParameterPlace, _ style: ParameterStylePlan
    ) -> SampleValue? {
        guard let fixed = member.fixedValue else { return add(member, place, style) }
        let text = JSONSample(fixed).plainText ?? ""
        add(FixedParameterPlan(wireName: member.wireName, place: place, value: text))
        return nil
    }

    /// A body that is one value.
    private mutating func whole(_ type: TypeReference, _ format: BodyFormat) -> SampleValue? {
        guard let media else { return nil }
        switch format {
        case .text(let contentType), .binary(let contentType):
            let text = media.examples.lazy.compactMap(\.string).first ?? "text"
            body = .text(text)
            self.contentType = contentType
            if case .text = format { return .literal(.string(text)) }
            return .text(text)
        case .json, .form, .multipart:
            guard let typed = samples.sent(media.schema, examples: media.examples, as: type) else { return nil }
            setBody(typed.json, format)
            return typed.value
        }
    }

    private mutating func setBody(_ json: JSONSample, _ format: BodyFormat) {
        switch format {
        case .json(let type):
            body = .json(json.text)
            contentType = type
        case .form:
            body = .form(FormText.pairs(of: json))
            contentType = "application/x-www-form-urlencoded"
        case .multipart, .text, .binary: break
        }
    }

    /// The body's members as arguments; empty where it has none.
    private mutating func bodyKeys(_ plan: RequestStructurePlan) -> [SampleArgument]? {
        let members = plan.members.filter { $0.place == .bodyKey }.map(\.member)
        let rest = plan.members.first { $0.place == .bodyRest }
        guard let format = plan.body, !members.isEmpty || rest != nil, let media else { return [] }
        if format == .multipart {
            var parts = PartSampler(
                client: client, samples: samples, media: media, encodings: method.bodyEncodings)
            guard let arguments = parts.arguments(members) else { return nil }
            body = .parts(parts.parts)
            return arguments
        }
        var additional: StructurePlan.AdditionalMember?
        if let rest, case .map(let value) = rest.member.type {
            additional = StructurePlan.AdditionalMember(name: rest.member.name, valueType: value)
        }
        let structure = StructurePlan(members: members, additional: additional, hasMemberwiseInitializer: true)
        for json in BodyCandidates(samples: samples, media: media).values {
            guard let (arguments, written) = samples.typer.structure(json, structure) else { continue }
            setBody(written, format)
            return arguments
        }
        return nil
    }
}

/// The values that a body may have, the documented ones first.
struct BodyCandidates {
    let samples: SampleSource
    let media: MediaType

    var values: [JSONSample] {
        let made = media.schema.map { SchemaSampler.samples($0, of: samples.document, .sent) } ?? []
        return media.examples.compactMap { JSONSample($0) } + made
    }
}

/// What a form must say: lists repeat their name, objects are JSON, names are sorted.
enum FormText {
    static func pairs(of json: JSONSample) -> [(name: String, value: String)] {
        guard case .object(let members) = json.sorted else { return [] }
        return members.flatMap { member -> [(name: String, value: String)] in
            switch member.value {
            case .null: []
            case .array(let values): values.map { (member.name, $0.plainText ?? $0.text) }
            case .bool, .number, .string, .object: [(member.name, member.value.plainText ?? member.value.text)]
            }
        }
    }
}
