import CallsignDiagnostics
import Foundation
import Testing

@testable import CallsignKit

@Suite struct FileSetWriterTests {
    let folder: TemporaryFolder
    let sink = DiagnosticSink()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func writer(_ output: String = "out") -> FileSetWriter {
        FileSetWriter(folder: folder.path(output), sink: sink)
    }

    private func summary(_ changes: FileSetChanges) -> [String] {
        changes.changes.map { "\($0.kind.rawValue) \($0.path)" }
    }

    @Test func makesFoldersAndFiles() throws {
        let changes = try writer("a/b/out").write(
            fileSet(["Calls.swift": generated("calls"), "Models/Call.swift": generated("call")]))
        #expect(summary(changes) == ["created Calls.swift", "created Models/Call.swift"])
        #expect(folder.files() == ["a/b/out/Calls.swift", "a/b/out/Models/Call.swift"])
        #expect(try folder.text("a/b/out/Models/Call.swift") == generated("call"))
    }

    @Test func leavesUnchangedFilesAlone() throws {
        let longAgo = Date(timeIntervalSince1970: 1_000_000_000)
        _ = try writer().write(fileSet(["A.swift": generated("a"), "B.swift": generated("b")]))
        try folder.setModified(longAgo, of: "out/A.swift")
        try folder.setModified(longAgo, of: "out/B.swift")
        let changes = try writer().write(fileSet(["A.swift": generated("a"), "B.swift": generated("changed")]))
        #expect(summary(changes) == ["changed B.swift"])
        #expect(changes.unchangedCount == 1)
        #expect(try folder.modified("out/A.swift") == longAgo)
        #expect(try folder.modified("out/B.swift") != longAgo)
        #expect(try folder.text("out/B.swift") == generated("changed"))
    }

    @Test func removesWhatIsNoLongerGeneratedAndFoldersThatGetEmpty() throws {
        _ = try writer().write(
            fileSet(["A.swift": generated("a"), "Models/B.swift": generated("b"), "Other/C.swift": generated("c")]))
        try folder.write("by hand", to: "out/Other/Notes.txt")
        let changes = try writer().write(fileSet(["A.swift": generated("a")]))
        #expect(summary(changes) == ["removed Models/B.swift", "removed Other/C.swift"])
        #expect(folder.files() == ["out/A.swift", "out/Other/Notes.txt"])
        #expect(!folder.exists("out/Models"))
    }

    @Test func keepsWhatWasWrittenByHand() throws {
        try folder.write("struct Mine {}\n", to: "out/Mine.swift")
        try folder.write("", to: "out/Empty.swift")
        try folder.write("// see // callsign:generated\n", to: "out/Mentions.swift")
        try folder.write(generated("hidden"), to: "out/.build/Checkout.swift")
        _ = try writer().write(fileSet(["A.swift": generated("a")]))
        #expect(
            folder.files() == [
                "out/.build/Checkout.swift", "out/A.swift", "out/Empty.swift", "out/Mentions.swift", "out/Mine.swift",
            ])
    }

    @Test func keepsAnotherClientInAFolderBelow() throws {
        try folder.write(generated("other", from: "other.yaml"), to: "out/Other/Client.swift")
        try folder.write(generated("stale"), to: "out/Models/Stale.swift")
        let changes = try writer().write(fileSet(["A.swift": generated("a")]))
        #expect(summary(changes) == ["created A.swift", "removed Models/Stale.swift"])
        #expect(folder.exists("out/Other/Client.swift"))
    }

    @Test func refusesToReplaceAFileWithoutTheMarkAndThenWritesNothing() throws {
        try folder.write("struct Mine {}\n", to: "out/B.swift")
        let files = try fileSet(["A.swift": generated("a"), "B.swift": generated("b")])
        #expect(throws: Stopped.self) { try writer().write(files) }
        #expect(sink.diagnostics.map(\.code) == ["output-not-ours"])
        #expect(folder.files() == ["out/B.swift"])
        #expect(try folder.text("out/B.swift") == "struct Mine {}\n")
    }

    @Test func refusesToLeaveTheFolderThroughALink() throws {
        try folder.write("elsewhere", to: "outside/Call.swift")
        try folder.write(generated("elsewhere"), to: "outside/Old.swift")
        try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
        try folder.link("out/Models", to: folder.path("outside"))
        try folder.link("out/A.swift", to: folder.path("outside/Call.swift"))
        let files = try fileSet(["A.swift": generated("a"), "Models/Call.swift": generated("call")])
        #expect(throws: Stopped.self) { try writer().write(files) }
        #expect(sink.diagnostics.map(\.code) == ["output-blocked", "output-blocked"])
        #expect(folder.files() == ["out/A.swift", "outside/Call.swift", "outside/Old.swift"])
        #expect(try folder.text("outside/Call.swift") == "elsewhere")
    }

    @Test func doesNotLookForStaleFilesBehindALink() throws {
        try folder.write(generated("elsewhere"), to: "outside/Old.swift")
        try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
        try folder.link("out/Linked", to: folder.path("outside"))
        try folder.link("out/Linked.swift", to: folder.path("outside/Old.swift"))
        let changes = try writer().write(fileSet(["A.swift": generated("a")]))
        #expect(summary(changes) == ["created A.swift"])
        #expect(folder.exists("outside/Old.swift"))
    }

    @Test func writesIntoAnOutputFolderThatIsItselfALink() throws {
        try FileManager.default.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: true)
        try folder.link("out", to: folder.path("real"))
        _ = try writer().write(fileSet(["A.swift": generated("a")]))
        #expect(try folder.text("real/A.swift") == generated("a"))
    }

    @Test func repairsWhatAKilledRunLeft() throws {
        _ = try writer().write(fileSet(["A.swift": generated("old"), "Models/B.swift": generated("old")]))
        try folder.write("half a te", to: "out/.A.swift.callsign-temporary")
        try folder.write(generated("new"), to: "out/Models/.B.swift.callsign-temporary")
        try folder.write("by hand", to: "out/.keep")
        let files = try fileSet(["A.swift": generated("new"), "Models/B.swift": generated("new")])
        let changes = try writer().write(files)
        #expect(summary(changes) == ["changed A.swift", "changed Models/B.swift"])
        #expect(folder.files() == ["out/.keep", "out/A.swift", "out/Models/B.swift"])
        #expect(try writer().write(files).isEmpty)
    }

    @Test func reportsAFolderInTheWayOfAFileAndAFileInTheWayOfAFolder() throws {
        try folder.write("text", to: "out/A.swift/inside.txt")
        try folder.write("text", to: "out/Models")
        let files = try fileSet(["A.swift": generated("a"), "Models/B.swift": generated("b")])
        #expect(throws: Stopped.self) { try writer().write(files) }
        #expect(sink.diagnostics.map(\.code) == ["output-blocked", "output-blocked"])
    }

    @Test func reportsAnOutputFolderThatIsAFile() throws {
        try folder.write("text", to: "out")
        #expect(throws: Stopped.self) { try writer().write(fileSet(["A.swift": generated("a")])) }
        #expect(sink.diagnostics.map(\.code) == ["output-failed"])
    }

    @Test func comparesWithoutWriting() throws {
        let files = try fileSet(["A.swift": generated("a")])
        #expect(summary(try writer("none").compare(files)) == ["created A.swift"])
        #expect(!folder.exists("none"))
        try folder.write(generated("before"), to: "out/A.swift")
        try folder.write(generated("stale"), to: "out/B.swift")
        #expect(summary(try writer().compare(files)) == ["changed A.swift", "removed B.swift"])
        #expect(try folder.text("out/A.swift") == generated("before"))
    }
}
