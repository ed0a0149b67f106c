import CallsignYAML

/// The versions of OpenAPI that are read, of which the first was called Swagger. A patch number changes nothing.
enum SpecificationVersion: Comparable {
    case v20, v30, v31, v32

    /// - Parameter text: the value of `openapi`, such as `3.0.3`.
    init?(_ text: String) {
        switch text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).prefix(2).map({
            String($0)
        }) {
        case ["3", "0"]: self = .v30
        case ["3", "1"]: self = .v31
        case ["3", "2"]: self = .v32
        default: return nil
        }
    }

    /// The version that the root of a description says; nothing where it says none, or one that isn't read.
    init?(of root: Node) {
        if let text = root["openapi"]?.scalar?.text {
            self.init(text)
        } else if let text = root["swagger"]?.scalar?.text, text == "2.0" || text == "2" {
            self = .v20
        } else {
            return nil
        }
    }

    var name: String {
        switch self {
        case .v20: "Swagger 2.0"
        case .v30: "OpenAPI 3.0"
        case .v31: "OpenAPI 3.1"
        case .v32: "OpenAPI 3.2"
        }
    }

    /// What to do about something that came with a later version.
    func remedy(for since: SpecificationVersion) -> String {
        if self == .v20 { return "describe the API in OpenAPI 3" }
        return "say 'openapi: \(since == .v32 ? "3.2.0" : "3.1.1")' where the description begins"
    }
}
