import CallsignPlan

/// What the views of one file share: the plan, and the account of what the file needs to import.
final class RenderContext {
    enum ImportUse: Int, Comparable {
        case none
        /// Inside of functions only.
        case inside
        /// As protocols of types that others see. The compiler counts that as a use of a public import, not as one of
        /// a package's.
        case conformance
        /// In declarations that others see.
        case exposed

        static func < (left: ImportUse, right: ImportUse) -> Bool { left.rawValue < right.rawValue }
    }

    let plan: ClientPlan
    let types: TypeTable
    /// `public `, `package ` or nothing, with the blank behind it.
    let access: SafeText
    /// What stands before the names of the runtime's types, of Foundation's and of Swift's: nothing, or the module's
    /// name and a dot. A client that isn't public lives in a module of other people's code, whose types may have any
    /// of these names and would hide them.
    let runtimePrefix: SafeText
    let foundationPrefix: SafeText
    let swiftPrefix: SafeText
    private(set) var runtime = ImportUse.none
    private(set) var foundation = ImportUse.none

    init(plan: ClientPlan, types: TypeTable) {
        self.plan = plan
        self.types = types
        access =
            switch plan.access {
            case .public: "public "
            case .package: "package "
            case .internal: ""
            }
        let isOwnModule = plan.access == .public
        runtimePrefix = isOwnModule ? "" : "CallsignRuntime."
        foundationPrefix = isOwnModule ? "" : "Foundation."
        swiftPrefix = isOwnModule ? "" : "Swift."
    }

    /// Whether a value of an enumeration is named like its type.
    private(set) var repeatsTypeInValues = false

    /// Notes the values' names, for the formatter's rule that they shouldn't end like their type's.
    func noteValues(_ values: [EnumerationPlan.Case], of type: Identifier) {
        if repeatsTypeInValues { return }
        let type = type.text.lowercased()
        repeatsTypeInValues = values.contains { $0.name.text.lowercased().hasSuffix(type) }
    }

    func useRuntime(_ use: ImportUse) { runtime = max(runtime, use) }

    func useFoundation(_ use: ImportUse) { foundation = max(foundation, use) }

    /// The type as declarations name it.
    func type(_ reference: TypeReference) -> SafeText {
        switch reference {
        case .scalar(let scalar): return type(scalar.value)
        case .json:
            useRuntime(.exposed)
            return "\(runtimePrefix)JSONValue"
        case .named(let id): return types.name(of: id)
        case .array(let element): return "[\(type(element))]"
        case .map(let value): return "[String: \(type(value))]"
        case .optional(let wrapped): return "\(type(wrapped))?"
        }
    }

    private func type(_ value: ScalarType.Value) -> SafeText {
        switch value {
        case .string: return "String"
        case .bool: return "Bool"
        case .int: return "Int"
        case .int32: return "Int32"
        case .int64: return "Int64"
        case .uint64: return "UInt64"
        case .double: return "Double"
        case .float: return "Float"
        case .calendarDate:
            useRuntime(.exposed)
            return "\(runtimePrefix)CalendarDate"
        case .file:
            useRuntime(.exposed)
            return "\(runtimePrefix)MultipartFile"
        case .part:
            useRuntime(.exposed)
            return "\(runtimePrefix)MultipartPart"
        case .decimal, .date, .uuid, .url, .base64, .binary:
            useFoundation(.exposed)
            return switch value {
            case .decimal: "\(foundationPrefix)Decimal"
            case .date: "\(foundationPrefix)Date"
            case .uuid: "\(foundationPrefix)UUID"
            case .url: "\(foundationPrefix)URL"
            default: "\(foundationPrefix)Data"
            }
        }
    }

    /// The type behind any names for it.
    func resolved(_ reference: TypeReference) -> TypeReference { types.resolved(reference) }
}
