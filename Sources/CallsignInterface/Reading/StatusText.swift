import CallsignPlan

/// Statuses as a description writes them.
enum StatusText {
    static func text(_ status: ErrorPlan.Status) -> String {
        switch status {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "default"
        }
    }
}
