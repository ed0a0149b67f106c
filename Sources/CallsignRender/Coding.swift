import CallsignPlan

/// Which of the runtime's codings writes and reads a type, where the type's own coding doesn't do.
struct Coding {
    let context: RenderContext

    /// Such as `.dateTime` or `.list(.lenientInteger)`; nothing where the type codes itself.
    func expression(for reference: TypeReference) -> SafeText? {
        switch context.resolved(reference) {
        case .scalar(let scalar): expression(for: scalar)
        case .json, .named: nil
        case .array(let element): expression(for: element).map { ".list(\($0))" }
        case .map(let value): expression(for: value).map { ".map(\($0))" }
        case .optional(let wrapped): expression(for: wrapped).map { ".nullable(\($0))" }
        }
    }

    private func expression(for scalar: ScalarType) -> SafeText? {
        switch scalar.value {
        case .date:
            switch scalar.wire {
            case .unixSeconds: ".unixSeconds"
            case .unixMilliseconds: ".unixMilliseconds"
            case .mail: ".mailDate"
            case .spaced: ".spacedDateTime"
            default: ".dateTime"
            }
        case .uuid: ".uuid"
        case .url: ".url"
        case .base64: scalar.wire == .urlAlphabet ? ".base64URL" : ".base64"
        case .calendarDate, .binary, .file, .part: nil
        case .string: scalar.wire == .lenientText ? ".lenientText" : nil
        case .decimal: named(scalar.wire, native: ".decimal", text: ".textDecimal", lenient: ".lenientDecimal")
        case .bool: named(scalar.wire, native: nil, text: ".textBool", lenient: ".lenientBool")
        case .int: named(scalar.wire, native: nil, text: ".textInteger", lenient: ".lenientInteger")
        case .int32: named(scalar.wire, native: nil, text: ".textInt32", lenient: ".lenientInt32")
        case .int64: named(scalar.wire, native: nil, text: ".textInt64", lenient: ".lenientInt64")
        case .uint64: named(scalar.wire, native: nil, text: ".textUInt64", lenient: ".lenientUInt64")
        case .double: named(scalar.wire, native: nil, text: ".textDouble", lenient: ".lenientDouble")
        case .float: named(scalar.wire, native: nil, text: ".textFloat", lenient: ".lenientFloat")
        }
    }

    private func named(_ wire: ScalarType.Wire, native: SafeText?, text: SafeText, lenient: SafeText) -> SafeText? {
        switch wire {
        case .native, .spaced, .unixSeconds, .unixMilliseconds, .mail, .urlAlphabet: native
        case .text: text
        case .lenient, .lenientText: lenient
        }
    }

    /// Whether the runtime makes a parameter of the type's values by itself; structures and unions are encoded.
    func isParameter(_ reference: TypeReference) -> Bool {
        switch context.resolved(reference) {
        case .scalar, .json: return true
        case .named(let id):
            if case .enumeration = context.types.form(of: id) { return true }
            return false
        case .array(let inner), .map(let inner), .optional(let inner): return isParameter(inner)
        }
    }
}
