import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

extension TypePlanner {
    mutating func declareUnion(_ shape: UnionShape, _ id: SchemaID, in context: TypeContext) -> TypeReference {
        let schema = document[id]
        let type = declare(id, in: context, documentation: Documentation(schema.title, schema.description))
        let branches =
            shape.branches.isEmpty
            ? scalarBranches(shape.scalarTypes, schema, in: context) : schemaBranches(shape, in: context)
        let found = UnionSelection(branches, discriminator: shape.discriminator, document: document)
        let names = scope(.enumerationCase).names(
            for: caseNames(found.branches).map { NameScope.Candidate($0) } + [NameScope.Candidate("unknown")]
        ).names
        let cases = zip(found.branches, names).map { branch, name in
            UnionPlan.Case(
                name: name, type: branch.type, jsonTypes: branch.jsonTypes, requiredKeys: branch.requiredKeys,
                constants: branch.constants, values: branch.values, documentation: branch.documentation)
        }
        guard let unknown = names.last else { return .json }
        define(
            type,
            .union(
                UnionPlan(
                    selection: found.selection, cases: cases, trial: found.trial, defaultCase: found.defaultCase,
                    unknownCase: unknown)))
        return .named(type)
    }

    private mutating func schemaBranches(_ shape: UnionShape, in context: TypeContext) -> [UnionBranch] {
        var ids = shape.branches
        if let other = shape.discriminator?.defaultMapping, !ids.contains(other) { ids.append(other) }
        var candidates = ids.map { UnionBranch($0, reader: reader) }
        let tag = shape.discriminator?.propertyName ?? UnionSelection.tag(of: candidates)
        for index in ids.indices {
            if ids[index] == shape.discriminator?.members {
                candidates[index].name = "base"
                candidates[index].documentation = Documentation(["Of another kind: what all kinds have in common."])
            } else if let name = document[ids[index]].familyName {
                candidates[index].name = name
            }
        }
        candidates.nameInline(tag: tag, document: document)
        var branches: [UnionBranch] = []
        var types: [TypeReference] = []
        for (position, id) in ids.enumerated() {
            let own = self.context(named: candidates[position].name, id, in: context)
            let type = element(id, in: own)
            // Two branches of one type can't be told apart and needn't be, unless each is a value of its own.
            if let same = types.firstIndex(of: type) {
                let values = candidates[position].values
                if values.isEmpty { branches[same].values = [] }
                if !branches[same].values.isEmpty { branches[same].values += values }
                continue
            }
            candidates[position].type = type
            candidates[position].jsonTypes = jsonTypes(of: type, id)
            types.append(type)
            branches.append(candidates[position])
        }
        return branches
    }

    /// Where a branch stands: by its schema's own name, or beside the others of its union.
    ///
    /// - Parameter name: the branch's own words.
    func context(named name: String?, _ id: SchemaID, in union: TypeContext) -> TypeContext {
        let schema = document[id]
        let types = schema.valueTypes
        let word = name ?? (types.count == 1 ? types[0].rawValue : "value")
        return schema.name == nil ? union.suffixed(word) : TypeContext(word)
    }

    mutating func scalarBranches(
        _ types: [SchemaType], _ schema: Schema, in context: TypeContext
    ) -> [UnionBranch] {
        types.compactMap { type in
            switch type {
            case .string:
                let shape = ScalarShape(types: [.string], format: schema.format, mark: schema.mark)
                return UnionBranch(name: nil, type: .scalar(formats.type(for: shape).type), jsonTypes: [.string])
            case .integer: return UnionBranch(type: .scalar(ScalarType(.int)), jsonTypes: [.number])
            case .number: return UnionBranch(type: .scalar(ScalarType(.double)), jsonTypes: [.number])
            case .boolean: return UnionBranch(type: .scalar(ScalarType(.bool)), jsonTypes: [.boolean])
            case .array:
                let items = schema.items.map { element($0, in: context.element) } ?? .json
                return UnionBranch(type: .array(items), jsonTypes: [.array])
            case .object: return UnionBranch(name: "object", type: object(schema, in: context), jsonTypes: [.object])
            case .null: return nil
            }
        }
    }

    /// The type of a schema's values that are objects, where others are not.
    private mutating func object(_ schema: Schema, in context: TypeContext) -> TypeReference {
        switch reader.objectShape(of: schema) {
        case .object(let shape):
            let own = context.suffixed("object")
            let type = declareBare(
                TypeDraft(
                    nameCandidate: own.words, kind: nil, documentation: Documentation(schema.description),
                    isDeprecated: schema.deprecated, mark: schema.mark, pointer: schema.pointer))
            define(type, .structure(plan(shape, in: own, holder: schema)))
            return .named(type)
        case .map(let values?): return .map(element(values, in: context.suffixed("value")))
        default: return .map(.json)
        }
    }

    // MARK: Names

    /// The words of the cases' names: each branch's own, or what kind of value it is, told apart by numbers.
    func caseNames(_ branches: [UnionBranch]) -> [String] {
        let kinds = branches.map { $0.name == nil ? kindName($0.type) : nil }
        var seen: Set<String> = []
        return branches.indices.map { index in
            var name = branches[index].name ?? ""
            if let kind = kinds[index] {
                name = kind
                if case .array(let element) = branches[index].type, kinds.count(where: { $0 == kind }) > 1 {
                    name = "list_of_" + kindName(element)
                }
            }
            let plain = name
            var number = 2
            while !seen.insert(name).inserted {
                name = "\(plain)_\(number)"
                number += 1
            }
            return name
        }
    }

    private func kindName(_ type: TypeReference) -> String {
        switch type {
        case .scalar(let scalar):
            switch scalar.value {
            case .string: return "text"
            case .bool: return "boolean"
            case .int, .int32, .int64, .uint64: return "integer"
            case .double, .float, .decimal: return "number"
            case .date, .calendarDate: return "date"
            case .uuid: return "uuid"
            case .url: return "url"
            case .base64, .binary: return "data"
            case .file, .part: return "file"
            }
        case .array(.scalar(let scalar)) where scalar.value == .file: return "files"
        case .array: return "list"
        case .map, .json: return "object"
        case .optional(let wrapped): return kindName(wrapped)
        case .named(let id):
            switch drafts[id.index].kind {
            case .enumeration: return "option"
            case .structure(let plan): return plan.form == .array ? "list" : "object"
            case .union, .partChoice: return "choice"
            case .alias, nil: return "object"
            }
        }
    }

    // MARK: JSON types

    /// The JSON types of all values of a Swift type; none where they aren't known.
    ///
    /// - Parameter schema: what the type is made of, which says more as long as the type isn't planned.
    private func jsonTypes(of type: TypeReference, _ schema: SchemaID) -> [UnionPlan.Case.JSONType] {
        switch type {
        case .scalar(let scalar):
            if scalar.wire == .lenient || scalar.wire == .lenientText { return [] }
            if scalar.wire == .text { return [.string] }
            switch scalar.value {
            case .bool: return [.boolean]
            case .int, .int32, .int64, .uint64, .double, .float, .decimal: return [.number]
            case .date where scalar.wire == .unixSeconds || scalar.wire == .unixMilliseconds: return [.number]
            case .string, .date, .calendarDate, .uuid, .url, .base64, .binary, .file, .part: return [.string]
            }
        case .array: return [.array]
        case .map: return [.object]
        case .json, .optional: return []
        case .named(let id):
            switch drafts[id.index].kind {
            case .structure(let plan): return plan.form == .array ? [.array] : [.object]
            case .enumeration(let plan):
                switch plan.rawType {
                case .string: return [.string]
                case .int, .double: return [.number]
                case .json: return []
                }
            case .union(let plan):
                let types = plan.cases.map(\.jsonTypes)
                if types.contains(where: \.isEmpty) { return [] }
                return UnionPlan.Case.JSONType.allCases.filter(Set(types.joined()).contains)
            case nil:
                if case .object = reader.resolvedShape(of: schema) { return [.object] }
                return []
            case .alias, .partChoice: return []
            }
        }
    }
}
