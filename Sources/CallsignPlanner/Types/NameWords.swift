/// Plain words of a name, for comparing and joining names before they are made into identifiers.
enum NameWords {
    /// Splits at everything that is no letter or digit, and before capitals that follow small letters.
    static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func finish() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        var previousIsLower = false
        for scalar in name.unicodeScalars {
            let kind = Kind(scalar)
            if kind == .other || (kind == .capital && previousIsLower) {
                finish()
            }
            if kind != .other {
                word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            previousIsLower = kind == .small || kind == .digit
        }
        finish()
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
        singular(left.lowercased()) == singular(right.lowercased())
    }

    /// The singular of a plain English plural: good enough to tell `calls` and `call` for the same word.
    static func singular(_ word: String) -> String {
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
