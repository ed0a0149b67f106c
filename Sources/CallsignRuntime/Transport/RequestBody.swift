public import Foundation

/// The body of a request: bytes in memory, files, or both in turn. Its length is known before it is sent, and it can be
/// sent again.
public struct RequestBody: Sendable, Hashable {
    public enum Segment: Sendable, Hashable {
        case data(Data)
        /// A file of this machine, sent from its disk and never held in memory as a whole.
        case file(URL, length: Int)
    }

    public private(set) var segments: [Segment]
    /// In bytes.
    public private(set) var length: Int

    public init(_ data: Data) {
        segments = [.data(data)]
        length = data.count
    }

    /// A file of this machine, which is read when the request is sent, piece by piece, and again for each attempt.
    ///
    /// - Throws: ``ConfigurationError/unreadableFile(_:)`` where it can't be read.
    public init(contentsOf file: URL) throws(ConfigurationError) {
        do {
            self = try MultipartFile.Content.file(file).body()
        } catch {
            throw .unreadableFile(file.lastPathComponent)
        }
    }

    init() {
        segments = []
        length = 0
    }

    /// The body where it is in memory as one piece.
    public var data: Data? {
        switch segments.first {
        case nil: Data()
        case .data(let data)? where segments.count == 1: data
        default: nil
        }
    }

    /// The whole body in memory, files included.
    ///
    /// - Throws: where a file can't be read, or is no longer as long as it was.
    public func collect() throws -> Data {
        if let data { return data }
        var collected = Data(capacity: length)
        try forEachChunk { collected.append($0) }
        return collected
    }

    /// Goes through the bytes in order, files in pieces of a few hundred kilobytes.
    ///
    /// - Throws: what `body` throws, and where a file can't be read, or is no longer as long as it was.
    public func forEachChunk(_ body: (Data) throws -> Void) throws {
        for segment in segments {
            switch segment {
            case .data(let data): try body(data)
            case .file(let url, let length):
                var reader = try FileChunks(url, length: length)
                while let chunk = try reader.next() { try body(chunk) }
            }
        }
    }

    mutating func append(_ data: Data) {
        length += data.count
        if case .data(var last)? = segments.last {
            segments.removeLast()
            last.append(data)
            segments.append(.data(last))
        } else {
            segments.append(.data(data))
        }
    }

    mutating func append(_ segment: Segment) {
        switch segment {
        case .data(let data): append(data)
        case .file(_, let length):
            self.length += length
            segments.append(segment)
        }
    }
}

/// A file in pieces, of which one is in memory at a time.
public struct FileChunks {
    private static let size = 256 << 10

    private let handle: FileHandle
    private let url: URL
    private var remaining: Int

    /// - Parameter length: how many bytes the file had when the request was made.
    /// - Throws: where the file can't be opened.
    public init(_ url: URL, length: Int) throws {
        handle = try FileHandle(forReadingFrom: url)
        self.url = url
        remaining = length
    }

    /// - Returns: the next piece; nothing at the end.
    /// - Throws: where the file can't be read, or is shorter than it was. What was added to it meanwhile is left out.
    public mutating func next() throws -> Data? {
        guard remaining > 0 else {
            try handle.close()
            return nil
        }
        guard let chunk = try handle.read(upToCount: min(remaining, FileChunks.size)), !chunk.isEmpty else {
            throw FileChanged(name: url.lastPathComponent)
        }
        remaining -= chunk.count
        return chunk
    }
}

/// A file became shorter while it was sent.
struct FileChanged: Error, CustomStringConvertible {
    var name: String

    var description: String { "the file \(name) has become shorter while it was sent" }
}
