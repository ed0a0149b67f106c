package import CallsignDiagnostics

/// Reads one mapping key by key, with a type for each value, and reports what doesn't fit.
///
/// A key that was asked for is known; `finish()` reports those that nobody asked for. A reader for a value that is
/// absent, or of the wrong type, gives nothing: the latter has been reported. A key without a value (`description:`) is
/// taken as absent, with a warning, since so many descriptions have some.
///
/// The names of keys are compared byte by byte.
package struct MappingReader {
    /// The place of the mapping.
    package let mark: SourceMark
    package let sink: DiagnosticSink
    package let mapping: Mapping
    /// What the mapping describes, such as `the info object`, for messages.
    package let what: String

    /// The keys that were asked for, whether the mapping has them or not.
    private var known: [String] = []
    /// The positions of the mapping's entries that were asked for.
    private var isKnown: [Bool]

    /// - Parameters:
    ///   - what: what the node describes, with an article, such as `the info object`.
    /// - Returns: nothing where the node isn't a mapping, which is reported as `wrong-type`.
    package init?(_ node: Node, _ what: String, sink: DiagnosticSink) {
        guard let mapping = node.mapping else {
            sink.error("wrong-type", "expected an object for \(what), found \(node.kind.phrase)", at: node.mark)
            return nil
        }
        self.mapping = mapping
        self.what = what
        self.sink = sink
        mark = node.mark
        isKnown = [Bool](repeating: false, count: mapping.entries.count)
        known.reserveCapacity(16)
    }

    // MARK: Values of a type

    /// The value of a key, whatever it is.
    package mutating func node(_ key: String) -> Node? {
        known.append(key)
        guard let position = mapping.position(of: key) else { return nil }
        isKnown[position] = true
        return mapping.entries[position].value
    }

    /// The text of a string. A number or boolean is `wrong-type`: it may have been meant as text, without quotes.
    package mutating func string(_ key: String) -> String? {
        guard let node = value(key) else { return nil }
        if let string = node.string { return string }
        let remedy = node.scalar.map { "put it in quotes: \"\(Quotation.cut($0.text))\"" }
        reportType(of: key, node, expected: "a string", remedy: remedy)
        return nil
    }

    /// The text of any scalar, for keys whose text often looks like a number: `version: 1.0`.
    package mutating func text(_ key: String) -> String? {
        guard let node = value(key) else { return nil }
        if let scalar = node.scalar { return scalar.text }
        reportType(of: key, node, expected: "a string")
        return nil
    }

    package mutating func bool(_ key: String) -> Bool? {
        guard let node = value(key) else { return nil }
        if let bool = node.bool { return bool }
        reportType(of: key, node, expected: "a boolean", remedy: "write true or false, without quotes")
        return nil
    }

    /// An integer of 64 bits. A number without a fraction counts: `1e3`, `2.0`.
    package mutating func integer(_ key: String) -> Int? {
        guard let node = value(key) else { return nil }
        switch node.scalar?.value {
        case .integer(let value)?:
            if let value = Int(exactly: value) { return value }
        case .number(let value)?:
            if let value = Int(exactly: value) { return value }
        case .null?, .bool?, .string?, nil: break
        }
        let isNumber = node.kind == .number || node.kind == .integer
        reportType(
            of: key, node, expected: "an integer",
            found: isNumber ? node.scalar.map { Quotation($0.text).description } : nil)
        return nil
    }

    /// The text of any number, so that no digit of it is lost.
    package mutating func number(_ key: String) -> String? {
        guard let node = value(key) else { return nil }
        switch node.scalar?.value {
        case .integer?, .number?: return node.scalar?.text
        case .null?, .bool?, .string?, nil:
            reportType(of: key, node, expected: "a number")
            return nil
        }
    }

    package mutating func sequence(_ key: String) -> [Node]? {
        guard let node = value(key) else { return nil }
        if let sequence = node.sequence { return sequence }
        reportType(of: key, node, expected: "an array")
        return nil
    }

    /// A sequence of strings. Other members are reported and left out.
    package mutating func strings(_ key: String) -> [String]? {
        guard let nodes = sequence(key) else { return nil }
        return nodes.compactMap { node in
            if let string = node.string { return string }
            let remedy = node.scalar.map { "put it in quotes: \"\(Quotation.cut($0.text))\"" }
            sink.error(
                "wrong-type", "expected strings in \(Quotation(key)) of \(what), found \(node.kind.phrase)",
                at: node.mark, remedy: remedy)
            return nil
        }
    }

    package mutating func mapping(_ key: String) -> Mapping? {
        guard let node = value(key) else { return nil }
        if let mapping = node.mapping { return mapping }
        reportType(of: key, node, expected: "an object")
        return nil
    }

    /// One of a closed set of words. Another word is reported as `unknown-value`, with what is allowed.
    package mutating func oneOf<Value: RawRepresentable & CaseIterable>(_ key: String, as: Value.Type) -> Value?
    where Value.RawValue == String {
        guard let node = value(key) else { return nil }
        guard let text = node.scalar?.text else {
            reportType(of: key, node, expected: "a string")
            return nil
        }
        if let value = Value(rawValue: text) { return value }
        let allowed = Value.allCases.map(\.rawValue)
        let list = allowed.map { "'\($0)'" }.joined(separator: ", ")
        sink.error(
            "unknown-value",
            "\(Quotation(text)) is not allowed for \(Quotation(key)) of \(what); expected one of \(list)",
            at: node.mark, remedy: NearMatch.best(for: text, among: allowed).map { "did you mean '\($0)'?" })
        return nil
    }

    // MARK: Required values

    /// The text of a string that has to be there: otherwise `missing-key` is reported, at the mapping or at the key that
    /// has no value.
    package mutating func requiredString(_ key: String) -> String? {
        guard let node = requiredNode(key) else { return nil }
        guard node.isNull else { return string(key) }
        sink.error("missing-key", "\(Quotation(key)) of \(what) has no value, and one is required", at: mark(of: key))
        return nil
    }

    /// A value that has to be there, of any type. Where a key looks like its own misspelt, that is reported instead.
    package mutating func requiredNode(_ key: String) -> Node? {
        if let node = node(key) { return node }
        if let position = misspelling(of: key) {
            isKnown[position] = true
            let entry = mapping.entries[position]
            sink.error(
                "misspelt-key", "\(what) has no key \(Quotation(entry.key))", at: entry.keyMark,
                remedy: "did you mean '\(key)'?")
        } else {
            sink.error("missing-key", "\(what) has no \(Quotation(key)), which is required", at: mark)
        }
        return nil
    }

    // MARK: Keys

    /// The place of a key, or of the mapping where it doesn't have it.
    package func mark(of key: String) -> SourceMark {
        mapping.entry(key)?.keyMark ?? mark
    }

    /// The entries whose keys start with `x-`: extensions, which anyone may add. They are known from then on.
    package mutating func extensions() -> [Mapping.Entry] {
        var found: [Mapping.Entry] = []
        for position in isKnown.indices where Self.isExtension(mapping.entries[position].key) {
            isKnown[position] = true
            found.append(mapping.entries[position])
        }
        return found
    }

    private static func isExtension(_ key: String) -> Bool {
        var bytes = key.utf8.makeIterator()
        return bytes.next() == UInt8(ascii: "x") && bytes.next() == UInt8(ascii: "-")
    }

    /// Makes keys known that aren't read.
    package mutating func ignore(_ keys: String...) {
        for key in keys { _ = node(key) }
    }

    /// Reports each key that wasn't asked for: as `misspelt-key` with the known key that was probably meant, or as
    /// `unknown-key` where none is near.
    package mutating func finish(allowing: (String) -> Bool = { _ in false }) {
        for position in isKnown.indices where !isKnown[position] {
            let entry = mapping.entries[position]
            isKnown[position] = true
            guard !allowing(entry.key) else { continue }
            let candidates = absentKeys
            let near = NearMatch.best(for: entry.key, among: candidates)
            sink.error(
                near == nil ? "unknown-key" : "misspelt-key", "\(what) has no key \(Quotation(entry.key))",
                at: entry.keyMark, remedy: near.map { "did you mean '\($0)'?" } ?? Self.choice(of: candidates))
        }
    }

    /// The most keys that are worth listing for somebody to choose from.
    private static let listed = 40

    /// The known keys that could have been meant, which those that the mapping already has can't.
    private var absentKeys: [String] {
        var absent: [String] = []
        for key in known where mapping.position(of: key) == nil && !absent.contains(key) { absent.append(key) }
        return absent
    }

    private static func choice(of candidates: [String]) -> String {
        let list = candidates.map { "'\($0)'" }.joined(separator: ", ")
        switch candidates.count {
        case 0: return "remove it"
        case 1: return "remove it, or write \(list)"
        case ...listed: return "remove it, or write one of \(list)"
        default: return "remove it, or correct its name"
        }
    }

    // MARK: Reports

    /// The value of a key that isn't null.
    private mutating func value(_ key: String) -> Node? {
        guard let node = node(key) else { return nil }
        guard node.isNull else { return node }
        sink.warning(
            "no-value", "\(Quotation(key)) of \(what) has no value and is taken as absent", at: mark(of: key),
            remedy: "give it a value, or remove it")
        return nil
    }

    private func reportType(
        of key: String, _ node: Node, expected: String, found: String? = nil, remedy: String? = nil
    ) {
        sink.error(
            "wrong-type", "expected \(expected) for \(Quotation(key)) of \(what), found \(found ?? node.kind.phrase)",
            at: node.mark, remedy: remedy)
    }

    /// The position of a key that looks like a misspelt one and wasn't asked for so far.
    private func misspelling(of key: String) -> Int? {
        let unknown = isKnown.indices.filter { !isKnown[$0] }
        if let near = NearMatch.best(for: key, among: unknown.lazy.map { mapping.entries[$0].key }) {
            return mapping.position(of: near)
        }
        // In words as short as `in`, any letter may be the wrong one.
        guard key.utf8.count <= 2 else { return nil }
        return unknown.first { NearMatch.distance(mapping.entries[$0].key, key, atMost: 1) != nil }
    }
}
