/// Plain words of a name, for comparing and joining names before they are made into identifiers.
enum NameWords {
    /// Splits at everything that is no letter or digit, and before capitals that follow small letters.
    static func split(_ name: String) -> [String] {
        var words: [String] = []
        let bytes = Array(name.utf8)
        var start = 0
        var previousIsLower = false
        func finish(at end: Int) {
            if start < end { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
        }
        var index = 0
        for scalar in name.unicodeScalars {
            let kind = Kind(scalar)
            let end = index + UTF8.width(scalar)
            if kind == .other {
                finish(at: index)
                start = end
            } else if kind == .capital, previousIsLower {
                finish(at: index)
                start = index
            }
            previousIsLower = kind == .small || kind == .digit
            index = end
        }
        finish(at: index)
        return words
    }

    private enum Kind {
        case small, capital, caseless, digit, other

        init(_ scalar: Unicode.Scalar) {
            // Nearly all names are ASCII, and asking Unicode's tables costs many times as much.
            switch scalar {
            case "a"..."z": self = .small
            case "A"..."Z": self = .capital
            case "0"..."9": self = .digit
            case "\0"..."\u{7f}": self = .other
            default:
                let properties = scalar.properties
                if !properties.isAlphabetic {
                    self = .other
                } else if properties.isUppercase {
                    self = .capital
                } else {
                    self = properties.isLowercase ? .small : .caseless
                }
            }
        }
    }

    /// Whether two words are the same but for case and an English plural.
    static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        // Case and a plural change nothing at the beginning.
        if let first = left.utf8.first, let other = right.utf8.first, first < 0x80, other < 0x80,
            first | 0x20 != other | 0x20
        {
            return false
        }
        return singular(left.lowercased()) == singular(right.lowercased())
    }

    /// The singular of a plain English plural: good enough to tell `calls` and `call` for the same word.
    static func singular(_ word: String) -> String {
        // All plurals end so, and most words don't.
        guard let last = word.utf8.last, last | 0x20 == UInt8(ascii: "s") else { return word }
        let lower = word.lowercased()
        if lower.hasSuffix("ies"), lower.utf8.count > 4 { return String(word.dropLast(3)) + "y" }
        for ending in ["sses", "shes", "ches", "xes"] where lower.hasSuffix(ending) { return String(word.dropLast(2)) }
        if lower.hasSuffix("s"), !lower.hasSuffix("ss"), !lower.hasSuffix("us"), !lower.hasSuffix("is"),
            lower.utf8.count > 3
        {
            return String(word.dropLast())
        }
        return word
    }
}
