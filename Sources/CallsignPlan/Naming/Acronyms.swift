/// The words that are written in capitals, each as it is to be written: `UUID`, `OAuth`.
///
/// A class, because every scope of names holds them.
final class Acronyms: Sendable, Equatable {
    static let standard = Acronyms(NamingSettings.defaultAcronyms)

    /// A word as it is written, with what stands behind the acronym that it begins with.
    struct Written {
        /// In UTF-8.
        var acronym: [UInt8]
        /// Where the plural `s` or the digits behind it are in the word's text.
        var rest: Range<Int>
    }

    /// The acronyms of few bytes in small letters, as numbers in their order, and how each is written: names hold more
    /// words than anything else here is asked for, and these are found without hashing.
    private let short: [UInt64]
    private let shortWritten: [[UInt8]]
    private let long: [String: [UInt8]]
    /// No acronym is longer than this, in bytes.
    private let longest: Int

    /// Where two words differ by case only, the later one counts: a configuration's words follow the standard ones.
    init(_ words: [String]) {
        var written: [UInt64: [UInt8]] = [:]
        var long: [String: [UInt8]] = [:]
        var longest = 0
        for word in words {
            let small = Array(word.lowercased().utf8)
            if let number = Self.number(of: small, small.indices) {
                written[number] = Array(word.utf8)
            } else {
                long[word.lowercased()] = Array(word.utf8)
            }
            longest = max(longest, small.count)
        }
        let ordered = written.sorted { $0.key < $1.key }
        short = ordered.map(\.key)
        shortWritten = ordered.map(\.value)
        self.long = long
        self.longest = longest
    }

    static func == (left: Acronyms, right: Acronyms) -> Bool {
        left === right
            || left.short == right.short && left.shortWritten == right.shortWritten && left.long == right.long
    }

    /// How a word in small letters is written, with its plural `s` and the digits at its end: `uuids` is `UUIDs`,
    /// `iso2` is `ISO2`. Nothing for ordinary words.
    ///
    /// - Parameters:
    ///   - text: UTF-8 that holds the word.
    ///   - word: where the word is in it.
    func written(_ text: [UInt8], _ word: Range<Int>) -> Written? {
        if word.isEmpty { return nil }
        let last = text[word.upperBound - 1]
        // Most words are longer than any acronym, and needn't be looked up.
        if word.count > longest + 1, !isDigit(last) { return nil }
        if let exact = acronym(text, word) { return Written(acronym: exact, rest: word.upperBound..<word.upperBound) }
        var end = word.upperBound
        if last == UInt8(ascii: "s") {
            end -= 1
        } else {
            while end > word.lowerBound, isDigit(text[end - 1]) { end -= 1 }
        }
        guard end < word.upperBound, end > word.lowerBound else { return nil }
        return acronym(text, word.lowerBound..<end).map { Written(acronym: $0, rest: end..<word.upperBound) }
    }

    private func acronym(_ text: [UInt8], _ word: Range<Int>) -> [UInt8]? {
        guard let number = Self.number(of: text, word) else {
            return long.isEmpty ? nil : long[String(decoding: text[word], as: UTF8.self)]
        }
        var low = 0
        var high = short.count
        while low < high {
            let middle = (low + high) / 2
            if short[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < short.count && short[low] == number ? shortWritten[low] : nil
    }

    /// The bytes of a word as one number, with a one before them that tells how many there are; nothing for longer ones.
    private static func number(of text: [UInt8], _ word: Range<Int>) -> UInt64? {
        if word.count >= UInt64.bitWidth / UInt8.bitWidth { return nil }
        var number: UInt64 = 1
        for index in word { number = number << 8 | UInt64(text[index]) }
        return number
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
