/// In what one list of lines differs from another.
struct LineDifference {
    /// Each with a sign before it: `-` was only recorded, `+` only sent, a blank both.
    private(set) var lines: [String] = []
    /// What stands in another's place is one change.
    let changeCount: Int

    /// How many lines of each side are compared, since comparing takes the longer the more differ.
    private static let window = 400
    /// How many equal lines are shown before the first change of a long text.
    private static let context = 3

    init(recorded: [String], sent: [String]) {
        let shared = zip(recorded, sent).prefix { $0 == $1 }.count
        let start = max(recorded.count, sent.count) > Self.window ? max(shared - Self.context, 0) : 0
        let recordedWindow = Array(recorded.dropFirst(start).prefix(Self.window))
        let sentWindow = Array(sent.dropFirst(start).prefix(Self.window))
        let difference = sentWindow.difference(from: recordedWindow)
        changeCount = max(difference.insertions.count, difference.removals.count)
        if start > 0 { lines.append("  … \(start) lines that are equal") }
        append(difference, recordedWindow, sentWindow)
        let rest = (recorded.count - start - recordedWindow.count, sent.count - start - sentWindow.count)
        if rest.0 > 0 || rest.1 > 0 { lines.append("  … \(rest.0) more lines were recorded, \(rest.1) more sent") }
    }

    private mutating func append(_ difference: CollectionDifference<String>, _ recorded: [String], _ sent: [String]) {
        let removed = offsets(difference.removals)
        let added = offsets(difference.insertions)
        var position = 0
        for (index, line) in recorded.enumerated() {
            if removed.contains(index) {
                lines.append("- \(line)")
                continue
            }
            position = append(added, of: sent, from: position)
            lines.append("  \(line)")
            position += 1
        }
        _ = append(added, of: sent, from: position)
    }

    /// Appends the lines that were only sent, up to the next that is in both.
    private mutating func append(_ added: Set<Int>, of sent: [String], from position: Int) -> Int {
        var position = position
        while added.contains(position) {
            lines.append("+ \(sent[position])")
            position += 1
        }
        return position
    }

    private func offsets(_ changes: [CollectionDifference<String>.Change]) -> Set<Int> {
        Set(
            changes.map { change in
                switch change {
                case .insert(let offset, _, _), .remove(let offset, _, _): offset
                }
            })
    }
}
