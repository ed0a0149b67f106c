import CallsignOpenAPI
import CallsignPlan

/// Plans answers that arrive bit by bit: events, JSON line by line, and bytes.
struct StreamPlanner {
    let document: ResolvedDocument

    /// The name of the Boolean that asks for a stream, as APIs that answer either way have it.
    static let flagName = "stream"

    /// What an operation answers with, as far as that is streamed.
    struct Answers {
        /// The content type that is a stream of values.
        var values: MediaType?
        /// The content types whose bytes may be had while they arrive.
        var bytes: [MediaType] = []
        /// Whether it can also answer with one value.
        var hasWhole = false
    }

    func answers(of draft: MethodDraft) -> Answers {
        var answers = Answers()
        // A view says by itself what it answers with.
        if draft.view?.response != nil { return answers }
        for response in draft.successes {
            for media in response.content {
                let type = ContentType(media.contentType)
                if type.streamFormat != nil {
                    if answers.values == nil { answers.values = media }
                } else {
                    answers.hasWhole = true
                    if type.isDownload, [.binary, .multipart].contains(ContentType.kind(of: media, in: document)) {
                        answers.bytes.append(media)
                    }
                }
            }
        }
        return answers
    }

    /// The Boolean by which callers say whether the answer is streamed; nothing where it can't be chosen.
    func flag(_ draft: MethodDraft, _ answers: Answers) -> StreamFlagPlan? {
        guard answers.values != nil, answers.hasWhole else { return nil }
        let parameter = draft.operation.parameters.first {
            $0.location == .query && $0.name == Self.flagName && $0.schema.map(isFlag) == true
        }
        if let parameter {
            let style = ParameterStylePlan(.form, explode: true)
            return StreamFlagPlan(wireName: parameter.name, place: .query(style), isRequired: parameter.required)
        }
        guard let media = draft.body, [.json, .form, .multipart].contains(ContentType(media.contentType).kind),
            let schema = media.schema, let object = object(schema),
            let property = object.properties.first(where: { $0.name == Self.flagName }), isFlag(property.schema)
        else { return nil }
        return StreamFlagPlan(
            wireName: property.name, place: .bodyKey, isRequired: object.required.contains(property.name))
    }

    private func object(_ id: SchemaID) -> ObjectShape? {
        let reader = SchemaReader(document: document)
        var current = id
        for _ in 0..<32 {
            switch reader.shape(of: current) {
            case .same(let target): current = target
            case .object(let shape): return shape
            default: return nil
            }
        }
        return nil
    }

    private func isFlag(_ id: SchemaID) -> Bool {
        let reader = SchemaReader(document: document)
        var current = id
        for _ in 0..<32 {
            switch reader.shape(of: current) {
            case .same(let target): current = target
            case .scalar(let scalar): return scalar.types == [.boolean]
            default: return false
            }
        }
        return false
    }

    /// The values that a stream is made of.
    func value(of media: MediaType, in context: @autoclosure () -> TypeContext, types: inout TypePlanner)
        -> ResponseValuePlan?
    {
        let type = ContentType(media.contentType)
        guard let format = type.streamFormat else { return nil }
        var value = ResponseValuePlan(
            type: element(of: media, format, in: context(), types: &types), format: format,
            documentation: Documentation())
        if format != .events, type.essence != "application/x-ndjson", type.essence != "application/json-seq" {
            value.accept = type.essence
        }
        return value
    }

    private func element(
        of media: MediaType, _ format: ResponseValuePlan.Format, in context: @autoclosure () -> TypeContext,
        types: inout TypePlanner
    ) -> TypeReference {
        if let item = media.itemSchema {
            guard format == .events else { return types.whole(item, in: context()) }
            return data(ofEvent: item, in: context(), types: &types)
        }
        guard let schema = media.schema else { return .json }
        let reader = SchemaReader(document: document)
        // Before version 3.2 a stream was described as a list of what it gives, or as what it gives.
        if case .array(let items?) = reader.shape(of: schema) {
            types.visit(schema)
            return types.whole(items, in: context())
        }
        // Events that are described as text may hold anything, and do.
        if case .scalar(let scalar) = reader.shape(of: schema), scalar.types == [.string] {
            types.visit(schema)
            return .json
        }
        return types.whole(schema, in: context())
    }

    /// The data of events whose every field is described (OpenAPI 3.2, section 4.14.4).
    private func data(ofEvent schema: SchemaID, in context: @autoclosure () -> TypeContext, types: inout TypePlanner)
        -> TypeReference
    {
        guard let object = object(schema), let data = object.properties.first(where: { $0.name == "data" }),
            object.properties.allSatisfy({ ["data", "event", "id", "retry"].contains($0.name) })
        else { return types.whole(schema, in: context()) }
        types.visit(schema)
        for property in object.properties { types.visit(property.schema) }
        guard let content = document[data.schema].contentSchema else { return .json }
        return types.whole(content, in: context())
    }

    /// The forms of a method that give its answer while it arrives.
    func streamings(
        _ name: Identifier, _ answers: Answers, in context: @autoclosure () -> TypeContext, types: inout TypePlanner
    ) -> [StreamingPlan] {
        guard answers.hasWhole else { return [] }
        var plans: [StreamingPlan] = []
        let scope = types.scope(.method)
        if let media = answers.values, let value = value(of: media, in: context(), types: &types) {
            plans.append(StreamingPlan(name: scope.name(name.text + "_streaming"), value: value))
        }
        if !answers.bytes.isEmpty {
            var value = ResponseValuePlan(
                type: .scalar(ScalarType(.binary)), format: .stream, documentation: Documentation())
            let types = answers.bytes.map { ContentType($0.contentType).essence }
            if !types.contains("*/*") { value.accept = types.joined(separator: ", ") }
            plans.append(
                StreamingPlan(name: scope.name(name.text + (plans.isEmpty ? "_streaming" : "_bytes")), value: value))
        }
        return plans
    }
}
