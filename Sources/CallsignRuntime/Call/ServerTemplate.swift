/// Addresses of servers whose parts vary (OpenAPI 3.1.1, section 4.8.6).
public enum ServerTemplate {
    /// The address with values in the place of its variables.
    ///
    /// A value never changes where another part of the address begins: in a host it can't end the host, in a path it
    /// can't begin a query. Only a variable that the address begins with may be anything, such as `https`.
    public static func url(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
        var url = ""
        var rest = template[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            url += rest[..<start]
            let name = rest[rest.index(after: start)..<end]
            if let value = values.first(where: { $0.key == name })?.value {
                url += url.isEmpty ? value : encoded(value, isInPath: isInPath(url))
            } else {
                // A parameter of the client's may have the value.
                url += rest[start...end]
            }
            rest = rest[rest.index(after: end)...]
        }
        url += rest
        while url.hasSuffix("/") { url.removeLast() }
        return url
    }

    private static func isInPath(_ url: String) -> Bool {
        guard let scheme = url.firstRange(of: "://") else { return url.hasPrefix("/") }
        return url[scheme.upperBound...].contains("/")
    }

    private static func encoded(_ value: String, isInPath: Bool) -> String {
        value.split(separator: isInPath ? "/" : ":", omittingEmptySubsequences: false)
            .map { PercentEncoding.unreserved.encode(String($0)) }.joined(separator: isInPath ? "/" : ":")
    }
}
