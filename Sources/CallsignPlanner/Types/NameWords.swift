/// Plain words of a name, for comparing and joining names before they are made into identifiers.
enum NameWords {
    /// Splits at everything that is no letter or digit, and before capitals that follow small letters.
    static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previousIsLower = false
        for scalar in name.unicodeScalars {
            let properties = scalar.properties
            let isWordCharacter = properties.isAlphabetic || ("0"..."9").contains(scalar)
            if !isWordCharacter || (properties.isUppercase && previousIsLower) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isWordCharacter { word.unicodeScalars.append(scalar) }
            previousIsLower = properties.isLowercase || ("0"..."9").contains(scalar)
        }
        if !word.isEmpty { words.append(word) }
        return words
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
