import CallsignPlan

/// About how many bytes of source files come to: by that the longest are written first, and memory is set aside.
struct LengthEstimate {
    private let plan: ClientPlan

    init(_ plan: ClientPlan) {
        self.plan = plan
    }

    /// The places of the files in the plan, the longest first.
    var order: [Int] {
        let lengths = plan.files.map(bytes)
        // Of files that are equally long, the first goes first.
        return plan.files.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    }

    func bytes(of file: FilePlan) -> Int {
        file.contents.reduce(1000) { sum, content in
            switch content {
            case .types(let types): types.reduce(sum) { $0 + bytes(of: plan.types[$1.index].kind) }
            case .resource(let path): sum + 2000 * methods(path)
            case .errors: sum + plan.errors.reduce(0) { $0 + 1000 + 400 * $1.cases.count }
            case .headers: sum + 1000 * plan.headers.count
            case .client, .webhooks: sum + 5000
            }
        }
    }

    private func methods(_ path: [Int]) -> Int {
        var count = 0
        var resources = plan.resources
        for index in path where resources.indices.contains(index) {
            count = resources[index].methods.count
            resources = resources[index].children
        }
        return count
    }

    private func bytes(of kind: TypePlan.Kind) -> Int {
        switch kind {
        case .structure(let structure): 400 + 250 * structure.members.count
        case .enumeration(let enumeration): 400 + 150 * enumeration.cases.count
        case .union(let union): 800 + 300 * union.cases.count
        case .partChoice(let choice): 800 + 300 * choice.cases.count
        case .alias: 200
        }
    }
}
