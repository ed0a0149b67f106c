/// The versions of OpenAPI that are read. A patch number changes nothing.
enum SpecificationVersion: Comparable {
    case v30, v31, v32

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

    var name: String {
        switch self {
        case .v30: "OpenAPI 3.0"
        case .v31: "OpenAPI 3.1"
        case .v32: "OpenAPI 3.2"
        }
    }
}
