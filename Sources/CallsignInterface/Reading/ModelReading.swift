import CallsignPlan

/// Reads the types that requests and responses are made of.
struct ModelReading {
    private let plan: ClientPlan
    private let names: InterfaceTypes

    init(_ plan: ClientPlan) {
        self.plan = plan
        names = InterfaceTypes(plan: plan)
    }

    var types: [TypeInterface] { plan.types.map(type) }

    private func type(_ plan: TypePlan) -> TypeInterface {
        switch plan.kind {
        case .structure(let structure): return type(structure, of: plan)
        case .enumeration(let enumeration): return type(enumeration, of: plan)
        case .union(let union):
            var type = empty(plan, .union)
            type.conformances = Self.names(of: plan.conformances)
            type.cases = union.cases.map {
                CaseInterface(name: $0.name.source, origin: $0.name.source, type: names.type($0.type))
            }
            type.cases.append(
                CaseInterface(
                    name: union.unknownCase.source, origin: union.unknownCase.source, type: .builtin("JSONValue")))
            return type
        case .partChoice(let choice):
            var type = empty(plan, .union)
            type.conformances = Self.names(of: plan.conformances)
            type.cases = choice.cases.map {
                CaseInterface(name: $0.name.source, origin: $0.name.source, type: names.type($0.type))
            }
            return type
        case .alias(let target):
            var type = empty(plan, .alias)
            type.target = names.type(target)
            type.form = WireForm.text(of: target)
            return type
        }
    }

    /// The place in the description without its file, which may be called differently.
    private func empty(_ plan: TypePlan, _ kind: TypeInterface.Kind) -> TypeInterface {
        let place = plan.pointer.firstIndex(of: "#").map { String(plan.pointer[$0...]) } ?? plan.pointer
        return TypeInterface(name: plan.name.source, origin: place, kind: kind)
    }

    private func type(_ structure: StructurePlan, of plan: TypePlan) -> TypeInterface {
        var type = empty(plan, .structure)
        type.conformances = Self.names(of: plan.conformances)
        let members = MemberReading(isMutable: structure.hasMemberwiseInitializer) { [names] reference, _ in
            names.type(reference)
        }
        type.properties = structure.members.map { members.property($0) }
        var initializer = MemberReading.initializer(type.properties)
        if let additional = structure.additional {
            let values = names.type(additional.valueType)
            let map = structure.form == .array ? InterfaceType.array(values) : .map(values)
            type.properties.append(
                PropertyInterface(
                    name: additional.name.source, origin: "additionalProperties", type: map,
                    isSettable: structure.hasMemberwiseInitializer))
            initializer.parameters.append(
                ParameterInterface(label: additional.name.source, type: map, hasDefault: true))
        }
        if let originals = structure.originals {
            type.properties.append(
                PropertyInterface(
                    name: originals.source, origin: originals.source, type: .builtin("OriginalForms"), isSettable: false
                ))
        }
        if structure.hasMemberwiseInitializer { type.initializers = [initializer] }
        return type
    }

    private func type(_ enumeration: EnumerationPlan, of plan: TypePlan) -> TypeInterface {
        var type = empty(plan, enumeration.isOpen ? .openEnumeration : .closedEnumeration)
        switch enumeration.rawType {
        case .string: type.target = .builtin("String")
        case .int: type.target = .builtin("Int")
        case .double: type.target = .builtin("Double")
        case .json: type.target = .builtin("JSONValue")
        }
        let cases = enumeration.cases.map { (name: $0.name.source, value: Self.text(of: $0.value)) }
        if enumeration.isOpen {
            type.properties = cases.map {
                PropertyInterface(
                    name: $0.name, origin: $0.value, type: .declared(type.name), isStatic: true, value: $0.value)
            }
        } else {
            type.cases = cases.map { CaseInterface(name: $0.name, origin: $0.value) }
        }
        return type
    }

    private static func text(of value: LiteralValue) -> String {
        switch value {
        case .string(let text): text
        case .bool(let bool): String(bool)
        case .integer(let integer): String(integer)
        case .double(let double): String(double)
        }
    }

    private static func names(of conformances: Conformances) -> [String] {
        var names: [String] = []
        if conformances.isEquatable || conformances.isHashable { names.append("Equatable") }
        if conformances.isHashable { names.append("Hashable") }
        if conformances.isDecodable { names.append("Decodable") }
        if conformances.isEncodable { names.append("Encodable") }
        return names
    }
}
