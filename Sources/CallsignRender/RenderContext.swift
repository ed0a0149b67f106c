import CallsignPlan

/// What the views of one file share: the plan, and the account of what the file needs to import.
final class RenderContext {
    enum ImportUse: Int, Comparable {
        case none
        /// Inside of functions only.
        case inside
        /// In declarations that others see.
        case exposed

        static func < (left: ImportUse, right: ImportUse) -> Bool { left.rawValue < right.rawValue }
    }

    let plan: ClientPlan
    /// `public `, `package ` or nothing, with the blank behind it.
    let access: SafeText
    private(set) var runtime = ImportUse.none
    private(set) var foundation = ImportUse.none

    init(plan: ClientPlan) {
        self.plan = plan
        access =
            switch plan.access {
            case .public: "public "
            case .package: "package "
            case .internal: ""
            }
    }

    func useRuntime(_ use: ImportUse) { runtime = max(runtime, use) }

    func useFoundation(_ use: ImportUse) { foundation = max(foundation, use) }

    /// The type as declarations name it.
    func type(_ reference: TypeReference) -> SafeText {
        switch reference {
        case .scalar(let scalar): return type(scalar.value)
        case .json:
            useRuntime(.exposed)
            return "JSONValue"
        case .named(let id): return .identifier(plan[id].name)
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
        case .double: return "Double"
        case .float: return "Float"
        case .calendarDate:
            useRuntime(.exposed)
            return "CalendarDate"
        case .decimal, .date, .uuid, .url, .base64, .binary:
            useFoundation(.exposed)
            return switch value {
            case .decimal: "Decimal"
            case .date: "Date"
            case .uuid: "UUID"
            case .url: "URL"
            default: "Data"
            }
        }
    }

    /// The type behind any names for it.
    func resolved(_ reference: TypeReference) -> TypeReference {
        var reference = reference
        // More steps than types would be a circle, which the planner doesn't make.
        for _ in 0...plan.types.count {
            guard case .named(let id) = reference, case .alias(let target) = plan[id].kind else { break }
            reference = target
        }
        return reference
    }
}
