/// A Swift type as callers of a client write it.
package indirect enum InterfaceType: Hashable, Sendable {
    /// A type of Swift, of Foundation or of the runtime, which no description changes.
    case builtin(String)
    /// A type that the client declares, by its full name.
    case declared(String)
    case array(InterfaceType)
    /// A dictionary with `String` keys.
    case map(InterfaceType)
    case optional(InterfaceType)
    case generic(String, [InterfaceType])

    package var text: String {
        switch self {
        case .builtin(let name), .declared(let name): name
        case .array(let element): "[\(element.text)]"
        case .map(let value): "[String: \(value.text)]"
        case .optional(let wrapped): "\(wrapped.text)?"
        case .generic(let name, let arguments): "\(name)<\(arguments.map(\.text).joined(separator: ", "))>"
        }
    }

    /// The type with other types in place of those that the client declares.
    package func mapped(_ replacement: (String) -> InterfaceType) -> InterfaceType {
        switch self {
        case .builtin: self
        case .declared(let name): replacement(name)
        case .array(let element): .array(element.mapped(replacement))
        case .map(let value): .map(value.mapped(replacement))
        case .optional(let wrapped): .optional(wrapped.mapped(replacement))
        case .generic(let name, let arguments): .generic(name, arguments.map { $0.mapped(replacement) })
        }
    }
}
