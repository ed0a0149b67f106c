/// What changes say as a unified diff, the form that `diff -u` writes and `patch` reads.
package enum FileSetDiff {
    /// Lines of one file's difference that are shown; of longer ones the rest is counted.
    package static let longestShown = 2_000

    private static let contextLines = 3

    /// - Parameter folder: what paths begin with: the output folder as it was named.
    package static func text(of changes: FileSetChanges, folder: String) -> String {
        changes.changes.map { text(of: $0, folder: folder) }.joined()
    }

    /// One file's part.
    package static func text(of change: FileSetChanges.Change, folder: String) -> String {
        let name = PathName.join(folder, change.path.description)
        let old = Lines(change.old)
        let new = Lines(change.new)
        let steps = steps(from: old, to: new)
        var output = ["--- \(change.kind == .created ? "/dev/null" : name + "\tas it is")"]
        output.append("+++ \(change.kind == .removed ? "/dev/null" : name + "\tas generated")")
        let header = output.count
        var position = Position()
        for hunk in hunks(of: steps) {
            position.advance(over: steps[position.step..<hunk.lowerBound])
            let start = position
            position.advance(over: steps[hunk])
            output.append("@@ -\(range(start.old, position.old)) +\(range(start.new, position.new)) @@")
            for step in steps[hunk] { output += lines(of: step, old, new) }
        }
        if output.count > header + longestShown {
            let rest = output.count - header - longestShown
            output.removeLast(rest)
            output.append("… and \(rest) more lines")
        }
        return output.joined(separator: "\n") + "\n"
    }

    private static func steps(from old: Lines, to new: Lines) -> [LineDifference.Step] {
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let number = numbers[line] { return number }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let oldNumbers = old.lines.map(number)
        return LineDifference.steps(from: oldNumbers, to: new.lines.map(number))
    }

    /// Ranges of steps that hold changes and the lines around them; changes near each other share one.
    private static func hunks(of steps: [LineDifference.Step]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, step) in steps.enumerated() {
            if case .keep = step { continue }
            let range = max(0, index - contextLines)..<min(steps.count, index + contextLines + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    /// A range as hunks name it: its first line, from 1, and its length. An empty one is named by the line before it.
    private static func range(_ start: Int, _ end: Int) -> String {
        "\(start == end ? start : start + 1),\(end - start)"
    }

    private static func lines(of step: LineDifference.Step, _ old: Lines, _ new: Lines) -> [String] {
        switch step {
        case .keep(let index, _): old.text(index, sign: " ")
        case .remove(let index): old.text(index, sign: "-")
        case .insert(let index): new.text(index, sign: "+")
        }
    }
}

/// How far a walk over the steps has come.
private struct Position {
    var step = 0
    /// Lines passed of the old text and of the new one.
    var old = 0
    var new = 0

    mutating func advance(over steps: ArraySlice<LineDifference.Step>) {
        step = steps.endIndex
        for step in steps {
            switch step {
            case .keep:
                old += 1
                new += 1
            case .remove: old += 1
            case .insert: new += 1
            }
        }
    }
}

/// A text's lines. A last line without an end differs from one that has it, so lines keep their ends.
private struct Lines {
    let lines: [ArraySlice<UInt8>]

    init(_ text: [UInt8]) {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
            lines.append(text[start..<end])
            start = end
        }
        self.lines = lines
    }

    func text(_ index: Int, sign: String) -> [String] {
        let line = lines[index]
        guard line.last == UInt8(ascii: "\n") else {
            return [sign + String(decoding: line, as: UTF8.self), "\\ No newline at end of file"]
        }
        return [sign + String(decoding: line.dropLast(), as: UTF8.self)]
    }
}
