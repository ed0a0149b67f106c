/// The words that HTTP is made of (RFC 9110, section 5.6.2).
package enum HTTPToken {
    /// Whether a text is a token, as the names of headers are (section 5.1).
    package static func isToken(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(holds) }

    /// Whether a byte may stand in a token.
    static func holds(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
