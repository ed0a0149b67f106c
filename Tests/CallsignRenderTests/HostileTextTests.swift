import CallsignDiagnostics
import CallsignPlan
import Testing

@testable import CallsignRender

/// Text of a description stays in comments and literals, whatever it contains.
@Suite struct HostileTextTests {
    @Test(arguments: HostilePlan.plan.files.map(\.path)) func staysOutOfTheCode(path: String) throws {
        let files = try Renderer(sink: DiagnosticSink()).render(HostilePlan.plan, header: HostilePlan.header)
        let file = try #require(files.first { $0.path == path })
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains("EVIL"))
        // Every character that ends a line for Swift, for an editor or in Unicode.
        for line in text.split(whereSeparator: \.isNewline) {
            let code = try #require(SourceCode.withoutText(line), "a literal has no end: \(line)")
            #expect(!code.contains("EVIL("), "\(line)")
            #expect(!code.contains("\\"), "\(line)")
        }
    }

    @Test(arguments: HostilePlan.plan.files.map(\.path)) func misleadsNoReader(path: String) throws {
        let files = try Renderer(sink: DiagnosticSink()).render(HostilePlan.plan, header: HostilePlan.header)
        let file = try #require(files.first { $0.path == path })
        let misleading = String(decoding: file.bytes, as: UTF8.self).unicodeScalars.filter { scalar in
            scalar != "\n" && MisleadingCharacters.contains(scalar)
        }
        #expect(misleading.map(\.value) == [])
    }

    @Test(arguments: [
        ("let a = \"b\" + c // d", "let a =  + c "), ("/// EVIL()", ""), (#"f("\"EVIL()", "\\", g)"#, "f(, , g)"),
    ])
    func findsTheCodeOfALine(line: String, code: String) {
        #expect(SourceCode.withoutText(Substring(line)) == code)
    }

    @Test(arguments: [#"f("\(x)")"#, #"f("x)"#, #"f("\""#])
    func findsWhatIsNoPlainLiteral(line: String) {
        #expect(SourceCode.withoutText(Substring(line)) == nil)
    }
}

/// Lines of generated source, read as the compiler reads them.
private enum SourceCode {
    /// The line without comments and the contents of literals; nothing where a literal has no end, or is put together.
    static func withoutText(_ line: Substring) -> String? {
        var code = ""
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "/", rest.first == "/" { return code }
            guard scalar == "\"" else {
                code.unicodeScalars.append(scalar)
                continue
            }
            var isClosed = false
            while !isClosed, let next = rest.popFirst() {
                if next == "\"" { isClosed = true }
                if next == "\\", rest.popFirst() == "(" { return nil }
            }
            if !isClosed { return nil }
        }
        return code
    }
}
