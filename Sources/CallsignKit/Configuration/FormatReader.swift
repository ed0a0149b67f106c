import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads Swift types by format.
struct FormatReader {
    let sink: DiagnosticSink

    func formats(
        _ key: String, of reader: inout MappingReader
    ) -> [(key: PlanSettings.Marked<String>, type: ScalarType)] {
        guard let node = reader.node(key), var formats = MappingReader(node, "'\(key)'", sink: sink) else { return [] }
        return formats.mapping.entries.compactMap { entry in
            guard let type = formats.oneOf(entry.key, as: TypeWord.self) else { return nil }
            return (PlanSettings.Marked(entry.key, at: entry.keyMark), ScalarType(type.value))
        }
    }

    /// Swift types as a configuration names them.
    enum TypeWord: String, CaseIterable {
        case string = "String"
        case bool = "Bool"
        case int = "Int"
        case int32 = "Int32"
        case int64 = "Int64"
        case double = "Double"
        case float = "Float"
        case decimal = "Decimal"
        case date = "Date"
        case calendarDate = "CalendarDate"
        case uuid = "UUID"
        case url = "URL"
        case base64 = "Base64"

        var value: ScalarType.Value {
            switch self {
            case .string: .string
            case .bool: .bool
            case .int: .int
            case .int32: .int32
            case .int64: .int64
            case .double: .double
            case .float: .float
            case .decimal: .decimal
            case .date: .date
            case .calendarDate: .calendarDate
            case .uuid: .uuid
            case .url: .url
            case .base64: .base64
            }
        }
    }
}
