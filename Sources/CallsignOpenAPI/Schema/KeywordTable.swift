/// Values by a few short names, found without hashing: by length, first and last byte, which tell most of them apart. Each
/// key of each schema is looked up, and most of the time of that went into hashing.
struct KeywordTable<Value: Sendable>: Sendable {
    /// The names whose length and bytes come to the same number.
    private var groups: [[(name: String, value: Value)]] = Array(repeating: [], count: 256)

    /// - Parameter entries: names that differ, none of which is empty.
    init(_ entries: [(name: String, value: Value)]) {
        for entry in entries { groups[Self.group(entry.name)].append(entry) }
    }

    subscript(_ name: String) -> Value? {
        for entry in groups[Self.group(name)] where entry.name == name { return entry.value }
        return nil
    }

    private static func group(_ name: String) -> Int {
        let bytes = name.utf8
        guard let first = bytes.first, let last = bytes.last else { return 0 }
        return (bytes.count &* 37 &+ Int(first) &* 5 &+ Int(last)) & 255
    }
}
