/// Text of the input as a terminal may show it.
enum SafeText {
    /// A text with each character that could control a terminal, or change the order in which text is shown, replaced by
    /// one visible character, so that columns stay as they are.
    static func neutralized(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { shown($0) != $0 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(shown(scalar)) }
        return String(result)
    }

    /// What is shown for a character: a control picture for a control character of ASCII, such as `␛`.
    static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x00...0x1F: Unicode.Scalar(UInt16(0x2400 + scalar.value)) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x20..<0x7F: scalar
        default: isUnsafe(scalar) ? "\u{FFFD}" : scalar
        }
    }

    /// Whether a character beyond ASCII is a control character, breaks lines, or changes the direction of writing.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// The columns that a character takes on a terminal: 0 for combining marks, 2 for East Asian wide ones and emoji.
    static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x300: return 1
        case 0x200B...0x200D, 0xFE00...0xFE0F: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}
