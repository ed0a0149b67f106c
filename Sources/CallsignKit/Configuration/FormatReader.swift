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
            return (PlanSettings.Marked(entry.key, at: entry.keyMark), type.type)
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
        case uint64 = "UInt64"
        case unixSeconds = "UnixSeconds"
        case unixMilliseconds = "UnixMilliseconds"

        var type: ScalarType {
            switch self {
            case .string: ScalarType(.string)
            case .bool: ScalarType(.bool)
            case .int: ScalarType(.int)
            case .int32: ScalarType(.int32)
            case .int64: ScalarType(.int64)
            case .uint64: ScalarType(.uint64)
            case .double: ScalarType(.double)
            case .float: ScalarType(.float)
            case .decimal: ScalarType(.decimal)
            case .date: ScalarType(.date)
            case .calendarDate: ScalarType(.calendarDate)
            case .uuid: ScalarType(.uuid)
            case .url: ScalarType(.url)
            case .base64: ScalarType(.base64)
            case .unixSeconds: ScalarType(.date, wire: .unixSeconds)
            case .unixMilliseconds: ScalarType(.date, wire: .unixMilliseconds)
            }
        }
    }
}
