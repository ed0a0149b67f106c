/// The source files of one run, numbered in the order in which they were read.
package struct SourceMap: Sendable {
    /// One file's name, as diagnostics show it, and its text.
    package struct File: Sendable {
        package let name: String
        /// The text as UTF-8.
        package let text: [UInt8]

        package init(name: String, text: [UInt8]) {
            self.name = name
            self.text = text
        }
    }

    package private(set) var files: [File] = []

    package init() {}

    /// Adds a file and returns its number, which `SourceMark.file` holds.
    package mutating func add(_ file: File) -> Int32 {
        files.append(file)
        return Int32(files.count - 1)
    }

    /// The file of a mark, or nothing where the number is not of this map.
    package func file(of mark: SourceMark) -> File? {
        files.indices.contains(Int(mark.file)) ? files[Int(mark.file)] : nil
    }
}
