import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Makes the responses that a test answers with: each documented example, or one that is made from the schema.
struct AnswerSampler {
    /// So many examples of one response are enough.
    private static let most = 8
    /// The values of an answer that arrives bit by bit.
    private static let streamed = 2

    let document: ResolvedDocument
    let client: ClientPlan
    let samples: SampleSource
    let method: MethodPlan
    let operation: Operation
    /// The type of the method's resource, and what that is nested in.
    let resource: [Identifier]
    /// The schema of the success where the configuration chose one.
    let chosen: SchemaID?

    var answers: [AnswerPlan] {
        var isSuccessChosen = false
        return operation.responses.flatMap { response -> [AnswerPlan] in
            guard let status = status(of: response) else { return [] }
            if isSuccess(response) {
                // A chosen schema takes the place of what any success is described with.
                if chosen != nil, isSuccessChosen { return [] }
                isSuccessChosen = true
                return successes(response, status)
            }
            return failures(response, status)
        }
    }

    /// The answers of the form that arrives bit by bit, or as other content.
    func answers(of streaming: StreamingPlan) -> [AnswerPlan] {
        if !streaming.value.format.isStreamed { return represented(streaming.value) }
        return arriving(streaming)
    }

    private func represented(_ value: ResponseValuePlan) -> [AnswerPlan] {
        for response in operation.responses.filter(isSuccess) {
            guard let status = status(of: response),
                let media = response.content.first(where: { ContentType($0.contentType).range == value.accept })
            else { continue }
            let type = Self.concrete(media.contentType)
            guard value.format == .json else { return [answer(response, status, type, "text", failure: nil)] }
            return samples.received(media.schema, examples: media.examples, as: value.type).prefix(1).map {
                answer(response, status, type, $0.text, failure: nil)
            }
        }
        return []
    }

    private func arriving(_ streaming: StreamingPlan) -> [AnswerPlan] {
        operation.responses.filter(isSuccess).lazy.compactMap { response -> AnswerPlan? in
            guard let status = status(of: response),
                response.content.contains(where: { accepts($0, streaming.value.format) })
            else { return nil }
            return streamed(response, status, streaming.value)
        }.first.map { [$0] } ?? []
    }

    private func accepts(_ media: MediaType, _ format: ResponseValuePlan.Format) -> Bool {
        let own = ContentType(media.contentType).streamFormat
        return format == .stream ? own == nil : own == format
    }

    /// The first success that is JSON: how it is answered, and with what.
    var success: (answer: AnswerPlan, json: JSONSample)? {
        guard case .value(let value) = method.response, value.format == .json,
            let response = operation.responses.first(where: isSuccess), let status = status(of: response),
            let json = values(response, value).first,
            let answer = successes(response, status).first(where: { $0.contentType != nil })
        else { return nil }
        return (answer, json)
    }

    private func isSuccess(_ response: Response) -> Bool {
        ResponsePlanner.isSuccess(response.status) || response.status == .default && operation.responses.count == 1
    }

    // MARK: Statuses

    /// A status that the response stands for; nothing where there is none, or it isn't a final one.
    private func status(of response: Response) -> Int? {
        switch response.status {
        case .code(let code): return code < 200 ? nil : code
        case .range(let range):
            guard range > 1 else { return nil }
            return free(Array(range * 100..<range * 100 + 100))
        case .default:
            let isAlone = operation.responses.count == 1
            return isAlone ? 200 : free([500, 503, 400, 422, 599] + Array(400..<600), isInNoRange: true)
        }
    }

    /// The first status that no other response is documented for.
    private func free(_ statuses: [Int], isInNoRange: Bool = false) -> Int? {
        let codes = Set(operation.responses.map(\.status))
        return statuses.first {
            !codes.contains(.code($0)) && !(isInNoRange && codes.contains(.range($0 / 100)))
        }
    }

    // MARK: Successes

    private func successes(_ response: Response, _ status: Int) -> [AnswerPlan] {
        let value: ResponseValuePlan?
        switch method.response {
        case .none: value = nil
        case .value(let own): value = own
        case .byStatus(_, let cases):
            let own = ResponsePlanner.status(response.status)
            value = cases.first { $0.status == own }?.value
        }
        guard let value, chosen != nil || !response.content.isEmpty else {
            // Only a value that may be absent can be answered without a body.
            if let value, !isOptional(value.type) { return [] }
            return [answer(response, status, nil, "", failure: nil)]
        }
        if value.format.isStreamed { return [streamed(response, status, value)] }
        let media = media(of: response)
        let type = media.map { Self.concrete($0.contentType) } ?? "application/json"
        switch value.format {
        case .text, .binary, .events, .lines, .records, .stream:
            let text = media?.examples.lazy.compactMap(\.string).first ?? "text"
            return [answer(response, status, type, text, failure: nil)]
        case .json: return values(response, value).map { answer(response, status, type, $0.text, failure: nil) }
        }
    }

    private func media(of response: Response) -> MediaType? {
        let whole = response.content.filter { ContentType($0.contentType).streamFormat == nil }
        return ContentType.preferred(whole.isEmpty ? response.content : whole)
    }

    private func values(_ response: Response, _ value: ResponseValuePlan) -> [JSONSample] {
        let media = media(of: response)
        let examples = chosen == nil ? media?.examples ?? [] : []
        return Array(samples.received(chosen ?? media?.schema, examples: examples, as: value.type).prefix(Self.most))
    }

    /// An answer that arrives bit by bit: some values, or none where none can be made.
    private func streamed(_ response: Response, _ status: Int, _ value: ResponseValuePlan) -> AnswerPlan {
        let media = response.content.first { accepts($0, value.format) }
        let items = media?.schema.flatMap { document[$0].items }
        let json = [media?.itemSchema, items, media?.schema].lazy.compactMap { $0 }
            .flatMap { SchemaSampler.samples($0, of: document, .received) }.first { samples.typer.fits($0, value.type) }
        let sampler = ElementSampler(typer: samples.typer)
        let texts = (json.map { sampler.elements(Self.streamed, like: $0, value.type) } ?? []).map(\.text)
        let body =
            switch value.format {
            case .events: texts.map { "data: \($0)\n\n" }.joined()
            case .lines: texts.map { $0 + "\n" }.joined()
            case .records: texts.map { "\u{1E}\($0)\n" }.joined()
            case .json, .text, .binary, .stream: "text"
            }
        let type = (media ?? response.content.first).map { Self.concrete($0.contentType) }
        var answer = answer(response, status, type ?? "application/octet-stream", body, failure: nil)
        if answer.contentType != nil, value.format != .stream, sampler.isReadAlone(value.type) {
            answer.elements = texts
        }
        return answer
    }

    private func isOptional(_ type: TypeReference) -> Bool {
        if case .optional = type { true } else { false }
    }

    // MARK: Failures

    private func failures(_ response: Response, _ status: Int) -> [AnswerPlan] {
        let own = ResponsePlanner.status(response.status)
        guard let failure = client.errors[method.error].cases.first(where: { $0.status == own }) else { return [] }
        guard let media = media(of: response) else {
            return [answer(response, status, nil, "", failure: failure.name)]
        }
        let type = Self.concrete(media.contentType)
        guard ContentType.kind(of: media, in: document) == .json else {
            return [answer(response, status, type, "text", failure: failure.name)]
        }
        let values = samples.received(media.schema, examples: media.examples, as: failure.body)
        return values.prefix(Self.most).map { answer(response, status, type, $0.text, failure: failure.name) }
    }

    // MARK: Answers

    private func answer(
        _ response: Response, _ status: Int, _ contentType: String?, _ body: String, failure: Identifier?
    ) -> AnswerPlan {
        // Whatever is described, these have no body (RFC 9110, section 6.4.1).
        let hasBody = method.httpMethod != "HEAD" && status != 204 && status != 304 && status != 205
        let headers = AnswerHeaders(document: document, response: response).values
        var answer = AnswerPlan(
            status: status, headers: headers.map { ($0.name, $0.text) }, contentType: hasBody ? contentType : nil,
            body: hasBody ? body : "", failure: failure)
        answer.reads = reads(headers.map(\.name), failure)
        return answer
    }

    /// The properties that read headers, of the type that the method or the failure has for them.
    private func reads(_ names: [String], _ failure: Identifier?) -> [AnswerPlan.HeaderRead] {
        let reference: HeadersReference?
        let parent: [Identifier]
        if let failure {
            let error = client.errors[method.error]
            reference = error.cases.first { $0.name == failure }?.headers
            parent = [error.name]
        } else {
            reference = method.headers
            parent = resource
        }
        guard let reference else { return [] }
        let members = client.headers[reference.index].members
        return names.compactMap { name in
            // Tests of what is deprecated would warn.
            guard let member = members.first(where: { $0.wireName.lowercased() == name.lowercased() }),
                !member.isDeprecated
            else { return nil }
            return AnswerPlan.HeaderRead(wireName: name, type: parent + [reference.name], property: member.name)
        }
    }

    /// A type that a response can have, where the description gives a range.
    static func concrete(_ written: String) -> String {
        let essence = ContentType(written).essence
        if !essence.contains("*") { return essence }
        switch essence {
        case "text/*": return "text/plain"
        case "image/*": return "image/png"
        case "audio/*": return "audio/mpeg"
        default: return "application/octet-stream"
        }
    }
}
