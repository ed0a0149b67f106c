/// Names what operations have in common, such as a set of failures, by who has it.
struct SetNames {
    /// An operation, or a failure of any: its resource, and the words of the method or the failure.
    struct User {
        var resource: String
        var method: String
    }

    /// Who has each set, in order.
    let users: [[User]]
    /// The API's name.
    let prefix: String
    /// What a set is.
    let word: String

    /// The words of each name. The set that most operations share is the client's own.
    var candidates: [String] {
        let main = users.indices.max { (users[$0].count, -$0) < (users[$1].count, -$1) }
        return users.indices.map { index in
            if index == main { return prefix + "_" + word }
            let resources = Set(users[index].map(\.resource))
            let others = users.indices.filter { other in
                other != index && other != main && Set(users[other].map(\.resource)) == resources
            }
            if resources.count == 1, others.isEmpty, let resource = resources.first, !resource.isEmpty {
                return prefix + "_" + resource + "_" + word
            }
            guard let first = users[index].first else { return prefix + "_" + word }
            return ([prefix, first.resource, first.method].filter { !$0.isEmpty } + [word]).joined(separator: "_")
        }
    }
}
