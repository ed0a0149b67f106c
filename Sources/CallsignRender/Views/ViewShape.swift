import CallsignMustache

/// What a template sees of one kind of source: each field's name, what it is, and how it is read from the source.
///
/// `@unchecked Sendable` is safe because `readers` is written before the shape is there, and never again.
struct ViewShape<Source>: @unchecked Sendable {
    let object: ObjectShape
    /// Never freed: a shape is a constant. So nobody counts references to it, which all cores would do at once for each
    /// object of each file.
    private let readers: UnsafeBufferPointer<FieldReader<Source>>

    /// - Parameter declare: adds the fields, in the order in which the reference page lists them.
    init(_ name: String, _ documentation: String, declare: (inout ViewFields<Source>) -> Void) {
        var fields = ViewFields<Source>()
        declare(&fields)
        object = ObjectShape(name, documentation, fields: fields.fields)
        let readers = UnsafeMutableBufferPointer<FieldReader<Source>>.allocate(capacity: fields.readers.count)
        _ = readers.initialize(from: fields.readers)
        self.readers = UnsafeBufferPointer(readers)
    }

    func object(of source: Source) -> any TemplateObject {
        ViewObject(source: source, readers: readers)
    }
}

/// A source as templates see it.
private final class ViewObject<Source>: TemplateObject {
    private let source: Source
    private let readers: UnsafeBufferPointer<FieldReader<Source>>

    init(source: Source, readers: UnsafeBufferPointer<FieldReader<Source>>) {
        self.source = source
        self.readers = readers
    }

    func write(_ field: Int, to output: TextBuffer) {
        guard case .text(let read) = readers[field], let text = read(source) else { return }
        text.lend { output.append($0) }
    }

    func isShown(_ field: Int) -> Bool {
        switch readers[field] {
        case .text(let read): read(source)?.isEmpty == false
        case .flag(let read): read(source)
        case .texts(let read): !read(source).isEmpty
        case .lines(let read): !read(source).isEmpty
        case .object(let read): read(source) != nil
        case .objects(let read):
            contains { read(source, $0) }
        case .named(let read): !read(source).isEmpty
        }
    }

    /// Whether there is anything to go through.
    private func contains(_ forEach: ((any TemplateObject) -> Void) -> Void) -> Bool {
        var isEmpty = true
        forEach { _ in isEmpty = false }
        return !isEmpty
    }

    func object(_ field: Int, named name: String?) -> (any TemplateObject)? {
        switch readers[field] {
        case .object(let read): read(source)
        case .named(let read): read(source).first { $0.name == name }?.object()
        case .text, .flag, .texts, .lines, .objects: nil
        }
    }

    func forEachObject(_ field: Int, _ body: (any TemplateObject) -> Void) {
        guard case .objects(let read) = readers[field] else { return }
        read(source, body)
    }

    func forEachText(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        switch readers[field] {
        case .lines(let read): read(source).forEach(body)
        case .texts(let read): for text in read(source) { text.lend(to: body) }
        case .text, .flag, .object, .objects, .named: break
        }
    }
}

/// How a field is read from its source.
///
/// The commonest kinds are told apart here rather than by a closure around the closure, whose references would be
/// counted by all cores at once for each field of each file.
private enum FieldReader<Source>: Sendable {
    case text(@Sendable (Source) -> SafeText?)
    case flag(@Sendable (Source) -> Bool)
    case texts(@Sendable (Source) -> [SafeText])
    case lines(@Sendable (Source) -> SafeLines)
    case object(@Sendable (Source) -> (any TemplateObject)?)
    case objects(@Sendable (Source, (any TemplateObject) -> Void) -> Void)
    case named(@Sendable (Source) -> [(name: String, object: () -> any TemplateObject)])
}

/// The fields of a view while they are declared.
struct ViewFields<Source> {
    fileprivate var fields: [ObjectShape.Field] = []
    fileprivate var readers: [FieldReader<Source>] = []

    private mutating func add(
        _ name: String, _ documentation: String, _ kind: FieldKind, _ reader: FieldReader<Source>
    ) {
        fields.append(ObjectShape.Field(name, documentation, kind))
        readers.append(reader)
    }

    /// A text; `nil` is the empty one.
    mutating func text(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Source) -> SafeText?) {
        add(name, documentation, .text, .text(read))
    }

    mutating func flag(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Source) -> Bool) {
        add(name, documentation, .flag, .flag(read))
    }

    mutating func texts(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Source) -> [SafeText]) {
        add(name, documentation, .texts, .texts(read))
    }

    /// Texts that are whole lines, as those of comments.
    mutating func lines(_ name: String, _ documentation: String, _ read: @escaping @Sendable (Source) -> SafeLines) {
        add(name, documentation, .texts, .lines(read))
    }

    /// An object; `nil` where there is none.
    mutating func object<Inner>(
        _ name: String, _ documentation: String, _ shape: ViewShape<Inner>,
        _ read: @escaping @Sendable (Source) -> Inner?
    ) {
        add(name, documentation, .object(shape.object), .object { read($0).map { shape.object(of: $0) } })
    }

    /// Objects that templates choose by name. Of two with one name, the first counts.
    mutating func named<Inner>(
        _ name: String, _ documentation: String, _ shape: ViewShape<Inner>,
        _ read: @escaping @Sendable (Source) -> [(name: String, value: Inner)]
    ) {
        let reader: @Sendable (Source) -> [(name: String, object: () -> any TemplateObject)] = { source in
            read(source).map { named in (named.name, { shape.object(of: named.value) }) }
        }
        add(name, documentation, .named(shape.object), .named(reader))
    }

    mutating func objects<Inner>(
        _ name: String, _ documentation: String, _ shape: ViewShape<Inner>,
        _ read: @escaping @Sendable (Source) -> [Inner]
    ) {
        objects(name, documentation, shape) { source, body in
            for inner in read(source) { body(inner) }
        }
    }

    /// Objects that are made one after the other, each when the one before has been rendered.
    mutating func objects<Inner>(
        _ name: String, _ documentation: String, _ shape: ViewShape<Inner>,
        _ forEach: @escaping @Sendable (Source, (Inner) -> Void) -> Void
    ) {
        let reader: @Sendable (Source, (any TemplateObject) -> Void) -> Void = { source, body in
            forEach(source) { body(shape.object(of: $0)) }
        }
        add(name, documentation, .objects(shape.object), .objects(reader))
    }
}
