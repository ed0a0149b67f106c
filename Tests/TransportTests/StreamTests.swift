import CallsignRuntime
import Foundation
import LoopbackServer
import Testing
import TransportKinds

@testable import SampleClient

/// Answers that arrive bit by bit, over both transports.
@Suite("Streams", .timeLimit(.minutes(2)))
struct StreamTests {
    private struct Chunk: Codable, Sendable, Equatable {
        var number: Int
    }

    private typealias Events = EventStream<Chunk, SampleError>

    private static func call(_ path: String = "/stream") -> OperationCall { OperationCall("streams.get", .get, path) }

    private func events(
        _ kind: TransportKind, _ server: ScriptedServer, _ options: CallOptions = CallOptions(),
        _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) async throws -> Events {
        try await kind.client(server, change).core.events(Self.call(), options, throwing: SampleError.self)
    }

    /// Lets a server go on when a test says so.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        func open() { semaphore.signal() }
        func wait() { semaphore.wait() }
    }

    /// Pauses a server that would go on for ever, which no machine sends as fast as this one does to itself.
    private static func paced(_ chunk: Data) -> Data {
        Thread.sleep(forTimeInterval: 0.001)
        return chunk
    }

    /// Lets a test wait until a server has done something.
    private final class Signal: Sendable {
        private let (stream, continuation) = AsyncStream<Void>.makeStream()
        func send() { continuation.yield() }
        func wait() async {
            for await _ in stream { break }
        }
    }

    private static func streaming(
        _ chunks: @escaping @Sendable (Int) -> Data?, onEnd: (@Sendable (Bool) -> Void)? = nil
    ) throws -> ScriptedServer {
        try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, headers: [("Content-Type", "text/event-stream")])
            answer.chunks = chunks
            answer.onEnd = onEnd
            return answer
        }
    }

    @Test("an event is there before the next one is sent", arguments: TransportKind.allCases)
    func eventsAsTheyArrive(_ kind: TransportKind) async throws {
        let gate = Gate()
        let server = try Self.streaming { number in
            if number > 0 { gate.wait() }
            return number < 3 ? Data("id: e\(number)\nretry: 250\ndata: {\"number\":\(number)}\n\n".utf8) : nil
        }
        defer { withExtendedLifetime(server) {} }
        let stream = try await events(kind, server)
        #expect(stream.response.status == 200)
        #expect(server.requests.first?["Accept"] == "text/event-stream")
        var numbers: [Int] = []
        for try await chunk in stream {
            #expect(stream.lastEventID == "e\(chunk.number)")
            numbers.append(chunk.number)
            gate.open()
        }
        #expect(numbers == [0, 1, 2])
        #expect(stream.reconnectionDelay == .milliseconds(250))
    }

    @Test("the sentinel ends a stream that goes on", arguments: TransportKind.allCases)
    func sentinel(_ kind: TransportKind) async throws {
        let ended = Signal()
        let server = try Self.streaming(
            { number in
                switch number {
                case 0: Data("data: {\"number\":0}\n\n".utf8)
                case 1: Data("data: [DONE]\n\n".utf8)
                default: Self.paced(Data(": still here\n\n".utf8))
                }
            }, onEnd: { _ in ended.send() })
        defer { withExtendedLifetime(server) {} }
        var chunks: [Chunk] = []
        for try await chunk in try await events(kind, server) { chunks.append(chunk) }
        #expect(chunks == [Chunk(number: 0)])
        // The server can only end because the client has gone.
        await ended.wait()
    }

    @Test("breaking off ends the exchange", arguments: TransportKind.allCases)
    func breakingOff(_ kind: TransportKind) async throws {
        let ended = Signal()
        let server = try Self.streaming(
            { Self.paced(Data("data: {\"number\":\($0)}\n\n".utf8)) }, onEnd: { _ in ended.send() })
        defer { withExtendedLifetime(server) {} }
        let client = try kind.client(server)
        do {
            let stream: Events = try await client.core.events(Self.call(), CallOptions(), throwing: SampleError.self)
            for try await chunk in stream where chunk.number == 5 { break }
        }
        await ended.wait()
    }

    @Test("a cancelled task ends it", arguments: TransportKind.allCases)
    func cancellation(_ kind: TransportKind) async throws {
        let server = try Self.streaming { number in
            if number > 0 { Thread.sleep(forTimeInterval: 0.02) }
            return Data((number == 0 ? "data: {\"number\":0}\n\n" : ": wait\n\n").utf8)
        }
        defer { withExtendedLifetime(server) {} }
        let stream = try await events(kind, server)
        let arrived = AsyncStream<Void>.makeStream()
        let task = Task {
            var count = 0
            do {
                for try await _ in stream {
                    count += 1
                    arrived.continuation.yield()
                }
            } catch SampleError.cancelled {
                return count
            }
            return -1
        }
        for await _ in arrived.stream { break }
        task.cancel()
        #expect(try await task.value == 1)
    }

    @Test("silence is a timeout", arguments: TransportKind.allCases)
    func silence(_ kind: TransportKind) async throws {
        let gate = Gate()
        let server = try Self.streaming { number in
            if number > 0 { gate.wait() }
            return number == 0 ? Data("data: {\"number\":0}\n\n".utf8) : nil
        }
        defer { withExtendedLifetime(server) {} }
        defer { gate.open() }
        let stream = try await events(kind, server, CallOptions(streamTimeout: .milliseconds(50)))
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == Chunk(number: 0))
        await #expect {
            _ = try await iterator.next()
        } throws: { error in
            if case SampleError.timeout(let failure) = error { failure.limit == .milliseconds(50) } else { false }
        }
        #expect(try await iterator.next() == nil)
    }

    @Test(
        "a failure before it begins is the operation's error, tried again where that is safe",
        arguments: TransportKind.allCases)
    func failures(_ kind: TransportKind) async throws {
        let answers = Locked(0)
        let server = try ScriptedServer { request in
            if request.path.hasPrefix("/missing") { return .init(404, #"{"error":"no such stream"}"#) }
            let number = answers.withLock { count in
                count += 1
                return count
            }
            return number == 1 ? .init(503, "later") : .init(200, "data: {\"number\":9}\n\n")
        }
        defer { withExtendedLifetime(server) {} }
        let client = try kind.client(server)
        let stream: Events = try await client.core.events(Self.call(), CallOptions(), throwing: SampleError.self)
        #expect(stream.response.attempts == 2)
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == Chunk(number: 9))
        await #expect {
            let _: Events = try await client.core.events(
                Self.call("/missing"), CallOptions(), throwing: SampleError.self)
        } throws: { error in
            if case SampleError.notFound(let failure) = error {
                failure.error.message == "no such stream"
            } else {
                false
            }
        }
    }

    @Test(
        "an event that isn't what was described is reported, and the next one follows",
        arguments: TransportKind.allCases)
    func wrongData(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            .init(200, "data: {\"number\":\"no\"}\n\nevent: odd\ndata: {\"number\":2}\n\n")
        }
        defer { withExtendedLifetime(server) {} }
        var iterator = try await events(kind, server).makeAsyncIterator()
        await #expect {
            _ = try await iterator.next()
        } throws: { error in
            if case SampleError.decoding(let failure) = error { failure.codingPath == "number" } else { false }
        }
        #expect(try await iterator.next() == Chunk(number: 2))
        var names: [String] = []
        for try await event in try await events(kind, server).events { names.append(event.name) }
        #expect(names == ["message", "odd"])
    }

    @Test("an event that never ends isn't collected for ever", arguments: TransportKind.allCases)
    func endlessEvent(_ kind: TransportKind) async throws {
        let server = try Self.streaming { _ in
            Self.paced(Data(("data: " + String(repeating: "x", count: 10_000) + "\n").utf8))
        }
        defer { withExtendedLifetime(server) {} }
        let stream = try await events(kind, server) { $0.maximumResponseBytes = 1 << 20 }
        await #expect {
            for try await _ in stream {}
        } throws: { error in
            if case SampleError.transport(let failure) = error { failure.kind == .responseTooLarge } else { false }
        }
    }

    @Test(arguments: TransportKind.allCases) func jsonLines(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { request in
            var answer = ScriptedServer.Answer(
                200,
                request.path == "/lines"
                    ? "{\"number\":1}\r\n\n{\"number\":2}\n{\"number\":3}"
                    : "\u{1E}{\"number\":1}\n\u{1E}{\"number\":2}\n")
            answer.chunkSize = 5
            return answer
        }
        defer { withExtendedLifetime(server) {} }
        let core = try kind.client(server).core
        let lines: JSONLineStream<Chunk, SampleError> = try await core.lines(
            Self.call("/lines"), CallOptions(), throwing: SampleError.self)
        var numbers: [Int] = []
        for try await line in lines { numbers.append(line.number) }
        #expect(numbers == [1, 2, 3])
        let records: JSONLineStream<Chunk, SampleError> = try await core.records(
            Self.call("/records"), CallOptions(), throwing: SampleError.self)
        numbers = []
        for try await record in records { numbers.append(record.number) }
        #expect(numbers == [1, 2])
    }

    // MARK: Downloads

    private static let piece = Data((0..<65_536).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("callsign-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("a large file goes to disk piece by piece", arguments: TransportKind.allCases)
    func download(_ kind: TransportKind) async throws {
        let count = 512
        let server = try Self.streaming { $0 < count ? Self.piece : nil }
        defer { withExtendedLifetime(server) {} }
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("file.bin")
        try Data("old".utf8).write(to: file)
        let client = try kind.client(server) { $0.maximumResponseBytes = 1 << 20 }
        let stream = try await client.core.stream(Self.call(), CallOptions(), throwing: SampleError.self)
        var told: [Int] = []
        let received = try await stream.write(to: file) { told.append($0.received) }
        #expect(received == count * Self.piece.count)
        #expect(told.last == received)
        #expect(told == told.sorted())
        let handle = try FileHandle(forReadingFrom: file)
        for _ in 0..<count { #expect(try handle.read(upToCount: Self.piece.count) == Self.piece) }
        try handle.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file.bin"])
    }

    @Test("a download that breaks off leaves the file that was there", arguments: TransportKind.allCases)
    func brokenDownload(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in
            var answer = ScriptedServer.Answer(200, String(repeating: "x", count: 100_000))
            answer.ending = .dropped(after: 60_000)
            return answer
        }
        defer { withExtendedLifetime(server) {} }
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("file.bin")
        try Data("old".utf8).write(to: file)
        let stream = try await kind.client(server).core.stream(Self.call(), CallOptions(), throwing: SampleError.self)
        #expect(stream.expectedBytes == 100_000)
        await #expect {
            try await stream.write(to: file)
        } throws: { error in
            if case SampleError.transport(let failure) = error { failure.kind != .cancelled } else { false }
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file.bin"])
    }

    @Test("bytes one by one", arguments: TransportKind.allCases)
    func bytes(_ kind: TransportKind) async throws {
        let server = try Self.streaming { $0 < 3 ? Data([UInt8($0), 255]) : nil }
        defer { withExtendedLifetime(server) {} }
        let stream = try await kind.client(server).core.stream(Self.call(), CallOptions(), throwing: SampleError.self)
        var bytes: [UInt8] = []
        for try await byte in stream.bytes { bytes.append(byte) }
        #expect(bytes == [0, 255, 1, 255, 2, 255])
    }

    @Test("a reader who waits loses nothing")
    func slowReader() async throws {
        let ended = Signal()
        let count = 256
        let server = try Self.streaming({ $0 < count ? Self.piece : nil }, onEnd: { _ in ended.send() })
        defer { withExtendedLifetime(server) {} }
        let client = try TransportKind.urlSession.client(server)
        let stream = try await client.core.stream(Self.call(), CallOptions(), throwing: SampleError.self)
        // `URLSession` takes all there is; nobody has asked for any of it.
        await ended.wait()
        var received = Data()
        for try await piece in stream { received.append(piece) }
        #expect(received.count == count * Self.piece.count)
        #expect(received.suffix(Self.piece.count) == Self.piece)
    }

    // MARK: Uploads

    @Test("a file is a whole body", arguments: TransportKind.allCases)
    func upload(_ kind: TransportKind) async throws {
        let server = try ScriptedServer { _ in .init(204) }
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("file.bin")
        let content = Self.piece + Self.piece + Self.piece + Self.piece + Data("end".utf8)
        try content.write(to: file)
        var call = OperationCall("files.put", .put, "/file")
        call.binary(try RequestBody(contentsOf: file), contentType: "image/png")
        try await kind.client(server).core.noContent(call, CallOptions(), throwing: SampleError.self)
        let request = try #require(server.requests.first)
        #expect(request["Content-Type"] == "image/png")
        #expect(request["Content-Length"] == "\(content.count)")
        #expect(request.body == content)
        #expect(throws: ConfigurationError.unreadableFile("gone.bin")) {
            _ = try RequestBody(contentsOf: folder.appendingPathComponent("gone.bin"))
        }
    }
}
