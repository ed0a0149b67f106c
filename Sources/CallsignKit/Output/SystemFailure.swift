#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A call to the operating system that failed: what was tried, and why it did not work.
package struct SystemFailure: Error {
    package let action: String
    package let code: Int32

    package init(_ action: String, code: Int32 = errno) {
        self.action = action
        self.code = code
    }

    /// Such as `cannot write 'Calls.swift': No space left on device`.
    package var message: String { "cannot \(action): \(reason)" }

    /// The system's own words.
    package var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }

    /// The code of what does not exist.
    static let absent = ENOENT

    /// Whether something of that name is there already.
    package var isPresent: Bool { code == EEXIST }

    package var isAbsent: Bool { code == SystemFailure.absent }
}
