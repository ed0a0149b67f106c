import CallsignPlan

/// Spreads the client over files: one a resource and a group of models, or a fixed number of shards.
struct FilePlanner {
    let settings: PlanSettings
    let clientName: Identifier
    /// The name of the client's own errors; nothing where no operation can fail because there is none.
    let errorName: String?
    let resources: [ResourcePlan]
    let types: [TypePlan]
    let usage: TypeUsage
    /// The type that names webhooks; nothing where there are none.
    let webhooksName: Identifier?
    /// The first type of headers that more than one response has; nothing where there are none.
    let headersName: String?

    func files() -> [FilePlan] {
        switch settings.fileLayout {
        case .byResource: byResource()
        case .shards(let count): shards(max(1, count))
        }
    }

    /// The paths of all resources, parents before children.
    static func paths(_ resources: [ResourcePlan]) -> [[Int]] {
        resources.indices.flatMap { index in
            [[index]] + paths(resources[index].children).map { [index] + $0 }
        }
    }

    static func resource(at path: [Int], in resources: [ResourcePlan]) -> ResourcePlan? {
        guard let first = path.first, resources.indices.contains(first) else { return nil }
        let rest = Array(path.dropFirst())
        return rest.isEmpty ? resources[first] : resource(at: rest, in: resources[first].children)
    }

    // MARK: By resource

    private func byResource() -> [FilePlan] {
        var names = FileNames()
        var files = [FilePlan(path: names.unique(clientName.text), contents: [.client])]
        if let errorName { files.append(FilePlan(path: names.unique(errorName), contents: [.errors])) }
        if let headersName { files.append(FilePlan(path: names.unique(headersName), contents: [.headers])) }
        var groups: [(name: String, types: [TypeID])] = []
        var shared: [TypeID] = []
        let paths = Self.paths(resources)
        for path in paths {
            files.append(FilePlan(path: names.unique(fileName(path)), contents: [.resource(path)]))
            groups.append((fileName(path) + "Models", []))
        }
        if let webhooksName {
            files.append(FilePlan(path: names.unique(webhooksName.text), contents: [.webhooks]))
            // Their payloads count as those of a resource behind all others.
            groups.append((webhooksName.text + "Models", []))
        }
        for type in types.indices.map({ types[$0].id }) {
            if let only = usage.onlyResource(of: type.index), groups.indices.contains(only) {
                groups[only].types.append(type)
            } else {
                shared.append(type)
            }
        }
        for group in groups where !group.types.isEmpty {
            files.append(FilePlan(path: "Models/" + names.unique(group.name), contents: [.types(group.types)]))
        }
        if !shared.isEmpty {
            files.append(FilePlan(path: "Models/" + names.unique("SharedModels"), contents: [.types(shared)]))
        }
        return files.sorted { $0.path < $1.path }
    }

    private func fileName(_ path: [Int]) -> String {
        (1...path.count).compactMap { Self.resource(at: Array(path.prefix($0)), in: resources)?.plainName }.joined()
    }

    // MARK: Shards

    private func shards(_ count: Int) -> [FilePlan] {
        var resourceShards = Array(repeating: [FilePlan.Content](), count: count)
        for path in Self.paths(resources) {
            resourceShards[Self.shard(of: fileName(path), count: count)].append(.resource(path))
        }
        var typeShards = Array(repeating: [TypeID](), count: count)
        for type in types {
            typeShards[Self.shard(of: type.name.text, count: count)].append(type.id)
        }
        var files = [
            FilePlan(path: "Client.swift", contents: [.client] + (webhooksName == nil ? [] : [.webhooks])),
            FilePlan(path: "Errors.swift", contents: [.errors] + (headersName == nil ? [] : [.headers])),
        ]
        for index in 0..<count {
            files.append(FilePlan(path: "Resources\(index + 1).swift", contents: resourceShards[index]))
            files.append(
                FilePlan(
                    path: "Models\(index + 1).swift",
                    contents: typeShards[index].isEmpty ? [] : [.types(typeShards[index])]))
        }
        return files
    }

    /// A shard that depends on the name alone, so that a new model changes one file (FNV-1a, 32 bits).
    private static func shard(of name: String, count: Int) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash % UInt32(count))
    }
}

/// File names that differ on file systems that fold case, too.
struct FileNames {
    private var taken: Set<String> = []

    mutating func unique(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = name + String(number)
            number += 1
        }
        return candidate + ".swift"
    }
}
