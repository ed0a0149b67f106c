import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Decides which Swift type each schema becomes. The one switch on a schema's shape.
struct TypePlanner {
    let document: ResolvedDocument
    let settings: PlanSettings
    let reader: SchemaReader
    let formats: FormatTable
    let sink: DiagnosticSink

    private(set) var drafts: [TypeDraft] = []
    /// What each schema that was reached became.
    private(set) var dispositions: [Ledger.Disposition?]
    /// The types that schemas have become.
    private var references: [TypeReference?]
    /// Whether a schema is being planned, and how many are.
    private var isInProgress: [Bool]
    private var depth = 0
    /// The types of parts of forms that are one of several, by their schema.
    var partChoices: [SchemaID: TypeReference] = [:]
    /// The types of objects that several schemas describe together, and how deep they are in each other just now.
    var joinedTypes: [Set<SchemaID>: TypeReference] = [:]
    var joinedDepth = 0
    /// Properties whose parts contradict each other, as far as that has been said.
    var reportedConflicts: Set<SchemaID> = []
    /// Structures whose members wait, because they were met too deep within others: see ``PlanningDepth``.
    private var waiting: [(type: TypeID, shape: ObjectShape, schema: SchemaID, context: TypeContext)] = []

    init(document: ResolvedDocument, settings: PlanSettings, sink: DiagnosticSink) {
        self.document = document
        self.settings = settings
        self.sink = sink
        reader = SchemaReader(document: document)
        dispositions = Array(repeating: nil, count: document.schemas.count)
        references = Array(repeating: nil, count: document.schemas.count)
        isInProgress = Array(repeating: false, count: document.schemas.count)
        formats = FormatTable(
            overrides: Dictionary(
                settings.formats.map { ($0.key.value, $0.type) }, uniquingKeysWith: { _, last in last }))
    }

    /// The Swift type of a schema's values other than `null`.
    ///
    /// - Parameter context: where the schema stands, for naming it if it is inline, as few are.
    mutating func reference(for id: SchemaID, in context: @autoclosure () -> TypeContext) -> TypeReference {
        if let known = references[id.index] { return known }
        if isInProgress[id.index] {
            // A list of itself, or an alias in a circle: no structure stands between, so there is no type to name.
            dispositions[id.index] = .carriedAsJSON
            return .json
        }
        isInProgress[id.index] = true
        depth += 1
        defer {
            isInProgress[id.index] = false
            depth -= 1
        }
        if depth > PlanningDepth.limit {
            reportAny(.depth, document[id])
            dispositions[id.index] = .carriedAsJSON
            return .json
        }
        let result = plannedReference(for: id, in: context())
        references[id.index] = result
        return result
    }

    private mutating func plannedReference(
        for id: SchemaID, in context: @autoclosure () -> TypeContext
    ) -> TypeReference {
        let schema = document[id]
        func own() -> TypeContext { schema.name.map { TypeContext($0) } ?? context() }
        dispositions[id.index] = .generated
        switch reader.shape(of: id) {
        case .any(let reason):
            if reason != .unconstrained { reportAny(reason, schema) }
            dispositions[id.index] = .carriedAsJSON
            return .json
        case .scalar(let scalar): return .scalar(type(of: scalar))
        case .same(let target): return reference(for: target, in: own())
        case .array(let items):
            guard let items else { return .array(.json) }
            return .array(element(items, in: own().element))
        case .tuple(let shape): return declareTuple(shape, id, in: own())
        case .map(let values):
            guard let values else { return .map(.json) }
            return .map(element(values, in: own().suffixed("value")))
        case .enumeration(let shape): return declareEnumeration(shape, id, in: own())
        case .object(let shape): return declareStructure(shape, id, in: own())
        case .union(let shape): return declareUnion(shape, id, in: own())
        }
    }

    /// The type of something that a container holds, optional where it may be `null`.
    mutating func element(_ id: SchemaID, in context: @autoclosure () -> TypeContext) -> TypeReference {
        let type = reference(for: id, in: context())
        return reader.isNullable(id) && type != .json ? .optional(type) : type
    }

    /// The type of a value that is a body by itself, or an element of one that is a list or a stream.
    ///
    /// Members are written and read by codings of their own, where JSON's form isn't their type's. A whole value has
    /// none, so its type is one that JSON's form is that of: text for a number in quotes, a number for seconds.
    mutating func whole(_ id: SchemaID, in context: TypeContext) -> TypeReference {
        let type = element(id, in: context)
        return Self.plain(type)
    }

    private static func plain(_ type: TypeReference) -> TypeReference {
        switch type {
        case .json, .named: type
        case .scalar(let scalar): .scalar(scalar.plain)
        case .array(let element): .array(plain(element))
        case .map(let value): .map(plain(value))
        case .optional(let wrapped): .optional(plain(wrapped))
        }
    }

    /// Accounts for a schema whose values the client handles without a type of their own.
    mutating func visit(_ id: SchemaID?) {
        if let id, dispositions[id.index] == nil { dispositions[id.index] = .generated }
    }

    func type(of scalar: ScalarShape) -> ScalarType {
        let (type, isKnown) = formats.type(for: scalar)
        if !isKnown, let format = scalar.format {
            let near = NearMatch.best(for: format, among: FormatTable.names)
            let mark = scalar.formatMark ?? scalar.mark
            sink.error(
                "unknown-format", "unknown format '\(format)', without which the type alone decides", at: mark,
                remedy: near.map { "did you mean '\($0)'?" }
                    ?? "name a Swift type for it under 'formats' in the configuration, or leave it out")
        }
        return type
    }

    private func reportAny(_ reason: SchemaShape.AnyReason, _ schema: Schema) {
        let what =
            switch reason {
            case .unconstrained: "says nothing of its values"
            case .structuredValues: "lists arrays or objects as its values"
            case .conflict: "joins parts that no value fits all of"
            case .composition: "joins schemas that are not all objects"
            case .empty: "allows no value"
            case .depth: "stands too deep within others"
            case .size: "joins more properties than can be compiled, with those joined before"
            }
        let message = "this schema \(what), so its values are carried as JSONValue"
        if reason == .conflict {
            sink.warning(
                "conflicting-parts", message, at: schema.mark, remedy: "describe it in parts that narrow each other")
        } else if reason == .size {
            sink.warning("too-large", message, at: schema.mark, remedy: "refer to the parts as properties of their own")
        } else {
            sink.note("carried-as-json", message, at: schema.mark)
        }
    }

    // MARK: Drafts

    /// Reserves a type before its members are planned, so that they can refer to it.
    mutating func declare(_ id: SchemaID, in context: TypeContext, documentation: Documentation) -> TypeID {
        let schema = document[id]
        let type = TypeID(drafts.count)
        drafts.append(
            TypeDraft(
                nameCandidate: context.words, nameOverride: nameOverride(schema), kind: nil,
                documentation: documentation, isDeprecated: schema.deprecated, mark: schema.mark,
                pointer: schema.pointer))
        references[id.index] = .named(type)
        return type
    }

    /// Puts off planning the members of a structure where others that hold it are being planned, if those are many.
    ///
    /// - Returns: whether that was necessary.
    mutating func putsOff(_ type: TypeID, _ shape: ObjectShape, _ schema: SchemaID, in context: TypeContext) -> Bool {
        if depth <= PlanningDepth.structures { return false }
        waiting.append((type, shape, schema, context))
        return true
    }

    /// Plans the members that were put off.
    mutating func planWaiting() {
        while let (type, shape, schema, context) = waiting.popLast() {
            define(type, .structure(plan(shape, in: context, holder: document[schema])))
        }
    }

    mutating func define(_ type: TypeID, _ kind: TypePlan.Kind) {
        drafts[type.index].kind = kind
    }

    private func nameOverride(_ schema: Schema) -> String? {
        if schema.isInherited { return nil }
        for (key, name) in settings.typeNames where key.value == schema.name || schema.pointer.hasSuffix(key.value) {
            return name
        }
        guard let name = schema.text(ChosenNames.key) else { return nil }
        return ChosenNames.isTypeName(schema) ? name : nil
    }

    func scope(_ position: NameScope.Position) -> NameScope {
        NameScope(position, settings: settings.naming)
    }

    /// Adds a type that no schema stands for.
    mutating func declareBare(_ draft: TypeDraft) -> TypeID {
        drafts.append(draft)
        return TypeID(drafts.count - 1)
    }
}

extension ScalarType {
    /// The type whose own form is the one that JSON has for this type's values.
    fileprivate var plain: ScalarType {
        switch wire {
        case .native, .lenient, .lenientText: self
        case .text, .spaced, .mail, .urlAlphabet: ScalarType(.string)
        case .unixSeconds, .unixMilliseconds: ScalarType(.int64)
        }
    }
}
