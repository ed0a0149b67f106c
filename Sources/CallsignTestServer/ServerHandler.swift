import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers the requests of one connection, one after the other.
final class ServerHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    private let exchanges: ServedExchanges
    private var request: HTTPRequest?
    private var body = Data()

    init(_ exchanges: ServedExchanges) {
        self.exchanges = exchanges
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = head
            body = Data()
        case .body(let part):
            body.append(contentsOf: part.readableBytesView)
        case .end:
            guard let request else { return }
            switch exchanges.answer(request, body: body) {
            case .exchange(_, _, .response(let response)): write(response, to: request, context)
            case .exchange(_, _, .failure(let failure)): act(failure, context)
            case .nothing(let difference):
                let refusal = RecordedResponse(
                    status: .notImplemented, headers: [.contentType: "text/plain; charset=utf-8"],
                    body: Data((difference + "\n").utf8))
                write(refusal, to: request, context)
            }
        }
    }

    /// What isn't HTTP ends the connection.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func write(_ response: RecordedResponse, to request: HTTPRequest, _ context: ChannelHandlerContext) {
        // There is no such thing as an interim response that nothing follows.
        guard response.status.kind != .informational else { return context.close(promise: nil) }
        var head = HTTPResponse(status: response.status, headerFields: response.headers)
        for name in Self.framing { head.headerFields[name] = nil }
        let content = response.body ?? Data()
        let mayHaveLength = response.status.code != 204 && response.status.code != 304
        let mayHaveContent = mayHaveLength && request.method != .head
        if mayHaveContent || mayHaveLength && !content.isEmpty {
            head.headerFields[.contentLength] = "\(content.count)"
        } else if mayHaveLength {
            // How long the answer to another method would be is known from what was recorded alone.
            head.headerFields[.contentLength] = response.headers[.contentLength] ?? "0"
        }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if mayHaveContent, !content.isEmpty {
            context.write(wrapOutboundOut(.body(context.channel.allocator.buffer(bytes: content))), promise: nil)
        }
        let isLast = request.headerFields[.connection]?.lowercased() == "close"
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: isLast ? closing(context) : nil)
    }

    /// Closes the connection when what was written is gone, not before.
    private func closing(_ context: ChannelHandlerContext) -> EventLoopPromise<Void> {
        let promise = context.eventLoop.makePromise(of: Void.self)
        promise.futureResult.whenComplete { [channel = context.channel] _ in channel.close(promise: nil) }
        return promise
    }

    /// The headers that say how a body travels, which is decided anew: recorded bodies are as the client saw them.
    private static let framing: [HTTPField.Name] = [
        .contentLength, .transferEncoding, .contentEncoding, .connection,
    ]

    private func act(_ failure: RecordedFailure, _ context: ChannelHandlerContext) {
        switch failure.kind {
        case .timedOut: break
        case .invalidResponse:
            let text = context.channel.allocator.buffer(string: "this is no HTTP\r\n\r\n")
            // Past the encoder, which writes nothing but HTTP.
            if let encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self) {
                encoder.writeAndFlush(NIOAny(text), promise: closing(context))
            }
        case .cannotFindHost, .cannotConnect, .secureConnectionFailed, .connectionLost, .cancelled, .responseTooLarge,
            .unsupported, .other:
            context.close(promise: nil)
        }
    }
}
