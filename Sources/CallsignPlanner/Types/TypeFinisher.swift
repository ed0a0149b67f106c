import CallsignDiagnostics
import CallsignPlan

/// Makes plans of type drafts: with names, direction, conformances and boxes.
struct TypeFinisher {
    let settings: PlanSettings
    let drafts: [TypeDraft]
    let names: [Identifier]
    let usage: TypeUsage
    private let breaker: RecursionBreaker
    /// The types that the configuration wants to be encodable, with those that they hold.
    private let chosen: Set<Int>

    init(
        settings: PlanSettings, drafts: [TypeDraft], graph: TypeGraph, names: [Identifier], usage: TypeUsage,
        sink: DiagnosticSink
    ) {
        self.settings = settings
        self.drafts = drafts
        self.names = names
        self.usage = usage
        breaker = RecursionBreaker(graph)
        chosen = Self.chosen(settings.encodableModels, graph, names, sink)
    }

    private static func chosen(
        _ choice: PlanSettings.ModelChoice, _ graph: TypeGraph, _ names: [Identifier], _ sink: DiagnosticSink
    ) -> Set<Int> {
        guard case .some(let models) = choice, !models.isEmpty else { return [] }
        var pending: [Int] = []
        for model in models {
            if let index = names.firstIndex(where: { $0.text == model.value }) {
                pending.append(index)
            } else {
                sink.error(
                    "unknown-model", "no model is called '\(model.value)'", at: model.mark,
                    remedy: NearMatch.best(for: model.value, among: names.map(\.text).sorted())
                        .map { "did you mean '\($0)'?" })
            }
        }
        var chosen: Set<Int> = []
        while let next = pending.popLast() {
            if chosen.insert(next).inserted { pending += graph.edges(of: next).map { graph[$0].target } }
        }
        return chosen
    }

    func plans() -> [TypePlan] {
        drafts.indices.map { plan($0) }
    }

    private func plan(_ index: Int) -> TypePlan {
        let isSent = usage.isSent[index]
        let isReceived = usage.isReceived[index]
        return TypePlan(
            id: TypeID(index), name: names[index], kind: kind(index, isSent: isSent),
            documentation: drafts[index].documentation, isDeprecated: drafts[index].isDeprecated,
            isReceived: isReceived,
            isSent: isSent,
            conformances: Conformances(
                isDecodable: isReceived, isEncodable: isEncodable(index) && !isPart(drafts[index].kind),
                isEquatable: usage.isCompared[index] || settings.hashableModels, isHashable: settings.hashableModels),
            mark: drafts[index].mark, pointer: drafts[index].pointer)
    }

    private func isEncodable(_ index: Int) -> Bool {
        if usage.isSent[index] || chosen.contains(index) { return true }
        if case .all = settings.encodableModels { return true }
        return false
    }

    private func kind(_ index: Int, isSent: Bool) -> TypePlan.Kind {
        switch drafts[index].kind {
        case .structure(var structure):
            structure.hasMemberwiseInitializer = isSent || settings.memberwiseResponses
            direct(&structure.members, index, isSent: isSent)
            // Keys that nobody names come from the API alone.
            if structure.additional?.isUndeclared == true, !usage.isReceived[index] { structure.additional = nil }
            for position in structure.members.indices {
                finish(&structure.members, position, of: index, isSent: isSent)
            }
            structure.originals = originals(of: structure, index)
            return .structure(structure)
        case .union(var union):
            // A union that holds itself at once would have no end: such a value stays JSON.
            let endless = union.cases.indices.filter { position in
                guard let target = union.cases[position].type.directID else { return false }
                return isUnion(target.index) && breaker.closesCircle(from: index, to: target.index)
            }
            for position in endless { union.cases[position].type = .json }
            return .union(union)
        case .enumeration(let enumeration): return .enumeration(enumeration)
        case .partChoice(let choice): return .partChoice(choice)
        case .alias(let type): return .alias(type)
        case nil: return .alias(.json)
        }
    }

    /// Leaves out what the other direction alone has. Where values go both ways, such a member is there in one of them.
    private func direct(_ members: inout [MemberPlan], _ index: Int, isSent: Bool) {
        let isReceived = usage.isReceived[index]
        if members.indices.allSatisfy({ members[$0].direction == .both }) { return }
        if !isSent { members.removeAll { $0.direction == .sent } }
        if !isReceived { members.removeAll { $0.direction == .received } }
        guard isSent, isReceived else { return }
        for position in members.indices where members[position].direction != .both {
            let note = members[position].direction == .received ? "Received only, and never sent." : "Sent only."
            members[position].documentation.paragraphs.append(note)
            members[position].isOptional = true
            members[position].fixedValue = nil
        }
    }

    /// Settles a member. The draft has the same ones, so that they are all copied once one of them is written to: only
    /// what differs is.
    private func finish(_ members: inout [MemberPlan], _ position: Int, of index: Int, isSent: Bool) {
        if let target = members[position].type.directID, breaker.closesCircle(from: index, to: target.index) {
            members[position].isBoxed = true
        }
        // What is sent to change something, and for nothing else, can say that a value is to be no more.
        if usage.isMerged(index), !usage.isReceived[index], members[position].acceptsNull, !members[position].isBoxed {
            members[position].tellsNull = true
        }
        // What is only received keeps what the server wrote.
        if !isSent, members[position].fixedValue != nil { members[position].fixedValue = nil }
    }

    /// Whether values become parts of forms, which is no coding.
    private func isPart(_ kind: TypePlan.Kind?) -> Bool {
        if case .partChoice = kind { true } else { false }
    }

    /// What is read and written again keeps the forms of its values where they can differ.
    private func originals(of structure: StructurePlan, _ index: Int) -> Identifier? {
        guard usage.isReceived[index], isEncodable(index), structure.form == .object,
            structure.members.indices.contains(where: { position in
                structure.members[position].fixedValue == nil && hasSeveralForms(structure.members[position].type)
            })
        else { return nil }
        let taken = Set(structure.members.map(\.name.text) + (structure.additional.map { [$0.name.text] } ?? []))
        return NameScope(.member, settings: settings.naming, taken: taken).name("originals")
    }

    private func hasSeveralForms(_ reference: TypeReference) -> Bool {
        var next = reference
        for _ in 0..<PlanningDepth.parts {
            switch next {
            case .scalar(let scalar): return scalar.hasSeveralForms
            case .json: return false
            case .array(let inner), .map(let inner), .optional(let inner): next = inner
            case .named(let id):
                guard case .alias(let target) = drafts[id.index].kind else { return false }
                next = target
            }
        }
        return false
    }

    private func isUnion(_ index: Int) -> Bool {
        if case .union = drafts[index].kind { true } else { false }
    }
}
