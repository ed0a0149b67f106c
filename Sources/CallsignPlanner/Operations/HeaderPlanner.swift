import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Plans the headers of responses: one structure for each distinct set of them, so that what many operations describe
/// alike is declared once.
struct HeaderPlanner {
    /// A header before it has a name.
    struct Draft: Hashable {
        let wireName: String
        var nameOverride: String?
        var type: TypeReference
        var form: HeaderPlan.Form
        var documentation: Documentation
        var isDeprecated: Bool

        /// The name as HTTP compares it.
        fileprivate let key: String

        init(
            wireName: String, nameOverride: String?, type: TypeReference, form: HeaderPlan.Form,
            documentation: Documentation, isDeprecated: Bool
        ) {
            self.wireName = wireName
            self.nameOverride = nameOverride
            self.type = type
            self.form = form
            self.documentation = documentation
            self.isDeprecated = isDeprecated
            key = wireName.lowercased()
        }
    }

    let document: ResolvedDocument
    let settings: PlanSettings

    private(set) var sets: [[Draft]] = []
    private var numbers: [[Draft]: Int] = [:]
    private var users: [[SetNames.User]] = []
    private let texts = Texts()

    /// What is said of headers: most responses of an API have the same few.
    private final class Texts {
        private var known: [SchemaID: (own: String?, text: Documentation)] = [:]

        func text(of schema: SchemaID?, own: String?, in document: ResolvedDocument) -> Documentation {
            if let schema, let known = known[schema], known.own == own { return known.text }
            let text = MemberDocumentation(document: document).text(of: schema, own: own)
            if let schema { known[schema] = (own, text) }
            return text
        }
    }

    init(document: ResolvedDocument, settings: PlanSettings) {
        self.document = document
        self.settings = settings
    }

    /// The headers of an operation's successes together: which there are depends on the status.
    func successes(_ draft: MethodDraft, types: inout TypePlanner) -> [Draft] {
        var headers: [Draft] = []
        for response in draft.successes {
            Self.add(self.headers(of: response, draft, types: &types), to: &headers)
        }
        return headers
    }

    func headers(of response: Response, _ draft: MethodDraft, types: inout TypePlanner) -> [Draft] {
        var headers: [Draft] = []
        for header in response.headers { Self.add([plan(header, draft, types: &types)], to: &headers) }
        return headers
    }

    /// Joins headers that stand for the same response. One that two of them describe differently is a text.
    static func add(_ further: [Draft], to headers: inout [Draft]) {
        // Each method that has them adds the same ones.
        if headers == further { return }
        for header in further {
            guard let index = headers.firstIndex(where: { $0.key == header.key }) else {
                headers.append(header)
                continue
            }
            if headers[index].type != header.type || headers[index].form != header.form {
                headers[index].type = .scalar(ScalarType(.string))
                headers[index].form = .simple(explode: false)
            }
            if headers[index].documentation.isEmpty { headers[index].documentation = header.documentation }
        }
    }

    /// The number of a set, which is a new one unless another place has the same.
    ///
    /// - Returns: nothing for a set of none.
    mutating func number(of headers: [Draft], for user: SetNames.User) -> Int? {
        if headers.isEmpty { return nil }
        let number = numbers[headers] ?? sets.count
        if number == sets.count {
            numbers[headers] = number
            sets.append(headers)
            users.append([])
        }
        users[number].append(user)
        return number
    }

    // MARK: One header

    private func plan(_ header: Header, _ draft: MethodDraft, types: inout TypePlanner) -> Draft {
        let media = header.schema == nil ? header.content.first : nil
        let isJSON = media.map { ContentType.kind(of: $0, in: document) == .json } ?? false
        let schema = header.schema ?? media?.schema
        for other in header.content { types.visit(other.schema) }
        var type = schema.map {
            types.reference(for: $0, in: header.component.map { TypeContext($0) } ?? draft.context(header.name))
        }
        if !isJSON, media != nil { type = nil }
        return Draft(
            wireName: header.name, nameOverride: header.extensions[ChosenNames.key]?.string,
            type: Self.inHeaders(type ?? (isJSON ? .json : .scalar(ScalarType(.string)))),
            form: isJSON ? .json : .simple(explode: header.explode),
            documentation: texts.text(of: schema, own: header.description, in: document),
            isDeprecated: header.deprecated)
    }

    /// HTTP writes dates as mail does, whatever a schema says, and has no bytes that aren't text.
    private static func inHeaders(_ type: TypeReference) -> TypeReference {
        guard case .scalar(let scalar) = type else { return type }
        switch scalar.value {
        case .date where scalar.wire == .native: return .scalar(ScalarType(.date, wire: .mail))
        case .binary: return .scalar(ScalarType(.string))
        default: return type
        }
    }

    // MARK: Names

    /// The sets that more than one place has.
    var shared: [Int] { users.indices.filter { users[$0].count > 1 } }

    /// The words that the types of shared sets are named by.
    func nameCandidates(prefix: String) -> [String] {
        let shared = shared
        return SetNames(users: shared.map { users[$0] }, prefix: prefix, word: "headers").candidates
    }

    /// - Parameter names: those of the shared sets.
    func plans(names: [Identifier]) -> [HeadersPlan] {
        let names = Dictionary(zip(shared, names), uniquingKeysWith: { first, _ in first })
        // What the structure reads them from has a name, too.
        let scope = NameScope(.member, settings: settings.naming, taken: ["fields"])
        return sets.enumerated().map { index, drafts in
            let own = scope.names(for: drafts.map { NameScope.Candidate($0.wireName, override: $0.nameOverride) }).names
            return HeadersPlan(
                name: names[index],
                members: zip(drafts, own).map { draft, name in
                    HeaderPlan(
                        name: name, wireName: draft.wireName, type: draft.type, form: draft.form,
                        documentation: draft.documentation, isDeprecated: draft.isDeprecated)
                })
        }
    }
}
