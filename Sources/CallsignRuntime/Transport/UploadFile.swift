import Foundation

/// A body that holds files, as one file: `URLSession` streams from nothing else on all platforms.
struct UploadFile {
    let url: URL

    /// - Throws: where a file of the body can't be read, or the one for all of it can't be written.
    init(_ body: RequestBody) throws(TransportError) {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("callsign-upload-\(UUID().uuidString)")
        do {
            // Nobody else may read what is uploaded.
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes) else {
                throw CocoaError(.fileWriteUnknown)
            }
            let handle = try FileHandle(forWritingTo: url)
            defer { try? handle.close() }
            try body.forEachChunk { try handle.write(contentsOf: $0) }
        } catch {
            try? FileManager.default.removeItem(at: url)
            let reason = (error as? FileChanged)?.description ?? "a file of the body can't be read"
            throw TransportError(.other, reason, serverMayHaveActed: false)
        }
    }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
