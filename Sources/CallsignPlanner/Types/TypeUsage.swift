import CallsignPlan

/// Which types are sent, received, or both, and from which resources they are reached.
struct TypeUsage {
    private(set) var isSent: [Bool]
    private(set) var isReceived: [Bool]
    /// Whether all that is sent of a type changes what the API has, key by key.
    func isMerged(_ index: Int) -> Bool { isSentToMerge[index] && !isSentAsWhole[index] }
    /// Whether a type's values are parts of values that can be compared, because these are sent.
    private(set) var isCompared: [Bool]
    private var isSentToMerge: [Bool]
    private var isSentAsWhole: [Bool]
    /// The resources that reach each type, as indices.
    private(set) var resources: [Set<Int>]
    private let types: [TypeDraft]

    init(types: [TypeDraft]) {
        self.types = types
        isSent = Array(repeating: false, count: types.count)
        isReceived = isSent
        isCompared = isSent
        isSentToMerge = isSent
        isSentAsWhole = isSent
        resources = Array(repeating: [], count: types.count)
    }

    mutating func add(_ method: MethodPlan, resource: Int) {
        var sent: [TypeReference] = method.arguments.map(\.type)
        switch method.request {
        case .structure(let request): sent += request.members.map(\.member.type)
        case .body(let body): sent.append(body.type)
        case nil: break
        }
        for type in sent {
            mark(type, resource: resource, isSent: true, merges: method.mergesBody)
            compare(type)
        }
        switch method.response {
        case .none: break
        case .value(let value): mark(value.type, resource: resource, isSent: false)
        case .byStatus(_, let cases):
            for type in cases.compactMap({ $0.value?.type }) { mark(type, resource: resource, isSent: false) }
        }
        for form in method.streamings { mark(form.value.type, resource: resource, isSent: false) }
        if let receipt = method.asynchronous?.receipt { mark(receipt, resource: resource, isSent: false) }
    }

    /// Adds the type of something beside a body that is received.
    ///
    /// - Parameter resource: nothing for what belongs to no resource.
    mutating func add(received type: TypeReference, resource: Int?) {
        mark(type, resource: resource, isSent: false)
    }

    mutating func add(_ error: ErrorPlan) {
        for failure in error.cases { mark(failure.body, resource: nil, isSent: false) }
    }

    /// Adds a type that is wanted for itself, and may be sent and received.
    mutating func add(_ model: TypeReference) {
        mark(model, resource: nil, isSent: true)
        mark(model, resource: nil, isSent: false)
    }

    /// - Parameter resource: a number that no resource has, and all webhooks share.
    mutating func add(_ webhook: WebhookPlan, resource: Int) {
        mark(webhook.payload, resource: resource, isSent: false)
    }

    /// Notes that values are compared with all that they hold, whoever writes it.
    private mutating func compare(_ reference: TypeReference) {
        var pending = [reference]
        while let next = pending.popLast() {
            switch next {
            case .scalar, .json: continue
            case .array(let element), .map(let element), .optional(let element): pending.append(element)
            case .named(let id):
                if isCompared[id.index] { continue }
                isCompared[id.index] = true
                pending += TypeChildren.of(types[id.index].kind)
            }
        }
    }

    private mutating func mark(
        _ reference: TypeReference, resource: Int?, isSent sent: Bool, merges: Bool = false
    ) {
        var pending = [reference]
        var visited: Set<TypeID> = []
        while let next = pending.popLast() {
            switch next {
            case .scalar, .json: continue
            case .array(let element), .map(let element), .optional(let element): pending.append(element)
            case .named(let id):
                guard visited.insert(id).inserted else { continue }
                if sent { isSent[id.index] = true } else { isReceived[id.index] = true }
                if sent && merges { isSentToMerge[id.index] = true }
                if sent && !merges { isSentAsWhole[id.index] = true }
                // A type of an error body belongs to no resource, and so to all.
                resources[id.index].insert(resource ?? -1)
                pending += TypeChildren.of(types[id.index].kind, besides: sent ? .received : .sent)
            }
        }
    }
}

/// The types that a type's values hold.
enum TypeChildren {
    /// - Parameter direction: of members that don't count.
    static func of(_ kind: TypePlan.Kind?, besides direction: MemberPlan.Direction? = nil) -> [TypeReference] {
        switch kind {
        case .structure(let plan):
            plan.members.filter { $0.direction != direction }.map(\.type)
                + (plan.additional.map { [$0.valueType] } ?? [])
        case .union(let plan): plan.cases.map(\.type)
        case .partChoice(let plan): plan.cases.map(\.type)
        case .alias(let type): [type]
        case .enumeration, nil: []
        }
    }

    /// The declared types that a value holds in itself, rather than in a list or dictionary.
    static func direct(_ kind: TypePlan.Kind?) -> [TypeID] {
        of(kind).compactMap(directID)
    }

    static func directID(_ reference: TypeReference) -> TypeID? {
        switch reference {
        case .named(let id): id
        case .optional(let wrapped): directID(wrapped)
        case .scalar, .json, .array, .map: nil
        }
    }
}
