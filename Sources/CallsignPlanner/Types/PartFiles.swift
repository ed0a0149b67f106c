import CallsignOpenAPI
import CallsignPlan

/// Tells which parts of multipart bodies are files.
struct PartFiles {
    let reader: SchemaReader
    let formats: FormatTable
    /// Whether a schema that says nothing means bytes.
    let anyIsFile: Bool

    /// - Parameter contentType: of the part, where its encoding names one.
    init(reader: SchemaReader, formats: FormatTable, contentType: String?) {
        self.reader = reader
        self.formats = formats
        let kind = contentType.map { ContentType($0).kind }
        anyIsFile = reader.document.bytesNeedNoType && kind != .json && kind != .text
    }

    /// Whether a file stands anywhere in what a part can be: itself, an alternative, or the elements of a list.
    func areHeld(by id: SchemaID) -> Bool {
        var seen: Set<SchemaID> = []
        var waiting = [id]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            let shape = reader.shape(of: next)
            if isFile(next, shape) { return true }
            switch shape {
            case .same(let target): waiting.append(target)
            case .array(let items?): waiting.append(items)
            case .array(nil): if anyIsFile { return true }
            case .union(let union):
                waiting += union.branches
                if let items = reader.document[next].items, union.scalarTypes.contains(.array) { waiting.append(items) }
            case .any, .scalar, .enumeration, .tuple, .map, .object: continue
            }
        }
        return false
    }

    /// Whether the values of a schema, or those among them that are texts, are files.
    func isFile(_ id: SchemaID, _ shape: SchemaShape) -> Bool {
        let schema = reader.document[id]
        switch shape {
        case .scalar(let scalar):
            if formats.type(for: scalar).type.value == .binary { return true }
            return scalar.types == [.string] && scalar.format == nil && isBytes(schema)
        case .any(reason: .unconstrained): return schema.booleanValue == nil && (anyIsFile || isBytes(schema))
        case .union(let union): return union.scalarTypes.contains(.string) && schema.format == "binary"
        case .any, .enumeration, .array, .tuple, .map, .object, .same: return false
        }
    }

    /// Whether a schema names a type of content that is no text, and no encoding that would make a text of it.
    private func isBytes(_ schema: Schema) -> Bool {
        guard let type = schema.contentMediaType, schema.contentEncoding == nil else { return false }
        return ContentType(type).kind == .binary
    }
}

extension ResolvedDocument {
    /// Whether parts and bodies of bytes are described by leaving out the type (OpenAPI 3.1.1, section 4.4.2); in older
    /// versions a schema without a type is any JSON.
    var bytesNeedNoType: Bool { !isSwagger && !version.hasPrefix("3.0") }
}
