/// A path in which `*` stands for anything in one segment, and `**` for anything at all.
struct PathPattern {
    private enum Part: Equatable {
        case byte(UInt8)
        case segment
        case all
    }

    private let parts: [Part]

    init(_ text: String) {
        var parts: [Part] = []
        for byte in text.utf8 {
            if byte != UInt8(ascii: "*") {
                parts.append(.byte(byte))
            } else if parts.last == .segment {
                parts[parts.count - 1] = .all
            } else if parts.last != .all {
                parts.append(.segment)
            }
        }
        self.parts = parts
    }

    func matches(_ path: String) -> Bool {
        // The positions in the pattern that the text so far can have led to.
        var states = followed([0])
        for byte in path.utf8 {
            var next: Set<Int> = []
            for state in states where state < parts.count {
                switch parts[state] {
                case .byte(let wanted): if wanted == byte { next.insert(state + 1) }
                case .segment: if byte != UInt8(ascii: "/") { next.insert(state) }
                case .all: next.insert(state)
                }
            }
            states = followed(next)
            if states.isEmpty { return false }
        }
        return states.contains(parts.count)
    }

    /// The positions with those behind them that take nothing of the text.
    private func followed(_ states: Set<Int>) -> Set<Int> {
        var states = states
        for state in states {
            var next = state
            while next < parts.count, parts[next] == .segment || parts[next] == .all {
                next += 1
                states.insert(next)
            }
        }
        return states
    }
}
