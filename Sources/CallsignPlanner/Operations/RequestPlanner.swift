import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Plans what a method takes beside its path arguments: parameters and body, as one value.
struct RequestPlanner {
    let document: ResolvedDocument
    let settings: PlanSettings
    /// How often each schema is referred to, by its number.
    let uses: [Int]

    /// A member before it has its name.
    private struct Draft {
        var wireName: String
        /// The words of the name, where they aren't the name that is sent.
        var words: String?
        var nameOverride: String?
        var type: TypeReference
        var isOptional: Bool
        var documentation: Documentation
        var isDeprecated: Bool
        var fixedValue: LiteralValue?
        var acceptsNull = false
        var tellsNull = false
        var place: RequestMemberPlan.Place
        var mark: SourceMark
    }

    struct Result {
        var request: RequestPlan?
        /// Where the asynchronous form puts its URL, if the operation has one.
        var callbackPlace: RequestMemberPlan.Place?
    }

    /// - Parameters:
    ///   - name: the method's.
    ///   - members: the parameters that callers give, without path parameters.
    ///   - callbacks: the names of body keys that the asynchronous form takes over.
    ///   - flag: the name of the body's key that the method itself sets.
    func plan(
        _ draft: MethodDraft, named name: Identifier, members: [(parameter: Parameter, style: ParameterStylePlan)],
        callbacks: Set<String>, flag: String? = nil, types: inout TypePlanner
    ) -> Result {
        let context = draft.context("request")
        var drafts: [Draft] = []
        for (parameter, style) in members {
            drafts += parameterDrafts(parameter, style, in: context, types: &types)
        }
        var result = Result()
        guard let body = draft.operation.requestBody, let media = draft.body else {
            result.request = structure(drafts, format: nil, name)
            return result
        }
        let format = bodyFormat(media)
        let merges = format.merges(by: draft.operation.method)
        if let places = PartPlaces(of: media, in: document), format != .multipartForm {
            drafts += placeDrafts(places, media, isRequired: body.required, in: context, types: &types)
            result.request = structure(drafts, format: format, name)
            return result
        }
        if let schema = media.schema, let shape = flattened(schema, format, merges: merges, types.reader) {
            types.visit(schema)
            let (own, callbackPlace) = bodyDrafts(
                shape, media, format, callbacks: callbacks, flag: flag, isRequired: body.required, in: context,
                types: &types)
            drafts += own
            if merges { tellNull(&drafts) }
            result.callbackPlace = callbackPlace
            // A body that holds nothing but what the asynchronous form takes over is that form's alone.
            let isNeeded = !drafts.isEmpty || callbackPlace == nil && flag == nil
            result.request = structure(drafts, format: isNeeded ? format : nil, name)
            return result
        }
        let type = bodyType(media, format, in: context, types: &types)
        let documentation = Documentation(body.description)
        if drafts.isEmpty {
            result.request = .body(
                BodyMemberPlan(type: type, format: format, isOptional: !body.required, documentation: documentation))
        } else {
            drafts.append(
                Draft(
                    wireName: "body", nameOverride: nil, type: type, isOptional: !body.required,
                    documentation: documentation, isDeprecated: false, fixedValue: nil, place: .body, mark: body.mark))
            result.request = structure(drafts, format: format, name)
        }
        return result
    }

    // MARK: Bodies

    private func bodyFormat(_ media: MediaType) -> BodyFormat {
        let type = ContentType(media.contentType)
        switch ContentType.kind(of: media, in: document) {
        case .json: return .json(contentType: type.isRange ? "application/json" : type.essence)
        case .form: return .form
        case .multipart:
            if type.isRange || type.essence == "multipart/form-data" { return .multipartForm }
            return .multipart(contentType: type.essence, isNamed: PartPlaces(of: media, in: document) == nil)
        case .text: return .text(contentType: type.isRange ? "text/plain" : type.essence)
        case .binary: return .binary(contentType: type.isRange ? "application/octet-stream" : type.essence)
        }
    }

    /// The object whose keys become members of the request: one that stands inline, or is used by this body alone.
    ///
    /// - Parameter merges: whether the body changes things key by key, so that `null` has to be told from nothing.
    private func flattened(
        _ id: SchemaID, _ format: BodyFormat, merges: Bool, _ reader: SchemaReader
    ) -> ObjectShape? {
        switch format {
        case .json, .form, .multipart: break
        case .text, .binary: return nil
        }
        var current = id
        for _ in 0..<32 {
            // A form with files has parts of its own types, so it is never a model that others share.
            let isOwn = format.isMultipart || document[current].name == nil || uses[current.index] <= 1
            switch reader.shape(of: current) {
            case .same(let target) where isOwn: current = target
            case .object(let shape) where isOwn || isOneSided(shape, reader) || (merges && hasNull(shape, reader)):
                return shape
            case .union(let union) where format.isMultipart: return AlternativeParts(reader: reader).joined(union)
            default: return nil
            }
        }
        return nil
    }

    /// Whether what is sent differs from what is received, so that a type for both would have to make members optional
    /// that either has always.
    private func isOneSided(_ shape: ObjectShape, _ reader: SchemaReader) -> Bool {
        shape.properties.contains { property in
            shape.required.contains(property.name) && reader.direction(of: property.schema) != .both
        }
    }

    private func hasNull(_ shape: ObjectShape, _ reader: SchemaReader) -> Bool {
        shape.properties.contains { !shape.required.contains($0.name) && reader.isNullable($0.schema) }
    }

    private func tellNull(_ drafts: inout [Draft]) {
        for index in drafts.indices where drafts[index].place == .bodyKey && drafts[index].acceptsNull {
            drafts[index].tellsNull = true
        }
    }

    private func bodyDrafts(
        _ shape: ObjectShape, _ media: MediaType, _ format: BodyFormat, callbacks: Set<String>, flag: String?,
        isRequired: Bool,
        in context: TypeContext, types: inout TypePlanner
    ) -> (drafts: [Draft], callbackPlace: RequestMemberPlan.Place?) {
        var drafts: [Draft] = []
        var callbackPlace: RequestMemberPlan.Place?
        let contentTypes = BodyEncodings(document: document).contentTypes(of: media)
        let scope = types.scope(.member)
        for property in shape.properties {
            if callbacks.contains(property.name) {
                callbackPlace = .bodyKey
                types.visit(property.schema)
                continue
            }
            if property.name == flag {
                types.visit(property.schema)
                continue
            }
            if types.reader.direction(of: property.schema) == .received { continue }
            let name = scope.name(property.name)
            let isNeeded = isRequired && shape.required.contains(property.name)
            // The type comes first: a planner that waits for its own argument would be copied whole.
            let partType =
                format.isMultipart
                ? types.part(property, contentType: contentTypes[property.name], in: context) : nil
            let member =
                partType.map { types.member(property, named: name, type: $0, isRequired: isNeeded) }
                ?? types.member(property, named: name, isRequired: isNeeded, in: context)
            drafts.append(
                Draft(
                    wireName: property.name, nameOverride: types.memberNameOverride(property.schema),
                    type: member.type, isOptional: member.isOptional, documentation: member.documentation,
                    isDeprecated: member.isDeprecated, fixedValue: member.fixedValue,
                    acceptsNull: member.acceptsNull, place: .bodyKey, mark: member.mark))
        }
        if let rest = rest(of: shape, format, in: context, types: &types) { drafts.append(rest) }
        return (drafts, callbackPlace)
    }

    private func rest(
        of shape: ObjectShape, _ format: BodyFormat, in context: TypeContext, types: inout TypePlanner
    ) -> Draft? {
        let value: TypeReference
        switch shape.additional {
        case .schema(let schema): value = types.element(schema, in: context.suffixed("value"))
        case .allowed(true): value = .json
        case .allowed(false), nil: return nil
        }
        guard let mark = shape.properties.first?.mark else { return nil }
        if format.isMultipart {
            return Draft(
                wireName: "additional_parts", nameOverride: nil, type: .array(.scalar(ScalarType(.part))),
                isOptional: true, documentation: Documentation(["Further parts of the body."]), isDeprecated: false,
                fixedValue: nil, place: .bodyRest, mark: mark)
        }
        return Draft(
            wireName: "additional_properties", nameOverride: nil, type: .map(value), isOptional: true,
            documentation: Documentation(["Further keys of the body."]), isDeprecated: false, fixedValue: nil,
            place: .bodyRest, mark: mark)
    }

    /// The parts of a body without names, in their order.
    private func placeDrafts(
        _ places: PartPlaces, _ media: MediaType, isRequired: Bool, in context: TypeContext, types: inout TypePlanner
    ) -> [Draft] {
        types.visit(media.schema)
        let encodings = BodyEncodings(document: document)
        var drafts: [Draft] = []
        for (index, schema) in places.elements.enumerated() {
            let words = document[schema].title ?? TypePlanner.ordinal(index)
            let type = types.part(
                schema, contentType: encodings.contentType(at: index, of: media), in: context.member(words))
            drafts.append(
                Draft(
                    wireName: String(index), words: words, nameOverride: types.memberNameOverride(schema), type: type,
                    isOptional: !isRequired || index >= places.required || types.reader.isNullable(schema),
                    documentation: MemberDocumentation(document: document).text(of: schema),
                    isDeprecated: document[schema].deprecated, fixedValue: nil, place: .bodyKey,
                    mark: document[schema].mark))
        }
        if let rest = places.rest {
            let type = types.part(
                rest, contentType: encodings.contentType(at: nil, of: media), in: context.suffixed("part"))
            // What is a list by itself is no more parts than what it holds.
            let element = if case .array(let inner) = type { inner } else { type }
            drafts.append(
                Draft(
                    wireName: BodyEncodings.otherParts, words: drafts.isEmpty ? "parts" : nil, nameOverride: nil,
                    type: .array(element), isOptional: !isRequired || !drafts.isEmpty,
                    documentation: MemberDocumentation(document: document).text(of: rest), isDeprecated: false,
                    fixedValue: nil, place: .bodyKey, mark: document[rest].mark))
        }
        return drafts
    }

    private func bodyType(
        _ media: MediaType, _ format: BodyFormat, in context: TypeContext, types: inout TypePlanner
    ) -> TypeReference {
        switch format {
        case .text: return .scalar(ScalarType(.string))
        case .binary: return .scalar(ScalarType(.binary))
        case .multipart:
            // Parts that the description doesn't name: the caller puts them together.
            types.visit(media.schema)
            return .array(.scalar(ScalarType(.part)))
        case .json, .form:
            guard let schema = media.schema else { return .json }
            return types.whole(schema, in: context)
        }
    }

    // MARK: Members

    /// A parameter, or the parts of one that is the whole query string.
    private func parameterDrafts(
        _ parameter: Parameter, _ style: ParameterStylePlan, in context: TypeContext, types: inout TypePlanner
    ) -> [Draft] {
        guard parameter.location == .querystring, let query = QueryStringForm(of: parameter, in: document) else {
            return [parameterDraft(parameter, style, in: context, types: &types)]
        }
        types.visit(query.schema)
        var drafts: [Draft] = []
        for property in query.shape.properties {
            let name = types.scope(.member).name(property.name)
            let isRequired = parameter.required && query.shape.required.contains(property.name)
            let member = types.member(property, named: name, isRequired: isRequired, in: context)
            drafts.append(
                Draft(
                    wireName: property.name, nameOverride: types.memberNameOverride(property.schema),
                    type: member.type, isOptional: member.isOptional, documentation: member.documentation,
                    isDeprecated: member.isDeprecated || parameter.deprecated, fixedValue: member.fixedValue,
                    place: .query(query.style(of: property)), mark: member.mark))
        }
        return drafts
    }

    private func parameterDraft(
        _ parameter: Parameter, _ style: ParameterStylePlan, in context: TypeContext, types: inout TypePlanner
    ) -> Draft {
        let schema = parameter.schema ?? parameter.content.first?.schema
        // What a place is worded by is handed over: with all of the parameter each time, it would be copied.
        let (name, pointer) = (parameter.name, parameter.pointer)
        let type =
            schema.map {
                types.reference(for: $0, in: Self.isShared(pointer) ? TypeContext(name) : context.member(name))
            } ?? .scalar(ScalarType(.string))
        let place: RequestMemberPlan.Place =
            switch parameter.location {
            case .header: .header(style)
            case .cookie: .cookie(style)
            case .querystring: style.style == .form ? .query(style) : .queryString(style)
            case .query, .path: .query(style)
            }
        return Draft(
            wireName: parameter.name, nameOverride: parameter.extensions.value(of: ChosenNames.key)?.string, type: type,
            isOptional: !parameter.required,
            documentation: MemberDocumentation(document: document).text(of: schema, own: parameter.description),
            isDeprecated: parameter.deprecated, fixedValue: nil, place: place, mark: parameter.mark)
    }

    /// Whether several operations may have a parameter, so that none of them names its type.
    private static func isShared(_ pointer: String) -> Bool {
        pointer.offset(of: "/parameters/") != nil && pointer.offset(of: "#/paths/") == nil
    }

    /// - Parameter method: the method's name, which stands for the structure's until the methods of the resource have
    ///   theirs: see ``ResourcePlanner``.
    private func structure(_ drafts: [Draft], format: BodyFormat?, _ method: Identifier) -> RequestPlan? {
        if drafts.isEmpty, format == nil { return nil }
        var seen: Set<String> = []
        let candidates = drafts.map { draft in
            // The same name in two places: the one that came first keeps it, the other says where it goes.
            let isNew = seen.insert(draft.wireName).inserted
            return NameScope.Candidate(
                isNew ? draft.words ?? draft.wireName : prefix(of: draft.place) + "_" + draft.wireName,
                override: draft.nameOverride)
        }
        let names = NameScope(.member, settings: settings.naming).names(for: candidates).names
        let members = zip(drafts, names).map { draft, name in
            var member = MemberPlan(
                name: name, wireName: draft.wireName, type: draft.type, isOptional: draft.isOptional,
                fixedValue: draft.fixedValue, documentation: draft.documentation, isDeprecated: draft.isDeprecated,
                mark: draft.mark)
            member.tellsNull = draft.tellsNull
            return RequestMemberPlan(member: member, place: draft.place)
        }
        return .structure(
            RequestStructurePlan(
                name: method, documentation: Documentation(), members: members, body: format,
                isOptional: members.allSatisfy { $0.member.isOptional || $0.member.fixedValue != nil }))
    }

    private func prefix(of place: RequestMemberPlan.Place) -> String {
        switch place {
        case .query, .queryString: "query"
        case .header: "header"
        case .cookie: "cookie"
        case .bodyKey, .body, .bodyRest: "body"
        }
    }
}
