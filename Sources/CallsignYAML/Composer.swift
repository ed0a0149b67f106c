import CallsignDiagnostics

/// Builds the tree of nodes from the events of a text.
///
/// It never recurses: open collections are on a stack of their own, and the finished parts of all of them are on one
/// stack of entries and one of nodes, from which a collection takes its own when it ends.
struct Composer: ~Copyable {
    /// A collection that is being read.
    struct Frame {
        var isMapping: Bool
        var mark: SourceMark
        var anchor: String?
        /// Where its entries or nodes start on their stack.
        var start: Int
        /// What had been counted before it.
        var sizeBefore: Int
        /// The levels of its deepest child and itself.
        var height = 1
        /// A mapping's key whose value comes next.
        var key: Key?
        /// Whether one of the entries is a merge key.
        var hasMerge = false

        var expectsKey: Bool { isMapping && key == nil }
    }

    /// A key of a mapping that waits for its value.
    struct Key {
        var text: String
        var mark: SourceMark
        var role: Role

        enum Role {
            case name(hash: UInt32)
            /// `<<`, whose value is merged into the mapping.
            case merge
            /// A key that was reported: its value is read, but not kept.
            case dropped
        }
    }

    private var events: EventReader
    private let text: UnsafeBufferPointer<UInt8>
    private let source: SourceMap.File?
    private let separators: LineSeparators?
    private let file: Int32
    private let sink: DiagnosticSink
    private let limits: YAMLLimits

    /// The open collections, of which the last is the innermost. It is used in its place: a copy at each scalar would
    /// count the references of its texts.
    private var frames: [Frame] = []
    private var entries = PartStack<Mapping.Entry>()
    /// What tells the keys of `entries` apart fast, position by position: see `KeyHash`.
    private var hashes: [UInt32] = []
    private var nodes = PartStack<Node>()
    private var anchors = Anchors()
    private var root: Node?
    /// The nodes read so far, and those together with the ones that aliases stand for.
    private(set) var written = 0
    private(set) var size = 0
    /// The levels of the root.
    private(set) var height = 0
    /// The collections that ended with the last of what they hold, without a bracket.
    private(set) var openToTheEnd = 0
    /// Whether the text could go on after its end: nothing says that the document ends there, and no key is one that is
    /// merged with what comes after it.
    private(set) var isContinuable = true
    private var problems = 0
    private var isStopped = false

    /// - Parameters:
    ///   - text: what the events are read from, to explain where it is not well formed.
    ///   - source: the file as it is shown; nothing where nobody will be told what is wrong with it.
    ///   - separators: the characters hidden in the text, if any.
    init(
        _ events: consuming EventReader, text: UnsafeBufferPointer<UInt8>, source: SourceMap.File?,
        separators: LineSeparators?, file: Int32, sink: DiagnosticSink, limits: YAMLLimits
    ) {
        self.events = events
        self.text = text
        self.source = source
        self.separators = separators
        self.file = file
        self.sink = sink
        self.limits = limits
    }

    /// Reads the one document of the text.
    ///
    /// - Returns: its root, or nothing where it could not be read to its end, which has been reported.
    mutating func compose() -> Node? {
        var documents = 0
        while !isStopped {
            switch events.advance() {
            case .scalar:
                openToTheEnd = 0
                readScalar()
            case .alias:
                openToTheEnd = 0
                readAlias()
            case .mappingStart: open(isMapping: true)
            case .sequenceStart: open(isMapping: false)
            case .mappingEnd, .sequenceEnd:
                openToTheEnd = events.isBracket ? 0 : openToTheEnd + 1
                close()
            case .streamStart: break
            case .documentEnd: if !events.isImplicit { isContinuable = false }
            case .documentStart:
                documents += 1
                if documents > 1 {
                    reportSecondDocument()
                    return root
                }
            case .streamEnd:
                if root == nil { reportEmpty() }
                return root
            case .failure:
                report(events.failure)
                return nil
            }
        }
        return nil
    }

    // MARK: Scalars and aliases

    private mutating func readScalar() {
        let mark = events.mark
        if events.scalarHasProperties { return readScalarWithProperties() }
        if expectsKey { return begin(key(at: mark)) }
        guard count(1, at: mark) else { return }
        let scalar = Scalar(scalarText, isPlain: events.scalarIsPlain)
        if frames.isEmpty, scalar.isPlain, scalar.text.isEmpty { return }
        place(Node(.scalar(scalar), at: mark), height: 0)
    }

    private var innermost: Int { frames.count - 1 }

    /// Whether what comes next is a mapping's key.
    private var expectsKey: Bool { !frames.isEmpty && frames[innermost].expectsKey }

    private var scalarText: String {
        if let separators { return separators.restored(events.scalarBytes) }
        return String(decoding: events.scalarBytes, as: UTF8.self)
    }

    /// The key that a scalar without a tag is.
    private func key(at mark: SourceMark) -> Key {
        let bytes = events.scalarBytes
        let text = scalarText
        let isMerge = events.scalarIsPlain && text == "<<"
        return Key(text: text, mark: mark, role: isMerge ? .merge : .name(hash: KeyHash.of(bytes)))
    }

    private mutating func readScalarWithProperties() {
        let mark = events.mark
        var scalar = Scalar(scalarText, isPlain: events.scalarIsPlain)
        var isMerge = scalar.isPlain && scalar.text == "<<"
        if let name = events.tag {
            let reading = Tag(name).reading(of: scalar)
            scalar = reading.scalar
            isMerge = reading.isMerge
            if let problem = reading.problem { report(problem, at: mark) }
        }
        let node = Node(.scalar(scalar), at: mark)
        if let anchor = events.anchor {
            anchors.complete(anchor, Anchors.Target(node: node, size: 1, height: 0))
        }
        if expectsKey {
            let role = isMerge ? Key.Role.merge : .name(hash: KeyHash.of(scalar.text))
            return begin(Key(text: scalar.text, mark: mark, role: role))
        }
        guard count(1, at: mark) else { return }
        place(node, height: 0)
    }

    private mutating func readAlias() {
        let mark = events.mark
        guard let name = events.anchor else { return }
        switch anchors[name] {
        case nil:
            let nearest = NearMatch.best(for: name, among: anchors.names)
            error(
                "yaml-undefined-alias", "the alias \(Quotation("*" + name)) has no anchor before it", at: mark,
                remedy: nearest.map { "did you mean '*\($0)'?" }
                    ?? "define it with '&' in front of an earlier value, or quote the text if it is no alias")
            place(Node(.scalar(Scalar("", isPlain: true)), at: mark), height: 0)
        case .open(let start):
            error(
                "yaml-recursive-alias", "the alias \(Quotation("*" + name)) is inside of what it stands for", at: mark,
                remedy: "describe recursive data with '$ref' instead",
                notes: [Diagnostic.Note("the anchor is here", at: start)])
            place(Node(.scalar(Scalar("", isPlain: true)), at: mark), height: 0)
        case .complete(let target):
            guard count(target.size, at: mark), allows(depth: target.height, at: mark) else { return }
            // Used here: what is wrong with the value as a whole is shown here, what is wrong inside at the anchor.
            place(Node(target.node.content, at: mark), height: target.height)
        }
    }

    // MARK: Collections

    private mutating func open(isMapping: Bool) {
        let mark = events.mark
        guard count(1, at: mark), allows(depth: 1, at: mark) else { return }
        if let name = events.tag, let problem = Tag(name).problem(ofMapping: isMapping) { report(problem, at: mark) }
        let anchor = events.anchor
        if let anchor { anchors.open(anchor, at: mark) }
        let frame = Frame(
            isMapping: isMapping, mark: mark, anchor: anchor, start: isMapping ? entries.count : nodes.count,
            sizeBefore: size - 1)
        frames.append(frame)
    }

    private mutating func close() {
        guard let frame = frames.popLast() else { return }
        let node = Node(frame.isMapping ? .mapping(takeMapping(frame)) : .sequence(takeSequence(frame)), at: frame.mark)
        if let anchor = frame.anchor {
            anchors.close(
                anchor, openedAt: frame.mark,
                Anchors.Target(node: node, size: size - frame.sizeBefore, height: frame.height))
        }
        place(node, height: frame.height)
    }

    private mutating func takeSequence(_ frame: Frame) -> [Node] {
        nodes.take(from: frame.start)
    }

    private mutating func takeMapping(_ frame: Frame) -> Mapping {
        var taken = entries.take(from: frame.start)
        if frame.hasMerge {
            let isMerge = hashes[frame.start...].map { $0 == KeyHash.merge }
            taken = MergeKeys.expand(taken, isMerge: isMerge) { problem in
                error(problem.code, problem.message, at: problem.mark, remedy: problem.remedy)
            }
        }
        hashes.removeSubrange(frame.start...)
        return Mapping(taken) { first, again in reportDuplicate(again.key, first.keyMark, again.keyMark) }
    }

    /// Puts a finished node where it belongs: into the collection that is being read, or at the root.
    private mutating func place(_ node: consuming Node, height: Int) {
        guard !frames.isEmpty else {
            root = node
            self.height = height
            return
        }
        if frames[innermost].height <= height { frames[innermost].height = height + 1 }
        guard frames[innermost].isMapping else {
            nodes.append(node)
            return
        }
        guard let key = frames[innermost].key.take() else { return begin(self.key(from: node)) }
        switch key.role {
        case .dropped: return
        case .merge:
            frames[innermost].hasMerge = true
            isContinuable = false
            hashes.append(KeyHash.merge)
        case .name(let hash): hashes.append(hash)
        }
        entries.append(Mapping.Entry(key: key.text, keyMark: key.mark, value: node))
    }

    // MARK: Keys

    /// The key that a node other than a written scalar is: an alias to a scalar, or an error.
    private mutating func key(from node: Node) -> Key {
        if let scalar = node.scalar {
            return Key(text: scalar.text, mark: node.mark, role: .name(hash: KeyHash.of(scalar.text)))
        }
        error(
            "yaml-complex-key", "a key must be a text, and this is \(node.kind.phrase)", at: node.mark,
            remedy: "if braces or brackets begin a text here, put it in quotes")
        return Key(text: "", mark: node.mark, role: .dropped)
    }

    /// Remembers a key until its value comes. Long mappings look for duplicates when they are complete.
    private mutating func begin(_ key: Key) {
        var key = key
        let start = frames[innermost].start
        if case .name(let hash) = key.role, entries.count - start <= Mapping.searched,
            let first = entry(like: key.text, hash: hash, from: start)
        {
            reportDuplicate(key.text, entries[first].keyMark, key.mark)
            key.role = .dropped
        } else if case .merge = key.role, let first = hashes[start...].firstIndex(of: KeyHash.merge) {
            reportDuplicate(key.text, entries[first].keyMark, key.mark, remedy: "merge a list: '<<: [*one, *other]'")
            key.role = .dropped
        }
        frames[innermost].key = key
    }

    private func entry(like key: String, hash: UInt32, from start: Int) -> Int? {
        var position = start
        while position < hashes.count {
            if KeyHash.mayMatch(hashes[position], hash), entries[position].key == key { return position }
            position += 1
        }
        return nil
    }

    // MARK: Limits

    /// Counts nodes that are written or stand for an alias.
    private mutating func count(_ added: Int, at mark: SourceMark) -> Bool {
        written += 1
        size += added
        if written > limits.nodes {
            stop(
                "yaml-too-many-nodes", "the file has more than \(limits.nodes) values", at: mark,
                remedy: "split the description, or raise the limit")
            return false
        }
        if size - written > limits.aliasedNodes {
            stop(
                "yaml-alias-expansion",
                "aliases up to here stand for more than \(limits.aliasedNodes) values", at: mark,
                remedy: "use '$ref' in place of nested aliases, or raise the limit")
            return false
        }
        return true
    }

    private mutating func allows(depth added: Int, at mark: SourceMark) -> Bool {
        let depth = frames.count + added
        if depth <= limits.depth { return true }
        stop(
            "yaml-too-deep", "values are nested more than \(limits.depth) levels deep", at: mark,
            remedy: "close the brackets that are left open, or move the inner values into components of their own")
        return false
    }

    // MARK: Problems

    private mutating func error(
        _ code: String, _ message: String, at mark: SourceMark, remedy: String?, notes: [Diagnostic.Note] = []
    ) {
        sink.error(code, message, at: mark, remedy: remedy, notes: notes)
        problems += 1
        if problems == limits.problems {
            stop("yaml-too-many-problems", "there are too many problems to go on", at: mark, remedy: nil)
        }
    }

    private mutating func report(_ problem: Tag.Problem, at mark: SourceMark) {
        if problem.isError {
            error(problem.code, problem.message, at: mark, remedy: problem.remedy)
        } else {
            sink.warning(problem.code, problem.message, at: mark, remedy: problem.remedy)
        }
    }

    private func report(_ failure: EventReader.Failure) {
        switch failure.kind {
        case .memory: sink.report(SyntaxProblem.noMemory(file: file))
        case .encoding:
            sink.report(SyntaxProblem.encoding(failure, at: TextPlace(of: failure.offset, in: text), file: file))
        case .syntax:
            guard let source else { return }
            sink.report(SyntaxProblem(failure, in: source).diagnostic)
        }
    }

    private mutating func stop(_ code: String, _ message: String, at mark: SourceMark, remedy: String?) {
        sink.error(code, message, at: mark, remedy: remedy)
        isStopped = true
    }

    private mutating func reportDuplicate(
        _ key: String, _ first: SourceMark, _ again: SourceMark, remedy: String = "remove or rename one of the two"
    ) {
        error(
            "yaml-duplicate-key", "the key \(Quotation(key)) is in this mapping twice", at: again, remedy: remedy,
            notes: [Diagnostic.Note("the first one is here", at: first)])
    }

    private func reportSecondDocument() {
        sink.error(
            "yaml-several-documents", "a second document starts here, and a file must have one", at: events.mark,
            remedy: "remove the '---', or move what follows into a file of its own")
    }

    private func reportEmpty() {
        sink.error(
            "yaml-empty", "the file has no content", at: SourceMark(file: file, line: 1, column: 1),
            remedy: "check that it is the right file and was saved")
    }
}
