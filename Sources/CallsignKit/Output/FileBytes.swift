#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reading whole files, with a bound.
package enum FileBytes {
    /// - Throws: a failure too for what is no regular file, such as a pipe that would never end.
    package static func read(_ path: String, limit: Int) throws(SystemFailure) -> [UInt8] {
        let file = Libc.retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
        guard file >= 0 else { throw SystemFailure("read '\(path)'") }
        defer { _ = close(file) }
        return try read(file, name: path, limit: limit)
    }

    static func read(_ file: Int32, name: String, limit: Int) throws(SystemFailure) -> [UInt8] {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemFailure("read '\(name)'") }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG else {
            throw SystemFailure("read '\(name)'", code: kind == S_IFDIR ? EISDIR : EINVAL)
        }
        let size = max(0, min(Int(status.st_size), limit))
        var failure: SystemFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...]))
                let step = Libc.retrying { Libc.read(file, rest.baseAddress, rest.count) }
                if step < 0 { failure = SystemFailure("read '\(name)'") }
                if step <= 0 { return }
                count += step
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
