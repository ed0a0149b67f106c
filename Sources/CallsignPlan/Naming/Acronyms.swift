/// The words that are written in capitals, each as it is to be written: `UUID`, `OAuth`.
struct Acronyms: Sendable, Equatable {
    static let standard = Acronyms(NamingSettings.defaultAcronyms)

    private var written: [String: String] = [:]
    /// No word is longer than this, in bytes.
    private var longest = 0

    /// Where two words differ by case only, the later one counts: a configuration's words follow the standard ones.
    init(_ words: [String]) {
        for word in words {
            let small = word.lowercased()
            written[small] = word
            longest = max(longest, small.utf8.count)
        }
    }

    /// How a word in small letters is written, with its plural `s` and the digits at its end: `uuids` is `UUIDs`,
    /// `iso2` is `ISO2`. Nothing for ordinary words.
    func written(_ word: String) -> String? {
        let bytes = word.utf8
        guard let last = bytes.last else { return nil }
        // Most words are longer than any acronym, and needn't be looked up.
        if bytes.count > longest + 1, !isDigit(last) { return nil }
        if let exact = written[word] { return exact }
        if last == UInt8(ascii: "s") {
            return written[String(word.dropLast())].map { $0 + "s" }
        }
        guard isDigit(last), let end = bytes.lastIndex(where: { !isDigit($0) }) else { return nil }
        let letters = word[...end]
        return written[String(letters)].map { $0 + word[letters.endIndex...] }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
