import CallsignOpenAPI
import CallsignPlan

/// Makes the parts of a form with files, and the members of the request that they are made of.
struct PartSampler {
    let client: ClientPlan
    let samples: SampleSource
    let media: MediaType
    let operation: Operation
    private(set) var parts: [ExpectedRequest.Part] = []

    init(client: ClientPlan, samples: SampleSource, media: MediaType, operation: Operation) {
        self.client = client
        self.samples = samples
        self.media = media
        self.operation = operation
    }

    /// - Returns: nothing where no value can be made of a member that is required.
    mutating func arguments(_ members: [MemberPlan]) -> [SampleArgument]? {
        let bodies = BodyCandidates(samples: samples, media: media).values
        var arguments: [SampleArgument] = []
        for member in members {
            if let fixed = member.fixedValue {
                parts.append(.init(name: member.wireName, text: JSONSample(fixed).plainText ?? ""))
                continue
            }
            if let value = part(member, bodies) {
                arguments.append(SampleArgument(label: member.name, value: value))
            } else if !member.isOptional {
                return nil
            }
        }
        return arguments
    }

    private mutating func part(_ member: MemberPlan, _ bodies: [JSONSample]) -> SampleValue? {
        let type = resolved(member.type)
        if isFile(type) { return file(member.wireName) }
        if case .array(let element) = type, isFile(resolved(element)) {
            let name = member.wireName.firstRange(of: "[i]").map { range in
                member.wireName[..<range.lowerBound] + "[0]" + member.wireName[range.upperBound...]
            }
            return .list([file(name.map { String($0) } ?? member.wireName)])
        }
        let isText = isParameter(type)
        for json in bodies.compactMap({ $0[member.wireName] }) {
            guard let typed = samples.typer.typed(json, member.type) else { continue }
            if isText {
                guard let texts = texts(of: typed.json) else { continue }
                parts += texts.map { .init(name: member.wireName, text: $0) }
            } else {
                parts.append(.init(name: member.wireName, contentType: "application/json", text: typed.json.text))
            }
            return typed.value
        }
        return nil
    }

    private mutating func file(_ name: String) -> SampleValue {
        let text = "content of a file"
        parts.append(.init(name: name, fileName: "file.txt", contentType: "text/plain", text: text))
        return .file(text: text, name: "file.txt", contentType: "text/plain")
    }

    /// The texts of a part, one for each element; nothing for what a text can't hold.
    private func texts(of json: JSONSample) -> [String]? {
        guard case .array(let values) = json else { return json.plainText.map { [$0] } }
        let texts = values.compactMap(\.plainText)
        return texts.count == values.count ? texts : nil
    }

    private func isFile(_ type: TypeReference) -> Bool {
        if case .scalar(let scalar) = type { return scalar.value == .binary }
        return false
    }

    /// Whether the runtime makes a text of the type's values, rather than JSON.
    private func isParameter(_ type: TypeReference) -> Bool {
        switch resolved(type) {
        case .scalar, .json: return true
        case .named(let id):
            if case .enumeration = client[id].kind { return true }
            return false
        case .array(let inner), .map(let inner), .optional(let inner): return isParameter(inner)
        }
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
