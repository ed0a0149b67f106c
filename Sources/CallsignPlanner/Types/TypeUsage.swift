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
    /// Who reaches each type.
    private var users: [Users]
    private let graph: TypeGraph

    /// Who reaches a type: nobody, the resource with one number, or several.
    private enum Users: Equatable {
        case nobody
        case one(Int)
        case several

        /// - Returns: whether that says anything new.
        mutating func add(_ resource: Int) -> Bool {
            switch self {
            case .nobody: self = .one(resource)
            case .one(resource), .several: return false
            case .one: self = .several
            }
            return true
        }
    }

    /// What types are reached as.
    private enum Use: Int, CaseIterable { case received, sentAsWhole, sentToMerge }

    /// Who reaches each type, by its use. What a type holds is reached by the same ones, and needn't be looked at for
    /// one of them again, or for more than the second of several.
    private var usersByUse: [[Users]]

    init(_ graph: TypeGraph) {
        self.graph = graph
        isSent = Array(repeating: false, count: graph.count)
        isReceived = isSent
        isCompared = isSent
        isSentToMerge = isSent
        isSentAsWhole = isSent
        users = Array(repeating: .nobody, count: graph.count)
        usersByUse = Array(repeating: users, count: Use.allCases.count)
    }

    /// The number of the only resource that reaches a type; nothing where it belongs to none, or to several.
    func onlyResource(of index: Int) -> Int? {
        if case .one(let resource) = users[index], resource != Self.everybody { resource } else { nil }
    }

    /// A type of an error body belongs to no resource, and so to all.
    private static let everybody = -1

    mutating func add(_ method: MethodPlan, resource: Int) {
        let merges = method.mergesBody
        for index in method.arguments.indices { add(sent: method.arguments[index].type, resource, merges) }
        switch method.request {
        case .structure(let request):
            for index in request.members.indices { add(sent: request.members[index].member.type, resource, merges) }
        case .body(let body): add(sent: body.type, resource, merges)
        case nil: break
        }
        switch method.response {
        case .none: break
        case .value(let value): mark(value.type, resource: resource, isSent: false)
        case .byStatus(_, let cases):
            for index in cases.indices {
                if let value = cases[index].value { mark(value.type, resource: resource, isSent: false) }
            }
        }
        for form in method.streamings { mark(form.value.type, resource: resource, isSent: false) }
        if let receipt = method.asynchronous?.receipt { mark(receipt, resource: resource, isSent: false) }
    }

    private mutating func add(sent type: TypeReference, _ resource: Int, _ merges: Bool) {
        mark(type, resource: resource, isSent: true, merges: merges)
        compare(type)
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
        guard let type = reference.declared else { return }
        var pending = [type.index]
        while let next = pending.popLast() {
            if isCompared[next] { continue }
            isCompared[next] = true
            for edge in graph.edges(of: next) { pending.append(graph[edge].target) }
        }
    }

    private mutating func mark(_ reference: TypeReference, resource: Int?, isSent: Bool, merges: Bool = false) {
        guard let type = reference.declared else { return }
        let use: Use = isSent ? (merges ? .sentToMerge : .sentAsWhole) : .received
        let other: MemberPlan.Direction = isSent ? .received : .sent
        let resource = resource ?? Self.everybody
        var pending = [type.index]
        while let next = pending.popLast() {
            guard usersByUse[use.rawValue][next].add(resource) else { continue }
            mark(next, use)
            _ = users[next].add(resource)
            for edge in graph.edges(of: next) where graph[edge].direction != other {
                pending.append(graph[edge].target)
            }
        }
    }

    private mutating func mark(_ type: Int, _ use: Use) {
        switch use {
        case .received: isReceived[type] = true
        case .sentAsWhole:
            isSent[type] = true
            isSentAsWhole[type] = true
        case .sentToMerge:
            isSent[type] = true
            isSentToMerge[type] = true
        }
    }
}
