/// Makes a short text that matches a regular expression (ECMA-262, as JSON Schema uses it): the first alternative of
/// each choice, each repetition as seldom as it may be.
struct PatternSample {
    /// - Returns: nothing for what it doesn't understand, such as assertions about what follows.
    static func text(matching pattern: String) -> String? {
        var sample = PatternSample(rest: Array(pattern.unicodeScalars)[...])
        guard let text = sample.alternatives(depth: 0), sample.rest.isEmpty else { return nil }
        return text
    }

    private static let longest = 1024

    private var rest: ArraySlice<Unicode.Scalar>

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func alternatives(depth: Int) -> String? {
        guard depth < 32, let first = sequence(depth: depth) else { return nil }
        while take("|") {
            // What isn't chosen has to be understood all the same, to find where it ends.
            if sequence(depth: depth) == nil { return nil }
        }
        return first
    }

    private mutating func sequence(depth: Int) -> String? {
        var text = ""
        while let next = rest.first, next != "|", next != ")" {
            guard let atom = atom(depth: depth), let count = repetition() else { return nil }
            text += String(repeating: atom, count: count)
            if text.unicodeScalars.count > Self.longest { return nil }
        }
        return text
    }

    private mutating func atom(depth: Int) -> String? {
        guard let next = rest.popFirst() else { return nil }
        switch next {
        case "^", "$": return ""
        case ".": return "x"
        case "\\": return escape(rest.popFirst())
        case "[": return characterClass()
        case "(":
            if take("?") {
                // `(?:…)` groups; all others assert or name something.
                guard take(":") else { return nil }
            }
            guard let text = alternatives(depth: depth + 1), take(")") else { return nil }
            return text
        case "*", "+", "?", "{": return nil
        default: return String(Character(next))
        }
    }

    private func escape(_ scalar: Unicode.Scalar?) -> String? {
        guard let scalar else { return nil }
        switch scalar {
        case "d": return "1"
        case "w": return "a"
        case "s": return " "
        case "D", "W", "S": return scalar == "W" ? "-" : "a"
        case "n": return "\n"
        case "t": return "\t"
        case "b", "B", "p", "P", "k", "u", "x", "c": return nil
        default: return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? nil : String(Character(scalar))
        }
    }

    /// A member of `[…]`, a letter or a digit if there is one.
    private mutating func characterClass() -> String? {
        let isNegated = take("^")
        var members: [ClosedRange<UInt32>] = []
        var isFirst = true
        while let next = rest.popFirst() {
            if next == "]", !isFirst { return Self.member(of: members, isNegated: isNegated) }
            isFirst = false
            guard let lower = classMember(next, &members) else { continue }
            guard rest.first == "-", let end = rest.dropFirst().first, end != "]" else {
                members.append(lower...lower)
                continue
            }
            rest = rest.dropFirst(2)
            var upper = end.value
            if end == "\\" {
                guard let escaped = rest.popFirst() else { return nil }
                upper = escaped.value
            }
            if lower > upper { return nil }
            members.append(lower...upper)
        }
        return nil
    }

    /// The scalar that a class names, or nothing where it names several, which are added.
    private mutating func classMember(_ next: Unicode.Scalar, _ members: inout [ClosedRange<UInt32>]) -> UInt32? {
        guard next == "\\" else { return next.value }
        guard let escaped = rest.popFirst() else { return nil }
        switch escaped {
        case "d": members.append(48...57)
        case "w": members += [97...122, 65...90, 48...57, 95...95]
        case "s": members.append(32...32)
        case "n": return 10
        case "t": return 9
        default: return escaped.value
        }
        return nil
    }

    private static func member(of members: [ClosedRange<UInt32>], isNegated: Bool) -> String? {
        let preferred = Array("a1AxX0_- .:/".unicodeScalars)
        func contains(_ scalar: Unicode.Scalar) -> Bool { members.contains { $0.contains(scalar.value) } }
        if let scalar = preferred.first(where: { contains($0) != isNegated }) { return String(Character(scalar)) }
        guard !isNegated, let first = members.first, let scalar = Unicode.Scalar(first.lowerBound) else { return nil }
        return String(Character(scalar))
    }

    /// How often what comes before is repeated: once unless it says otherwise.
    private mutating func repetition() -> Int? {
        var count = 1
        switch rest.first {
        case "*", "?":
            rest.removeFirst()
            count = 0
        case "+": rest.removeFirst()
        case "{":
            guard let end = rest.firstIndex(of: "}") else { return nil }
            let text = String(String.UnicodeScalarView(rest[rest.index(after: rest.startIndex)..<end]))
            guard let least = Int(text.prefix { $0 != "," }), least <= Self.longest else { return nil }
            rest = rest[rest.index(after: end)...]
            count = least
        default: return 1
        }
        // Whether it is greedy changes nothing.
        _ = take("?")
        return count
    }
}
