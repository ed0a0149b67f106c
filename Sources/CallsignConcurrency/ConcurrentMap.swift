import Dispatch

/// Maps over the elements of an array on all cores. The results are in the order of the elements, so that nobody can
/// tell how the work was spread.
package enum ConcurrentMap {
    package static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        // Of many elements, each takes little; so several are handed out at once.
        let length = max(1, elements.count / 128)
        let starts = Array(stride(from: 0, to: elements.count, by: length))
        let results = Results<[Result]>(count: starts.count)
        DispatchQueue.concurrentPerform(iterations: starts.count) { index in
            let end = min(starts[index] + length, elements.count)
            results.set(elements[starts[index]..<end].map(transform), at: index)
        }
        return results.all.flatMap(\.self)
    }
}

/// The results so far.
///
/// `@unchecked Sendable` is safe because `values` is private and touched on the serial queue only.
private final class Results<Value: Sendable>: @unchecked Sendable {
    private let queue = DispatchQueue(label: "callsign.results")
    private var values: [Value?]

    init(count: Int) {
        values = Array(repeating: nil, count: count)
    }

    func set(_ value: Value, at index: Int) {
        queue.sync { values[index] = value }
    }

    var all: [Value] { queue.sync { values.compactMap { $0 } } }
}
