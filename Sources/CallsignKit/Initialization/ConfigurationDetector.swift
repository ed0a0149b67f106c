import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignPlanner

/// Finds out what a configuration can say about a description.
struct ConfigurationDetector {
    let document: ResolvedDocument
    /// The plan without any configuration.
    let plan: ClientPlan
    let settings: PlanSettings

    /// - Parameter draft: what is known without the description's contents.
    func complete(_ draft: inout ConfigurationDraft) {
        draft.parameters = parameters(title: draft.title)
        draft.credentials = credentials(title: draft.title)
        draft.errors = ErrorFieldsDetector(plan: plan, document: document).fields
        draft.rateLimit = document.info.description.flatMap { RateLimitDetector.limit(in: $0) }
        draft.idempotencyKey =
            document.operations.lazy.flatMap(\.parameters)
            .first { $0.location == .header && $0.name.lowercased() == "idempotency-key" }?.name
        draft.acronyms = AcronymDetector(document: document).acronyms
        draft.hasServer = plan.servers.contains { !$0.url.isEmpty && $0.url.utf8.first != UInt8(ascii: "/") }
        let pagination = self.pagination
        draft.pagination = pagination.pages
        draft.hasTextAddresses = pagination.hasTextAddresses
    }

    // MARK: What is given once

    /// Parameters that stand in the paths of most operations.
    private func parameters(
        title: String
    ) -> [ConfigurationDraft.Finding<(wireName: String, variable: String)>] {
        let operations = document.operations
        // Of a few operations, a name can be in most paths by chance.
        guard operations.count >= 5 else { return [] }
        var counts: [(name: String, count: Int)] = []
        for operation in operations {
            for name in Set(operation.parameters.filter { $0.location == .path }.map(\.name)).sorted() {
                if let index = counts.firstIndex(where: { $0.name == name }) {
                    counts[index].count += 1
                } else {
                    counts.append((name, 1))
                }
            }
        }
        return counts.filter { $0.count * 10 >= operations.count * 9 && Self.isPlain($0.name) }.map { found in
            ConfigurationDraft.Finding(
                value: (found.name, Self.variable(title, found.name)),
                reason: "in the paths of \(found.count) of \(operations.count) operations")
        }
    }

    private func credentials(title: String) -> [ConfigurationDraft.Credential] {
        let isSingle = plan.authentication.schemes.count == 1
        return plan.authentication.schemes.map { scheme in
            let words = isSingle ? "" : scheme.name + "_"
            let keys: [(String, String)] =
                switch scheme.kind {
                case .basic: [("username", "username"), ("password", "password")]
                case .bearer: [("token", "token")]
                case .apiKeyHeader, .apiKeyQuery, .apiKeyCookie: [("token", "api_key")]
                }
            return ConfigurationDraft.Credential(
                scheme: scheme.name, variables: keys.map { ($0.0, Self.variable(title, words + $0.1)) })
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "-") }
    }

    /// The name of an environment variable, such as `ZOO_API_KEY`.
    static func variable(_ title: String, _ name: String) -> String {
        let api = words(title).filter { !["API", "REST", "THE"].contains($0) }
        let own = words(separated(name))
        let text = ((api.isEmpty ? ["API"] : Array(api.prefix(3))) + own).joined(separator: "_")
        let isDigit = text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true
        return isDigit ? "API_" + text : text
    }

    /// `AccountSid` as `Account_Sid`.
    private static func separated(_ name: String) -> String {
        var text = ""
        var wasSmall = false
        for character in name {
            if wasSmall, character.isUppercase { text.append("_") }
            wasSmall = character.isLowercase || character.isNumber
            text.append(character)
        }
        return text
    }

    private static func words(_ text: String) -> [String] {
        text.utf8.split { !isWordByte($0) || $0 == UInt8(ascii: "_") }.map {
            String(decoding: $0, as: UTF8.self).uppercased()
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    // MARK: Pages

    /// How lists are paged, by rules that fit the description.
    struct Pagination {
        var pages: [ConfigurationDraft.Pages] = []
        /// Whether addresses have to be text, so that lists can follow them.
        var hasTextAddresses = false
    }

    var pagination: Pagination {
        var found = Pagination()
        for candidate in PaginationDetector(plan, of: document).candidates {
            if let rule = fitting(candidate.rule, after: found, hasTextAddresses: candidate.hasTypedAddress) {
                found.pages.append(rule)
                found.hasTextAddresses = found.hasTextAddresses || candidate.hasTypedAddress
            }
        }
        return found
    }

    /// The rule, without those of its keys that turn out to name nothing; nothing where it fits no operation.
    private func fitting(
        _ rule: PlanSettings.PaginationRule, after found: Pagination, hasTextAddresses: Bool
    ) -> ConfigurationDraft.Pages? {
        var smaller = rule
        smaller.limitParameter = nil
        smaller.total = []
        smaller.hasMore = nil
        for rule in [rule, smaller] {
            var settings = settings
            settings.pagination = found.pages.map(\.rule) + [rule]
            if hasTextAddresses || found.hasTextAddresses { settings.formats += ConfigurationDetector.textAddresses }
            let sink = DiagnosticSink()
            sink.tolerated = tolerated
            guard let plan = try? Planner.plan(document, settings: settings, sink: sink), !sink.hasErrors else {
                continue
            }
            let count = plan.resources.flatMap(Self.paged).count
            return ConfigurationDraft.Pages(rule: rule, count: count - found.pages.reduce(0) { $0 + $1.count })
        }
        return nil
    }

    private static func paged(_ resource: ResourcePlan) -> [MethodPlan] {
        resource.methods.filter { $0.pages != nil } + resource.children.flatMap(paged)
    }

    static let textAddresses = ["uri", "url", "uri-reference"].map {
        (key: PlanSettings.Marked($0), type: ScalarType(.string))
    }

    /// What the description's slips are tolerated as.
    var tolerated: Set<String> = []
}
