import ArgumentParser
import CallsignTestServer
import CallsignTesting
import Foundation

/// The command line.
@main
struct CallsignTestServerTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callsign-test-server",
        abstract: "Serves a folder of recordings over HTTP on this machine, until it is interrupted.",
        discussion: """
            The first line of the output is where it listens; then each request gets a line with what answered it, or \
            the difference from the recording that comes nearest.

            Exit codes: 2 recordings that can't be read or a port that can't be had, 64 wrong arguments.
            """)

    @Argument(help: "A folder with recordings, files whose names end in .http; or one file.", completion: .directory)
    var recordings: String

    @Option(help: "The port to listen on; a free one unless given.")
    var port: UInt16 = 0

    func run() async throws {
        let server: TestServer
        do {
            let recordings = try HTTPRecording.recordings(in: URL(fileURLWithPath: recordings))
            server = try await TestServer.start(serving: recordings, port: port) { write("\($0)", to: .standardOutput) }
        } catch let error as RecordingFolderError {
            write("\(error)", to: .standardError)
            throw ExitCode(2)
        } catch {
            write("error: port \(port) can't be had: \(error)", to: .standardError)
            throw ExitCode(2)
        }
        write(server.url.absoluteString, to: .standardOutput)
        try await server.untilStopped()
    }
}

/// Writes a line at once, also where a program reads it.
private func write(_ line: String, to stream: FileHandle) {
    // Who doesn't listen any more isn't missing anything.
    try? stream.write(contentsOf: Data((line + "\n").utf8))
}
