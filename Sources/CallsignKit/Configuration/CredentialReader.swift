import CallsignDiagnostics
import CallsignPlan
import CallsignYAML

/// Reads what is given to a client once: parameters that stand in many operations, and credentials.
struct CredentialReader {
    let sink: DiagnosticSink

    func parameter(_ entry: Mapping.Entry) -> PlanSettings.ClientParameterRule? {
        let what = "the parameter \(Quotation(entry.key))"
        guard var reader = MappingReader(entry.value, what, sink: sink) else { return nil }
        var rule = PlanSettings.ClientParameterRule(wireName: entry.key)
        rule.mark = entry.keyMark
        rule.swiftName = SwiftNameReader(sink: sink).name("name", of: &reader)
        rule.description = reader.string("description")
        rule.environmentVariable = variable("environment", of: &reader)
        rule.isUserName = reader.bool("username") ?? false
        reader.finish()
        return rule
    }

    func scheme(_ entry: Mapping.Entry) -> PlanSettings.AuthenticationRule? {
        let what = "the security scheme \(Quotation(entry.key))"
        guard var reader = MappingReader(entry.value, what, sink: sink) else { return nil }
        let names = SwiftNameReader(sink: sink)
        var rule = PlanSettings.AuthenticationRule(scheme: entry.key)
        rule.mark = entry.keyMark
        rule.userName = names.name("username", of: &reader)
        rule.password = names.name("password", of: &reader)
        rule.token = names.name("token", of: &reader)
        if let node = reader.node("environment"),
            var variables = MappingReader(node, "'environment' of \(what)", sink: sink)
        {
            rule.userNameVariable = variable("username", of: &variables)
            rule.passwordVariable = variable("password", of: &variables)
            rule.tokenVariable = variable("token", of: &variables)
            variables.finish()
        }
        reader.finish()
        return rule
    }

    /// The name of an environment variable, of the characters that every shell can export.
    private func variable(_ key: String, of reader: inout MappingReader) -> String? {
        guard let text = reader.string(key) else { return nil }
        let isName =
            !text.isEmpty
            && text.utf8.enumerated().allSatisfy { position, byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
                    true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): position > 0
                default: false
                }
            }
        if isName { return text }
        sink.error(
            "invalid-environment-variable", "\(Quotation(text)) is no name of an environment variable",
            at: reader.mapping[key]?.mark, remedy: "use letters, digits and underscores, not beginning with a digit")
        return nil
    }
}
