package import CallsignDiagnostics

/// The files of one generated client, in memory, in the order of their paths.
package struct FileSet: Sendable {
    package struct File: Sendable {
        package let path: OutputPath
        package let contents: [UInt8]
    }

    package let files: [File]

    /// Takes what the renderer made, and checks what the writer relies on: paths that stay inside the output folder
    /// and differ on every file system, and our mark in each file.
    ///
    /// - Throws: ``Stopped`` after all that is wrong was reported.
    package init(_ rendered: [(path: String, contents: [UInt8])], sink: DiagnosticSink) throws(Stopped) {
        var files: [File] = []
        var taken: [String: String] = [:]
        var isSound = true
        for (text, contents) in rendered {
            guard let path = OutputPath(text) else {
                sink.error("output-path-unsafe", "'\(text)' is not a path inside the output folder", at: nil)
                isSound = false
                continue
            }
            if let other = taken.updateValue(text, forKey: path.caseFolded) {
                sink.error(
                    "output-path-taken", "the files '\(other)' and '\(text)' are the same on some file systems", at: nil
                )
                isSound = false
            }
            if !GeneratedMark.isPresent(in: contents) {
                sink.error(
                    "output-without-mark", "the text of '\(text)' lacks the line '\(GeneratedMark.line)'", at: nil,
                    remedy: "keep that line among the first ten in your templates: without it the file could never be"
                        + " replaced")
                isSound = false
            }
            files.append(File(path: path, contents: contents))
        }
        guard isSound else { throw Stopped() }
        self.files = files.sorted { $0.path < $1.path }
    }
}
