import Testing

@testable import CallsignRuntime

/// Addresses whose parts vary.
@Suite struct ServerTemplateTests {
    @Test(
        "values stay in their part of the address",
        arguments: [
            ("https://{a}.example.com/v1/", "eu", "https://eu.example.com/v1"),
            ("https://api.example.com:{a}/v1", "8443", "https://api.example.com:8443/v1"),
            ("https://api.example.com/{a}", "v1/beta", "https://api.example.com/v1/beta"),
            ("{a}://api.example.com", "http", "http://api.example.com"),
            ("{a}/v1", "https://proxy.example.com/api", "https://proxy.example.com/api/v1"),
            ("https://{a}", "127.0.0.1:8080", "https://127.0.0.1:8080"),
            ("https://{a}.example.com", "evil.com/", "https://evil.com%2F.example.com"),
            ("https://{a}.example.com", "evil.com#", "https://evil.com%23.example.com"),
            ("https://{a}.example.com", "evil.com?", "https://evil.com%3F.example.com"),
            ("https://{a}.example.com", "evil.com\\", "https://evil.com%5C.example.com"),
            ("https://{a}.example.com", "me@evil.com", "https://me%40evil.com.example.com"),
            ("https://api.example.com/{a}/v1", "x?y=#z", "https://api.example.com/x%3Fy%3D%23z/v1"),
            ("https://{b}.example.com/{a}", "x", "https://{b}.example.com/x"),
            ("https://example.com/{a", "x", "https://example.com/{a"),
        ])
    func url(_ template: String, _ value: String, _ expected: String) {
        #expect(ServerTemplate.url(template, ["a": value]) == expected)
    }

    @Test(
        "no value leads to another host",
        arguments: ["evil.com/", "evil.com#", "evil.com?", "evil.com\\", "me@evil.com", "evil.com:443", ""])
    func hosts(_ value: String) {
        let url = RequestURL(ServerTemplate.url("https://{a}.example.com", ["a": value]))
        #expect(url?.host.hasSuffix(".example.com") ?? true)
    }
}
