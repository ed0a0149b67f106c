#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads the files of a description, none of which may lie outside its folder, symbolic links included.
struct DescriptionSource {
    /// Larger files are refused before they are read.
    private static let largestFile = 1 << 30

    private let root: String?

    init(folder: String) {
        root = DescriptionSource.realPath(folder)
    }

    func read(_ path: String) throws -> [UInt8] {
        if let root, let real = DescriptionSource.realPath(path), root != "/", !real.hasPrefix(root + "/") {
            throw Problem(description: "it is a link that leads out of '\(root)'")
        }
        do {
            return try FileBytes.read(path, limit: DescriptionSource.largestFile)
        } catch {
            throw Problem(description: error.reason)
        }
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Why a file can't be had; what comes before it is said by whoever asked.
    private struct Problem: Error, CustomStringConvertible {
        let description: String
    }
}
