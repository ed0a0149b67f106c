/// The path of a description's file, as text: its parts without `.`, and with `..` only in front.
///
/// Everything about paths is decided on their text, because this module reads no file system. Symbolic links are for
/// whoever provides the bytes to check.
struct FilePath: Hashable {
    let isAbsolute: Bool
    /// The names between the slashes.
    let parts: [String]

    init(_ text: String) {
        self.init(
            isAbsolute: text.utf8.first == UInt8(ascii: "/"), joining: text.split(separator: "/").map(String.init))
    }

    private init(isAbsolute: Bool, joining names: [String]) {
        var parts: [String] = []
        for name in names where name != "." {
            if name != ".." {
                parts.append(name)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isAbsolute {
                parts.append(name)
            }
        }
        self.isAbsolute = isAbsolute
        self.parts = parts
    }

    var text: String {
        (isAbsolute ? "/" : "") + (parts.isEmpty && !isAbsolute ? "." : parts.joined(separator: "/"))
    }

    /// The folder that the file is in.
    var folder: FilePath { FilePath(isAbsolute: isAbsolute, joining: parts.dropLast() + []) }

    /// The file's name without what follows its last dot.
    var baseName: String {
        guard let last = parts.last else { return "" }
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }

    /// The path that a relative reference in this folder means.
    func appending(_ relative: String) -> FilePath {
        FilePath(isAbsolute: isAbsolute, joining: parts + relative.split(separator: "/").map(String.init))
    }

    /// Whether the path stays within a folder. Both must be relative to the same place, or both be absolute.
    func isInside(_ folder: FilePath) -> Bool {
        isAbsolute == folder.isAbsolute && parts.count > folder.parts.count && parts.starts(with: folder.parts)
            && parts[folder.parts.count] != ".."
    }
}
