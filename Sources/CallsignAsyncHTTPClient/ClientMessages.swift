import AsyncHTTPClient
import CallsignRuntime
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Requests and responses between HTTPTypes and AsyncHTTPClient.
enum ClientMessages {
    static func request(_ request: HTTPRequest, body: RequestBody?) throws(TransportError) -> HTTPClientRequest {
        let scheme = request.scheme ?? "https"
        var clientRequest = HTTPClientRequest(url: "\(scheme)://\(request.authority ?? "")\(request.path ?? "/")")
        clientRequest.method = HTTPMethod(rawValue: request.method.rawValue)
        clientRequest.headers.reserveCapacity(request.headerFields.count + 1)
        // Cookies are a field each here, and one field where they are sent (RFC 6265, section 5.4).
        if let cookies = request.headerFields[.cookie] { clientRequest.headers.add(name: "Cookie", value: cookies) }
        for field in request.headerFields where field.name != .cookie {
            clientRequest.headers.add(name: field.name.rawName, value: field.value)
        }
        if request.headerFields[.acceptEncoding] == nil {
            clientRequest.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
        }
        guard let body else { return clientRequest }
        if let data = body.data {
            clientRequest.body = .bytes(ByteBuffer(bytes: data))
        } else {
            clientRequest.body = .stream(RequestChunks(body: body), length: .known(Int64(body.length)))
        }
        return clientRequest
    }

    static func head(_ response: HTTPClientResponse) -> HTTPResponse {
        var fields = HTTPFields()
        fields.reserveCapacity(response.headers.count)
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return HTTPResponse(
            status: .init(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase),
            headerFields: fields)
    }

    /// The whole body, as long as it is no longer than it may be.
    static func body(_ response: HTTPClientResponse, limit: Int) async throws -> Data {
        var data = Data()
        for try await chunk in response.body {
            guard chunk.readableBytes <= limit - data.count else {
                throw TransportError(
                    .responseTooLarge, "the response's body has more than the \(limit) bytes that are allowed",
                    serverMayHaveActed: true)
            }
            chunk.withUnsafeReadableBytes { data.append(contentsOf: $0) }
        }
        return data
    }
}

/// A body that holds files, piece by piece.
private struct RequestChunks: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let body: RequestBody

    func makeAsyncIterator() -> Iterator { Iterator(segments: body.segments[...]) }

    struct Iterator: AsyncIteratorProtocol {
        var segments: ArraySlice<RequestBody.Segment>
        var file: FileChunks?

        mutating func next() async throws -> ByteBuffer? {
            while true {
                if let chunk = try file?.next() { return ByteBuffer(bytes: chunk) }
                file = nil
                switch segments.popFirst() {
                case nil: return nil
                case .data(let data)?: return ByteBuffer(bytes: data)
                case .file(let url, let length)?: file = try FileChunks(url, length: length)
                }
            }
        }
    }
}
