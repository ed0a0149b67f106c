/// Finds the name that a mistyped one was probably meant to be.
enum Spelling {
    /// The known name that differs in the fewest letters, if they are few.
    static func closest(to name: String, among known: [String]) -> String? {
        var best: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(Array(name.utf8.prefix(64)), Array(candidate.utf8.prefix(64)))
            if distance <= max(1, name.utf8.count / 3), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// How many letters must be added, removed or replaced (Levenshtein's distance).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
