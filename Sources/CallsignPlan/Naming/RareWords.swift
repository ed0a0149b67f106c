/// Words of ASCII that hardly any text is one of, which most texts show without being hashed.
struct RareWords: Sendable, ExpressibleByArrayLiteral {
    private let words: Set<String>
    /// A bit for each length, first and last letter that words have, as far as these fit.
    private var marks: [UInt64] = Array(repeating: 0, count: 32)

    init(_ words: Set<String>) {
        self.words = words
        for word in words {
            let mark = Self.mark(of: word)
            marks[mark / 64] |= 1 << UInt64(mark % 64)
        }
    }

    init(arrayLiteral words: String...) {
        self.init(Set(words))
    }

    func contains(_ text: String) -> Bool {
        let mark = Self.mark(of: text)
        return marks[mark / 64] & 1 << UInt64(mark % 64) != 0 && words.contains(text)
    }

    func union(_ others: RareWords) -> RareWords { RareWords(words.union(others.words)) }

    private static func mark(of text: String) -> Int {
        guard let first = text.utf8.first, let last = text.utf8.last else { return 0 }
        return (Int(first) &* 31 &+ Int(last) &* 7 &+ text.utf8.count &* 67) % 2048
    }
}
