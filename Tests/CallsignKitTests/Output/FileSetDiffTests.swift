import Testing

@testable import CallsignKit

@Suite struct FileSetDiffTests {
    private func diff(_ old: String, _ new: String, _ kind: FileSetChanges.Kind = .changed) throws -> String {
        let path = try #require(OutputPath("Models/A.swift"))
        let change = FileSetChanges.Change(kind: kind, path: path, old: Array(old.utf8), new: Array(new.utf8))
        return FileSetDiff.text(of: change, folder: "Generated/Plivo/")
    }

    @Test func namesTheFileAndShowsThreeLinesAround() throws {
        let old = (1...12).map { "line \($0)\n" }.joined()
        #expect(
            try diff(old, old.replacing("line 6\n", with: "line six\n")) == """
                --- Generated/Plivo/Models/A.swift\tas it is
                +++ Generated/Plivo/Models/A.swift\tas generated
                @@ -3,7 +3,7 @@
                 line 3
                 line 4
                 line 5
                -line 6
                +line six
                 line 7
                 line 8
                 line 9

                """)
    }

    @Test func separatesHunksThatAreFarApart() throws {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("\n2\n", with: "\ntwo\n").replacing("\n19\n", with: "\n19\nand a half\n")
        let lines = try diff(old, new).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("@@") } == ["@@ -1,5 +1,5 @@", "@@ -17,4 +17,5 @@"])
    }

    @Test func showsAFileThatIsToBeMade() throws {
        #expect(
            try diff("", "a\nb\n", .created) == """
                --- /dev/null
                +++ Generated/Plivo/Models/A.swift\tas generated
                @@ -0,0 +1,2 @@
                +a
                +b

                """)
    }

    @Test func showsAFileThatIsToGo() throws {
        #expect(
            try diff("a\n", "", .removed) == """
                --- Generated/Plivo/Models/A.swift\tas it is
                +++ /dev/null
                @@ -1,1 +0,0 @@
                -a

                """)
    }

    @Test func tellsAMissingLineEnd() throws {
        let text = try diff("a\nb", "a\nb\n")
        #expect(text.hasSuffix(" a\n-b\n\\ No newline at end of file\n+b\n"))
    }

    @Test func isBounded() throws {
        let new = (1...10_000).map { "\($0)\n" }.joined()
        let lines = try diff("", new, .created).split(separator: "\n")
        #expect(lines.count == FileSetDiff.longestShown + 3)
        #expect(lines.last == "… and 8001 more lines")
    }
}
