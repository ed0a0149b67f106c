import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

extension TypePlanner {
    mutating func declareUnion(_ shape: UnionShape, _ id: SchemaID, in context: TypeContext) -> TypeReference {
        let schema = document[id]
        let type = declare(id, in: context, documentation: Documentation([schema.title, schema.description]))
        let branches =
            shape.branches.isEmpty
            ? scalarBranches(shape.scalarTypes, schema, in: context) : schemaBranches(shape.branches, in: context)
        let names = scope(.enumerationCase).names(
            for: branches.map { NameScope.Candidate($0.name) } + [NameScope.Candidate("unknown")]
        ).names
        let cases = zip(branches, names).map { branch, name in
            UnionPlan.Case(
                name: name, type: branch.type, jsonType: branch.jsonType, requiredKeys: branch.requiredKeys,
                documentation: branch.documentation)
        }
        guard let unknown = names.last else { return .json }
        define(
            type,
            .union(
                UnionPlan(
                    selection: selection(shape, branches), cases: cases, unknownCase: unknown)))
        return .named(type)
    }

    private struct Branch {
        var name: String
        var type: TypeReference
        var jsonType: UnionPlan.Case.JSONType?
        var requiredKeys: [String] = []
        var documentation = Documentation()
        /// The schema, seen through references.
        var schema: SchemaID?
        /// Constants of the branch's properties, by property.
        var constants: [(property: String, values: [String])] = []
    }

    private mutating func schemaBranches(_ ids: [SchemaID], in context: TypeContext) -> [Branch] {
        var branches: [Branch] = []
        for id in ids {
            let schema = document[id]
            let word = schema.name ?? schema.title ?? schema.types.first { $0 != .null }?.rawValue ?? "value"
            let type = element(id, in: schema.name == nil ? context.suffixed(word) : TypeContext(word))
            // Two branches of one type can't be told apart and needn't be.
            if branches.contains(where: { $0.type == type }) { continue }
            var branch = Branch(name: branchName(schema, type), type: type, jsonType: jsonType(of: type), schema: id)
            branch.documentation = Documentation([schema.description ?? schema.title])
            fillObjectFacts(of: id, into: &branch)
            branches.append(branch)
        }
        return branches
    }

    private func fillObjectFacts(of id: SchemaID, into branch: inout Branch) {
        var shape = reader.shape(of: id)
        var depth = 0
        while case .same(let target) = shape, depth < 32 {
            shape = reader.shape(of: target)
            depth += 1
        }
        guard case .object(let object) = shape else { return }
        for property in object.properties where object.required.contains(property.name) {
            branch.requiredKeys.append(property.name)
            let schema = document[property.schema]
            let values = (schema.const.map { [$0] } ?? schema.enumeration ?? []).compactMap { $0.scalar?.text }
            if !values.isEmpty { branch.constants.append((property.name, values)) }
        }
    }

    private mutating func scalarBranches(_ types: [SchemaType], _ schema: Schema, in context: TypeContext) -> [Branch] {
        types.compactMap { type in
            switch type {
            case .string: Branch(name: "text", type: .scalar(ScalarType(.string)), jsonType: .string)
            case .integer: Branch(name: "integer", type: .scalar(ScalarType(.int)), jsonType: .number)
            case .number: Branch(name: "number", type: .scalar(ScalarType(.double)), jsonType: .number)
            case .boolean: Branch(name: "boolean", type: .scalar(ScalarType(.bool)), jsonType: .boolean)
            case .array:
                Branch(
                    name: "list",
                    type: .array(schema.items.map { element($0, in: context.element) } ?? .json), jsonType: .array)
            case .object: Branch(name: "object", type: .map(.json), jsonType: .object)
            case .null: nil
            }
        }
    }

    private func branchName(_ schema: Schema, _ type: TypeReference) -> String {
        if let name = schema.extensions["x-callsign-name"]?.string ?? schema.name { return name }
        switch type {
        case .scalar(let scalar):
            switch scalar.value {
            case .string: return "text"
            case .bool: return "boolean"
            case .int, .int32, .int64: return "integer"
            case .double, .float, .decimal: return "number"
            case .date, .calendarDate: return "date"
            case .uuid: return "uuid"
            case .url: return "url"
            case .base64, .binary: return "data"
            }
        case .array: return "list"
        case .map, .json: return "object"
        case .optional(let wrapped): return branchName(schema, wrapped)
        case .named(let id): return schema.title ?? drafts[id.index].nameCandidate
        }
    }

    /// The JSON type of all values of a Swift type, or nothing where they may have several.
    func jsonType(of type: TypeReference) -> UnionPlan.Case.JSONType? {
        switch type {
        case .scalar(let scalar):
            if scalar.wire == .lenient || scalar.wire == .lenientText { return nil }
            if scalar.wire == .text { return .string }
            switch scalar.value {
            case .bool: return .boolean
            case .int, .int32, .int64, .double, .float, .decimal: return .number
            case .string, .date, .calendarDate, .uuid, .url, .base64, .binary: return .string
            }
        case .array: return .array
        case .map: return .object
        case .json, .optional: return nil
        case .named(let id):
            switch drafts[id.index].kind {
            case .structure, nil: return .object
            case .enumeration(let plan): return plan.rawType == .string ? .string : .number
            case .union, .alias: return nil
            }
        }
    }

    // MARK: Telling branches apart

    private func selection(_ shape: UnionShape, _ branches: [Branch]) -> UnionPlan.Selection {
        if let tagged = discriminated(shape, branches) { return tagged }
        let types = branches.compactMap(\.jsonType)
        if types.count == branches.count, Set(types.map(\.rawValue)).count == branches.count { return .jsonType }
        if let constant = constantTag(branches) { return constant }
        return .inOrder
    }

    private func discriminated(_ shape: UnionShape, _ branches: [Branch]) -> UnionPlan.Selection? {
        guard let discriminator = shape.discriminator else { return nil }
        var values: [(value: String, caseIndex: Int)] = []
        for (value, schema) in discriminator.mapping {
            guard let index = branches.firstIndex(where: { $0.schema == schema }) else { continue }
            values.append((value, index))
        }
        for (index, branch) in branches.enumerated() where !values.contains(where: { $0.caseIndex == index }) {
            // Without a mapping the branch's own constant says which value is meant, and failing that its name.
            if let own = branch.constants.first(where: { $0.property == discriminator.propertyName }) {
                for value in own.values where !values.contains(where: { $0.value == value }) {
                    values.append((value, index))
                }
            } else if let id = branch.schema, let name = document[id].name,
                !values.contains(where: { $0.value == name })
            {
                values.append((name, index))
            }
        }
        let isObject = branches.allSatisfy { $0.jsonType == .object || $0.jsonType == nil }
        return values.isEmpty || !isObject ? nil : .discriminator(property: discriminator.propertyName, values: values)
    }

    /// A property that every branch requires and gives other constants to.
    private func constantTag(_ branches: [Branch]) -> UnionPlan.Selection? {
        guard branches.count > 1, let first = branches.first else { return nil }
        for (property, _) in first.constants {
            var values: [(value: String, caseIndex: Int)] = []
            for (index, branch) in branches.enumerated() {
                guard let own = branch.constants.first(where: { $0.property == property }) else { break }
                values += own.values.map { ($0, index) }
            }
            let isComplete = Set(values.map(\.caseIndex)).count == branches.count
            if isComplete, Set(values.map(\.value)).count == values.count {
                return .discriminator(property: property, values: values)
            }
        }
        return nil
    }
}
