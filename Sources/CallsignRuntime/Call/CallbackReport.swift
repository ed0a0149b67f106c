import Foundation

/// The body that is posted back for an asynchronous request, taken for the response that it stands for.
enum CallbackReport {
    static func response(_ operation: String, _ body: Data, _ rules: ErrorRules) -> RawResponse {
        return RawResponse(
            operation: operation, status: 0, headers: HTTPFields(), rawBody: json(body), earlierAttempts: [],
            rules: rules)
    }

    /// APIs report as JSON or as a form; a form becomes an object of texts.
    static func json(_ body: Data) -> Data {
        guard let first = body.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{"), first != UInt8(ascii: "[")
        else { return body }
        return (try? JSONText.encode(FormBody.decode(body))) ?? body
    }

    /// Whether one of the API's places for errors holds something. Places for messages don't count: successes have
    /// messages too.
    static func isFailure(_ report: RawResponse) -> Bool {
        guard let body = try? JSONText.decode(JSONValue.self, from: report.rawBody) else { return false }
        return report.rules.message.contains { pointer in
            guard pointer.lowercased().contains("error"), let value = body[pointer: pointer] else { return false }
            switch value {
            case .null, .bool(false), .string(""), .array([]): return false
            default: return true
            }
        }
    }
}
