import CallsignPlan

/// Writes the types of a plan as callers do.
struct InterfaceTypes {
    let plan: ClientPlan

    func type(_ reference: TypeReference) -> InterfaceType {
        switch reference {
        case .scalar(let scalar): .builtin(Self.name(of: scalar.value))
        case .json: .builtin("JSONValue")
        case .named(let id): .declared(plan[id].name.source)
        case .array(let element): .array(type(element))
        case .map(let value): .map(type(value))
        case .optional(let wrapped): .optional(type(wrapped))
        }
    }

    /// What a method returns.
    func result(_ value: ResponseValuePlan, of method: MethodPlan) -> InterfaceType {
        switch value.format {
        case .json, .text, .binary: type(value)
        case .events: .generic("EventStream", [type(value.type), error(method)])
        case .lines, .records: .generic("JSONLineStream", [type(value.type), error(method)])
        case .stream: .generic("ResponseStream", [error(method)])
        }
    }

    /// A body as a whole: what would be streamed otherwise is text.
    func type(_ value: ResponseValuePlan) -> InterfaceType {
        switch value.format {
        case .json: type(value.type)
        case .text, .events, .lines, .records, .stream: .builtin("String")
        case .binary: .builtin("Data")
        }
    }

    func error(_ method: MethodPlan) -> InterfaceType { .declared(plan.errors[method.error].name.source) }

    private static func name(of value: ScalarType.Value) -> String {
        switch value {
        case .string: "String"
        case .bool: "Bool"
        case .int: "Int"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint64: "UInt64"
        case .double: "Double"
        case .float: "Float"
        case .decimal: "Decimal"
        case .date: "Date"
        case .calendarDate: "CalendarDate"
        case .uuid: "UUID"
        case .url: "URL"
        case .base64, .binary: "Data"
        case .file: "MultipartFile"
        case .part: "MultipartPart"
        }
    }
}
