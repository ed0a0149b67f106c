import CallsignDiagnostics

/// The anchors of a text: what each names at the current place of reading.
///
/// An anchor may be defined again; an alias means the latest definition before it (YAML 1.2.2, section 3.2.2.2).
struct Anchors {
    struct Target {
        var node: Node
        /// The nodes in it, itself included, with aliases expanded.
        var size: Int
        /// The levels below it: 0 for a scalar.
        var height: Int
    }

    enum Definition {
        /// The anchored collection is still being read, so that an alias to it here would contain itself.
        case open(at: SourceMark)
        case complete(Target)
    }

    private var definitions: [String: Definition] = [:]

    subscript(_ name: String) -> Definition? { definitions[name] }

    mutating func open(_ name: String, at mark: SourceMark) {
        definitions[name] = .open(at: mark)
    }

    mutating func complete(_ name: String, _ target: Target) {
        definitions[name] = .complete(target)
    }

    /// Completes what `open` began, unless the anchor was defined again inside.
    mutating func close(_ name: String, openedAt mark: SourceMark, _ target: Target) {
        if case .open(mark) = definitions[name] { definitions[name] = .complete(target) }
    }

    /// The anchors that can be named here.
    var names: [String] { definitions.keys.sorted() }
}
