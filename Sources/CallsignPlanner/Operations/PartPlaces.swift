import CallsignOpenAPI
import CallsignPlan

/// The parts of a multipart body that are told apart by their order: an array describes them (OpenAPI 3.2.0, section
/// 4.14.2).
struct PartPlaces {
    /// The parts that have a place of their own.
    var elements: [SchemaID] = []
    /// How many of them there are at least.
    var required = 0
    /// All parts behind those.
    var rest: SchemaID?

    /// Nothing where no array describes the body.
    init?(of media: MediaType, in document: ResolvedDocument) {
        guard ContentType(media.contentType).kind == .multipart else { return nil }
        guard let schema = media.schema else {
            guard let items = media.itemSchema else { return nil }
            rest = items
            return
        }
        let reader = SchemaReader(document: document)
        switch reader.resolvedShape(of: schema) {
        case .array(let items):
            guard let items = items ?? media.itemSchema else { return nil }
            rest = items
        case .tuple(let tuple):
            elements = tuple.elements
            // A place that is left out moves all that follow it.
            required = tuple.required > 0 ? tuple.required : tuple.elements.count
            rest = tuple.rest
        default: return nil
        }
    }
}

/// Alternatives of a body with parts, of which each is an object: what all of them have is required, and anything else
/// may be there.
struct AlternativeParts {
    let reader: SchemaReader

    /// Nothing where they aren't all objects, or differ in what they say of a part.
    func joined(_ union: UnionShape) -> ObjectShape? {
        var joined: ObjectShape?
        for branch in union.branches {
            guard case .object(let shape) = reader.resolvedShape(of: branch) else { return nil }
            guard var all = joined else {
                joined = shape
                continue
            }
            for property in shape.properties {
                guard let known = all.properties.first(where: { $0.name == property.name }) else {
                    all.properties.append(property)
                    continue
                }
                guard isSame(known.schema, property.schema) else { return nil }
            }
            all.required.formIntersection(shape.required)
            joined = all
        }
        return joined
    }

    /// Whether two schemas have the same values, as far as that can be told at once.
    private func isSame(_ first: SchemaID, _ second: SchemaID) -> Bool {
        if target(of: first) == target(of: second) { return true }
        guard case .scalar(let left) = reader.resolvedShape(of: first),
            case .scalar(let right) = reader.resolvedShape(of: second)
        else { return false }
        return left.types == right.types && left.format == right.format
            && left.contentEncoding == right.contentEncoding && left.hint == right.hint
    }

    private func target(of id: SchemaID) -> SchemaID {
        var current = id
        for _ in 0..<32 {
            guard case .same(let target) = reader.shape(of: current) else { break }
            current = target
        }
        return current
    }
}
