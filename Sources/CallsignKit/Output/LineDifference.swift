/// The shortest way from one list of lines to another, found as Eugene Myers describes it ("An O(ND) Difference
/// Algorithm and Its Variations", 1986). Lines are numbers here: equal lines have equal numbers.
struct LineDifference {
    enum Step: Equatable {
        /// A line of both.
        case keep(old: Int, new: Int)
        case remove(old: Int)
        case insert(new: Int)
    }

    /// Differences of more lines than this are not searched for the shortest way, which would take its square in time
    /// and memory: everything between the first and the last difference is then replaced.
    static let longestSearch = 1_200

    static func steps(from old: [Int], to new: [Int]) -> [Step] {
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var ending = 0
        while ending < old.count - start, ending < new.count - start,
            old[old.count - 1 - ending] == new[new.count - 1 - ending]
        {
            ending += 1
        }
        let oldMiddle = start..<(old.count - ending)
        let newMiddle = start..<(new.count - ending)
        var steps = (0..<start).map { Step.keep(old: $0, new: $0) }
        steps += search(old, oldMiddle, new, newMiddle) ?? replacement(of: oldMiddle, by: newMiddle)
        steps += (0..<ending).map { .keep(old: oldMiddle.upperBound + $0, new: newMiddle.upperBound + $0) }
        return steps
    }

    private static func replacement(of old: Range<Int>, by new: Range<Int>) -> [Step] {
        old.map { .remove(old: $0) } + new.map { .insert(new: $0) }
    }

    /// Myers's greedy search: for each number of changes the farthest point on each diagonal.
    private static func search(_ old: [Int], _ oldRange: Range<Int>, _ new: [Int], _ newRange: Range<Int>) -> [Step]? {
        let width = oldRange.count
        let height = newRange.count
        if width == 0 || height == 0 { return replacement(of: oldRange, by: newRange) }
        let longest = min(width + height, longestSearch)
        // `farthest[k + longest + 1]`: how far along the old lines diagonal k has come.
        var farthest = [Int](repeating: 0, count: 2 * longest + 3)
        var trace: [[Int]] = []
        for changes in 0...longest {
            // Only the diagonals that the next round reads are kept.
            trace.append(Array(farthest[(longest + 1 - changes - 1)...(longest + 1 + changes + 1)]))
            for diagonal in stride(from: -changes, through: changes, by: 2) {
                let centre = diagonal + longest + 1
                let goesDown =
                    diagonal == -changes || (diagonal != changes && farthest[centre - 1] < farthest[centre + 1])
                var x = goesDown ? farthest[centre + 1] : farthest[centre - 1] + 1
                var y = x - diagonal
                while x < width, y < height, y >= 0,
                    old[oldRange.lowerBound + x] == new[newRange.lowerBound + y]
                {
                    x += 1
                    y += 1
                }
                farthest[centre] = x
                if x >= width, y >= height {
                    return path(trace, width: width, height: height, oldRange.lowerBound, newRange.lowerBound)
                }
            }
        }
        return nil
    }

    /// Walks back from the end through what each round had reached.
    private static func path(
        _ trace: [[Int]], width: Int, height: Int, _ oldStart: Int, _ newStart: Int
    ) -> [Step] {
        var steps: [Step] = []
        var x = width
        var y = height
        for changes in stride(from: trace.count - 1, through: 0, by: -1) {
            let farthest = trace[changes]
            // Diagonal k of this round is at k + changes + 1.
            func reached(_ diagonal: Int) -> Int { farthest[diagonal + changes + 1] }
            let diagonal = x - y
            let goesDown =
                diagonal == -changes || (diagonal != changes && reached(diagonal - 1) < reached(diagonal + 1))
            let previousDiagonal = goesDown ? diagonal + 1 : diagonal - 1
            let previousX = changes == 0 ? 0 : reached(previousDiagonal)
            let previousY = changes == 0 ? 0 : previousX - previousDiagonal
            while x > previousX, y > previousY {
                x -= 1
                y -= 1
                steps.append(.keep(old: oldStart + x, new: newStart + y))
            }
            if changes == 0 { break }
            steps.append(goesDown ? .insert(new: newStart + previousY) : .remove(old: oldStart + previousX))
            x = previousX
            y = previousY
        }
        return steps.reversed()
    }
}
