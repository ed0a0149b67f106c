public import Foundation
import HTTPTypes

/// The body of a response, piece by piece, each when it arrives.
///
/// ```swift
/// let recording = try await client.recordings.getStreaming("…")
/// try await recording.write(to: file) { print($0.received, $0.expected ?? 0) }
/// ```
///
/// It can be gone through once. Breaking off, or cancelling the task, ends the exchange with the server.
public struct ResponseStream<Failure: ClientError>: AsyncSequence, Sendable {
    public typealias Element = Data

    fileprivate let source: StreamSource

    init(_ source: StreamSource) {
        self.source = source
    }

    /// The response's status and headers; its body is the stream.
    public var response: RawResponse { source.response }
    /// How many bytes the server has announced, as they are sent; `nil` where it hasn't, or where they are compressed.
    public var expectedBytes: Int? {
        if let encoding = response.headers[.contentEncoding], encoding.lowercased() != "identity" { return nil }
        return response.headers[.contentLength].flatMap { Int($0) }
    }
    /// The body byte by byte.
    public var bytes: Bytes { Bytes(source: source) }

    public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate let source: StreamSource

        public mutating func next() async throws(Failure) -> Data? {
            try await source.chunk(throwing: Failure.self)
        }
    }

    /// Single bytes.
    public struct Bytes: AsyncSequence, Sendable {
        public typealias Element = UInt8

        fileprivate let source: StreamSource

        public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

        public struct Iterator: AsyncIteratorProtocol, Sendable {
            fileprivate let source: StreamSource
            private var chunk: [UInt8] = []
            private var index = 0

            fileprivate init(source: StreamSource) {
                self.source = source
            }

            public mutating func next() async throws(Failure) -> UInt8? {
                while index == chunk.count {
                    guard let next = try await source.chunk(throwing: Failure.self) else { return nil }
                    chunk = Array(next)
                    index = 0
                }
                defer { index += 1 }
                return chunk[index]
            }
        }
    }
}

// MARK: - To a file

extension ResponseStream {
    /// How far a download is.
    public struct Progress: Sendable, Hashable {
        /// In bytes.
        public var received: Int
        /// In bytes; `nil` where the server hasn't said.
        public var expected: Int?
    }

    /// Writes all that arrives to a file, of which there is little in memory at a time. The file appears when it is
    /// whole, in place of one that is there already; what is written until then lies beside it and is removed when
    /// something goes wrong.
    ///
    /// - Parameter progress: told after each piece. It is called where the download runs, so it should be quick.
    /// - Returns: how many bytes there were.
    /// - Throws: `Failure` where the response breaks off, and what Foundation throws where the file can't be written.
    @discardableResult
    public func write(to file: URL, progress: (Progress) -> Void = { _ in }) async throws -> Int {
        let expected = expectedBytes
        var received = 0
        let part = file.deletingLastPathComponent()
            .appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString).part")
        do {
            try Data().write(to: part, options: .withoutOverwriting)
            let handle = try FileHandle(forWritingTo: part)
            defer { try? handle.close() }
            while let chunk = try await source.chunk(throwing: Failure.self) {
                try handle.write(contentsOf: chunk)
                received += chunk.count
                progress(Progress(received: received, expected: expected))
            }
            try FileReplacement.move(part, to: file)
        } catch {
            source.end()
            try? FileManager.default.removeItem(at: part)
            throw error
        }
        return received
    }
}

/// Puts a file in the place of another in one step.
private enum FileReplacement {
    static func move(_ part: URL, to file: URL) throws {
        let result = part.withUnsafeFileSystemRepresentation { from in
            file.withUnsafeFileSystemRepresentation { to in
                from.flatMap { from in to.map { rename(from, $0) } } ?? -1
            }
        }
        if result != 0 {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path])
        }
    }
}
