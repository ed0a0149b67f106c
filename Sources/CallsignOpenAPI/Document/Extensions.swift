package import CallsignYAML

/// `x-…` keys with their values, in the order written.
package struct Extensions: Sendable {
    package var entries: [Mapping.Entry] = []

    package init(_ entries: [Mapping.Entry] = []) {
        self.entries = entries
    }

    package subscript(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

    package func entry(_ key: String) -> Mapping.Entry? { entries.first { $0.key == key } }
}

extension MappingReader {
    /// Reports the keys that an object of OpenAPI doesn't have. Those that begin with `x-` are anybody's (OpenAPI
    /// 3.1.1, section 4.9).
    mutating func finishObject() {
        finish { $0.utf8.starts(with: "x-".utf8) }
    }
}
