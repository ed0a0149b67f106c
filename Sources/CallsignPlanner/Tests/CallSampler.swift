import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Makes one call of a method: the arguments that it takes, and the request that must come of them.
struct CallSampler {
    struct Call {
        var arguments: [SampleArgument]
        var expected: ExpectedRequest
        /// The parts of the query that the arguments make, and those that credentials add to it.
        var query: [String]
        var credentials: [String]
        /// The address without any query.
        var address: String

        /// The target with another query of the call's own.
        func target(query: [String]) -> String { CallSampler.target(address, query + credentials) }
    }

    /// What of a method is called.
    enum Form {
        /// The method with all arguments that can be made up.
        case whole
        /// The method with what it requires.
        case required
        /// The form whose answer arrives bit by bit, or is other content.
        case streamed(ResponseValuePlan.Format)
        /// The form whose result is reported to an address, with what it requires.
        case reporting(AsynchronousPlan, String)
    }

    let client: ClientPlan
    let samples: SampleSource
    let credentials: CredentialSampler
    let method: MethodPlan
    let operation: Operation
    /// The content type of the body that is sent.
    let media: MediaType?
    let form: Form

    /// What is put together for the request.
    private var paths: [String: String] = [:]
    private var query: [String] = []
    private var headers: [(name: String, value: String)] = []
    private var cookies: [String] = []
    private var body = ExpectedRequest.Body.none
    private var contentType: String?

    init(
        client: ClientPlan, samples: SampleSource, credentials: CredentialSampler, method: MethodPlan,
        draft: MethodDraft, form: Form = .whole
    ) {
        self.client = client
        self.samples = samples
        self.credentials = credentials
        self.method = method
        operation = draft.operation
        media = draft.body
        self.form = form
    }

    /// - Parameter baseURL: the server where the description names none.
    /// - Returns: nothing where the operation takes something of which no value can be made.
    mutating func call(baseURL: String?) -> Call? {
        guard let pathArguments = pathArguments(), let request = request(),
            let addition = credentials.addition(to: method)
        else { return nil }
        for fixed in method.fixedParameters { add(fixed) }
        addStreamFlag()
        addCallback()
        let own = query
        query += addition.query
        headers += addition.headers
        cookies += addition.cookies
        if let contentType { headers.insert(("Content-Type", contentType), at: 0) }
        if !cookies.isEmpty { headers.append(("Cookie", cookies.joined(separator: "; "))) }
        let address = address(baseURL: baseURL)
        let expected = ExpectedRequest(
            method: method.httpMethod, target: Self.target(address, query), headers: headers, body: body)
        return Call(
            arguments: pathArguments + request, expected: expected, query: own, credentials: addition.query,
            address: address)
    }

    /// What tells the API how the answer is wanted, where it has to be told.
    private mutating func addStreamFlag() {
        guard let flag = method.streamFlag else { return }
        var isStreamed = false
        if case .streamed(let format) = form, format.isStreamed, format != .stream { isStreamed = true }
        guard isStreamed || flag.isRequired else { return }
        switch flag.place {
        case .query: query.append("\(ParameterText.encoded(flag.wireName))=\(isStreamed)")
        case .bodyKey: addToBody(flag.wireName, .bool(isStreamed))
        }
    }

    /// The address that the result is to be reported to.
    private mutating func addCallback() {
        guard case .reporting(let plan, let url) = form else { return }
        switch plan.place {
        case .query, .queryString:
            query.append("\(ParameterText.encoded(plan.urlParameter))=\(ParameterText.encoded(url))")
        case .header: headers.append((plan.urlParameter, url))
        case .cookie: cookies.append("\(ParameterText.encoded(plan.urlParameter))=\(ParameterText.encoded(url))")
        case .bodyKey, .body, .bodyRest:
            if case .none = body {
                body = .json("{}")
                contentType = "application/json"
            }
            addToBody(plan.urlParameter, .string(url))
        }
    }

    private mutating func addToBody(_ name: String, _ value: JSONSample) {
        let plain = value.plainText ?? value.text
        switch body {
        case .json(let text):
            let separator = text == "{}" ? "" : ","
            body = .json("{\(JSONSample.string(name).text):\(value.text)\(separator)\(text.dropFirst())")
        case .form(let pairs): body = .form(pairs + [(name, plain)])
        case .parts(let parts, let contentType):
            body = .parts(parts + [.init(name: name, text: plain)], contentType: contentType)
        case .none, .text: break
        }
    }

    // MARK: The address

    private func address(baseURL: String?) -> String {
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
        return ParameterText.address(server + (isSlashed ? "" : "/") + path)
    }

    private static func target(_ address: String, _ query: [String]) -> String {
        if query.isEmpty { return address }
        return address + (address.contains("?") ? "&" : "?") + query.joined(separator: "&")
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
        if parameter == nil, location == .query {
            if let schema = partOfQueryString(name) { return samples.sent(schema, examples: [], as: type, accepts) }
            // A form with any names.
            return sample(name, .querystring, type, accepts)
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
                return HTTPToken.isToken(member.wireName)
                    && text.text(of: json)?.utf8.allSatisfy { (0x21...0x7E).contains($0) } ?? false
            }
            if style.style == .cookie {
                return text.pairs(of: json)?.allSatisfy {
                    $0.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3B }
                } ?? false
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
            if isRequiredOnly, own.isOptional, own.fixedValue == nil, member.isParameter { continue }
            let value: SampleValue?
            switch member.place {
            case .query(let style): value = parameter(own, .query, style)
            case .queryString(let style): value = queryString(own, style)
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

    private var isRequiredOnly: Bool {
        switch form {
        case .required, .reporting: true
        case .whole, .streamed: false
        }
    }

    private mutating func parameter(
        _ member: MemberPlan, _ place: ParameterPlace, _ style: ParameterStylePlan
    ) -> SampleValue? {
        guard let fixed = member.fixedValue else { return add(member, place, style) }
        let text = JSONSample(fixed).plainText ?? ""
        add(FixedParameterPlan(wireName: member.wireName, place: place, value: text))
        return nil
    }

    private mutating func queryString(_ member: MemberPlan, _ style: ParameterStylePlan) -> SampleValue? {
        let text = ParameterText(name: member.wireName, style: style, place: .query)
        let typed = sample(member.wireName, .querystring, member.type) { text.text(of: $0)?.isEmpty == false }
        guard let typed, let written = text.text(of: typed.json) else { return nil }
        query.append(written)
        return typed.value
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
        case .multipart(let contentType, _):
            // Nobody says which parts there are.
            body = .parts([.init(name: "part", text: "text")], contentType: contentType)
            return .list([.part(name: "part", text: "text")])
        case .json, .form:
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
            body = .form(FormText(encodings: method.bodyEncodings).pairs(of: json))
            contentType = "application/x-www-form-urlencoded"
        case .multipart, .text, .binary: break
        }
    }

    /// The body's members as arguments; empty where it has none.
    private mutating func bodyKeys(_ plan: RequestStructurePlan) -> [SampleArgument]? {
        let members = plan.members.filter { $0.place == .bodyKey }.map(\.member)
        let rest = plan.members.first { $0.place == .bodyRest }
        guard let format = plan.body, !members.isEmpty || rest != nil, let media else { return [] }
        if case .multipart(let contentType, let isNamed) = format {
            var parts = PartSampler(
                client: client, samples: samples, media: media, encodings: method.bodyEncodings, isNamed: isNamed)
            guard let arguments = parts.arguments(members) else { return nil }
            body = .parts(parts.parts, contentType: contentType)
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

extension RequestMemberPlan {
    /// Whether it isn't of the body.
    fileprivate var isParameter: Bool {
        switch place {
        case .query, .queryString, .header, .cookie: true
        case .bodyKey, .body, .bodyRest: false
        }
    }
}
