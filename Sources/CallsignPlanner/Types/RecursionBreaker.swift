import CallsignPlan

/// Finds the types that would contain themselves without end, so that their members are held through a box.
struct RecursionBreaker {
    /// The number of the strongly connected component of each node.
    private(set) var component: [Int]
    /// Whether a node lies on a circle.
    private(set) var isRecursive: [Bool]

    /// Tarjan's algorithm with a stack of its own, as descriptions may chain any number of types.
    ///
    /// - Parameter graph: of the types, of which those count that are held directly.
    init(_ graph: TypeGraph) {
        let edges = graph.direct
        var search = Search(edges: edges)
        search.run()
        component = search.component
        isRecursive = Array(repeating: false, count: edges.count)
        var sizes = Array(repeating: 0, count: edges.count)
        for number in component { sizes[number] += 1 }
        for node in edges.indices {
            isRecursive[node] = sizes[component[node]] > 1 || edges[node].contains(node)
        }
    }

    /// Whether holding `to` directly in `from` closes a circle.
    func closesCircle(from: Int, to: Int) -> Bool {
        component[from] == component[to] && isRecursive[from]
    }

    private struct Search {
        let edges: [[Int]]
        var component: [Int]
        private var index: [Int]
        private var low: [Int]
        private var onStack: [Bool]
        private var stack: [Int] = []
        private var counter = 0
        private var components = 0

        init(edges: [[Int]]) {
            self.edges = edges
            component = Array(repeating: -1, count: edges.count)
            index = component
            low = component
            onStack = Array(repeating: false, count: edges.count)
        }

        mutating func run() {
            for node in edges.indices where index[node] < 0 { visit(node) }
        }

        private mutating func visit(_ root: Int) {
            var frames: [(node: Int, next: Int)] = [(root, 0)]
            enter(root)
            while let frame = frames.last {
                let node = frame.node
                if frame.next < edges[node].count {
                    frames[frames.count - 1].next += 1
                    let target = edges[node][frame.next]
                    if index[target] < 0 {
                        enter(target)
                        frames.append((target, 0))
                    } else if onStack[target] {
                        low[node] = min(low[node], index[target])
                    }
                } else {
                    frames.removeLast()
                    if let parent = frames.last?.node { low[parent] = min(low[parent], low[node]) }
                    if low[node] == index[node] { close(node) }
                }
            }
        }

        private mutating func enter(_ node: Int) {
            index[node] = counter
            low[node] = counter
            counter += 1
            stack.append(node)
            onStack[node] = true
        }

        private mutating func close(_ root: Int) {
            while let node = stack.popLast() {
                onStack[node] = false
                component[node] = components
                if node == root { break }
            }
            components += 1
        }
    }
}
