/// Characters that a reader of source doesn't see, or that make it look like something else.
enum MisleadingCharacters {
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1f, 0x7f...0x9f: true  // controls
        case 0x61c, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069: true  // directions of text
        case 0x2028, 0x2029: true  // line and paragraph separators
        case 0xad, 0x180e, 0x200b...0x200d, 0x2060...0x2065, 0xfeff: true  // invisible
        case 0xfff9...0xfffb, 0xe0000...0xe007f: true  // annotations and tags
        default: false
        }
    }

    /// Whether one of them may take the joiner's place in text that people read: emoji and some scripts need it.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x200c || scalar.value == 0x200d
    }

    /// Whether a scalar ends a line somewhere: in Swift, in an editor or in Unicode.
    static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
