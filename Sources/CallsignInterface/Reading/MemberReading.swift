import CallsignPlan

/// Reads properties of structures.
struct MemberReading {
    let isMutable: Bool
    let type: (TypeReference, RequestMemberPlan.Place?) -> InterfaceType

    func property(_ member: MemberPlan, at place: RequestMemberPlan.Place? = nil) -> PropertyInterface {
        var property = PropertyInterface(
            name: member.name.source, origin: member.wireName, type: type(member.type, place), isSettable: isMutable,
            isDeprecated: member.isDeprecated)
        property.form = WireForm.text(of: place, member.type)
        if member.tellsNull { property.type = .generic("Nullable", [property.type]) }
        if member.isOptional { property.type = .optional(property.type) }
        if let value = member.fixedValue {
            property.isSettable = false
            (property.type, property.value) = Self.fixed(value)
        }
        return property
    }

    private static func fixed(_ value: LiteralValue) -> (InterfaceType, String) {
        switch value {
        case .string(let text): (.builtin("String"), text)
        case .bool(let bool): (.builtin("Bool"), String(bool))
        case .integer(let integer): (.builtin("Int"), String(integer))
        case .double(let double): (.builtin("Double"), String(double))
        }
    }

    /// The initialiser that takes all properties which may be set.
    static func initializer(_ properties: [PropertyInterface]) -> FunctionInterface {
        FunctionInterface(
            name: "init", role: .make,
            parameters: properties.filter(\.isSettable).map { property in
                var parameter = ParameterInterface(label: property.name, type: property.type)
                if case .optional = property.type { parameter.hasDefault = true }
                return parameter
            })
    }
}
