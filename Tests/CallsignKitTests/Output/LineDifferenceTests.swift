import Testing

@testable import CallsignKit

@Suite struct LineDifferenceTests {
    private func apply(_ steps: [LineDifference.Step], old: [Int], new: [Int]) -> (old: [Int], new: [Int]) {
        var first: [Int] = []
        var second: [Int] = []
        for step in steps {
            switch step {
            case .keep(let oldIndex, let newIndex):
                first.append(old[oldIndex])
                second.append(new[newIndex])
            case .remove(let index): first.append(old[index])
            case .insert(let index): second.append(new[index])
            }
        }
        return (first, second)
    }

    private func changeCount(_ steps: [LineDifference.Step]) -> Int {
        steps.count { if case .keep = $0 { false } else { true } }
    }

    @Test(arguments: [
        ([], [], 0),
        ([1], [1], 0),
        ([], [1, 2], 2),
        ([1, 2], [], 2),
        ([1, 2, 3], [1, 3], 1),
        ([1, 3], [1, 2, 3], 1),
        ([1, 2, 3], [4, 5, 6], 6),
        // The example of the paper: ABCABBA to CBABAC.
        ([1, 2, 3, 1, 2, 2, 1], [3, 2, 1, 2, 1, 3], 5),
        ([1, 1, 1], [1, 1], 1),
        ([1, 2, 1, 2], [2, 1, 2, 1], 2),
    ])
    func findsTheShortestWay(_ old: [Int], _ new: [Int], _ changes: Int) {
        let steps = LineDifference.steps(from: old, to: new)
        #expect(apply(steps, old: old, new: new) == (old, new))
        #expect(changeCount(steps) == changes)
    }

    @Test func holdsForManyLists() {
        var state: UInt64 = 42
        func next(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        for _ in 0..<500 {
            let old = (0..<next(20)).map { _ in next(5) }
            let new = (0..<next(20)).map { _ in next(5) }
            let steps = LineDifference.steps(from: old, to: new)
            #expect(apply(steps, old: old, new: new) == (old, new))
        }
    }

    @Test func replacesWhatDiffersTooMuchToSearch() {
        let old = [0] + Array(1...5_000) + [9]
        let new = [0] + Array(10_001...15_000) + [9]
        let steps = LineDifference.steps(from: old, to: new)
        #expect(apply(steps, old: old, new: new) == (old, new))
        #expect(steps.first == .keep(old: 0, new: 0))
        #expect(steps.last == .keep(old: 5_001, new: 5_001))
    }
}
