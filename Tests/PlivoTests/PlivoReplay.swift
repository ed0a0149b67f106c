import CallsignRuntime
import CallsignTesting
import Foundation
import Plivo
import Testing

/// What the recordings were made with.
enum Sample {
    static let authID = "MANORTHWIND000000001"
    static let subaccountID = "SANORTHWIND000000001"
    static let authToken = "a-token-for-tests-only"
}

/// Runs calls against recordings, one after the other, and reports every difference.
///
/// - Parameter names: the recordings' files in the folder `Recordings`, without their ending; none where nothing may be
///   sent.
func replaying(
    _ names: String..., sourceLocation: SourceLocation = #_sourceLocation,
    _ calls: (PlivoClient) async throws -> Void
) async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Recordings")
    var recording = Recording()
    for name in names {
        let file = folder.appendingPathComponent("\(name).http")
        recording.exchanges += try Recording(contentsOf: file).exchanges
    }
    let transport = ReplayTransport(recording, name: names.joined(separator: ", "))
    try await calls(PlivoClient(authID: Sample.authID, authToken: Sample.authToken, transport: transport))
    do {
        try await transport.finish()
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}

/// A moment, written as in RFC 3339. One that can't be read is distant, and equal to nothing in a recording.
func date(_ text: String) -> Date {
    ISO8601DateFormatter().date(from: text) ?? .distantPast
}

/// A number, exactly.
func decimal(_ text: String) -> Decimal {
    Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) ?? .nan
}

/// The error with which an operation fails.
func plivoError<Value>(
    sourceLocation: SourceLocation = #_sourceLocation, _ operation: () async throws -> Value
) async -> PlivoError? {
    do {
        _ = try await operation()
        Issue.record("expected an error", sourceLocation: sourceLocation)
    } catch let error as PlivoError {
        return error
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
    return nil
}

func unexpected(_ error: PlivoError?, sourceLocation: SourceLocation = #_sourceLocation) {
    Issue.record("unexpected error: \(String(describing: error))", sourceLocation: sourceLocation)
}
