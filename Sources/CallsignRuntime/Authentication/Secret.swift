/// Text that is never printed: neither by `print`, nor by `dump`, nor in an error.
struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let value: String

    init(_ value: String) {
        self.value = value
    }

    var description: String { "••••" }
    var debugDescription: String { "••••" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
