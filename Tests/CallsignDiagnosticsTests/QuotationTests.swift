import CallsignDiagnostics
import Testing

@Suite("Quoting the input in messages")
struct QuotationTests {
    @Test(
        "keeps one line, and cuts what is long",
        arguments: [
            ("a", "'a'"), ("", "''"), ("a\nb", "'a…'"), ("12345", "'12345'"), ("123456", "'12345…'"),
            ("éé😀😀éé", "'éé😀😀é…'"),
        ])
    func quotes(text: String, expected: String) {
        #expect("\(Quotation(text, limit: 5))" == expected)
    }
}
