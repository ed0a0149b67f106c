/// An absolute `http` or `https` URL, taken apart as a request needs it. Its text is always a valid URL.
struct RequestURL: Sendable, Hashable {
    /// `https` or `http`.
    private(set) var scheme: String
    /// Host and port as written, the host in lower case.
    private(set) var authority: String
    /// Path and query; begins with a slash.
    private(set) var path: String

    /// - Returns: `nil` for what isn't such a URL, has no host, or carries a user name or a password.
    init?(_ text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { return nil }
        let rest = text[colon.upperBound...]
        let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
        guard RequestURL.isAuthority(rest[..<end]) else { return nil }
        self.scheme = scheme
        authority = rest[..<end].lowercased()
        path = RequestURL.normalised(rest[end...])
    }

    var text: String { "\(scheme)://\(authority)\(path)" }

    /// Host, without the port.
    var host: String { RequestURL.split(authority).host }

    /// What credentials belong to: scheme, host and port, the port always named.
    var origin: String {
        let parts = RequestURL.split(authority)
        return "\(scheme)://\(parts.host):\(parts.port ?? (scheme == "https" ? 443 : 80))"
    }

    /// Whether the host is this machine, so that nothing goes over a network.
    var isLoopback: Bool {
        let host = host
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Adds `name=value` pairs, encoded already, to the query.
    mutating func appendQuery(_ query: String) {
        guard !query.isEmpty else { return }
        if !path.contains("?") {
            path += "?" + query
        } else {
            path += (path.hasSuffix("?") || path.hasSuffix("&") ? "" : "&") + query
        }
    }

    /// Adds a path, which may bring a query, to the end of this one, a slash between them.
    mutating func appendPath(_ addition: String) {
        guard !addition.isEmpty else { return }
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var base = parts.first.map(String.init) ?? "/"
        while base.hasSuffix("/") { base.removeLast() }
        path = base + (addition.hasPrefix("/") || addition.hasPrefix("?") ? "" : "/") + addition
        if path.hasPrefix("?") { path = "/" + path }
        if parts.count == 2 { appendQuery(String(parts[1])) }
    }

    /// A reference taken relative to this URL (RFC 3986, section 5): absolute, or a path, or a query alone.
    func resolving(_ reference: String) -> RequestURL? {
        if reference.hasPrefix("//") { return RequestURL("\(scheme):\(reference)") }
        let beforePath = reference.prefix { !"/?#".contains($0) }
        if beforePath.contains(":") { return RequestURL(reference) }
        var url = self
        if reference.hasPrefix("/") {
            url.path = RequestURL.normalised(reference[...])
        } else if reference.hasPrefix("?") {
            url.path = RequestURL.normalised(path.prefix { $0 != "?" } + reference)
        } else if reference.isEmpty || reference.hasPrefix("#") {
            return url
        } else {
            let folder = path.prefix { $0 != "?" }
            let slash = folder.lastIndex(of: "/").map { folder[...$0] } ?? "/"
            url.path = RequestURL.normalised(slash + reference)
        }
        return url
    }

    /// Path and query without a fragment, with a leading slash, without dot segments, in legal characters.
    private static func normalised(_ text: some StringProtocol) -> String {
        let text = PercentEncoding.repair(text.prefix { $0 != "#" })
        let path = text.prefix { $0 != "?" }
        let query = text[path.endIndex...]
        var segments: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(path.hasPrefix("/") ? 1 : 0)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part.replacingDots() {
            case ".": if isLast { segments.append("") }
            case "..":
                _ = segments.popLast()
                if isLast { segments.append("") }
            default: segments.append(part)
            }
        }
        return "/" + segments.joined(separator: "/") + query
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        let parts = split(String(text))
        guard !parts.host.isEmpty, parts.isPortValid else { return false }
        if parts.host.hasPrefix("[") {
            return parts.host.hasSuffix("]")
                && parts.host.dropFirst().dropLast().utf8.allSatisfy {
                    PercentEncoding.isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E
                }
        }
        return parts.host.utf8.allSatisfy { PercentEncoding.isUnreserved($0) }
    }

    private static func split(_ authority: String) -> (host: String, port: Int?, isPortValid: Bool) {
        let bracket = authority.lastIndex(of: "]") ?? authority.startIndex
        guard let colon = authority[bracket...].firstIndex(of: ":") else { return (authority, nil, true) }
        let text = authority[authority.index(after: colon)...]
        if text.isEmpty { return (String(authority[..<colon]), nil, true) }
        let port = UInt16(text).map(Int.init)
        return (String(authority[..<colon]), port, port != nil && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 })
    }
}

extension Substring {
    /// The segment with encoded dots as dots: `%2e%2E` climbs as `..` does.
    fileprivate func replacingDots() -> String {
        utf8.count > 6 ? "" : lowercased().replacing("%2e", with: ".")
    }
}
