import CallsignDiagnostics

/// Reports the problems of one template at their places.
struct TemplateReporter {
    let sink: DiagnosticSink
    /// The template's number in the sink's source map.
    let file: Int32
    let text: [UInt8]

    func error(_ code: String, _ message: String, at offset: Int, remedy: String? = nil) {
        sink.error(code, message, at: mark(at: offset), remedy: remedy)
    }

    /// The line and column of a byte, counted in Unicode scalars.
    func mark(at offset: Int) -> SourceMark {
        var line: Int32 = 1
        var column: Int32 = 1
        for byte in text.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80 {
                column += 1
            }
        }
        return SourceMark(file: file, line: line, column: column)
    }
}
