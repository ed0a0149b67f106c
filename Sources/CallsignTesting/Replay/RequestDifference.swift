import Foundation
import HTTPTypes

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
    init(recorded: RecordedRequest, sent: SentRequest, comparesHost: Bool = true) {
        self.init(headOf: recorded, sent: sent, comparesHost: comparesHost)
        compareBodies(recorded, sent)
    }

    /// The difference of all but the bodies, which ``compareBodies(_:_:)`` adds.
    init(headOf recorded: RecordedRequest, sent: SentRequest, comparesHost: Bool) {
        compare(.method, "method", [recorded.method.rawValue], [sent.head.method.rawValue])
        let recordedTarget = RequestTarget(recorded.target)
        if comparesHost, let origin = recordedTarget.origin {
            compare(.origin, "origin", [origin], [sent.target.origin ?? ""])
        }
        compare(.path, "path", [recordedTarget.pathText], [sent.target.pathText])
        changes[Part.path.rawValue] =
            LineDifference(recorded: recordedTarget.path, sent: sent.target.path).changeCount
        let sentQuery = RedactedValues.hidden(in: sent.target.query, as: recordedTarget.query)
        compare(.query, "query", recordedTarget.query.map(\.text), sentQuery.map(\.text))
        compareHeaders(recorded.headers, sent.head, comparesHost: comparesHost)
    }

    mutating func compareBodies(_ recorded: RecordedRequest, _ sent: SentRequest) {
        let recordedBody = BodyForm(recorded.body, headers: recorded.headers)
        let sentBody = RedactedValues.hidden(in: sent.body, as: recordedBody)
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
            var expected = recorded[values: name]
            var found = sent.headerFields[values: name]
            // Cookies may stand in one field or in several.
            if name == .cookie {
                expected = expected.flatMap { $0.components(separatedBy: "; ") }
                found = found.flatMap { $0.components(separatedBy: "; ") }
            }
            if found.isEmpty, name.canonicalName == "host", let authority = sent.authority { found = [authority] }
            if expected == [Redaction.mark], !found.isEmpty { continue }
            // Boundaries say nothing: the parts are compared.
            if name == .contentType, MultipartText.boundary(in: recorded) != nil,
                MultipartText.boundary(in: sent.headerFields) != nil
            {
                expected = expected.map(Self.withoutParameters)
                found = found.map(Self.withoutParameters)
            }
            compare(.headers, "header \(name.rawName)", expected, found)
        }
    }

    private static func withoutParameters(_ contentType: String) -> String {
        String(contentType.prefix { $0 != ";" }).lowercased()
    }

    private mutating func compare(
        _ part: Part, _ name: String, _ recorded: [String], _ sent: [String], always: Bool = false
    ) {
        guard always || recorded != sent else { return }
        let difference = LineDifference(recorded: recorded, sent: sent)
        changes[part.rawValue] += max(difference.changeCount, 1)
        lines.append("  \(name)")
        lines += difference.lines.map { "    \($0)" }
        if difference.changeCount == 0 { lines.append("    (the bytes differ, the lines don't)") }
    }
}
