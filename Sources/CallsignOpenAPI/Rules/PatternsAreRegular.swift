import CallsignDiagnostics

/// A pattern is a regular expression of ECMA-262 (JSON Schema Validation 2020-12, section 6.3.3), whose brackets are
/// closed and whose quantifiers have something to repeat. The client doesn't use patterns, but whoever else reads the
/// description does.
struct PatternsAreRegular: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        for schema in document.schemas {
            guard let pattern = schema.constraints.pattern, let problem = Self.problem(pattern) else { continue }
            let mark = schema.mark(of: "pattern") ?? schema.mark
            sink.warning(
                "malformed-pattern", "\(Quotation(pattern)) is no regular expression: \(problem)", at: mark,
                remedy: "correct it, or put a '\\' before what is meant as it stands")
        }
    }

    /// What is wrong with a pattern; nothing where it looks right.
    static func problem(_ pattern: String) -> String? {
        var groups = 0
        var isInClass = false
        var hasAtom = false
        var characters = pattern.unicodeScalars.makeIterator()
        var next = characters.next()
        while let character = next {
            next = characters.next()
            if character == "\\" {
                if next == nil { return "it ends in a single '\\'" }
                next = characters.next()
                hasAtom = true
            } else if isInClass {
                if character == "]" { isInClass = false }
            } else {
                switch character {
                case "[":
                    isInClass = true
                    hasAtom = true
                case "(":
                    groups += 1
                    hasAtom = false
                    // What follows says what kind of group it is.
                    if next == "?" { next = characters.next() }
                case ")":
                    if groups == 0 { return "a ')' has no '(' before it" }
                    groups -= 1
                    hasAtom = true
                case "|": hasAtom = false
                case "*", "+", "?":
                    if !hasAtom { return "a '\(character)' has nothing to repeat" }
                default: hasAtom = true
                }
            }
        }
        if isInClass { return "a '[' isn't closed" }
        return groups > 0 ? "a '(' isn't closed" : nil
    }
}
