import CallsignLogging
import CallsignRuntime
import Foundation
import Logging
import Plivo

/// Writes all calls that the account's history has to a CSV file.
@main
struct ExportCalls {
    static func main() async {
        let file = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? "calls.csv")
        // An export has time: it waits out what a call from an app wouldn't.
        let configuration = ClientConfiguration(
            timeout: .seconds(300), retries: RetryPolicy(attempts: 6, total: .seconds(240)),
            middleware: [LoggingMiddleware(logger, level: .info)],
            onAttempt: { attempt in
                guard let delay = attempt.delay else { return }
                logger.notice("attempt \(attempt.number): \(attempt.outcome); the next one comes in \(delay)")
            })
        do {
            let total = try await withPlivo(configuration) { try await export($0, to: file) }
            print("\(total.calls) calls, \(total.amount) US dollars: \(file.lastPathComponent)")
        } catch {
            print("Nothing was written: \(error.localizedDescription)")
            exit(1)
        }
    }

    static let logger = Logger(label: "export-calls") { StreamLogHandler.standardError(label: $0) }

    /// Writes the calls while they come, page by page, so that no more than a page is ever in memory.
    ///
    /// - Throws: ``PlivoError``, or an error of Foundation's where the file can't be written. A file that was there
    ///   before is then as it was.
    static func export(_ plivo: PlivoClient, to file: URL) async throws -> (calls: Int, amount: Decimal) {
        var total = (calls: 0, amount: Decimal(0))
        let csv = try CSVFile(file)
        try csv.append(["call", "direction", "from", "to", "began", "answered", "ended", "seconds", "amount", "cause"])
        for try await call in plivo.calls.list(.init(limit: 20)) {
            try csv.append([
                call.callUUID, call.callDirection.rawValue, call.fromNumber, call.toNumber, time(call.initiationTime),
                call.answerTime.map(time) ?? "", time(call.endTime), "\(call.callDuration)", "\(call.totalAmount)",
                call.hangupCauseName ?? "",
            ])
            total.calls += 1
            total.amount += call.totalAmount
        }
        try csv.finish()
        return total
    }

    private static func time(_ date: Date) -> String { date.formatted(.iso8601) }
}
