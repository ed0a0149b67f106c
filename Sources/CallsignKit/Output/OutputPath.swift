/// The place of a file within the output folder. It can't be made from a text that leads out of it.
package struct OutputPath: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Folders from the output folder on, then the file's name; never empty.
    package let components: [String]

    /// The longest name of a file or folder, in bytes: what file systems take, less the ending of temporary files.
    package static let longestName = 200

    /// - Parameter text: names separated by `/`. Names that are empty, begin with a dot, are too long or contain
    ///   control characters or the separators of other systems are refused.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !parts.isEmpty, parts.allSatisfy(OutputPath.isSafe) else { return nil }
        components = parts
    }

    init(components: [String]) {
        self.components = components
    }

    package var description: String { components.joined(separator: "/") }

    /// The folders alone.
    package var folders: ArraySlice<String> { components.dropLast() }

    package var fileName: String { components.last ?? "" }

    /// Equal for two paths that some file systems take for one and the same.
    package var caseFolded: String { description.lowercased() }

    package static func < (left: OutputPath, right: OutputPath) -> Bool {
        left.components.lexicographicallyPrecedes(right.components) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isSafe(_ name: String) -> Bool {
        guard let first = name.utf8.first, first != UInt8(ascii: "."), name.utf8.count <= longestName else {
            return false
        }
        return name.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "\\", ":", "\"", "<", ">", "|", "?", "*": false
            default: scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
            }
        }
    }
}
