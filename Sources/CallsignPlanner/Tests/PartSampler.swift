import CallsignOpenAPI
import CallsignPlan

/// Makes the parts of a form with files, and the members of the request that they are made of.
struct PartSampler {
    let client: ClientPlan
    let samples: SampleSource
    let media: MediaType
    /// How the parts are written where the usual doesn't do.
    let encodings: [BodyEncodingPlan]
    /// Whether parts have names.
    let isNamed: Bool
    private(set) var parts: [ExpectedRequest.Part] = []

    init(client: ClientPlan, samples: SampleSource, media: MediaType, encodings: [BodyEncodingPlan], isNamed: Bool) {
        self.client = client
        self.samples = samples
        self.media = media
        self.encodings = encodings
        self.isNamed = isNamed
    }

    /// - Returns: nothing where no value can be made of a member that is required.
    mutating func arguments(_ members: [MemberPlan]) -> [SampleArgument]? {
        let bodies = BodyCandidates(samples: samples, media: media).values
        var arguments: [SampleArgument] = []
        for member in members {
            if let fixed = member.fixedValue {
                add(JSONSample(fixed), member.wireName)
                continue
            }
            if let value = value(member.type, member.wireName, candidates(of: member, bodies)) {
                arguments.append(SampleArgument(label: member.name, value: value))
            } else if !member.isOptional {
                return nil
            }
        }
        return arguments
    }

    /// The JSON that a member may be: a key of the body or, without names, an element at its place or all others.
    private func candidates(of member: MemberPlan, _ bodies: [JSONSample]) -> [JSONSample] {
        if isNamed { return bodies.compactMap { $0[member.wireName] } }
        return bodies.compactMap { body in
            guard case .array(let values) = body else { return nil }
            guard let place = Int(member.wireName) else { return .array(values) }
            return values.indices.contains(place) ? values[place] : nil
        }
    }

    /// A value of a part, the parts of which are added.
    ///
    /// - Parameter candidates: the JSON that the part may be where it is no file.
    private mutating func value(_ type: TypeReference, _ name: String, _ candidates: [JSONSample]) -> SampleValue? {
        switch resolved(type) {
        case .scalar(let scalar) where scalar.value == .file: return file(name)
        case .array(let element) where isFileOrChoice(element):
            let own = isFile(element) ? indexed(name) : name
            return value(element, own, []).map { .list([$0]) }
        case .named(let id):
            guard case .partChoice(let plan) = client[id].kind else { break }
            // There always is a case of files.
            guard let choice = plan.cases.first(where: { isFileOrChoice($0.type) || isFileList($0.type) }) else {
                break
            }
            return value(choice.type, name, []).map { .union(choice.name, $0) }
        default: break
        }
        for json in candidates {
            guard let typed = samples.typer.typed(json, type), let texts = parts(of: typed.json, type, name) else {
                continue
            }
            parts += texts
            return typed.value
        }
        return nil
    }

    private mutating func file(_ name: String) -> SampleValue {
        let text = "content of a file"
        parts.append(.init(name: isNamed ? name : "", fileName: "file.txt", contentType: "text/plain", text: text))
        return .file(text: text, name: "file.txt", contentType: "text/plain")
    }

    /// The first of several names.
    private func indexed(_ name: String) -> String {
        guard let range = name.firstRange(of: "[i]") else { return name }
        return String(name[..<range.lowerBound] + "[0]" + name[range.upperBound...])
    }

    // MARK: What is no file

    private mutating func add(_ json: JSONSample, _ name: String) {
        parts.append(isJSON(name) ? jsonPart(json, name) : textPart(json.plainText ?? "", name))
    }

    /// The parts that a value becomes: one for each element of a list; nothing for what none can hold.
    private func parts(of json: JSONSample, _ type: TypeReference, _ name: String) -> [ExpectedRequest.Part]? {
        if let style = style(of: name) {
            return StyledSample(name: name, style: style).pairs(of: json)?.map { .init(name: $0.name, text: $0.text) }
        }
        if isText(type), !isJSON(name) { return textParts(of: json, name) }
        guard case .array = resolved(type), case .array(let values) = json else { return [jsonPart(json, name)] }
        return values.map { jsonPart($0, name) }
    }

    private func textParts(of json: JSONSample, _ name: String) -> [ExpectedRequest.Part]? {
        switch json {
        case .null: return []
        case .object: return [jsonPart(json, name)]
        case .bool, .number, .string: return json.plainText.map { [textPart($0, name)] }
        case .array(let values):
            let parts = values.compactMap { textParts(of: $0, name) }
            return parts.count == values.count ? Array(parts.joined()) : nil
        }
    }

    private func textPart(_ text: String, _ name: String) -> ExpectedRequest.Part {
        let usual = isNamed ? nil : "text/plain; charset=utf-8"
        return .init(name: isNamed ? name : "", contentType: contentType(of: name) ?? usual, text: text)
    }

    private func jsonPart(_ json: JSONSample, _ name: String) -> ExpectedRequest.Part {
        .init(name: isNamed ? name : "", contentType: contentType(of: name) ?? "application/json", text: json.text)
    }

    private func contentType(of name: String) -> String? {
        guard case .contentType(let type)? = encodings.first(where: { $0.wireName == name })?.kind else { return nil }
        return type
    }

    private func style(of name: String) -> ParameterStylePlan? {
        guard case .style(let style)? = encodings.first(where: { $0.wireName == name })?.kind else { return nil }
        return style
    }

    private func isJSON(_ name: String) -> Bool { encodings.contains { $0.wireName == name && $0.isJSON } }

    /// Whether the runtime makes a text of the type's values, rather than JSON.
    private func isText(_ type: TypeReference) -> Bool {
        switch resolved(type) {
        case .scalar, .json: return true
        case .named(let id):
            if case .enumeration = client[id].kind { return true }
            return false
        case .array(let inner), .optional(let inner): return isText(inner)
        case .map: return false
        }
    }

    private func isFileOrChoice(_ type: TypeReference) -> Bool {
        switch resolved(type) {
        case .scalar: return isFile(type)
        case .named(let id): if case .partChoice = client[id].kind { return true } else { return false }
        default: return false
        }
    }

    private func isFile(_ type: TypeReference) -> Bool {
        if case .scalar(let scalar) = resolved(type) { scalar.value == .file } else { false }
    }

    private func isFileList(_ type: TypeReference) -> Bool {
        if case .array(let element) = resolved(type) { isFileOrChoice(element) } else { false }
    }

    private func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        for _ in 0...client.types.count {
            guard case .named(let id) = type, case .alias(let target) = client[id].kind else { break }
            type = target
        }
        return type
    }
}
