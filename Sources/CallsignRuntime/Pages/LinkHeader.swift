import HTTPTypes

/// The header `Link` (RFC 8288): `<https://api.example.com/items?page=2>; rel="next", …`.
enum LinkHeader {
    /// - Returns: the address of the first link of a relation, as it is written, which may be relative.
    static func target(_ relation: String, in headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name("Link") else { return nil }
        for value in headers[values: name] {
            if let target = target(relation, in: value) { return target }
        }
        return nil
    }

    static func target(_ relation: String, in value: String) -> String? {
        var rest = value[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let target = rest[rest.index(after: start)..<end]
            let (parameters, following) = parameters(rest[rest.index(after: end)...])
            // The first of several counts (section 3.3).
            let relations = parameters.first { $0.name == "rel" }?.value.split(separator: " ") ?? []
            if relations.contains(where: { $0.lowercased() == relation }) { return String(target) }
            rest = following
        }
        return nil
    }

    /// The parameters of one link, and what follows its comma.
    private static func parameters(_ text: Substring) -> (parameters: [(name: String, value: String)], Substring) {
        var parts: [String] = [""]
        var isQuoted = false
        var isEscaped = false
        var rest = text
        while let character = rest.popFirst() {
            if isEscaped {
                parts[parts.count - 1].append(character)
                isEscaped = false
                continue
            }
            switch character {
            case "\\" where isQuoted: isEscaped = true
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted: parts.append("")
            case "," where !isQuoted: return (parts.compactMap(parameter), rest)
            default: parts[parts.count - 1].append(character)
            }
        }
        return (parts.compactMap(parameter), rest)
    }

    private static func parameter(_ text: String) -> (name: String, value: String)? {
        let sides = text.split(separator: "=", maxSplits: 1)
        guard let name = sides.first else { return nil }
        func trimmed(_ side: Substring) -> String {
            var side = side
            while side.first?.isWhitespace == true { side.removeFirst() }
            while side.last?.isWhitespace == true { side.removeLast() }
            return String(side)
        }
        return (trimmed(name).lowercased(), sides.count == 2 ? trimmed(sides[1]) : "")
    }
}
