#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writes files that weren't there.
package enum NewFile {
    /// Writes a file with the folders above it, and never over another one, not even one that a link leads to.
    ///
    /// - Throws: a failure where something of that name is there already, too. Then nothing is touched.
    package static func write(_ contents: [UInt8], to path: String) throws(SystemFailure) {
        let folder = PathName.folder(of: path)
        try Directory.make(folder)
        guard let directory = try Directory.open(folder) else {
            throw SystemFailure("open the folder '\(folder)'", code: SystemFailure.absent)
        }
        let name = PathName.name(of: path)
        if try directory.entry(name) != nil { throw SystemFailure("write '\(path)'", code: EEXIST) }
        // Under a name of its own first, so that no half of it is ever seen; a link, unlike a rename, replaces nothing.
        let temporary = ".\(name).callsign-\(getpid())"
        try directory.write(contents, to: temporary)
        defer { try? directory.remove(temporary) }
        try directory.link(temporary, to: name)
    }
}
