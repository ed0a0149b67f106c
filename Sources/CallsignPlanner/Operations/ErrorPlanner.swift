import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Plans the error enumerations: one for each distinct set of documented failures.
struct ErrorPlanner {
    let document: ResolvedDocument
    let settings: PlanSettings
    let responses: ResponsePlanner

    /// A documented failure, without its name.
    private struct Failure: Hashable {
        var status: ErrorPlan.Status
        var body: TypeReference
        var text: String?
    }

    private var sets: [[Failure]] = []
    private var numbers: [[Failure]: Int] = [:]
    /// Which resources and methods have each set, in order.
    private var users: [[(resource: String, method: String)]] = []

    init(document: ResolvedDocument, settings: PlanSettings, responses: ResponsePlanner) {
        self.document = document
        self.settings = settings
        self.responses = responses
    }

    /// The number of the enumeration that a method throws.
    mutating func add(_ draft: MethodDraft, types: inout TypePlanner) -> Int {
        let context = TypeContext(resource: draft.resource, method: draft.words, part: "error")
        let isOnlyDefault = draft.operation.responses.count == 1
        var failures: [Failure] = []
        for response in draft.operation.responses where !ResponsePlanner.isSuccess(response.status) {
            if response.status == .default, isOnlyDefault { continue }
            let status = ResponsePlanner.status(response.status)
            let value = responses.value(of: response, in: context, types: &types)
            // A failure's body that isn't JSON is read by the runtime, which makes a message of it.
            let body: TypeReference = value?.format == .json ? value?.type ?? .json : .json
            failures.append(Failure(status: status, body: body, text: response.description))
        }
        failures.sort { Self.order($0.status) < Self.order($1.status) }
        let number = settings.errors.isMerged ? merge(failures) : number(of: failures)
        users[number].append((draft.resource.joined(separator: "_"), draft.words))
        return number
    }

    /// Adds failures to the one set. A status whose body differs between operations has any JSON.
    private mutating func merge(_ failures: [Failure]) -> Int {
        if sets.isEmpty {
            sets.append([])
            users.append([])
        }
        for failure in failures {
            if let index = sets[0].firstIndex(where: { $0.status == failure.status }) {
                if sets[0][index].body != failure.body { sets[0][index].body = .json }
            } else {
                sets[0].append(failure)
            }
        }
        sets[0].sort { Self.order($0.status) < Self.order($1.status) }
        return 0
    }

    private mutating func number(of failures: [Failure]) -> Int {
        // What tells sets apart is which statuses carry which bodies; the words of each are documentation.
        let key = failures.map { Failure(status: $0.status, body: $0.body, text: nil) }
        if let known = numbers[key] { return known }
        numbers[key] = sets.count
        sets.append(failures)
        users.append([])
        return sets.count - 1
    }

    private static func order(_ status: ErrorPlan.Status) -> Int {
        switch status {
        case .code(let code): code
        case .range(let range): 1000 + range
        case .default: 2000
        }
    }

    /// The words of each enumeration's name. The set that most methods share is the client's own.
    func nameCandidates(prefix: String) -> [String] {
        let main = users.indices.max { (users[$0].count, -$0) < (users[$1].count, -$1) }
        return users.indices.map { index in
            if index == main { return prefix + "_error" }
            let resources = Set(users[index].map(\.resource))
            let others = users.indices.filter { other in
                other != index && other != main && Set(users[other].map(\.resource)) == resources
            }
            if resources.count == 1, others.isEmpty, let resource = resources.first {
                return prefix + "_" + resource + "_error"
            }
            guard let first = users[index].first else { return prefix + "_error" }
            return prefix + "_" + first.resource + "_" + first.method + "_error"
        }
    }

    func plans(names: [Identifier], apiTitle: String, scope: NameScope) -> [ErrorPlan] {
        zip(sets, names).map { failures, name in
            let fixed = ["undocumented", "transport", "timeout", "cancelled", "decoding", "invalid_request"]
            let candidates = failures.map { NameScope.Candidate(caseWords($0.status), override: nil) }
            let identifiers = scope.names(for: fixed.map { NameScope.Candidate($0) } + candidates).names
                .dropFirst(fixed.count)
            let cases = zip(failures, identifiers).map { failure, identifier in
                let advice = advice(for: failure.status)
                return ErrorPlan.Case(
                    name: identifier, status: failure.status, body: failure.body,
                    documentation: Documentation(["\(Self.text(failure.status)): \(failure.text ?? "a failure")"]),
                    causes: advice?.causes, remedy: advice?.remedy)
            }
            return ErrorPlan(
                name: name, documentation: Documentation(["What can go wrong with a call of \(apiTitle)."]),
                cases: Array(cases))
        }
    }

    private func caseWords(_ status: ErrorPlan.Status) -> String {
        let key = Self.key(status)
        return settings.errors.caseNames.first { $0.status.value == key }?.name ?? StatusNames.failure(status)
    }

    private func advice(for status: ErrorPlan.Status) -> (causes: String?, remedy: String?)? {
        let keys: [String]
        switch status {
        case .code(let code): keys = [String(code), "\(code / 100)XX", "default"]
        case .range(let range): keys = ["\(range)XX", "default"]
        case .default: keys = ["default"]
        }
        for key in keys {
            if let found = settings.errors.advice.first(where: { $0.status.value.uppercased() == key.uppercased() }) {
                return (found.causes, found.remedy)
            }
        }
        return nil
    }

    private static func key(_ status: ErrorPlan.Status) -> String {
        switch status {
        case .code(let code): String(code)
        case .range(let range): "\(range)XX"
        case .default: "default"
        }
    }

    private static func text(_ status: ErrorPlan.Status) -> String {
        status == .default ? "Any other status" : key(status)
    }
}
