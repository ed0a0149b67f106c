import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

// Parts of multipart bodies. Bytes are files there, alone, in lists and among alternatives; everything else has the type
// that it has elsewhere.

extension TypePlanner {
    /// The type of a part that is a property of the body.
    ///
    /// - Parameter contentType: what the part's encoding says.
    mutating func part(
        _ property: ObjectShape.Property, contentType: String?, in context: TypeContext
    ) -> TypeReference {
        guard property.others.isEmpty, property.conflict == nil else { return type(of: property, in: context) }
        return part(
            property.schema, contentType: contentType,
            in: (property.owner.map { TypeContext($0) } ?? context).member(property.name))
    }

    mutating func part(
        _ id: SchemaID, contentType: String?, in context: @autoclosure () -> TypeContext
    ) -> TypeReference {
        let files = PartFiles(reader: reader, formats: formats, contentType: contentType)
        var around: Set<SchemaID> = []
        return part(id, files, in: context(), within: &around)
    }

    /// - Parameter around: the schemas that are being planned.
    private mutating func part(
        _ id: SchemaID, _ files: PartFiles, in context: @autoclosure () -> TypeContext,
        within around: inout Set<SchemaID>
    ) -> TypeReference {
        guard around.count < PlanningDepth.parts, files.areHeld(by: id), around.insert(id).inserted else {
            return reference(for: id, in: context())
        }
        defer { around.remove(id) }
        let own = document[id].name.map { TypeContext($0) } ?? context()
        visit(id)
        switch reader.shape(of: id) {
        case .same(let target): return part(target, files, in: own, within: &around)
        case .array(let items):
            let element = items.map { part($0, files, in: own.element, within: &around) }
            // What stands in lists within lists has the one name all the same.
            if case .array(let inner) = element { return .array(inner) }
            return .array(element ?? .scalar(ScalarType(.file)))
        case .union(let shape):
            if let known = partChoices[id] { return known }
            let type = choice(shape, id, files, in: context(), within: &around)
            partChoices[id] = type
            return type
        default: return .scalar(ScalarType(.file))
        }
    }

    /// The type of alternatives. One file or several are the same parts, so they are one list; where nothing else is
    /// left, the list is all.
    private mutating func choice(
        _ shape: UnionShape, _ id: SchemaID, _ files: PartFiles, in context: TypeContext,
        within around: inout Set<SchemaID>
    ) -> TypeReference {
        let schema = document[id]
        let own = schema.name.map { TypeContext($0).suffixed("part") } ?? context
        var branches =
            shape.branches.isEmpty
            ? plainBranches(shape.scalarTypes, schema, files, in: own, within: &around)
            : choiceBranches(shape, files, in: own, within: &around)
        let file = TypeReference.scalar(ScalarType(.file))
        if branches.contains(where: { $0.type == .array(file) }) { branches.removeAll { $0.type == file } }
        guard branches.count > 1 else { return branches.first?.type ?? file }
        let names = scope(.enumerationCase).names(for: caseNames(branches).map { NameScope.Candidate($0) }).names
        let cases = zip(branches, names).map { branch, name in
            PartChoicePlan.Case(name: name, type: branch.type, documentation: branch.documentation)
        }
        return .named(
            declareBare(
                TypeDraft(
                    nameCandidate: own.words, nameOverride: nil, kind: .partChoice(PartChoicePlan(cases: cases)),
                    documentation: Documentation(schema.title, schema.description),
                    isDeprecated: schema.deprecated, mark: schema.mark, pointer: schema.pointer)))
    }

    private mutating func choiceBranches(
        _ shape: UnionShape, _ files: PartFiles, in context: TypeContext, within around: inout Set<SchemaID>
    ) -> [UnionBranch] {
        let ids = alternatives(of: shape, files)
        var candidates = ids.map { UnionBranch($0, reader: reader) }
        candidates.nameInline(tag: UnionSelection.tag(of: candidates), document: document)
        var branches: [UnionBranch] = []
        for (id, candidate) in zip(ids, candidates) {
            var branch = candidate
            let own = self.context(named: branch.name, id, in: context)
            branch.type = part(id, files, in: own, within: &around)
            if branches.contains(where: { $0.type == branch.type }) { continue }
            // What a file is called where it is described says what it holds, and not that it is one.
            if files.areHeld(by: id) { branch.name = document[id].extensions[ChosenNames.key]?.string }
            branches.append(branch)
        }
        return branches
    }

    /// The alternatives of a union, with those of unions among them that have files in their place.
    private func alternatives(of shape: UnionShape, _ files: PartFiles) -> [SchemaID] {
        var result: [SchemaID] = []
        var seen: Set<SchemaID> = []
        var waiting = Array(shape.branches.reversed())
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            switch reader.shape(of: next) {
            case .union(let union) where !union.branches.isEmpty && files.areHeld(by: next):
                waiting += union.branches.reversed()
            case .same(let target) where files.areHeld(by: next): waiting.append(target)
            default: result.append(next)
            }
        }
        return result
    }

    /// The types of a list of types, of which the text is a file.
    private mutating func plainBranches(
        _ types: [SchemaType], _ schema: Schema, _ files: PartFiles, in context: TypeContext,
        within around: inout Set<SchemaID>
    ) -> [UnionBranch] {
        scalarBranches(types, schema, in: context).map { branch in
            var branch = branch
            if case .scalar(let scalar) = branch.type, scalar.value == .binary {
                branch.type = .scalar(ScalarType(.file))
            } else if branch.jsonTypes == [.array], let items = schema.items, files.areHeld(by: items) {
                branch.type = .array(part(items, files, in: context.element, within: &around))
            }
            return branch
        }
    }
}
