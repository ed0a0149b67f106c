import CallsignDiagnostics
import CallsignKit
import CallsignPlan
import Foundation
import Testing

@Suite("Webhooks in the configuration")
struct WebhookRulesTests {
    private func read(_ text: String) throws -> (PlanSettings.WebhookRules, [String]) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/callsign.yaml"
        try Data(("description: api.yaml\n" + text).utf8).write(to: URL(fileURLWithPath: path))
        let sink = DiagnosticSink()
        let configuration = try ConfigurationReader(sink: sink).read(path)
        return (configuration.plan.webhooks, sink.sorted.map(\.message))
    }

    @Test("say how requests are signed")
    func signatures() throws {
        let (rules, problems) = try read(
            """
            webhooks:
              name: SampleEvents
              signatures:
                strong:
                  headers: [X-Signature, X-Main-Signature]
                  separator: ','
                  methods: [get, POST]
                  text: '{url.base}{parameters}.{header X-Nonce}'
                weak:
                  headers: [X-Old]
                  prefix: sha1=
                  algorithm: hmac-sha1
                  encoding: hexadecimal
                  text: '{url}{form}{body}'
            """)
        #expect(problems == [])
        #expect(rules.name == "SampleEvents")
        var strong = WebhookSignaturePlan(
            name: "strong", headers: ["X-Signature", "X-Main-Signature"],
            text: [.urlBase, .parameters, .literal("."), .header("X-Nonce")])
        strong.separator = ","
        strong.methods = ["GET", "POST"]
        var weak = WebhookSignaturePlan(name: "weak", headers: ["X-Old"], text: [.url, .form, .body])
        weak.prefix = "sha1="
        weak.algorithm = .hmacSHA1
        weak.encoding = .hexadecimal
        #expect(rules.signatures == [strong, weak])
    }

    @Test(
        "are told what is wrong with them",
        arguments: [
            ("{text: '{body}'}", "'headers'"),
            ("{headers: [X-A]}", "'text'"),
            ("{headers: ['X A'], text: '{body}'}", "is no name of a header"),
            ("{headers: [X-A], text: '{bdy}'}", "unknown part"),
            ("{headers: [X-A], text: '{header X A}'}", "unknown part"),
            ("{headers: [X-A], text: '{body'}", "never closed"),
            ("{headers: [X-A], text: '{body}', separator: ab}", "is one character"),
            ("{headers: [X-A], text: '{body}', algorithm: md5}", "is not allowed for"),
            ("{headers: [X-A], text: '{body}', header: X-B}", "header"),
        ])
    func problems(_ scheme: String, _ message: String) throws {
        let (_, problems) = try read("webhooks: {signatures: {a: \(scheme)}}")
        #expect(problems.count == 1)
        #expect(problems.first?.contains(message) == true)
    }
}
