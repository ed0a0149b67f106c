import CallsignYAML
import Testing

@Suite("The core schema of YAML 1.2")
struct CoreSchemaTests {
    @Test(
        "gives plain scalars their types",
        arguments: [
            ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null), ("nULL", .string),
            ("nullable", .string), ("~x", .string),
            ("true", .bool(true)), ("True", .bool(true)), ("TRUE", .bool(true)), ("false", .bool(false)),
            ("False", .bool(false)), ("FALSE", .bool(false)), ("tRue", .string),
            ("yes", .string), ("no", .string), ("on", .string), ("off", .string), ("y", .string), ("N", .string),
            ("0", .integer(0)), ("-0", .integer(0)), ("+12", .integer(12)), ("-19", .integer(-19)),
            ("007", .integer(7)), ("1_000", .string), ("12:30", .string), ("12:30:45", .string),
            ("2024-01-31", .string), ("2024-01-31T12:00:00Z", .string), ("1.2.3", .string), ("3.0.3", .string),
            ("0o17", .integer(15)), ("0x1F", .integer(31)), ("0xff", .integer(255)), ("0o8", .string),
            ("0xG", .string), ("0x", .string), ("0o", .string), ("-0x1", .string), ("0b1", .string),
            ("017", .integer(17)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)),
            ("-9223372036854775809", .number(-9_223_372_036_854_775_808)),
            ("0x7FFFFFFFFFFFFFFF", .integer(.max)), ("0x8000000000000000", .number(9_223_372_036_854_775_808)),
            ("1e3", .number(1000)), ("1E+3", .number(1000)), ("12e03", .number(12000)), ("1.5", .number(1.5)),
            ("-2.5e-1", .number(-0.25)), (".5", .number(0.5)), ("+.5", .number(0.5)), ("5.", .number(5)),
            ("5.e1", .number(50)), ("1e", .string), ("1e+", .string), ("e3", .string), (".", .string), ("-", .string),
            ("+", .string), ("-.", .string), (".e1", .string), ("1e400", .number(.infinity)),
            (".inf", .number(.infinity)), ("-.Inf", .number(-.infinity)), ("+.INF", .number(.infinity)),
            ("inf", .string), ("nan", .string), ("-.nan", .string), ("1 2", .string), (" 1", .string), ("１", .string),
        ] as [(String, ScalarValue)])
    func plain(text: String, expected: ScalarValue) {
        #expect(Scalar(text, isPlain: true).value == expected)
        #expect(Scalar(text, isPlain: false).value == .string)
    }

    @Test("knows what is not a number", arguments: [".nan", ".NaN", ".NAN"])
    func notANumber(text: String) {
        guard case .number(let value) = Scalar(text, isPlain: true).value else {
            Issue.record("\(text) is a number's text")
            return
        }
        #expect(value.isNaN)
    }

    @Test("never loses a text", arguments: ["1.10", "12345678901234567890", "0x1F", "TRUE"])
    func text(text: String) {
        #expect(ReadText("a: \(text)").node?["a"]?.scalar?.text == text)
    }
}
