/// Finds the word that someone probably meant: the known word with the fewest typing mistakes between.
///
/// A mistake is a character too many, one missing, a wrong one, or two neighbours swapped (Damerau and Levenshtein's
/// distance with each character edited once). A short word may have one, a longer one two or three. The case of ASCII
/// letters doesn't count.
package enum NearMatch {
    /// The nearest of some known words, the first of several equally near, or nothing where none is near.
    package static func best(for word: String, among known: some Sequence<String>) -> String? {
        let typed = folded(word)
        guard !typed.isEmpty, typed.count <= longest else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known where candidate != word {
            let allowed = min(allowance(typed.count), best.map { $0.distance - 1 } ?? .max)
            if allowed < 0 { break }
            if let distance = distance(typed, folded(candidate), atMost: allowed) { best = (candidate, distance) }
        }
        return best?.word
    }

    /// The number of mistakes between two words, or nothing where there are more than allowed.
    package static func distance(_ left: String, _ right: String, atMost allowed: Int) -> Int? {
        distance(Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: allowed)
    }

    /// Longer words are not looked at: nobody can tell them apart, and the cost grows with the square.
    private static let longest = 100

    private static func allowance(_ length: Int) -> Int {
        switch length {
        case ...2: 0
        case 3...5: 1
        case 6...10: 2
        default: 3
        }
    }

    private static func folded(_ word: String) -> [Unicode.Scalar] {
        word.unicodeScalars.prefix(longest + 1).map { scalar in
            ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
        }
    }

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost allowed: Int) -> Int? {
        guard allowed >= 0, abs(left.count - right.count) <= allowed else { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for row in 1...left.count {
            current[0] = row
            var nearest = row
            for column in 1...right.count {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = cost
                nearest = min(nearest, cost)
            }
            if nearest > allowed + 1 { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= allowed ? last[right.count] : nil
    }
}
