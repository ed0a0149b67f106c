import AsyncHTTPClient
import CallsignRuntime
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What AsyncHTTPClient and NIO throw, in the runtime's terms. Messages hold no URL and no header: these can hold
/// credentials.
enum ClientErrors {
    static func transportError(_ error: any Error) -> TransportError {
        switch error {
        case let error as TransportError: error
        case let error as HTTPClientError: clientError(error)
        case is CancellationError: TransportError(.cancelled, "the call was cancelled", serverMayHaveActed: true)
        case let error as NIOConnectionError: connectionError(error)
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: insecure
        case is HTTPParserError: invalidResponse
        case let error as ChannelError: channelError(error)
        case let error as IOError: ioError(error)
        default: TransportError(.other, "the request failed: \(type(of: error))", serverMayHaveActed: true)
        }
    }

    private static let insecure = TransportError(
        .secureConnectionFailed, "no secure connection to the server", serverMayHaveActed: false)
    private static let invalidResponse = TransportError(
        .invalidResponse, "the answer isn't valid HTTP", serverMayHaveActed: true)
    private static let lost = TransportError(.connectionLost, "the connection was lost", serverMayHaveActed: true)
    private static let unreachable = TransportError(
        .cannotConnect, "no connection to the server", serverMayHaveActed: false)

    private static func clientError(_ error: HTTPClientError) -> TransportError {
        switch error {
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            TransportError(.timedOut, "no answer in time", serverMayHaveActed: true)
        case .cancelled: TransportError(.cancelled, "the call was cancelled", serverMayHaveActed: true)
        case .connectTimeout, .getConnectionFromPoolTimeout: unreachable
        case .tlsHandshakeTimeout: insecure
        case .proxyAuthenticationRequired: proxy("it asks for a user and a password, or for others")
        case .invalidProxyResponse: proxy("its answer makes no sense")
        case .httpProxyHandshakeTimeout, .socksHandshakeTimeout: proxy("it doesn't answer")
        case .remoteConnectionClosed: lost
        case .alreadyShutdown:
            TransportError(.unsupported, "the transport has been shut down", serverMayHaveActed: false)
        case .invalidURL, .emptyHost, .emptyScheme:
            TransportError(.other, "the request can't be sent as it is", serverMayHaveActed: false)
        case .bodyLengthMismatch:
            TransportError(.other, "a file of the body has changed while it was sent", serverMayHaveActed: true)
        default: TransportError(.other, "the request failed: \(error.shortDescription)", serverMayHaveActed: true)
        }
    }

    private static func proxy(_ reason: String) -> TransportError {
        TransportError(.cannotConnect, "no connection through the proxy: \(reason)", serverMayHaveActed: false)
    }

    private static func connectionError(_ error: NIOConnectionError) -> TransportError {
        let isNameUnknown =
            error.connectionErrors.isEmpty && (error.dnsAError != nil || error.dnsAAAAError != nil)
        return isNameUnknown
            ? TransportError(.cannotFindHost, "the server's name can't be resolved", serverMayHaveActed: false)
            : unreachable
    }

    private static func channelError(_ error: ChannelError) -> TransportError {
        if case .connectTimeout = error { return unreachable }
        return lost
    }

    private static func ioError(_ error: IOError) -> TransportError {
        // Refused and unreachable come about while connecting only.
        [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL].contains(error.errnoCode) ? unreachable : lost
    }
}
