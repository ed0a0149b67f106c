/// A query for places in a document (RFC 9535): child and descendant segments with names, indices, slices, wildcards
/// and filters. Functions aren't read.
struct JSONPath {
    /// Whether it begins at the root (`$`), rather than at the node that a filter looks at (`@`).
    let isAbsolute: Bool
    let segments: [Segment]

    struct Segment {
        /// Whether it looks at all nodes below as well (`..`).
        let isDescendant: Bool
        let selectors: [Selector]
    }

    indirect enum Selector {
        case name(String)
        /// Counted from the end where it is negative.
        case index(Int)
        case wildcard
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// What a filter asks of each node.
    indirect enum Condition {
        case any([Condition])
        case all([Condition])
        case not(Condition)
        case exists(JSONPath)
        case comparison(Operand, Operator, Operand)
    }

    enum Operand {
        case literal(Literal)
        /// A query that leads to one node at most.
        case query(JSONPath)
    }

    enum Literal {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
    }

    enum Operator: String, CaseIterable {
        case equal = "==", unequal = "!=", atMost = "<=", atLeast = ">=", less = "<", greater = ">"
    }

    /// What is wrong with the text of a path, and after how many of its Unicode scalars.
    struct Problem: Error, Equatable {
        var message: String
        var offset: Int
    }

    /// Whether it leads to one node at most: names and indices alone.
    var isSingular: Bool {
        segments.allSatisfy { segment in
            guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
            switch segment.selectors[0] {
            case .name, .index: return true
            case .wildcard, .slice, .filter: return false
            }
        }
    }

    init(isAbsolute: Bool, segments: [Segment]) {
        self.isAbsolute = isAbsolute
        self.segments = segments
    }

    init(_ text: String) throws(Problem) {
        var parser = JSONPathParser(text)
        self = try parser.whole()
    }
}
