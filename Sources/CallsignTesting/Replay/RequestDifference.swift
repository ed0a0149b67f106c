import CallsignRuntime
import Foundation
import HTTPTypes

/// In what a request differs from a recorded one. The order of a query's names, the order of a JSON object's keys, the
/// spelling of numbers and headers that aren't recorded don't matter.
struct RequestDifference {
    private(set) var lines: [String] = []

    var isEmpty: Bool { lines.isEmpty }

    init(recorded: RecordedRequest, sent: HTTPRequest, body: Data?) {
        compare("method", [recorded.method.rawValue], [sent.method.rawValue])
        let recordedTarget = RequestTarget(recorded.target)
        let sentTarget = RequestTarget(sent)
        if let origin = recordedTarget.origin { compare("origin", [origin], [sentTarget.origin ?? ""]) }
        compare("path", [recordedTarget.pathText], [sentTarget.pathText])
        let sentQuery = RedactedValues.hidden(in: sentTarget.query, as: recordedTarget.query)
        compare("query", recordedTarget.query.map(\.text), sentQuery.map(\.text))
        compareHeaders(recorded.headers, sent)
        let recordedBody = BodyForm(recorded.body, headers: recorded.headers)
        let sentBody = RedactedValues.hidden(in: BodyForm(body, headers: sent.headerFields), as: recordedBody)
        if recordedBody != sentBody { compare("body", recordedBody.lines, sentBody.lines, always: true) }
    }

    /// Only headers that were recorded count. The value of one that was redacted only has to be there.
    private mutating func compareHeaders(_ recorded: HTTPFields, _ sent: HTTPRequest) {
        var names: Set<HTTPField.Name> = []
        for name in recorded.map(\.name) where names.insert(name).inserted {
            let expected = recorded[values: name]
            var found = sent.headerFields[values: name]
            if found.isEmpty, name.canonicalName == "host", let authority = sent.authority { found = [authority] }
            if expected == [Redaction.mark], !found.isEmpty { continue }
            compare("header \(name.rawName)", expected, found)
        }
    }

    private mutating func compare(_ part: String, _ recorded: [String], _ sent: [String], always: Bool = false) {
        guard always || recorded != sent else { return }
        lines.append("  \(part)")
        let difference = sent.difference(from: recorded)
        let removed = offsets(difference.removals)
        let added = offsets(difference.insertions)
        var position = 0
        for (index, line) in recorded.enumerated() {
            if removed.contains(index) {
                lines.append("    - \(line)")
                continue
            }
            position = append(added, of: sent, from: position)
            lines.append("      \(line)")
            position += 1
        }
        _ = append(added, of: sent, from: position)
        if recorded == sent { lines.append("    (the bytes differ, the lines don't)") }
    }

    private func offsets(_ changes: [CollectionDifference<String>.Change]) -> Set<Int> {
        Set(
            changes.map { change in
                switch change {
                case .insert(let offset, _, _), .remove(let offset, _, _): offset
                }
            })
    }

    /// Appends the lines that were only sent, up to the next that is in both.
    private mutating func append(_ added: Set<Int>, of sent: [String], from position: Int) -> Int {
        var position = position
        while added.contains(position) {
            lines.append("    + \(sent[position])")
            position += 1
        }
        return position
    }
}
