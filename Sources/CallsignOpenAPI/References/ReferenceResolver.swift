import CallsignDiagnostics
import CallsignYAML

/// Follows references, one step at a time, to objects of this file or of others.
struct ReferenceResolver {
    var files: DescriptionFiles
    /// Pointers of the components of the root that something refers to.
    private(set) var used: Set<String> = []
    private(set) var dangling = DanglingReferences()
    private var sink: DiagnosticSink

    init(files: DescriptionFiles, sink: DiagnosticSink) {
        self.files = files
        self.sink = sink
    }

    /// Follows a reference for those to whom it doesn't matter why it may lead nowhere.
    mutating func quietly<Value>(_ follow: (inout ReferenceResolver) -> Value) -> Value {
        let own = sink
        defer { sink = own }
        sink = DiagnosticSink()
        return follow(&self)
    }

    /// Reports the references that lead nowhere, which wait for others to the same place.
    mutating func reportDangling() {
        dangling.report(to: sink)
    }

    private mutating func addDangling(_ diagnostic: Diagnostic, to target: String) {
        dangling.add(sink.judged(diagnostic), to: target)
    }

    /// Notes that a component of the root is used, for references that aren't written as `$ref`.
    mutating func markUsed(_ pointer: String) {
        used.insert(pointer)
    }

    /// The object that a reference names, which may be a reference itself. Nothing after reporting why there is none.
    ///
    /// - Parameters:
    ///   - value: the value of `$ref`.
    ///   - kind: what the reference is expected to name; nothing for what is no component.
    mutating func resolve(_ value: Node, as kind: ComponentKind?) -> ReferenceTarget? {
        guard let text = value.string else {
            sink.error("wrong-type", "expected the text of a reference as the value of '$ref'", at: value.mark)
            return nil
        }
        return resolve(text, at: value.mark, as: kind)
    }

    /// The same for the text of a reference.
    mutating func resolve(_ text: String, at mark: SourceMark, as kind: ComponentKind?) -> ReferenceTarget? {
        let reference: ReferenceText
        do {
            reference = try ReferenceText(text)
        } catch {
            report(error, in: text, at: mark)
            return nil
        }
        let base = files.position(of: mark)
        guard let (position, place) = locate(reference, from: base, text: text, at: mark),
            fits(place, in: position, kind, text: text, at: mark),
            let node = walk(place, in: position, text: text, at: mark)
        else { return nil }
        let pointer = pointer(to: place, in: position)
        if position == 0 { used.insert(pointer) }
        return ReferenceTarget(
            node: node, pointer: pointer, name: name(of: place, in: position, isOtherFile: position != base))
    }

    /// Whether schemas of a place's file have identifiers, to which references may be relative.
    mutating func hasIdentifiers(at mark: SourceMark) -> Bool {
        let position = files.position(of: mark)
        return files[position].version >= .v31 && files.names(in: position).hasIdentifiers
    }

    /// The file that a reference names and the tokens of the place in it.
    private mutating func locate(
        _ reference: ReferenceText, from base: Int, text: String, at mark: SourceMark
    ) -> (position: Int, place: [String])? {
        var position = base
        var start: [String] = []
        if !reference.path.isEmpty {
            if let place = files.names(of: reference, at: mark, in: base) {
                start = place
            } else if reference.isAddress {
                guard let found = files.find(address: reference.resource) else {
                    reportAddress(text, at: mark)
                    return nil
                }
                guard let known = settle(found, at: mark) else { return nil }
                position = known
            } else {
                guard let known = settle(files.find(reference.path, from: base), at: mark) else { return nil }
                position = known
            }
        }
        switch reference.fragment {
        case .wholeFile: return (position, start)
        case .pointer(let tokens):
            return (position, start + (files[position].places?.place(of: tokens) ?? tokens))
        case .anchor(let name):
            let names = files.names(in: position)
            if let place = names.place(ofAnchor: name) { return (position, place) }
            addDangling(
                Diagnostic(
                    .error, "dangling-reference", "'\(text)' names nothing: no schema has the anchor '\(name)'",
                    at: mark, remedy: "a place in a file is written '#/', as in '#/components/schemas/\(name)'"),
                to: files[position].name + "#" + name)
            return nil
        }
    }

    /// The position of a file that was found; nothing after noting why there is none.
    private mutating func settle(_ found: DescriptionFiles.Found, at mark: SourceMark) -> Int? {
        switch found {
        case .file(let position): return position
        case .reportedBefore: return nil
        case .problem(let path, let code, let message, let remedy):
            addDangling(Diagnostic(.error, code, message, at: mark, remedy: remedy), to: path)
            return nil
        }
    }

    private func reportAddress(_ text: String, at mark: SourceMark) {
        sink.error(
            "reference-to-address", "'\(text)' is an address, and the generator opens no network connection",
            at: mark, remedy: "save the document beside the description and refer to it by its relative path")
    }

    /// Whether a pointer into components is to the section that is expected.
    private func fits(
        _ place: [String], in position: Int, _ kind: ComponentKind?, text: String, at mark: SourceMark
    ) -> Bool {
        guard let kind, place.count == 3, place[0] == "components", let section = ComponentKind(rawValue: place[1]),
            section != kind
        else { return true }
        // What is no schema says nothing of a value, which a client can carry as any JSON: see ``Slips``.
        sink.error(
            kind == .schemas ? "reference-to-no-schema" : "wrong-reference-kind",
            "expected a reference to \(kind.noun), but '\(text)' names \(section.noun)",
            at: mark)
        return false
    }

    private mutating func walk(_ place: [String], in position: Int, text: String, at mark: SourceMark) -> Node? {
        var node = files[position].root
        for (depth, token) in place.enumerated() {
            let next: Node?
            switch node.content {
            case .mapping(let mapping): next = mapping[token]
            case .sequence(let nodes):
                next = JSONPointer.index(token).flatMap { nodes.indices.contains($0) ? nodes[$0] : nil }
            case .scalar: next = nil
            }
            guard let next else {
                addDangling(
                    missing(token, after: place[..<depth], in: node, of: files[position], text: text, at: mark),
                    to: pointer(to: place, in: position))
                return nil
            }
            node = next
        }
        return node
    }

    private func pointer(to place: [String], in position: Int) -> String {
        place.reduce(files[position].name + "#") { JSONPointer.appending($1, to: $0) }
    }

    private func missing(
        _ token: String, after place: ArraySlice<String>, in node: Node, of file: DescriptionFiles.File, text: String,
        at mark: SourceMark
    ) -> Diagnostic {
        let place = file.places == nil ? Array(place) : SwaggerPlaces.written(Array(place))
        let holder = place.isEmpty ? "'\(file.name)'" : "'\(place.joined(separator: "/"))'"
        var message = "'\(text)' names nothing: \(holder) "
        var remedy: String?
        switch node.content {
        case .scalar: message += "is a single value, which has no '\(token)'"
        case .sequence(let nodes): message += "is a list of \(nodes.count), which has no '\(token)'"
        case .mapping(let mapping):
            message += "has no '\(token)'"
            // In Swagger, the keys of the file aren't those that the text has.
            let isRoot = file.places != nil && place.isEmpty
            let keys = isRoot ? SwaggerPlaces.sections : mapping.entries.map(\.key)
            if let near = NearMatch.best(for: token, among: keys) {
                remedy = "did you mean '\(near)'?"
            } else if place.isEmpty, file.name != files[0].name, files[0].root[token] != nil {
                remedy = "'#/' is the file of the reference: write the path of '\(files[0].name)' before it"
            }
        }
        return Diagnostic(.error, "dangling-reference", message, at: mark, remedy: remedy)
    }

    private func report(_ problem: ReferenceText.Problem, in text: String, at mark: SourceMark) {
        switch problem {
        case .empty:
            sink.error("malformed-reference", "a reference must not be empty", at: mark)
        case .malformedEscape:
            sink.error(
                "malformed-reference", "'\(text)' has a '%' that two hexadecimal digits don't follow", at: mark,
                remedy: "write '%25' for the character '%'")
        case .malformedPointer:
            sink.error(
                "malformed-reference", "'\(text)' has a '~' that is followed by neither '0' nor '1'", at: mark,
                remedy: "write '~0' for the character '~' and '~1' for '/'")
        }
    }

    /// The name of the object at a place: its key where it is reusable there, or what another file calls it.
    private func name(of place: [String], in position: Int, isOtherFile: Bool) -> String? {
        guard let last = place.last else { return files[position].path.baseName }
        let holder = place.dropLast()
        if holder.count == 2, holder.first == "components" { return last }
        if holder.last == "definitions" || holder.last == "$defs" { return last }
        // A file beside the root is a collection; what a pointer picks out of it is named by its key, unless the key
        // is a keyword's, which says nothing.
        guard position != 0 || isOtherFile, JSONPointer.index(last) == nil, SchemaKeyword.named(last) == nil,
            last != "schema"
        else { return nil }
        return last
    }
}

extension DescriptionFiles {
    /// The place of the schema whose `$id` a reference repeats, or is relative to.
    fileprivate mutating func names(of reference: ReferenceText, at mark: SourceMark, in position: Int) -> [String]? {
        guard files[position].version >= .v31 else { return nil }
        let names = names(in: position)
        return reference.isAddress
            ? names.place(ofIdentifier: reference.resource) : names.place(ofReferenceAt: mark)
    }
}
