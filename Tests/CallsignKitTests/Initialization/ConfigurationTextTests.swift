import CallsignDiagnostics
import CallsignYAML
import Testing

@testable import CallsignKit

/// What a configuration that is written for somebody is made of.
@Suite struct ConfigurationTextTests {
    /// Whatever text a description has, it is read back as that text.
    @Test(arguments: [
        "", " ", "word", "two words", "true", "Null", "yes", "~", "-", "- a", "a: b", "a:b", "# a", "a #b", "'", "\"",
        "\\", "[a]", "{a}", "a, b", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "?", "1", "1.0", "0x1F", ".inf", ".",
        "..", "../a", "./a", ".a", "/a/b", "a-b_c.d", "é", "日本", "a\nb", "a\tb", "\u{85}", "\u{2028}", "\u{FEFF}a",
        "\u{7}", "---", "...", "=", "<<",
    ])
    func writesTextsAsScalars(text: String) {
        let scalar = YAMLText.scalar(text)
        for document in ["key: \(scalar)\n", "key: [\(scalar)]\n", "\(scalar): key\n"] {
            let sink = DiagnosticSink()
            let root = YAMLReader.read(name: "a.yaml", bytes: Array(document.utf8), sink: sink).node
            let found =
                root?["key"]?.string ?? root?["key"]?.sequence?.first?.string ?? root?.mapping?.entries.first?.key
            #expect(found == text, "\(document)")
            #expect(sink.diagnostics.isEmpty, "\(document)")
        }
    }

    @Test(arguments: [
        ("/a/b/c.yaml", "/a/b", "c.yaml"), ("/a/b/c.yaml", "/a/d", "../b/c.yaml"), ("/a", "/a", "."),
        ("/a/b", "/a/b/c/d", "../.."), ("/x", "/a/b", "../../x"), ("/a//./b/../c", "/a", "c"),
    ])
    func saysPathsFromAFolder(path: String, folder: String, expected: String) {
        #expect(RelativePath.path(path, from: folder) == expected)
    }

    @Test(arguments: [
        ("Zoo API", "token", "ZOO_TOKEN"), ("Twilio - Accounts", "AccountSid", "TWILIO_ACCOUNTS_ACCOUNT_SID"),
        ("2 Fast", "x", "API_2_FAST_X"), ("日本", "api_key", "API_API_KEY"),
        ("The Book Shop REST API", "a-b", "BOOK_SHOP_A_B"),
    ])
    func namesEnvironmentVariables(title: String, name: String, expected: String) {
        #expect(ConfigurationDetector.variable(title, name) == expected)
    }
}
