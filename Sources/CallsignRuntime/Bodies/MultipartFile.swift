public import Foundation

/// A file to upload, out of memory or off the disk.
public struct MultipartFile: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case data(Data)
        /// A file of this machine. It is read when the request is sent, piece by piece, and again for each attempt.
        case file(URL)
    }

    public var content: Content
    /// The name that the server is told.
    public var filename: String
    /// Such as `application/pdf`.
    public var contentType: String
    /// Further headers of the part, by name.
    public var headers: [String: String] = [:]

    /// The type of what is only known to be bytes.
    static let unknownType = "application/octet-stream"

    public init(_ data: Data, filename: String, contentType: String = "application/octet-stream") {
        content = .data(data)
        self.filename = filename
        self.contentType = contentType
    }

    /// A file off the disk.
    ///
    /// - Parameters:
    ///   - filename: the name that the server is told; the file's own where it is `nil`.
    ///   - contentType: by the ending of the file's name where it is `nil`.
    public init(contentsOf file: URL, filename: String? = nil, contentType: String? = nil) {
        content = .file(file)
        self.filename = filename ?? file.lastPathComponent
        self.contentType = contentType ?? MultipartFile.contentType(ofEnding: file.pathExtension)
    }

    /// The usual content types of what is uploaded to APIs, by the registry of media types.
    private static func contentType(ofEnding ending: String) -> String {
        switch ending.lowercased() {
        case "jpg", "jpeg": "image/jpeg"
        case "png": "image/png"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "heic": "image/heic"
        case "svg": "image/svg+xml"
        case "tif", "tiff": "image/tiff"
        case "mp3": "audio/mpeg"
        case "wav": "audio/wav"
        case "ogg": "audio/ogg"
        case "m4a": "audio/mp4"
        case "mp4": "video/mp4"
        case "mpeg", "mpg": "video/mpeg"
        case "mov": "video/quicktime"
        case "webm": "video/webm"
        case "pdf": "application/pdf"
        case "json": "application/json"
        case "xml": "application/xml"
        case "zip": "application/zip"
        case "csv": "text/csv"
        case "txt": "text/plain"
        case "html": "text/html"
        case "vcf": "text/vcard"
        default: unknownType
        }
    }
}

extension MultipartFile.Content {
    func body() throws(RequestProblem) -> RequestBody {
        switch self {
        case .data(let data): return RequestBody(data)
        case .file(let url):
            let name = url.lastPathComponent
            guard url.isFileURL else { throw RequestProblem("\(name) is no file of this machine") }
            let values = try? url.resolvingSymlinksInPath().resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            guard let values, values.isRegularFile == true, let length = values.fileSize else {
                throw RequestProblem("the file \(name) can't be read")
            }
            var body = RequestBody()
            body.append(.file(url, length: length))
            return body
        }
    }
}
