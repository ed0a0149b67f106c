import CallsignRuntime
package import Foundation
package import HTTPTypes

/// In what a request differs from a recorded one. The order of a query's names, the order of a JSON object's keys, the
/// spelling of numbers and headers that aren't recorded don't matter.
package struct RequestDifference {
    /// The parts of a request, those that say most about which one is meant first.
    private enum Part: Int, CaseIterable {
        case path, method, origin, query, headers, body
    }

    package private(set) var lines: [String] = []
    /// How many changes each part takes.
    private var changes = Part.allCases.map { _ in 0 }

    package var isEmpty: Bool { lines.isEmpty }

    /// - Parameter comparesHost: whether the host counts where the recording names it.
    package init(recorded: RecordedRequest, sent: HTTPRequest, body: Data?, comparesHost: Bool = true) {
        compare(.method, "method", [recorded.method.rawValue], [sent.method.rawValue])
        let recordedTarget = RequestTarget(recorded.target)
        let sentTarget = RequestTarget(sent)
        if comparesHost, let origin = recordedTarget.origin {
            compare(.origin, "origin", [origin], [sentTarget.origin ?? ""])
        }
        compare(.path, "path", [recordedTarget.pathText], [sentTarget.pathText])
        changes[Part.path.rawValue] = changeCount(sentTarget.path.difference(from: recordedTarget.path))
        let sentQuery = RedactedValues.hidden(in: sentTarget.query, as: recordedTarget.query)
        compare(.query, "query", recordedTarget.query.map(\.text), sentQuery.map(\.text))
        compareHeaders(recorded.headers, sent, comparesHost: comparesHost)
        let recordedBody = BodyForm(recorded.body, headers: recorded.headers)
        let sentBody = RedactedValues.hidden(in: BodyForm(body, headers: sent.headerFields), as: recordedBody)
        if recordedBody != sentBody { compare(.body, "body", recordedBody.lines, sentBody.lines, always: true) }
    }

    /// Whether this request is more likely the one that was meant. A path in common says more than a method, and that
    /// more than a body.
    package func isNearer(than other: RequestDifference) -> Bool { changes.lexicographicallyPrecedes(other.changes) }

    /// Only headers that were recorded count. The value of one that was redacted only has to be there.
    private mutating func compareHeaders(_ recorded: HTTPFields, _ sent: HTTPRequest, comparesHost: Bool) {
        var names: Set<HTTPField.Name> = []
        for name in recorded.map(\.name) where names.insert(name).inserted {
            if !comparesHost, name.canonicalName == "host" { continue }
            let expected = recorded[values: name]
            var found = sent.headerFields[values: name]
            if found.isEmpty, name.canonicalName == "host", let authority = sent.authority { found = [authority] }
            if expected == [Redaction.mark], !found.isEmpty { continue }
            compare(.headers, "header \(name.rawName)", expected, found)
        }
    }

    private mutating func compare(
        _ part: Part, _ name: String, _ recorded: [String], _ sent: [String], always: Bool = false
    ) {
        guard always || recorded != sent else { return }
        lines.append("  \(name)")
        let difference = sent.difference(from: recorded)
        changes[part.rawValue] += max(changeCount(difference), 1)
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

    /// What stands in another's place is one change.
    private func changeCount(_ difference: CollectionDifference<String>) -> Int {
        max(difference.insertions.count, difference.removals.count)
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
