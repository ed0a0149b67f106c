package import Foundation
package import HTTPTypes

/// Recordings as what an API answers to requests that come in any order and any number of times.
///
/// Exchanges with the same request answer in turn, in the order of their recordings' names and within each as recorded;
/// the last of them answers from then on. The host doesn't count: it is another one than the recorded.
package struct RecordedAnswers: Sendable {
    package enum Answer: Sendable {
        /// - number: counts from 1 within its recording.
        case exchange(recording: String, number: Int, outcome: RecordedOutcome)
        /// - difference: what would have been answered, and how the request differs from the nearest of that.
        case nothing(difference: String)
    }

    private struct Entry: Sendable {
        var recording: String
        var number: Int
        var count: Int
        var exchange: RecordedExchange
        var path: [String]
        var isUsed = false
    }

    private var entries: [Entry] = []

    /// - Parameter recordings: by their names.
    package init(_ recordings: [String: HTTPRecording]) {
        for (name, recording) in recordings.sorted(by: { $0.key < $1.key }) {
            for (index, exchange) in recording.exchanges.enumerated() {
                entries.append(
                    Entry(
                        recording: name, number: index + 1, count: recording.exchanges.count, exchange: exchange,
                        path: RequestTarget(exchange.request.target).path))
            }
        }
    }

    package mutating func answer(_ request: HTTPRequest, body: Data?) -> Answer {
        let sent = SentRequest(request, body: body)
        let fitting = entries.indices.filter { index in
            // Whole requests are compared only where that can come out well.
            entries[index].path == sent.target.path
                && RequestDifference(recorded: entries[index].exchange.request, sent: sent, comparesHost: false).isEmpty
        }
        guard let index = fitting.first(where: { !entries[$0].isUsed }) ?? fitting.last else {
            return .nothing(difference: difference(of: sent))
        }
        entries[index].isUsed = true
        let entry = entries[index]
        return .exchange(recording: entry.recording, number: entry.number, outcome: entry.exchange.outcome)
    }

    private func difference(of sent: SentRequest) -> String {
        let line = "nothing is recorded for \(sent.line)"
        let nearest = NearestExchange(to: sent, in: entries.map(\.exchange), comparesHost: false)
        guard let nearest else { return line }
        let entry = entries[nearest.index]
        let recorded = entry.exchange.request
        let place = "\(entry.recording), exchange \(entry.number) of \(entry.count)"
        return
            (["\(line); \(place), \(recorded.method) \(recorded.target), comes nearest, recorded (-) and sent (+):"]
            + nearest.difference.lines).joined(separator: "\n")
    }
}
