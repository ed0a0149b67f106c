import CallsignOpenAPI
import CallsignPlan

/// Finds where errors say what went wrong.
struct ErrorFieldsDetector {
    let plan: ClientPlan
    let document: ResolvedDocument

    var fields: ConfigurationDraft.ErrorFields {
        var counts: [String: Int] = [:]
        var messages: [String] = []
        var requests: [String] = []
        for body in plan.errors.flatMap(\.cases).map(\.body) {
            let fields = ResponseFields(body, of: plan)
            for field in fields.matching(Self.messages, where: fields.isText) {
                if counts[field.pointer] == nil { messages.append(field.pointer) }
                counts[field.pointer, default: 0] += 1
            }
            for field in fields.matching(Self.requests, where: fields.isText)
            where !requests.contains(field.pointer) {
                requests.append(field.pointer)
            }
        }
        let ranked = messages.enumerated().sorted {
            (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
        }
        return ConfigurationDraft.ErrorFields(
            message: Array(ranked.map(\.element).prefix(5)), requestID: Array(requests.prefix(3)),
            requestIDHeader: requestIDHeader)
    }

    /// A response header that names the request.
    private var requestIDHeader: String? {
        let names = document.operations.lazy.flatMap(\.responses).flatMap(\.headers).map(\.name)
        return names.first { Self.headers.contains($0.lowercased()) }
    }

    private static let messages: Set<String> = [
        "message", "errormessage", "error", "detail", "title", "errordescription", "errordetail", "reason",
        "description", "msg",
    ]
    private static let requests: Set<String> = ["requestid", "errorrequestid", "traceid", "apiid", "correlationid"]
    private static let headers: Set<String> = [
        "x-request-id", "request-id", "x-correlation-id", "x-trace-id", "openai-request-id",
    ]
}
