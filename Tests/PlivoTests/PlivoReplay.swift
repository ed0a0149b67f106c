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

/// The recorded exchanges beside these tests.
enum Recordings {
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let folder = tests.appendingPathComponent("Recordings")

    /// - Parameter name: the file within the folder `Recordings`, without its ending.
    static func file(_ name: String) -> URL { folder.appendingPathComponent("\(name).http") }

    /// All recordings, sorted.
    static func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".http") }
            .map { String($0.dropLast(".http".count)) }.sorted()
    }
}

/// Runs calls against recordings, one after the other, and reports every difference.
///
/// - Parameter names: the recordings' files in the folder `Recordings`, without their ending; none where nothing may be
///   sent.
func replaying(
    _ names: String..., sourceLocation: SourceLocation = #_sourceLocation,
    _ calls: (PlivoClient) async throws -> Void
) async throws {
    var recording = HTTPRecording()
    for name in names { recording.exchanges += try HTTPRecording(contentsOf: Recordings.file(name)).exchanges }
    let transport = ReplayTransport(recording, name: names.joined(separator: ", "))
    // What is recorded is one attempt each.
    let configuration = ClientConfiguration(retries: .never)
    try await calls(
        PlivoClient(
            authID: Sample.authID, authToken: Sample.authToken, configuration: configuration, transport: transport))
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
