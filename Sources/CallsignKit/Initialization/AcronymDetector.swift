import CallsignOpenAPI
import CallsignPlan

/// Finds the words of names that the description's own prose writes in capitals, such as `SIP` for `sip_uri`.
struct AcronymDetector {
    let document: ResolvedDocument

    private static let lengths = 2...6
    /// How often prose has to write a word in capitals.
    private static let least = 2
    /// What prose writes in capitals though it is no acronym.
    private static let emphasised: Set<String> = [
        "GET", "PUT", "POST", "HEAD", "DELETE", "PATCH", "TRACE", "NOT", "AND", "OR", "MUST", "MAY", "SHALL", "SHOULD",
        "ONLY", "ALL", "ANY", "NONE", "NULL", "TRUE", "FALSE", "NEW", "NOTE", "IF", "NO", "YES", "IS", "BE", "OK",
        "AM", "PM", "IN", "ON", "OFF", "OUT", "UP", "TO", "OPEN", "CLOSED", "ACTIVE", "ERROR", "ASC", "DESC", "BETA",
    ]

    /// Sorted, without those that are written in capitals anyway.
    var acronyms: [String] {
        let names = self.names
        var capitals: [String: Int] = [:]
        var others: [String: Int] = [:]
        for text in prose {
            for word in text.utf8.split(whereSeparator: { !Self.isLetter($0) }) where Self.lengths ~= word.count {
                let text = String(decoding: word, as: UTF8.self)
                guard names.contains(text.lowercased()) else { continue }
                if word.allSatisfy(Self.isCapital) {
                    capitals[text, default: 0] += 1
                } else {
                    others[text.uppercased(), default: 0] += 1
                }
            }
        }
        let known = Set(NamingSettings.defaultAcronyms.map { $0.uppercased() })
        return capitals.filter { word, count in
            count >= Self.least && count > 4 * (others[word] ?? 0) && !known.contains(word)
                && !Self.emphasised.contains(word)
        }.keys.sorted()
    }

    private var prose: [String] {
        let own = [document.info.description] + document.tags.map(\.description)
        let operations = document.operations.flatMap { operation in
            [operation.summary, operation.description] + operation.parameters.map(\.description)
        }
        return (own + operations + document.schemas.map(\.description)).compactMap { $0 }
    }

    /// The words that names are made of, in small letters.
    private var names: Set<String> {
        let operations = document.operations.flatMap { operation in
            [operation.operationID].compactMap { $0 } + operation.tags + operation.parameters.map(\.name)
        }
        let schemas = document.schemas.flatMap { schema in
            [schema.name].compactMap { $0 } + schema.properties.map(\.name)
        }
        return Set((operations + schemas).flatMap(Self.words))
    }

    /// The words of a name: what symbols, digits and changes from small letters to capitals part.
    private static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in name.utf8 {
            if !isLetter(byte) || isCapital(byte) && word.last.map({ !isCapital($0) }) ?? false {
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self).lowercased()) }
                word = []
            }
            if isLetter(byte) { word.append(byte) }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self).lowercased()) }
        return words
    }

    private static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte) || byte >= 0x61 && byte <= 0x7A }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
