/// How a set of files differs from what the output folder holds.
package struct FileSetChanges: Sendable {
    package enum Kind: String, Sendable { case created, changed, removed }

    package struct Change: Sendable {
        package let kind: Kind
        package let path: OutputPath
        /// What the folder holds; empty for files that are to be made.
        package let old: [UInt8]
        /// What was generated; empty for files that are to go.
        package let new: [UInt8]

        /// The number of the first line that isn't in both, from 1.
        package var firstDifferentLine: Int32 {
            let length = zip(old, new).prefix { $0 == $1 }.count
            let newlines = old.prefix(length).count { $0 == UInt8(ascii: "\n") }
            return Int32(clamping: newlines + 1)
        }
    }

    /// In the order of their paths.
    package var changes: [Change]
    /// How many files are as they should be.
    package var unchangedCount: Int

    package var isEmpty: Bool { changes.isEmpty }

    package func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }
}
