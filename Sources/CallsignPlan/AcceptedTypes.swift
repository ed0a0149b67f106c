extension ResponsePlan {
    /// What the request has to accept, where the usual doesn't say it: all that a status may have.
    package var accept: String? {
        switch self {
        case .none: return nil
        case .value(let value): return value.accept
        case .byStatus(_, let cases):
            let values = cases.compactMap(\.value)
            if values.allSatisfy({ $0.accept == nil }) { return nil }
            var types: [String] = []
            for value in values {
                let type = value.accept?.split(separator: ",").first.map(String.init) ?? value.format.usualType
                if !types.contains(type) { types.append(type) }
            }
            return types.filter { $0 != "*/*" }.joined(separator: ", ") + ", */*;q=0.5"
        }
    }
}

extension ResponseValuePlan.Format {
    /// The content type that is meant where none is named.
    fileprivate var usualType: String {
        switch self {
        case .json: "application/json"
        case .text: "text/plain"
        case .binary, .stream: "*/*"
        case .events: "text/event-stream"
        case .lines: "application/x-ndjson"
        case .records: "application/json-seq"
        }
    }
}
