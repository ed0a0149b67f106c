import Testing

@testable import CallsignPlan

@Suite struct NameScopeTests {
    static let settings = NamingSettings()

    @Test(arguments: [
        ("call_uuid", "callUUID"), ("answer_url", "answerURL"), ("url", "url"), ("URL", "url"), ("api_id", "apiID"),
        ("uuids", "uuids"), ("call_uuids", "callUUIDs"), ("URLs", "urls"), ("callbackURLs", "callbackURLs"),
        ("country_iso2", "countryISO2"), ("iso2", "iso2"), ("sha256_sum", "sha256Sum"), ("callUUID", "callUUID"),
        ("CallUuid", "callUUID"), ("HTTPServer", "httpServer"), ("parentARN", "parentARN"), ("STATUS", "status"),
        ("IN_PROGRESS", "inProgress"), ("total-duration", "totalDuration"), ("a.b.c", "aBC"), ("aleg_url", "alegURL"),
        ("oauth2_token", "oauth2Token"), ("use OAuth2", "useOAuth2"), ("OAuthToken", "oauthToken"),
        ("useOAuthToken", "useOAuthToken"), ("_id", "id"), ("__typename", "typename"), ("$ref", "ref"),
        ("@type", "type"), ("X-Plivo-Signature-V3", "xPlivoSignatureV3"), ("don't", "dont"), ("E164", "e164"),
        ("v1_2", "v1_2"), ("StartTime>", "startTimeGreaterThan"), ("StartTime<=", "startTimeLessThanOrEqual"),
        ("größe", "größe"), ("Élan_vital", "élanVital"), ("名前", "名前"), ("добрый_день", "добрыйДень"), ("a👍b", "aB"),
        ("zero\u{200b}width", "zerowidth"), ("bidi\u{202e}evil", "bidievil"), ("quote\"x", "quoteX"),
        ("a`b", "aB"), ("x; import Foundation", "xImportFoundation"), ("a\u{2028}b", "aB"), ("nul\0x", "nulX"),
    ])
    func namesMembers(wireName: String, name: String) {
        #expect(NameScope(.member, settings: Self.settings).name(wireName).source == name)
    }

    @Test(arguments: [
        ("CallUuidList", "CallUUIDList"), ("call", "Call"), ("api_key", "APIKey"), ("url", "URLModel"),
        ("Error", "ErrorModel"), ("Result", "ResultModel"), ("JSONValue", "JSONValueModel"), ("type", "TypeModel"),
        ("2fa", "Value2fa"), ("", "Value"), ("iso2-codes", "ISO2Codes"), ("éa", "Éa"), ("ßa", "Ssa"),
        ("foo.Bar_baz", "FooBarBaz"), ("Foo«Bar»", "FooBar"), ("page", "PageModel"), ("Self", "SelfModel"),
    ])
    func namesTypes(wireName: String, name: String) {
        #expect(NameScope(.type, settings: Self.settings).name(wireName).source == name)
    }

    @Test(arguments: [
        ("+1", "plus1"), ("-1", "minus1"), ("1", "value1"), ("1.0", "value1_0"), ("10", "value10"), ("", "empty"),
        (" ", "space"), ("*", "asterisk"), (">=", "greaterThanOrEqual"), ("<", "lessThan"), ("!=", "notEqual"),
        ("-created_at", "minusCreatedAt"), ("none", "noneValue"), ("default", "`default`"), ("self", "selfValue"),
        ("init", "initValue"), ("in", "`in`"), ("100%", "value100Percent"), ("👍", "thumbsUpSign"), ("_", "underscore"),
        ("in-progress", "inProgress"), ("a+b", "aPlusB"), ("²", "superscriptTwo"), ("\u{7}", "u7"),
        ("image/svg+xml", "imageSvgPlusXML"), ("\u{200b}", "empty"), ("true", "`true`"), ("10-20", "value10_20"),
    ])
    func namesCases(wireName: String, name: String) {
        #expect(NameScope(.enumerationCase, settings: Self.settings).name(wireName).source == name)
    }

    @Test(arguments: [
        ("call", "callValue"), ("options", "optionsValue"), ("self", "selfValue"), ("in", "`in`"), ("id", "id"),
    ])
    func keepsArgumentsFromTheVariablesAroundThem(wireName: String, name: String) {
        #expect(NameScope(.argument, settings: Self.settings).name(wireName).source == name)
    }

    @Test func takesAcronymsFromTheSettings() {
        var settings = NamingSettings()
        settings.acronyms += ["ARI", "iOS"]
        let scope = NameScope(.member, settings: settings)
        #expect(scope.name("use_ari").text == "useARI")
        #expect(scope.name("ios_version").text == "iOSVersion")
        #expect(scope.name("minimum_iOS").text == "minimumIOS")
    }

    @Test func leavesTheNameToTheCandidateThatIsWrittenSo() {
        let candidates: [NameScope.Candidate] = [.init("@type"), .init("type"), .init("Type")]
        let (names, renames) = NameScope(.member, settings: Self.settings).names(for: candidates)
        #expect(names.map(\.text) == ["atType", "type", "type_d2223a"])
        #expect(renames.map(\.name) == ["atType", "type_d2223a"])
        #expect(renames.allSatisfy { $0.plainName == "type" && $0.reason == .clash })
    }

    @Test func settlesClashesWithoutRegardToOrder() {
        let wireNames = [
            "foo_bar", "foo-bar", "fooBar", "FooBar", "foo.bar", "foo__bar", "fooDashBar", "x", "X", "", " ", "+1",
            "plus1",
        ]
        let scope = NameScope(.member, settings: Self.settings)
        let plain = named(scope, wireNames)
        #expect(Set(plain.values).count == wireNames.count)
        #expect(plain["fooBar"] == "fooBar")
        #expect(plain["fooDashBar"] == "fooDashBar")
        #expect(plain["plus1"] == "plus1")
        #expect(plain["foo.bar"] == "fooDotBar")
        for shift in wireNames.indices {
            let rotated = Array(wireNames[shift...] + wireNames[..<shift])
            #expect(named(scope, rotated) == plain)
            #expect(named(scope, rotated.reversed()) == plain)
        }
    }

    @Test func tellsEqualCandidatesApart() {
        let (names, _) = NameScope(.member, settings: Self.settings)
            .names(for: [.init("a"), .init("a"), .init("a"), .init("a")])
        #expect(Set(names).count == 4)
        #expect(names[0].text == "a")
    }

    @Test func avoidsNamesThatAreTaken() {
        let scope = NameScope(.member, settings: Self.settings, taken: ["core", "coreValue"])
        let (names, renames) = scope.names(for: [.init("core")])
        #expect(names[0].text.hasPrefix("coreValue_"))
        #expect(renames.map(\.reason) == [.clash])
    }

    @Test func prefersChosenNames() {
        let (names, renames) = NameScope(.member, settings: Self.settings)
            .names(for: [.init("foo"), .init("bar", override: "foo"), .init("baz", override: "no name")])
        #expect(names[1].text == "foo")
        #expect(names[0].text != "foo")
        #expect(names[2].text == "baz")
        #expect(renames.map(\.reason) == [.clash, .unusableOverride])
    }

    @Test func refusesOverridesThatAreNoIdentifiers() {
        let scope = NameScope(.member, settings: Self.settings)
        for override in ["", "1a", "a b", "a`", "a;b", "self", "a\u{202e}", "👍", "_", "a-b"] {
            #expect(scope.name("plain", override: override).text == "plain")
        }
        for override in ["a1", "_a", "größe", "default"] {
            #expect(scope.name("plain", override: override).text == override)
        }
    }

    @Test func cutsNamesThatNobodyCouldRead() {
        let scope = NameScope(.enumerationCase, settings: Self.settings)
        let long = String(repeating: "very ", count: 100)
        let names = scope.names(for: [.init(long + "a"), .init(long + "b"), .init(String(repeating: "x", count: 5000))])
        #expect(Set(names.names).count == 3)
        #expect(names.names.allSatisfy { $0.text.count < 220 })
        #expect(names.renames.allSatisfy { $0.reason == .tooLong })
    }

    @Test func namesWithSeveralEndingsAsWithEachOfThem() {
        let words = [
            "createCall", "list", "url", "getV2", "oauthToken", "HTTPServer", "2fa", "__", "", "größe", "a_b", "x1",
            "self", "createCall", String(repeating: "long", count: 17), String(repeating: "longer", count: 20),
        ]
        let endings = ["request", "response", "ids"]
        let joined = words.flatMap { word in endings.map { NameScope.Candidate(word + "_" + $0) } }
        for position in [NameScope.Position.type, .member] {
            let scope = NameScope(
                position, settings: Self.settings, taken: ["ListRequest", "x1Response"], nearby: ["URLIDs"])
            let names = scope.names(for: words, endings: endings)
            #expect(names == scope.names(for: joined).names)
            #expect(Set(names).count == joined.count)
        }
    }

    @Test func avoidsNamesNearby() {
        let scope = NameScope(.type, settings: Self.settings, taken: ["Call"], nearby: ["Message"])
        #expect(
            scope.names(for: [.init("call"), .init("message"), .init("line")]).names.map(\.text)
                == ["CallModel", "MessageModel", "Line"])
        #expect(scope.name("message").text == "MessageModel")
    }

    private func named(_ scope: NameScope, _ wireNames: [String]) -> [String: String] {
        let names = scope.names(for: wireNames.map { NameScope.Candidate($0) }).names
        return Dictionary(zip(wireNames, names.map(\.text))) { first, _ in first }
    }
}
