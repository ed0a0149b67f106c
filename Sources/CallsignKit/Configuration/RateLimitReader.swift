import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads how many requests an API takes within a time.
struct RateLimitReader {
    let sink: DiagnosticSink

    func limit(_ node: Node) -> RateLimitPlan? {
        guard var reader = MappingReader(node, "'rate-limit'", sink: sink) else { return nil }
        let requests = count("requests", of: &reader)
        let seconds = count("seconds", of: &reader)
        reader.finish()
        guard let requests, let seconds else { return nil }
        return RateLimitPlan(requests: requests, seconds: seconds)
    }

    private func count(_ key: String, of reader: inout MappingReader) -> Int? {
        let bounds = 1...1_000_000
        // Asked for in any case, so that it is one of the keys that messages name.
        let value = reader.integer(key)
        guard reader.mapping[key] != nil else {
            sink.error(
                "missing-key", "'rate-limit' needs '\(key)'", at: reader.mapping.entries.first?.keyMark,
                remedy: "say how many 'requests' are taken within how many 'seconds'")
            return nil
        }
        guard let value else { return nil }
        if bounds.contains(value) { return value }
        sink.error(
            "invalid-count", "expected 1 to \(bounds.upperBound) for '\(key)', found \(value)",
            at: reader.mapping[key]?.mark)
        return nil
    }
}
