/// Text for logs, without what shouldn't be read there.
enum LogRedaction {
    /// Names whose values are secrets, in JSON, in forms and in queries.
    private static let secretNames = [
        "auth_token", "access_token", "token", "password", "secret", "api_key", "apikey", "otp", "pin",
    ].map { Array($0.utf8) }

    static func text(_ text: String) -> String {
        hidingSecrets(hidingNumbers(text))
    }

    /// Telephone numbers (seven to fifteen digits, E.164's bounds, an encoded or a plain `+` before them) keep their
    /// last two digits. Identifiers in hexadecimal have letters between, and stay.
    private static func hidingNumbers(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            let length = index - start
            let isWord =
                start > 0 && isPartOfWord(bytes[start - 1]) && !bytes[..<start].hasSuffix("%2B")
                || index < bytes.count && isPartOfWord(bytes[index])
            if (7...15).contains(length), !isWord {
                result += Array(repeating: UInt8(ascii: "*"), count: length - 2) + bytes[index - 2..<index]
            } else {
                result += bytes[start..<index]
            }
            if index < bytes.count {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Hides what follows a secret's name: `"token": "…"` in JSON, `token=…` in a form or a query.
    private static func hidingSecrets(_ text: String) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if let head = secretHead(rest, after: result.last) {
                result += rest.prefix(head)
                rest = rest.dropFirst(head)
                let isQuoted = result.last == UInt8(ascii: "\"")
                result += Array("••••".utf8)
                rest = rest.drop { isQuoted ? $0 != UInt8(ascii: "\"") : !ends.contains($0) }
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What ends a value without quotation marks.
    private static let ends = Array("&,;}] \n\r".utf8)

    /// How many bytes a secret's name, and all up to its value, take at the beginning of `rest`.
    private static func secretHead(_ rest: ArraySlice<UInt8>, after previous: UInt8?) -> Int? {
        if let previous, isPartOfName(previous) { return nil }
        guard let name = secretNames.first(where: { rest.startsCaseInsensitively(with: $0) }) else { return nil }
        var tail = rest.dropFirst(name.count)
        if tail.first == UInt8(ascii: "\"") { tail.removeFirst() }
        tail = tail.drop { $0 == 0x20 }
        guard let separator = tail.popFirst(), separator == UInt8(ascii: ":") || separator == UInt8(ascii: "=") else {
            return nil
        }
        tail = tail.drop { $0 == 0x20 }
        if tail.first == UInt8(ascii: "\"") { tail.removeFirst() }
        return tail.startIndex - rest.startIndex
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Letters, and the dash of identifiers.
    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || isPartOfWord(byte)
    }
}

extension ArraySlice<UInt8> {
    /// Whether it begins with these ASCII letters, which are given in lower case.
    fileprivate func startsCaseInsensitively(with name: [UInt8]) -> Bool {
        count >= name.count
            && zip(self, name).allSatisfy { byte, wanted in
                byte == wanted || byte | 0x20 == wanted && wanted >= 0x61 && wanted <= 0x7A
            }
    }

    fileprivate func hasSuffix(_ suffix: String) -> Bool {
        count >= suffix.utf8.count && self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}
