import Testing

@testable import CallsignRuntime

/// The styles by the table of examples of OpenAPI 3.1.1, section 4.8.12.4: a parameter `color` that is empty, a text, a
/// list and an object. Where the table says that a style doesn't apply, the case says what is sent instead.
@Suite("Parameter styles")
struct ParameterStyleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var style: ParameterStyle
        var explode: Bool
        var empty: String?
        var text: String
        var list: String
        var object: String

        var testDescription: String { "\(style)\(explode ? ", exploded" : "")" }
    }

    private static let rows = [
        Row(
            style: .matrix, explode: false, empty: ";color", text: ";color=blue", list: ";color=blue,black,brown",
            object: ";color=R,100,G,200,B,150"),
        Row(
            style: .matrix, explode: true, empty: ";color", text: ";color=blue",
            list: ";color=blue;color=black;color=brown", object: ";R=100;G=200;B=150"),
        Row(
            style: .label, explode: false, empty: ".", text: ".blue", list: ".blue,black,brown",
            object: ".R,100,G,200,B,150"),
        Row(
            style: .label, explode: true, empty: ".", text: ".blue", list: ".blue.black.brown",
            object: ".R=100.G=200.B=150"),
        Row(
            style: .simple, explode: false, empty: "", text: "blue", list: "blue,black,brown",
            object: "R,100,G,200,B,150"),
        Row(
            style: .simple, explode: true, empty: "", text: "blue", list: "blue,black,brown",
            object: "R=100,G=200,B=150"),
        Row(
            style: .form, explode: false, empty: "color=", text: "color=blue", list: "color=blue,black,brown",
            object: "color=R,100,G,200,B,150"),
        Row(
            style: .form, explode: true, empty: "color=", text: "color=blue",
            list: "color=blue&color=black&color=brown",
            object: "R=100&G=200&B=150"),
        // The style is for cookies, where `; ` would stand in place of `&`.
        Row(
            style: .cookie, explode: true, empty: "color=", text: "color=blue",
            list: "color=blue&color=black&color=brown", object: "R=100&G=200&B=150"),
        Row(
            style: .cookie, explode: false, empty: "color=", text: "color=blue", list: "color=blue,black,brown",
            object: "color=R,100,G,200,B,150"),
        Row(
            style: .spaceDelimited, explode: false, empty: "color=", text: "color=blue",
            list: "color=blue%20black%20brown", object: "color=R%20100%20G%20200%20B%20150"),
        Row(
            style: .pipeDelimited, explode: false, empty: "color=", text: "color=blue",
            list: "color=blue%7Cblack%7Cbrown", object: "color=R%7C100%7CG%7C200%7CB%7C150"),
        Row(
            style: .tabDelimited, explode: false, empty: "color=", text: "color=blue",
            list: "color=blue%09black%09brown", object: "color=R%09100%09G%09200%09B%09150"),
        Row(
            style: .deepObject, explode: true, empty: "color=", text: "color=blue",
            list: "color=blue&color=black&color=brown",
            object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ]

    @Test("are written as the specification's table has them", arguments: rows)
    func table(_ row: Row) throws {
        let encoder = ParameterEncoder(name: "color", style: row.style, explode: row.explode, encoding: .unreserved)
        let list: [ParameterValue] = ["blue", "black", "brown"].map { .primitive($0) }
        let object = [("R", "100"), ("G", "200"), ("B", "150")].map {
            ParameterValue.Member($0.0, .primitive($0.1))
        }
        #expect(try encoder.encode(.primitive("")) == row.empty)
        #expect(try encoder.encode(.primitive("blue")) == row.text)
        #expect(try encoder.encode(.array(list)) == row.list)
        #expect(try encoder.encode(.object(object)) == row.object)
    }

    @Test("send nothing for what is absent, or has no members", arguments: ParameterStyle.allCases)
    func nothing(_ style: ParameterStyle) throws {
        let encoder = ParameterEncoder(name: "color", style: style, explode: false, encoding: .unreserved)
        for value in [
            ParameterValue.absent, .array([]), .object([]), .array([.absent]), .object([.init("R", .absent)]),
        ] {
            #expect(try encoder.encode(value) == nil)
        }
    }

    @Test("send a name alone for what has no members, where that is allowed")
    func allowedEmpty() throws {
        let encoder = ParameterEncoder(
            name: "a b", style: .form, explode: true, encoding: .unreserved, allowsEmpty: true)
        #expect(try encoder.encode(.array([])) == "a%20b=")
        #expect(try encoder.encode(.object([])) == "a%20b=")
        #expect(try encoder.encode(.absent) == nil)
        #expect(try encoder.encode(.array([.primitive("c")])) == "a%20b=c")
    }

    @Test(
        "let reserved characters pass as far as their place can hold them",
        arguments: [
            ("a/b?c#d", "a%2Fb%3Fc%23d", "a/b?c#d"), ("a:b@c", "a:b@c", "a:b@c"), ("a&b+c;d", "a&b+c;d", "a&b+c%3Bd"),
            ("[x]", "%5Bx%5D", "[x]"), ("%2F%", "%2F%25", "%2F%25"), ("ü ", "%C3%BC%20", "%C3%BC%20"),
        ])
    func reservedCharacters(_ text: String, _ path: String, _ cookie: String) {
        #expect(PercentEncoding.reservedInPath.encode(text) == path)
        #expect(PercentEncoding.reservedInCookie.encode(text) == cookie)
    }

    @Test("refuse a cookie that would end where nothing is encoded", arguments: ["a;b", "a b", "a\r\nb", "ü"])
    func cookies(_ value: String) throws {
        #expect(throws: RequestProblem.self) { try CookieSafety.check(.array([.primitive(value)])) }
        #expect(throws: RequestProblem.self) { try CookieSafety.check(.object([.init(value, .primitive("a"))])) }
        try CookieSafety.check(.primitive("a=b,c%3B/:"))
    }

    @Test("nest deep objects, and refuse what no style can say")
    func nesting() throws {
        let nested = ParameterValue.object([
            .init("a", .object([.init("b", .array([.primitive("1"), .primitive("2")]))])),
            .init("c d", .primitive("&=")),
        ])
        let deep = ParameterEncoder(name: "f", style: .deepObject, explode: true, encoding: .unreserved)
        #expect(try deep.encode(nested) == "f%5Ba%5D%5Bb%5D=1&f%5Ba%5D%5Bb%5D=2&f%5Bc%20d%5D=%26%3D")
        let form = ParameterEncoder(name: "f", style: .form, explode: true, encoding: .unreserved)
        #expect(throws: RequestProblem.self) { try form.encode(nested) }
        let list = ParameterValue.array([.object([.init("price", .primitive("p"))]), .array([.primitive("x")])])
        #expect(try deep.encode(.object([.init("a", list)])) == "f%5Ba%5D%5B0%5D%5Bprice%5D=p&f%5Ba%5D%5B1%5D=x")
        let endless = (0..<100).reduce(ParameterValue.primitive("x")) { inner, _ in .object([.init("a", inner)]) }
        #expect(throws: RequestProblem.self) { try deep.encode(endless) }
    }

    @Test(
        "encode what would change the meaning of a URL",
        arguments: [
            ("a b", "a%20b", "a%20b"), ("a/b?c#d", "a%2Fb%3Fc%23d", "a/b?c%23d"), ("100%", "100%25", "100%25"),
            ("%41", "%2541", "%41"), ("ü🍽", "%C3%BC%F0%9F%8D%BD", "%C3%BC%F0%9F%8D%BD"), ("[x]", "%5Bx%5D", "%5Bx%5D"),
            ("a&b+c=d;e", "a%26b%2Bc%3Dd%3Be", "a%26b%2Bc=d;e"), ("-._~", "-._~", "-._~"),
            ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ])
    func encoding(_ text: String, _ unreserved: String, _ reserved: String) {
        #expect(PercentEncoding.unreserved.encode(text) == unreserved)
        #expect(PercentEncoding.reserved.encode(text) == reserved)
    }

    @Test(
        "keep the structure of a path",
        arguments: [
            ("a/b", "/x/a%2Fb/y"), ("..%2F", "/x/..%252F/y"), ("?#", "/x/%3F%23/y"), ("...", "/x/.../y"),
            ("a b", "/x/a%20b/y"),
        ])
    func path(_ value: String, _ path: String) throws {
        let encoded = PercentEncoding.unreserved.encode(value)
        #expect(try PathTemplate(text: "/x/{id}/y").expand { _ in encoded } == path)
    }

    @Test(
        "keep what a path says around its parameters",
        arguments: [
            ("/a/{id}/b/", "/a/V/b/"), ("/a%20b/{id}", "/a%20b/V"), ("/ü x/{id}", "/%C3%BC%20x/V"), ("/#{id}", "/%23V"),
            ("/{id}.{id}", "/V.V"), ("/a?b={id}&c", "/a?b=V&c"), ("/{id", "/%7Bid"), ("//{id}//", "//V//"), ("", ""),
        ])
    func template(_ template: String, _ path: String) throws {
        #expect(try PathTemplate(text: template).expand { $0 == "id" ? "V" : nil } == path)
    }

    @Test("refuse a path that a value would change", arguments: ["", ".", ".."])
    func refusedPath(_ value: String) {
        #expect(throws: RequestProblem.self) { try PathTemplate(text: "/x/{id}/y").expand { _ in value } }
        #expect(throws: RequestProblem.self) { try PathTemplate(text: "/x/{id}").expand { _ in value } }
    }

    @Test("refuse a header that would begin another", arguments: ["a\r\nX-Evil: b", "a\nb", "a\0b"])
    func headers(_ value: String) throws {
        #expect(throws: RequestProblem.self) { try HeaderSafety.field("X-Name", value) }
        #expect(throws: RequestProblem.self) { try HeaderSafety.field("X-Name\r\nX-Evil", "a") }
        #expect(try HeaderSafety.field("X-Name", " a b\t").value == "a b")
    }
}
