/// Makes sure that nothing which isn't encoded ends a cookie and begins another (RFC 6265, section 4.1.1).
enum CookieSafety {
    static func check(_ value: ParameterValue) throws(RequestProblem) {
        switch value {
        case .absent: return
        case .primitive(let text): try check(text)
        case .array(let values): for value in values { try check(value) }
        case .object(let members):
            for member in members {
                try check(member.name)
                try check(member.value)
            }
        }
    }

    private static func check(_ text: String) throws(RequestProblem) {
        // Quotes and commas are forbidden too, but every server takes them, and lists are written with commas.
        let isWhole = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }
        guard isWhole else {
            throw RequestProblem("has a value that can't stand in a cookie, and the style cookie encodes nothing")
        }
    }
}
