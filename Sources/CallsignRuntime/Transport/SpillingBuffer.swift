import Foundation

/// Bytes that have arrived before anybody asked for them: the first in memory, the others on disk, so that a slow reader
/// costs no memory. `URLSession` can't be told to wait on all platforms.
struct SpillingBuffer: Sendable {
    /// How many bytes are kept in memory.
    static let memoryLimit = 1 << 20
    private static let pieceSize = 256 << 10

    private var pieces: [Data] = []
    private var bytesInMemory = 0
    private var file: SpillFile?

    var isEmpty: Bool { pieces.isEmpty && file == nil }

    mutating func append(_ data: Data) throws {
        if data.isEmpty { return }
        // What comes after something on disk goes there too, so that it stays in order.
        if file == nil, bytesInMemory + data.count <= Self.memoryLimit {
            pieces.append(data)
            bytesInMemory += data.count
            return
        }
        if file == nil { file = try SpillFile() }
        try file?.append(data)
    }

    mutating func next() throws -> Data? {
        if !pieces.isEmpty {
            let piece = pieces.removeFirst()
            bytesInMemory -= piece.count
            return piece
        }
        guard let piece = try file?.read(upTo: Self.pieceSize) else { return nil }
        if file?.isRead == true { file = nil }
        return piece
    }
}

/// A file without a name, which goes when nobody holds it.
private final class SpillFile: Sendable {
    private struct Extent: Sendable {
        var start: UInt64 = 0
        var end: UInt64 = 0
    }

    private let handle: FileHandle
    private let extent = Locked(Extent())

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("callsign-body-\(UUID().uuidString)")
        // Nobody else may read what is downloaded.
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { try? FileManager.default.removeItem(at: url) }
        handle = try FileHandle(forUpdating: url)
    }

    deinit {
        try? handle.close()
    }

    var isRead: Bool { extent.withLock { $0.start == $0.end } }

    func append(_ data: Data) throws {
        try extent.withLock { extent in
            try handle.seek(toOffset: extent.end)
            try handle.write(contentsOf: data)
            extent.end += UInt64(data.count)
        }
    }

    func read(upTo count: Int) throws -> Data? {
        try extent.withLock { extent in
            try handle.seek(toOffset: extent.start)
            let count = min(UInt64(count), extent.end - extent.start)
            guard let data = try handle.read(upToCount: Int(count)), !data.isEmpty else { return nil }
            extent.start += UInt64(data.count)
            return data
        }
    }
}
