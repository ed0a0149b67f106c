import CallsignDiagnostics
import CallsignOpenAPI

/// A part of an operation without which it can't be called, and for which there is nothing to generate.
struct UnsupportedConstruct {
    /// The rule's name in the account of what became of everything.
    let rule: String
    /// What it is, as in `GET '/calls' has …`.
    let phrase: String
    /// How the same could be described, so that it is generated.
    let remedy: String
    let mark: SourceMark

    /// All constructs of an operation that aren't supported.
    static func all(in operation: Operation, of document: ResolvedDocument) -> [UnsupportedConstruct] {
        operation.parameters.compactMap { parameter in
            queryString(parameter, in: document) ?? content(parameter, in: document)
        } + ContentType.choices(operation.requestBody?.content ?? [], in: document).compactMap(nestedParts)
    }

    /// A part that has parts itself is one text to the runtime, whose boundary nobody would know.
    private static func nestedParts(_ media: MediaType) -> UnsupportedConstruct? {
        guard ContentType(media.contentType).kind == .multipart else { return nil }
        let encodings = media.encodings + media.prefixEncodings + media.itemEncodings
        let nested = encodings.first { encoding in
            !encoding.nested.isEmpty || !encoding.nestedPrefix.isEmpty || !encoding.nestedItems.isEmpty
                || encoding.contentType.map { ContentType($0).kind == .multipart } == true
        }
        guard let nested else { return nil }
        let name = nested.property.isEmpty ? "a part" : "the part '\(nested.property)'"
        return UnsupportedConstruct(
            rule: "parts-within-parts", phrase: "\(name) that has parts itself",
            remedy: "describe the part as bytes, or its parts as those of the body", mark: nested.mark)
    }

    /// A whole query string is a form, JSON, or the text that it is given as.
    private static func queryString(_ parameter: Parameter, in document: ResolvedDocument) -> UnsupportedConstruct? {
        guard parameter.location == .querystring, QueryStringForm(of: parameter, in: document) == nil else {
            return nil
        }
        if parameter.content.count == 1, isWritten(parameter.content[0], in: document, asForm: true) { return nil }
        let type = parameter.content.first?.contentType
        return UnsupportedConstruct(
            rule: "query-string-is-no-text",
            phrase: "the query string '\(parameter.name)'"
                + (type.map { " in '\($0)'" } ?? "") + ", which is neither a form of an object nor JSON nor a text",
            remedy: "describe an object in 'application/x-www-form-urlencoded' or JSON, or a text by 'type: string'",
            mark: parameter.mark)
    }

    /// Parameters are written as JSON, or as the text that they are given as.
    private static func content(_ parameter: Parameter, in document: ResolvedDocument) -> UnsupportedConstruct? {
        guard parameter.location != .querystring, parameter.schema == nil, parameter.content.count == 1,
            !isWritten(parameter.content[0], in: document, asForm: false)
        else { return nil }
        let type = ContentType(parameter.content[0].contentType)
        return UnsupportedConstruct(
            rule: "parameter-content-is-neither-json-nor-text",
            phrase: "the parameter '\(parameter.name)' in '\(type.essence)', whose schema is no text",
            remedy: "describe its text by 'type: string', or the value by 'schema' in place of 'content'",
            mark: parameter.mark)
    }

    /// Whether values of a parameter's content can be written.
    ///
    /// - Parameter asForm: whether a form with any names can be.
    private static func isWritten(_ media: MediaType, in document: ResolvedDocument, asForm: Bool) -> Bool {
        let type = ContentType(media.contentType)
        if type.kind == .json || type.essence == "*/*" { return true }
        guard let schema = media.schema else { return true }
        let shape = SchemaReader(document: document).resolvedShape(of: schema)
        switch shape {
        case .scalar(let scalar):
            return type.kind == .text || scalar.types == [.string] && scalar.format != "binary"
        case .enumeration: return true
        case .any(reason: .unconstrained): return type.kind == .text
        case .map: return asForm && type.kind == .form
        case .any, .array, .tuple, .object, .union, .same: return false
        }
    }
}
