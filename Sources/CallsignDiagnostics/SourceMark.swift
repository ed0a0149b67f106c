/// A place in a source file: where something was written.
///
/// Marks are small so that every node of a description can carry one. A mark names its file by the number that
/// `SourceMap` gave it.
package struct SourceMark: Hashable, Sendable, Comparable {
    /// The file's number in the `SourceMap`.
    package var file: Int32
    /// The line, from 1.
    package var line: Int32
    /// The column in Unicode scalars, from 1.
    package var column: Int32

    package init(file: Int32, line: Int32, column: Int32) {
        self.file = file
        self.line = line
        self.column = column
    }

    package static func < (left: SourceMark, right: SourceMark) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
