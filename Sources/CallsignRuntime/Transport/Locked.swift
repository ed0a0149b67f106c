import Foundation

/// A value behind a lock. (`Mutex` of the standard library asks for macOS 15.)
///
/// `@unchecked Sendable` is safe because `value` is private and touched between `lock` and `unlock` only.
package final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    package init(_ value: Value) {
        self.value = value
    }

    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
