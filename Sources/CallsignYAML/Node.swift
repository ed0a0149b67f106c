package import CallsignDiagnostics

/// A value of a YAML or JSON text, with its place.
package struct Node: Sendable {
    package enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping(Mapping)
    }

    package var content: Content
    package var mark: SourceMark

    package init(_ content: Content, at mark: SourceMark) {
        self.content = content
        self.mark = mark
    }

    package var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    package var sequence: [Node]? {
        if case .sequence(let nodes) = content { nodes } else { nil }
    }

    package var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// The text of a scalar that is a string by the core schema.
    package var string: String? {
        guard let scalar, case .string = scalar.value else { return nil }
        return scalar.text
    }

    package var bool: Bool? {
        guard let scalar, case .bool(let value) = scalar.value else { return nil }
        return value
    }

    package var isNull: Bool {
        guard let scalar, case .null = scalar.value else { return false }
        return true
    }

    /// The value of a key where this is a mapping that has it.
    package subscript(_ key: String) -> Node? { mapping?[key] }
}

/// A scalar: its text, and whether it was written plain, which decides what it means.
package struct Scalar: Sendable {
    package var text: String
    /// Whether the text was written without quotes and without a tag, so that the core schema gives it its type.
    package var isPlain: Bool

    package init(_ text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
    }
}

/// What a scalar means by the core schema of YAML 1.2 (chapter 10.3), which includes JSON's.
package enum ScalarValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// An integer that fits 64 bits.
    case integer(Int64)
    /// A number that is no such integer: its text is in the scalar, the value is the nearest double.
    case number(Double)
    case string
}

/// A mapping in the order of its text. Keys are unique strings.
package struct Mapping: Sendable {
    package struct Entry: Sendable {
        package var key: String
        package var keyMark: SourceMark
        package var value: Node

        package init(key: String, keyMark: SourceMark, value: Node) {
            self.key = key
            self.keyMark = keyMark
            self.value = value
        }
    }

    package let entries: [Entry]
    /// Positions by key, kept for mappings that are long enough for it to pay.
    private let index: [String: Int]?

    /// The most entries that are searched one by one.
    static let searched = 12

    /// - Parameter entries: entries whose keys are known to differ.
    package init(_ entries: [Entry]) {
        self.init(entries) { _, _ in }
    }

    /// - Parameters:
    ///   - entries: entries whose keys are known to differ where they are no more than `searched`.
    ///   - report: called with two entries of the same key, of which the first is kept.
    init(_ entries: [Entry], reportingRepeated report: (_ first: Entry, _ again: Entry) -> Void) {
        guard entries.count > Self.searched else {
            self.entries = entries
            index = nil
            return
        }
        var index: [String: Int] = [:]
        index.reserveCapacity(entries.count)
        var kept: [Entry]?
        for (position, entry) in entries.enumerated() {
            if let first = index[entry.key] {
                report(entries[first], entry)
                kept = kept ?? Array(entries[..<position])
            } else {
                index[entry.key] = kept?.count ?? position
                kept?.append(entry)
            }
        }
        self.entries = kept ?? entries
        self.index = index
    }

    package func entry(_ key: String) -> Entry? {
        position(of: key).map { entries[$0] }
    }

    /// Where in `entries` a key is.
    func position(of key: String) -> Int? {
        if let index { return index[key] }
        let length = key.utf8.count
        return entries.firstIndex { $0.key.utf8.count == length && $0.key == key }
    }

    package subscript(_ key: String) -> Node? { entry(key)?.value }
}
