/// Which text Swift takes as an identifier (The Swift Programming Language, Lexical Structure, Identifiers), less
/// what could mislead a reader: symbols, emoji and invisible characters.
enum IdentifierGrammar {
    /// Whether a scalar outside ASCII, which Unicode allows in identifiers, is allowed by Swift too.
    static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xaa, 0xb5, 0xba, 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x167f, 0x1681...0x180d, 0x180f...0x1fff,
            0x2c00...0x2dff, 0x2e80...0x2fff, 0x3004...0x3007, 0x3021...0x302f, 0x3031...0xd7ff, 0xf900...0xfd3d,
            0xfd40...0xfdcf, 0xfdf0...0xfe44, 0xfe47...0xfffd, 0x10000...0x1fffd, 0x20000...0x2fffd,
            0x30000...0x3fffd:
            true
        default:
            false
        }
    }

    /// Whether a name that somebody chose can stand in source as it is.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isHead(first), text != "_" else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy { isHead($0) || isTail($0) }
    }

    /// Whether a scalar can begin an identifier.
    static func isHead(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        case "\0"..."\u{7f}": false
        default: isTail(scalar) && scalar.properties.isXIDStart
        }
    }

    private static func isTail(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9": true
        case "\0"..."\u{7f}": false
        default: allows(scalar) && scalar.properties.isXIDContinue && !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
