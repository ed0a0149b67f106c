import CallsignDiagnostics
import CallsignYAML

/// A JSON value that a test sends or answers with. Members keep their order, numbers their text.
indirect enum JSONSample: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        var name: String
        var value: JSONSample
    }

    case null
    case bool(Bool)
    /// As JSON writes it.
    case number(String)
    case string(String)
    case array([JSONSample])
    case object([Member])

    /// Deeper values are no examples.
    private static let deepest = 64

    /// A value of a description; nothing where JSON has no such value, such as infinity.
    init?(_ node: Node) {
        self.init(node, depth: 0)
    }

    private init?(_ node: Node, depth: Int) {
        guard depth < Self.deepest else { return nil }
        switch node.content {
        case .scalar(let scalar):
            switch scalar.value {
            case .null: self = .null
            case .bool(let value): self = .bool(value)
            case .integer(let value): self = .number(String(value))
            case .number(let value):
                guard value.isFinite else { return nil }
                self = .number(JSONNumber.isValid(scalar.text) ? scalar.text : value.description)
            case .string: self = .string(scalar.text)
            }
        case .sequence(let nodes):
            var values: [JSONSample] = []
            for node in nodes {
                guard let value = JSONSample(node, depth: depth + 1) else { return nil }
                values.append(value)
            }
            self = .array(values)
        case .mapping(let mapping):
            var members: [Member] = []
            for entry in mapping.entries {
                guard let value = JSONSample(entry.value, depth: depth + 1) else { return nil }
                members.append(Member(name: entry.key, value: value))
            }
            self = .object(members)
        }
    }

    subscript(_ name: String) -> JSONSample? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value as JSON text on one line.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    /// The value with the members of all objects in the order of their names.
    var sorted: JSONSample { sorted { $0 } }

    /// The value as clients write it where it is compared as text: sorted, and with numbers as they write them.
    var written: JSONSample { sorted(JSONNumber.plain) }

    private func sorted(_ number: (String) -> String) -> JSONSample {
        switch self {
        case .null, .bool, .string: self
        case .number(let text): .number(number(text))
        case .array(let values): .array(values.map { $0.sorted(number) })
        case .object(let members):
            .object(
                members.map { Member(name: $0.name, value: $0.value.sorted(number)) }
                    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
        }
    }

    /// The text of a scalar as parameters and forms write it; nothing for `null`, a list or an object.
    var plainText: String? {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .number(let text), .string(let text): text
        case .null, .array, .object: nil
        }
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): text += PrintableText.json(string)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                text += PrintableText.json(member.name)
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }
}

/// Numbers as JSON writes them (RFC 8259, section 6).
enum JSONNumber {
    static func isValid(_ text: String) -> Bool {
        var bytes = text.utf8[...]
        func digits() -> Int {
            let count = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
            bytes = bytes.dropFirst(count)
            return count
        }
        if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        let startsWithZero = bytes.first == UInt8(ascii: "0")
        let whole = digits()
        if whole == 0 || (startsWithZero && whole > 1) { return false }
        if bytes.first == UInt8(ascii: ".") {
            bytes = bytes.dropFirst()
            if digits() == 0 { return false }
        }
        if bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") {
            bytes = bytes.dropFirst()
            if bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
            if digits() == 0 { return false }
        }
        return bytes.isEmpty
    }

    /// A number's text without an exponent, as clients write numbers; as it is where that would be long.
    static func plain(_ text: String) -> String {
        let parts = text.lowercased().split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 40 else { return text }
        let sign = text.hasPrefix("-") ? "-" : ""
        let point = parts[0].firstIndex(of: ".") ?? parts[0].endIndex
        let whole = parts[0][..<point].drop { $0 == "-" }
        var digits = whole + parts[0][point...].dropFirst()
        // Where the point is, counted from the first digit.
        var position = whole.count + exponent
        if position <= 0 {
            digits = String(repeating: "0", count: 1 - position) + digits
            position = 1
        }
        if position > digits.count { digits += String(repeating: "0", count: position - digits.count) }
        let integer = digits.prefix(position).drop { $0 == "0" }
        var fraction = digits.dropFirst(position)
        while fraction.last == "0" { fraction.removeLast() }
        return sign + (integer.isEmpty ? "0" : integer) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
