/// What a node is, in the words of JSON, as messages name it.
package enum NodeKind: Sendable, Equatable {
    case null, boolean, integer, number, string, array, object

    /// With its article: `a string`.
    package var phrase: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension Node {
    package var kind: NodeKind {
        switch content {
        case .mapping: .object
        case .sequence: .array
        case .scalar(let scalar):
            switch scalar.value {
            case .null: .null
            case .bool: .boolean
            case .integer: .integer
            case .number: .number
            case .string: .string
            }
        }
    }
}
