import Foundation

/// Values of Foundation's types, and lists and dictionaries of them, that JSON writes in another way than they write
/// themselves. Within models a ``FieldCoding`` sees to that; but a body may be one by itself.
protocol WholeValue {
    var json: JSONValue { get }
}

extension Date: WholeValue {
    var json: JSONValue { .string(DateTimeText.format(self)) }
}

extension UUID: WholeValue {
    var json: JSONValue { .string(uuidString.lowercased()) }
}

extension Optional: WholeValue where Wrapped: WholeValue {
    var json: JSONValue { map(\.json) ?? .null }
}

extension Array: WholeValue where Element: WholeValue {
    var json: JSONValue { .array(map(\.json)) }
}

extension Dictionary: WholeValue where Key == String, Value: WholeValue {
    var json: JSONValue { .object(mapValues(\.json)) }
}
