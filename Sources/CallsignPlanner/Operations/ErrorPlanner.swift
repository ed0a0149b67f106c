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
        var headers: [HeaderPlanner.Draft] = []
    }

    private var sets: [[Failure]] = []
    private var numbers: [[Failure]: Int] = [:]
    /// Which resources and methods have each set, in order.
    private var users: [[SetNames.User]] = []

    init(document: ResolvedDocument, settings: PlanSettings, responses: ResponsePlanner) {
        self.document = document
        self.settings = settings
        self.responses = responses
    }

    /// The number of the enumeration that a method throws.
    mutating func add(_ draft: MethodDraft, headers: HeaderPlanner, types: inout TypePlanner) -> Int {
        let isOnlyDefault = draft.operation.responses.count == 1
        var failures: [Failure] = []
        for response in draft.operation.responses where !ResponsePlanner.isSuccess(response.status) {
            if response.status == .default, isOnlyDefault { continue }
            let status = ResponsePlanner.status(response.status)
            let value = responses.value(of: response, in: draft.context("error"), types: &types)
            // A failure's body that isn't JSON is read by the runtime, which makes a message of it.
            let body: TypeReference = value?.format == .json ? value?.type ?? .json : .json
            failures.append(
                Failure(
                    status: status, body: body, text: response.description,
                    headers: headers.headers(of: response, draft, types: &types)))
        }
        failures.sort { Self.order($0.status) < Self.order($1.status) }
        let number = settings.errors.isMerged ? merge(failures) : number(of: failures)
        users[number].append(SetNames.User(resource: draft.resource.joined(separator: "_"), method: draft.words))
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
                HeaderPlanner.add(failure.headers, to: &sets[0][index].headers)
            } else {
                sets[0].append(failure)
            }
        }
        sets[0].sort { Self.order($0.status) < Self.order($1.status) }
        return 0
    }

    private mutating func number(of failures: [Failure]) -> Int {
        // What tells sets apart is which statuses carry which bodies; the words of each are documentation, and headers
        // may be there or not.
        let key = failures.map { Failure(status: $0.status, body: $0.body, text: nil) }
        if let known = numbers[key] {
            for index in failures.indices {
                HeaderPlanner.add(failures[index].headers, to: &sets[known][index].headers)
            }
            return known
        }
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
        SetNames(users: users, prefix: prefix, word: "error").candidates
    }

    /// The number of the headers of each failure of each set, which they are added to.
    func headers(_ planner: inout HeaderPlanner) -> [[Int?]] {
        sets.map { failures in
            failures.map { failure in
                planner.number(
                    of: failure.headers, for: SetNames.User(resource: "", method: caseWords(failure.status)))
            }
        }
    }

    /// - Parameters:
    ///   - names: those of the enumerations.
    ///   - headers: the number of the headers of each failure of each set.
    ///   - taken: the names at the top of the module, which those of headers would hide.
    func plans(
        names: [Identifier], headers: [[Int?]], apiTitle: String, taken: Set<String>
    ) -> [ErrorPlan] {
        let scope = NameScope(.enumerationCase, settings: settings.naming)
        let types = NameScope(.type, settings: settings.naming, taken: taken)
        return zip(zip(sets, headers), names).map { set, name in
            let (failures, headers) = set
            let fixed = ["undocumented", "transport", "timeout", "cancelled", "decoding", "invalid_request"]
            let candidates = failures.map { NameScope.Candidate(caseWords($0.status), override: nil) }
            let identifiers = scope.names(for: fixed.map { NameScope.Candidate($0) } + candidates).names
                .dropFirst(fixed.count)
            let headerNames = types.names(for: identifiers.map { NameScope.Candidate($0.text + "_headers") }).names
            let cases = failures.indices.map { index in
                var plan = plan(failures[index], named: identifiers[identifiers.startIndex + index])
                plan.headers = headers[index].map { HeadersReference(name: headerNames[index], index: $0) }
                return plan
            }
            return ErrorPlan(
                name: name, documentation: Documentation(["What can go wrong with a call of \(apiTitle)."]),
                cases: cases)
        }
    }

    private func plan(_ failure: Failure, named name: Identifier) -> ErrorPlan.Case {
        let advice = advice(for: failure.status)
        return ErrorPlan.Case(
            name: name, status: failure.status, body: failure.body,
            documentation: Documentation(["\(Self.text(failure.status)): \(failure.text ?? "a failure")"]),
            causes: advice?.causes, remedy: advice?.remedy)
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
