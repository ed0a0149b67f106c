import Testing

@testable import CallsignPlan

@Suite("Plain names take a short way to the same end")
struct PlainWordsTests {
    private static let names = [
        "id", "from_number", "call_uuid", "uuids", "a", "iso2_code", "sip_uri2", "oauth_token", "api_ids", "xid",
        "v2_text3_b", "expire_at", "total_count", "htmls", "https_url", "pins_1a", "created_by_application_for_uuids",
    ]

    @Test("as the splitter and the casing would name them", arguments: names)
    func agree(_ name: String) {
        let acronyms = Acronyms(NamingSettings.defaultAcronyms + ["iPad", "2fa"])
        for style in [Casing.Style.lowerCamel, .upperCamel] {
            var casing = Casing(style: style, acronyms: acronyms)
            let expected = casing.splitName(name, symbols: .meaningful)
            let plain = casing.plainName(name)
            #expect(plain == nil || plain == expected.text)
            #expect(plain != nil || name.contains("_1"))
        }
    }

    @Test(
        "names of other kinds are not theirs",
        arguments: [
            "", "_id", "id_", "a__b", "callUUID", "Call", "call-uuid", "1st", "sha_256", "é", "naïve", "a b", "a+b",
            String(repeating: "a", count: Casing.maximumLength + 1),
        ])
    func others(_ name: String) {
        var casing = Casing(style: .lowerCamel, acronyms: .standard)
        #expect(casing.plainName(name) == nil)
    }

    @Test("what is kept of one name says nothing of the next one")
    func inTurn() {
        let names = Self.names + ["", "OAuthToken", "größe", "1.0", "parentARNs", "x", "\u{200b}", "don't"]
        var casing = Casing(style: .upperCamel, acronyms: .standard)
        for name in names + names.reversed() {
            var own = Casing(style: .upperCamel, acronyms: .standard)
            #expect(casing.name(name, symbols: .meaningful) == own.name(name, symbols: .meaningful))
        }
    }

    @Test("a lone name is the name that it has among others")
    func lone() {
        for (word, taken) in [("from_number", []), ("value", ["value"]), ("init", []), ("id", ["id", "idValue"])] {
            let scope = NameScope(.member, settings: NamingSettings(), taken: Set(taken))
            #expect(scope.name(word) == scope.names(for: [NameScope.Candidate(word)]).names[0])
        }
    }
}
