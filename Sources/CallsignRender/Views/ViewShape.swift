import CallsignMustache

/// What a template sees of one kind of source: each field's name, what it is, and how it is read from the source.
struct ViewShape<Source>: Sendable {
    let object: ObjectShape
    private let readers: [FieldReader<Source>]

    /// - Parameter declare: adds the fields, in the order in which the reference page lists them.
    init(_ name: String, _ documentation: String, declare: (inout ViewFields<Source>) -> Void) {
        var fields = ViewFields<Source>()
        declare(&fields)
        object = ObjectShape(name, documentation, fields: fields.fields)
        readers = fields.readers
    }

    func value(of source: Source) -> TemplateValue {
        .object { [readers] field in readers.indices.contains(field) ? readers[field].value(of: source) : .absent }
    }
}

/// How a field is read from its source.
///
/// The commonest kinds are told apart here rather than by a closure around the closure, whose references would be
/// counted by all cores at once for each field of each file.
private enum FieldReader<Source>: Sendable {
    case text(@Sendable (Source) -> SafeText?)
    case flag(@Sendable (Source) -> Bool)
    case other(@Sendable (Source) -> TemplateValue)

    func value(of source: Source) -> TemplateValue {
        switch self {
        case .text(let read): .text(read(source)?.text ?? "")
        case .flag(let read): .flag(read(source))
        case .other(let read): read(source)
        }
    }
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
        add(name, documentation, .texts, .other { .list(read($0).map { .text($0.text) }) })
    }

    /// An object; `nil` where there is none.
    mutating func object<Inner>(
        _ name: String, _ documentation: String, _ shape: ViewShape<Inner>,
        _ read: @escaping @Sendable (Source) -> Inner?
    ) {
        add(
            name, documentation, .object(shape.object), .other { read($0).map { shape.value(of: $0) } ?? .absent })
    }

    /// Objects that templates choose by name. Of two with one name, the first counts.
    mutating func named<Inner>(
        _ name: String, _ documentation: String, _ shape: ViewShape<Inner>,
        _ read: @escaping @Sendable (Source) -> [(name: String, value: Inner)]
    ) {
        let reader: @Sendable (Source) -> TemplateValue = { source in
            let values = read(source)
            return .named(isEmpty: values.isEmpty) { chosen in
                values.first { $0.name == chosen }.map { shape.value(of: $0.value) } ?? .absent
            }
        }
        add(name, documentation, .named(shape.object), .other(reader))
    }

    mutating func objects<Inner>(
        _ name: String, _ documentation: String, _ shape: ViewShape<Inner>,
        _ read: @escaping @Sendable (Source) -> [Inner]
    ) {
        add(
            name, documentation, .objects(shape.object), .other { .list(read($0).map { shape.value(of: $0) }) })
    }
}
