import CallsignPlan

/// Fits JSON to Swift's scalars, as the runtime reads and writes them.
enum ScalarTyper {
    // MARK: What is received

    static func fits(_ json: JSONSample, _ type: ScalarType) -> Bool {
        switch type.wire {
        case .native: isNative(json, type.value)
        case .spaced: json.string.map { DateText.isMoment($0) } ?? false
        case .unixSeconds, .unixMilliseconds: if case .number = json { true } else { false }
        case .mail, .urlAlphabet: json.string != nil
        case .text: json.string.map { isText($0, type.value) } ?? false
        case .lenient, .lenientText: json.plainText.map { isText($0, type.value) } ?? false
        }
    }

    private static func isNative(_ json: JSONSample, _ type: ScalarType.Value) -> Bool {
        switch (type, json) {
        case (.bool, .bool): true
        case (.int, .number(let text)), (.int64, .number(let text)): Int64(text) != nil
        case (.int32, .number(let text)): Int32(text) != nil
        case (.uint64, .number(let text)): UInt64(text) != nil
        case (.double, .number), (.float, .number), (.decimal, .number): true
        case (.string, .string), (.binary, .string), (.file, .string): true
        case (.date, .string(let text)), (.calendarDate, .string(let text)), (.uuid, .string(let text)),
            (.url, .string(let text)), (.base64, .string(let text)):
            isText(text, type)
        default: false
        }
    }

    private static func isText(_ text: String, _ type: ScalarType.Value) -> Bool {
        switch type {
        case .string, .binary, .file, .part: true
        case .bool: text == "true" || text == "false"
        case .int, .int64: Int64(text) != nil
        case .int32: Int32(text) != nil
        case .uint64: UInt64(text) != nil
        case .double, .float, .decimal: JSONNumber.isValid(text)
        case .date: DateText.isMoment(text)
        case .calendarDate: DateText.isDay(text)
        case .uuid: isUUID(text)
        case .url: isAddress(text)
        case .base64: isBase64(text)
        }
    }

    // MARK: What is sent

    /// The value, and its JSON as the client writes it. A text of another spelling than the client's stands for the
    /// usual sample of its type, whose spelling is the same on both sides.
    static func typed(_ json: JSONSample, _ type: ScalarType) -> SampleTyper.Typed? {
        guard fits(json, type) else { return nil }
        switch type.wire {
        case .unixSeconds: return .init(value: .text("2024-01-15T09:30:00Z"), json: .number("1705311000"))
        case .unixMilliseconds: return .init(value: .text("2024-01-15T09:30:00Z"), json: .number("1705311000000"))
        case .mail:
            return .init(value: .text("2024-01-15T09:30:00Z"), json: .string("Mon, 15 Jan 2024 09:30:00 GMT"))
        case .urlAlphabet: return .init(value: .base64("Y2FsbHNpZ24="), json: .string("Y2FsbHNpZ24"))
        case .native, .text, .lenient, .lenientText, .spaced: break
        }
        guard let value = value(json, type.value) else { return nil }
        switch type.wire {
        case .spaced:
            let written = value.text.split(separator: "T").joined(separator: " ").filter { $0 != "Z" }
            return .init(value: value.value, json: .string(written))
        case .text, .lenientText: return .init(value: value.value, json: .string(value.text))
        case .native, .lenient, .unixSeconds, .unixMilliseconds, .mail, .urlAlphabet:
            return .init(value: value.value, json: native(value.text, type.value))
        }
    }

    private static func native(_ text: String, _ type: ScalarType.Value) -> JSONSample {
        switch type {
        case .bool: .bool(text == "true")
        case .int, .int32, .int64, .uint64, .double, .float, .decimal: .number(text)
        case .string, .date, .calendarDate, .uuid, .url, .base64, .binary, .file, .part: .string(text)
        }
    }

    private static func value(_ json: JSONSample, _ type: ScalarType.Value) -> (value: SampleValue, text: String)? {
        guard let text = json.plainText else { return nil }
        switch type {
        case .string: return (.literal(.string(text)), text)
        case .bool: return (.literal(.bool(text == "true")), text)
        case .int, .int64: return Int64(text).map { (.literal(.integer($0)), String($0)) }
        case .uint64: return Int64(text).flatMap { $0 < 0 ? nil : (.literal(.integer($0)), String($0)) }
        case .int32: return Int32(text).map { (.literal(.integer(Int64($0))), String($0)) }
        case .double, .float:
            // Few digits, so that both kinds of number write them alike.
            guard let number = Double(text), text.utf8.count <= 7, !text.contains("e"), !text.contains("E") else {
                return (.number(1.5), "1.5")
            }
            // Minus zero is written in several ways, too.
            let value = number == 0 ? 0 : number
            return (.number(value), Int64(exactly: value).map { String($0) } ?? value.description)
        case .decimal:
            guard text.utf8.count <= 15, Double(text) != nil else { return (.text("1.5"), "1.5") }
            return (.text(text), text)
        case .date: return own(DateText.isCanonical(text) ? text : "2024-01-15T09:30:00Z")
        case .calendarDate: return own(text)
        case .uuid: return own(text.lowercased())
        case .url: return own(isAddress(text) ? text : "https://example.com/path")
        case .base64: return (.base64(text), text)
        // In JSON, bytes are base 64, whatever the example says that they are.
        case .binary, .file, .part: return (.text(text), Base64Sample.text(of: text))
        }
    }

    private static func own(_ text: String) -> (value: SampleValue, text: String) { (.text(text), text) }

    // MARK: Texts

    private static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } }
    }

    /// An address that every reader of addresses takes, and gives back as it is.
    private static func isAddress(_ text: String) -> Bool {
        let allowed = "-._~:/?@!$&'()*+,;=%".utf8
        guard let first = text.utf8.first, first != UInt8(ascii: ":") else { return false }
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let isPlain =
                Character(Unicode.Scalar(byte)).isASCII && Character(Unicode.Scalar(byte)).isLetter
                || (0x30...0x39).contains(byte) || allowed.contains(byte)
            if !isPlain { return false }
            if byte == UInt8(ascii: "%") {
                guard rest.prefix(2).count == 2,
                    rest.prefix(2).allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
                else { return false }
            }
        }
        return true
    }

    private static func isBase64(_ text: String) -> Bool {
        let end = text.firstIndex(of: "=") ?? text.endIndex
        let padding = text[end...]
        return !text.isEmpty && text.utf8.count % 4 == 0 && padding.utf8.count <= 2
            && padding.allSatisfy { $0 == "=" }
            && text[..<end].utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2B
                    || $0 == 0x2F
            }
    }
}

extension JSONSample {
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

/// Base 64 (RFC 4648, section 4), as the runtime writes bytes in JSON.
enum Base64Sample {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(of text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...3 {
                let isFilled = place <= group.count
                result.append(isFilled ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Dates in the forms that the runtime reads, and the one that it writes.
enum DateText {
    /// A date, and a time and a zone where there are any.
    static func isMoment(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, isDay(String(text.prefix(10))) else { return false }
        if bytes.count == 10 { return true }
        guard "Tt ".utf8.contains(bytes[10]), bytes.count >= 16, let hour = number(bytes[11...12]), hour < 24,
            bytes[13] == UInt8(ascii: ":"), let minute = number(bytes[14...15]), minute < 60
        else { return false }
        var rest = bytes[16...]
        if rest.first == UInt8(ascii: ":") {
            guard rest.count >= 3, let second = number(rest.dropFirst().prefix(2)), second <= 60 else { return false }
            rest = rest.dropFirst(3)
            if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
                let digits = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
                guard digits > 0 else { return false }
                rest = rest.dropFirst(digits + 1)
            }
        }
        return isZone(String(decoding: rest, as: UTF8.self))
    }

    static func isDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0...3]), let month = number(bytes[5...6]), let day = number(bytes[8...9]),
            year > 0, (1...12).contains(month), day > 0
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= lengths[month - 1]
    }

    /// In UTC, in whole seconds: as the runtime writes it.
    static func isCanonical(_ text: String) -> Bool {
        text.utf8.count == 20 && text.utf8.last == UInt8(ascii: "Z") && isMoment(text)
            && Array(text.utf8)[10] == UInt8(ascii: "T") && !text.contains(":60")
    }

    private static func isZone(_ text: String) -> Bool {
        let text = text.first == " " ? text.dropFirst() : text[...]
        if ["", "Z", "z", "UTC", "GMT"].contains(text) { return true }
        guard text.first == "+" || text.first == "-" else { return false }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 2 || digits.utf8.count == 4,
            let hours = number(Array(digits.utf8)[0...1]), hours < 24
        else { return false }
        if digits.utf8.count == 2 { return true }
        return number(Array(digits.utf8)[2...3]).map { $0 < 60 } ?? false
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
