/// One problem of the input: what is wrong, where, and what to do about it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable, Comparable {
        case error, warning, note

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    }

    /// A second place that belongs to the problem, such as the first of two duplicates.
    package struct Note: Hashable, Sendable {
        package var message: String
        package var mark: SourceMark?

        package init(_ message: String, at mark: SourceMark?) {
            self.message = message
            self.mark = mark
        }
    }

    package var severity: Severity
    /// A stable identifier of the kind of problem, such as `yaml-duplicate-key`, for tools and for tests.
    package var code: String
    /// What is wrong and what was expected, as one sentence without a full stop.
    package var message: String
    /// What to do about it, where that isn't plain from the message.
    package var remedy: String?
    package var mark: SourceMark?
    package var notes: [Note]

    package init(
        _ severity: Severity, _ code: String, _ message: String, at mark: SourceMark?, remedy: String? = nil,
        notes: [Note] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.remedy = remedy
        self.mark = mark
        self.notes = notes
    }
}
