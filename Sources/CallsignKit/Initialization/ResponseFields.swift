import CallsignPlan

/// The members of a response, down to those of its members.
struct ResponseFields {
    struct Field {
        let pointer: String
        /// The names on the way, in small letters and without what joins words.
        let word: String
        let type: TypeReference
        let isNested: Bool
    }

    let all: [Field]
    private let plan: ClientPlan

    init(_ type: TypeReference, of plan: ClientPlan) {
        self.plan = plan
        all = Self.fields(type, plan, below: "", word: "", depth: 0)
    }

    /// A name in small letters, without what joins words.
    static func word(_ name: String) -> String {
        String(decoding: name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }, as: UTF8.self)
            .lowercased()
    }

    private static func fields(
        _ type: TypeReference, _ plan: ClientPlan, below pointer: String, word: String, depth: Int
    ) -> [Field] {
        guard depth < 3, case .named(let id) = unwrapped(type), case .structure(let structure) = plan[id].kind else {
            return []
        }
        return structure.members.flatMap { member -> [Field] in
            // Names that a pointer would have to escape aren't those of any convention.
            guard member.fixedValue == nil, !member.wireName.contains(where: { $0 == "/" || $0 == "~" }) else {
                return []
            }
            let field = Field(
                pointer: "\(pointer)/\(member.wireName)", word: word + Self.word(member.wireName),
                type: unwrapped(member.type), isNested: depth > 0)
            return [field]
                + fields(field.type, plan, below: field.pointer, word: field.word, depth: depth + 1)
        }
    }

    private static func unwrapped(_ type: TypeReference) -> TypeReference {
        if case .optional(let wrapped) = type { wrapped } else { type }
    }

    func matching(_ words: Set<String>, where isRight: (TypeReference) -> Bool) -> [Field] {
        all.filter { words.contains($0.word) && isRight($0.type) }
    }

    func isList(_ type: TypeReference) -> Bool {
        guard case .array(let element) = type else { return false }
        if case .optional = element { return false }
        return true
    }

    func isText(_ type: TypeReference) -> Bool { isScalar(type, [.string]) }
    func isAddress(_ type: TypeReference) -> Bool { isScalar(type, [.url]) }
    func isWhole(_ type: TypeReference) -> Bool { isScalar(type, [.int, .int32, .int64]) }
    func isFlag(_ type: TypeReference) -> Bool { isScalar(type, [.bool]) }

    private func isScalar(_ type: TypeReference, _ values: [ScalarType.Value]) -> Bool {
        guard case .scalar(let scalar) = type else { return false }
        return values.contains(scalar.value)
    }
}
