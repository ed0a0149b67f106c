import CallsignPlan

/// Words for statuses, from HTTP's registry (RFC 9110, section 15, and the registry of status codes).
enum StatusNames {
    static func success(_ status: ErrorPlan.Status) -> String {
        switch status {
        case .code(200): "ok"
        case .code(201): "created"
        case .code(202): "accepted"
        case .code(203): "non_authoritative"
        case .code(204): "no_content"
        case .code(205): "reset_content"
        case .code(206): "partial_content"
        case .code(207): "multi_status"
        case .code(let code): "status_\(code)"
        case .range(let range): "status_\(range)xx"
        case .default: "other"
        }
    }

    static func failure(_ status: ErrorPlan.Status) -> String {
        switch status {
        case .code(let code): failures[code] ?? "status_\(code)"
        case .range(3): "redirected"
        case .range(4): "client_error"
        case .range(5): "server_error"
        case .range(let range): "status_\(range)xx"
        case .default: "failed"
        }
    }

    private static let failures: [Int: String] = [
        300: "multiple_choices", 301: "moved_permanently", 302: "found", 303: "see_other", 304: "not_modified",
        307: "temporary_redirect", 308: "permanent_redirect",
        400: "bad_request", 401: "unauthorized", 402: "payment_required", 403: "forbidden", 404: "not_found",
        405: "method_not_allowed", 406: "not_acceptable", 407: "proxy_authentication_required",
        408: "request_timeout", 409: "conflict", 410: "gone", 411: "length_required", 412: "precondition_failed",
        413: "content_too_large", 414: "uri_too_long", 415: "unsupported_media_type", 416: "range_not_satisfiable",
        417: "expectation_failed", 418: "teapot", 421: "misdirected_request", 422: "unprocessable_content",
        423: "locked", 424: "failed_dependency", 425: "too_early", 426: "upgrade_required",
        428: "precondition_required", 429: "rate_limited", 431: "header_fields_too_large",
        451: "unavailable_for_legal_reasons",
        500: "internal_server_error", 501: "not_implemented", 502: "bad_gateway", 503: "service_unavailable",
        504: "gateway_timeout", 505: "http_version_not_supported", 507: "insufficient_storage",
        508: "loop_detected", 511: "network_authentication_required",
    ]
}
