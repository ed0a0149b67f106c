import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

extension TypePlanner {
    mutating func declareStructure(_ shape: ObjectShape, _ id: SchemaID, in context: TypeContext) -> TypeReference {
        let schema = document[id]
        let type = declare(
            id, in: context, documentation: Documentation(schema.title, schema.description))
        if putsOff(type, shape, id, in: context) { return .named(type) }
        let members = plan(shape, in: context, holder: schema)
        define(type, .structure(members))
        return .named(type)
    }

    /// The structure of an object: its members in the order of the description.
    mutating func plan(_ shape: ObjectShape, in context: TypeContext, holder: Schema) -> StructurePlan {
        var rest = additionalMember(of: shape, in: context)
        let isUndeclared = rest == nil && shape.additional == nil && settings.keepsUndeclaredKeys
        if isUndeclared { rest = .json }
        var candidates = shape.properties.map { property in
            NameScope.Candidate(property.name, override: memberNameOverride(property.schema))
        }
        if rest != nil { candidates.append(NameScope.Candidate("additional_properties")) }
        let names = scope(.member).names(for: candidates).names
        var members: [MemberPlan] = []
        members.reserveCapacity(shape.properties.count)
        for (property, name) in zip(shape.properties, names) {
            members.append(
                member(
                    property, named: name, isRequired: shape.required.contains(property.name), in: context))
        }
        var additional: StructurePlan.AdditionalMember?
        if let rest, let name = names.last {
            additional = StructurePlan.AdditionalMember(name: name, valueType: rest, isUndeclared: isUndeclared)
        }
        return StructurePlan(members: members, additional: additional, hasMemberwiseInitializer: false)
    }

    mutating func member(
        _ property: ObjectShape.Property, named name: Identifier, isRequired: Bool,
        in context: @autoclosure () -> TypeContext
    ) -> MemberPlan {
        let owner = property.others.isEmpty ? property.owner : nil
        let word = property.name
        let type = type(of: property, in: (owner.map { TypeContext($0) } ?? context()).member(word))
        return member(property, named: name, type: type, isRequired: isRequired)
    }

    /// A member whose type is planned.
    func member(
        _ property: ObjectShape.Property, named name: Identifier, type: TypeReference, isRequired: Bool
    ) -> MemberPlan {
        let schema = document[property.schema]
        let direction = reader.direction(of: property.schema)
        let tag = direction == .both ? property.tag.map { LiteralValue.string($0) } : nil
        let isOptional = tag == nil && (!isRequired || reader.isNullable(property.schema))
        return MemberPlan(
            name: name, wireName: property.name, type: type, isOptional: isOptional,
            fixedValue: tag ?? (isOptional ? nil : fixedValue(of: property.schema)), direction: direction,
            acceptsNull: !isRequired && type != .json && reader.isNullable(property.schema),
            documentation: MemberDocumentation(document: document).text(of: property.schema),
            isDeprecated: schema.deprecated, mark: property.mark)
    }

    mutating func type(
        of property: ObjectShape.Property, in context: @autoclosure () -> TypeContext
    ) -> TypeReference {
        if let other = property.conflict {
            visit(property.schema)
            if reportedConflicts.insert(property.schema).inserted {
                sink.warning(
                    "conflicting-parts",
                    "no value of '\(property.name)' fits all parts that have it, so it is carried as JSONValue",
                    at: property.mark, remedy: "describe it once, or in parts that narrow each other",
                    notes: [Diagnostic.Note("another part describes it here", at: other)])
            }
            return .json
        }
        if property.others.isEmpty { return reference(for: property.schema, in: context()) }
        return joined([property.schema] + property.others, in: context())
    }

    /// The type of objects that several schemas describe together.
    private mutating func joined(_ ids: [SchemaID], in context: TypeContext) -> TypeReference {
        if let known = joinedTypes[Set(ids)] { return known }
        var merger = AllOfMerger(document: document)
        // Schemas that hold each other may be joined in ever new ways; the last one narrows the others.
        guard joinedDepth < PlanningDepth.joins, let last = ids.last, let shape = merger.merge(ids) else {
            return ids.last.map { reference(for: $0, in: context) } ?? .json
        }
        let schema = document[last]
        let type = declareBare(
            TypeDraft(
                nameCandidate: context.words, kind: nil,
                documentation: Documentation(schema.title, schema.description), isDeprecated: schema.deprecated,
                mark: schema.mark, pointer: schema.pointer))
        joinedTypes[Set(ids)] = .named(type)
        ids.forEach { visit($0) }
        joinedDepth += 1
        define(type, .structure(plan(shape, in: context, holder: schema)))
        joinedDepth -= 1
        return .named(type)
    }

    private mutating func additionalMember(of shape: ObjectShape, in context: TypeContext) -> TypeReference? {
        switch shape.additional {
        case .schema(let values): element(values, in: context.suffixed("value"))
        case .allowed(true): .json
        case .allowed(false), nil: nil
        }
    }

    func memberNameOverride(_ id: SchemaID) -> String? {
        let schema = document[id]
        return schema.name == nil ? schema.text(ChosenNames.key) : nil
    }

    /// The value of a property that can only be one: `const`, or an enumeration of one text.
    private func fixedValue(of id: SchemaID) -> LiteralValue? {
        let schema = document[id]
        let only = schema.const ?? schema.enumeration.flatMap { $0.count == 1 ? $0[0] : nil }
        guard let scalar = only?.scalar, schema.name == nil else { return nil }
        switch scalar.value {
        case .string: return .string(scalar.text)
        case .bool(let value): return .bool(value)
        case .integer(let value): return .integer(value)
        case .number(let value): return value.isFinite ? .double(value) : nil
        case .null: return nil
        }
    }
}
