import CallsignRuntime

/// Hides what a recording hides, so that a request which is replayed may hold any secret in its place.
enum RedactedValues {
    static func hidden(in sent: BodyForm, as recorded: BodyForm) -> BodyForm {
        switch (sent, recorded) {
        case (.json(let sent), .json(let recorded)): .json(hidden(in: sent, as: recorded))
        case (.form(let sent), .form(let recorded)): .form(hidden(in: sent, as: recorded))
        default: sent
        }
    }

    static func hidden(
        in sent: [RequestTarget.QueryPair], as recorded: [RequestTarget.QueryPair]
    ) -> [RequestTarget.QueryPair] {
        let names = Set(recorded.filter { $0.value == Redaction.mark }.map(\.name))
        return sent.map { pair in
            names.contains(pair.name) ? RequestTarget.QueryPair(name: pair.name, value: Redaction.mark) : pair
        }
    }

    private static func hidden(in sent: JSONValue, as recorded: JSONValue) -> JSONValue {
        switch (sent, recorded) {
        case (_, .string(Redaction.mark)):
            return recorded
        case (.object(let sent), .object(let recorded)):
            return .object(
                Dictionary(
                    uniqueKeysWithValues: sent.map { key, value in
                        (key, recorded[key].map { hidden(in: value, as: $0) } ?? value)
                    }))
        case (.array(let sent), .array(let recorded)):
            return .array(
                sent.enumerated().map { index, value in
                    recorded.indices.contains(index) ? hidden(in: value, as: recorded[index]) : value
                })
        default:
            return sent
        }
    }
}
