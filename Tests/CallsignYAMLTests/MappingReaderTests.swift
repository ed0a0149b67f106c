import CallsignDiagnostics
import CallsignYAML
import Testing

@Suite("Reading a mapping key by key")
struct MappingReaderTests {
    private enum Place: String, CaseIterable {
        case query, header, path, cookie
    }

    /// A reader of the mapping at the root of a text.
    private func reader(_ text: String) throws -> (MappingReader, ReadText) {
        let read = ReadText(text)
        let node = try #require(read.node)
        return (try #require(MappingReader(node, "the info object", sink: read.sink)), read)
    }

    @Test("gives values of the type asked for")
    func values() throws {
        var (reader, read) = try reader(
            """
            title: Voice
            version: 1.0
            flag: true
            count: 0x10
            whole: 2.0
            price: 0.10
            tags: [a, b]
            contact: {name: x}
            in: header
            any: [1]
            """)
        #expect(reader.string("title") == "Voice")
        #expect(reader.text("version") == "1.0")
        #expect(reader.bool("flag") == true)
        #expect(reader.integer("count") == 16)
        #expect(reader.integer("whole") == 2)
        #expect(reader.number("price") == "0.10")
        #expect(reader.sequence("tags")?.count == 2)
        #expect(reader.strings("tags") == ["a", "b"])
        #expect(reader.mapping("contact")?["name"]?.string == "x")
        #expect(reader.oneOf("in", as: Place.self) == .header)
        #expect(reader.node("any")?.sequence?.count == 1)
        #expect(reader.requiredString("title") == "Voice")
        #expect(reader.requiredNode("any") != nil)
        reader.finish()
        #expect(read.problems == [])
    }

    @Test("gives nothing for keys that aren't there, without a report")
    func absent() throws {
        var (reader, read) = try reader("a: 1\n")
        #expect(reader.string("b") == nil)
        #expect(reader.text("b") == nil)
        #expect(reader.bool("b") == nil)
        #expect(reader.integer("b") == nil)
        #expect(reader.number("b") == nil)
        #expect(reader.strings("b") == nil)
        #expect(reader.mapping("b") == nil)
        #expect(reader.oneOf("b", as: Place.self) == nil)
        #expect(reader.node("b") == nil)
        #expect(read.problems == [])
    }

    private static let wrong: [(text: String, type: String, message: String)] = [
        ("1", "string", "expected a string for 'a' of the info object, found an integer"),
        ("1.5", "string", "expected a string for 'a' of the info object, found a number"),
        ("true", "string", "expected a string for 'a' of the info object, found a boolean"),
        ("[x]", "string", "expected a string for 'a' of the info object, found an array"),
        ("{x: y}", "text", "expected a string for 'a' of the info object, found an object"),
        ("yes", "bool", "expected a boolean for 'a' of the info object, found a string"),
        ("'true'", "bool", "expected a boolean for 'a' of the info object, found a string"),
        ("x", "integer", "expected an integer for 'a' of the info object, found a string"),
        ("1.5", "integer", "expected an integer for 'a' of the info object, found '1.5'"),
        (
            "99999999999999999999", "integer",
            "expected an integer for 'a' of the info object, found '99999999999999999999'"
        ),
        (".inf", "integer", "expected an integer for 'a' of the info object, found '.inf'"),
        (".nan", "integer", "expected an integer for 'a' of the info object, found '.nan'"),
        ("'1'", "number", "expected a number for 'a' of the info object, found a string"),
        ("x", "sequence", "expected an array for 'a' of the info object, found a string"),
        ("x", "strings", "expected an array for 'a' of the info object, found a string"),
        ("[x]", "mapping", "expected an object for 'a' of the info object, found an array"),
        ("[x]", "oneOf", "expected a string for 'a' of the info object, found an array"),
    ]

    @Test("reports a value of another type at the value", arguments: wrong)
    func wrongTypes(text: String, type: String, message: String) throws {
        var (reader, read) = try reader("a: \(text)\n")
        switch type {
        case "string": #expect(reader.string("a") == nil)
        case "text": #expect(reader.text("a") == nil)
        case "bool": #expect(reader.bool("a") == nil)
        case "integer": #expect(reader.integer("a") == nil)
        case "number": #expect(reader.number("a") == nil)
        case "sequence": #expect(reader.sequence("a") == nil)
        case "strings": #expect(reader.strings("a") == nil)
        case "mapping": #expect(reader.mapping("a") == nil)
        default: #expect(reader.oneOf("a", as: Place.self) == nil)
        }
        #expect(read.problems == ["1:4 wrong-type"])
        #expect(read.sink.diagnostics.first?.message == message)
    }

    @Test("reports a node that is no mapping")
    func noMapping() throws {
        let read = ReadText("- x\n")
        #expect(MappingReader(try #require(read.node), "the info object", sink: read.sink) == nil)
        #expect(read.problems == ["1:1 wrong-type"])
        #expect(read.sink.diagnostics.first?.message == "expected an object for the info object, found an array")
    }

    @Test("leaves out the members of a list that are no strings, and reports each")
    func mixedStrings() throws {
        var (reader, read) = try reader("a: [x, 1, [], y]\n")
        #expect(reader.strings("a") == ["x", "y"])
        #expect(read.problems == ["1:8 wrong-type", "1:11 wrong-type"])
        #expect(read.sink.diagnostics.first?.remedy == "put it in quotes: \"1\"")
    }

    @Test("takes a key without a value as absent, with a warning")
    func noValue() throws {
        var (reader, read) = try reader("title: x\ndescription:\n")
        #expect(reader.string("description") == nil)
        #expect(read.problems == ["2:1 no-value"])
        #expect(read.sink.hasErrors == false)
    }

    @Test("reports what is required and missing at the mapping, with what may have been meant")
    func missing() throws {
        var (reader, read) = try reader("titel: x\nversion: 1\n")
        #expect(reader.text("version") == "1")
        #expect(reader.requiredString("title") == nil)
        #expect(reader.requiredNode("paths") == nil)
        #expect(read.problems == ["1:1 misspelt-key", "1:1 missing-key"])
        #expect(
            read.sink.diagnostics.map(\.message) == [
                "the info object has no key 'titel'",
                "the info object has no 'paths', which is required",
            ])
        #expect(read.sink.diagnostics.map(\.remedy) == ["did you mean 'title'?", nil])
        reader.finish()
        #expect(read.sink.diagnostics.count == 2)
    }

    @Test("a required key without a value is reported as an error")
    func requiredWithoutValue() throws {
        var (reader, read) = try reader("title:\n")
        #expect(reader.requiredString("title") == nil)
        #expect(read.problems == ["1:1 missing-key"])
        #expect(read.sink.hasErrors)
    }

    @Test("reports a word that isn't allowed, with those that are")
    func unknownValue() throws {
        var (reader, read) = try reader("in: heder\n")
        #expect(reader.oneOf("in", as: Place.self) == nil)
        #expect(read.problems == ["1:5 unknown-value"])
        #expect(
            read.sink.diagnostics.first?.message
                == "'heder' is not allowed for 'in' of the info object; expected one of 'query', 'header', 'path', 'cookie'"
        )
        #expect(read.sink.diagnostics.first?.remedy == "did you mean 'header'?")
    }

    @Test("reports keys that nobody asked for, with the nearest that isn't there")
    func unknownKeys() throws {
        var (reader, read) = try reader("title: x\ndescripton: y\nfoo: 1\nx-tra: 2\nlegacy: 3\nnamed: 4\n")
        _ = reader.string("title")
        _ = reader.string("description")
        reader.ignore("legacy", "other")
        #expect(reader.extensions().map(\.key) == ["x-tra"])
        reader.finish { $0 == "named" }
        #expect(read.problems == ["2:1 misspelt-key", "3:1 unknown-key"])
        #expect(
            read.sink.diagnostics.map(\.message) == [
                "the info object has no key 'descripton'", "the info object has no key 'foo'",
            ])
        #expect(
            read.sink.diagnostics.map(\.remedy) == [
                "did you mean 'description'?", "remove it, or write one of 'description', 'other'",
            ])
    }

    @Test("gives the place of a key, or of the mapping")
    func marks() throws {
        let (reader, _) = try reader("\na: 1\nb: 2\n")
        #expect(reader.mark(of: "b").line == 3)
        #expect(reader.mark(of: "c").line == 2)
    }
}
