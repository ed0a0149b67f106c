import CallsignOpenAPI
import CallsignPlan

/// Plans how properties of forms and parts of multipart bodies are written (OpenAPI 3.1.1, section 4.8.15).
struct BodyEncodings {
    let document: ResolvedDocument

    func plans(of media: MediaType) -> [BodyEncodingPlan] {
        switch ContentType.kind(of: media, in: document) {
        case .form: media.encodings.compactMap { style($0, in: media) }
        case .multipart: media.encodings.compactMap(contentType)
        case .json, .text, .binary: []
        }
    }

    /// Nothing where the style says what is done anyway: a text is a text, and lists repeat their name.
    private func style(_ encoding: MediaType.Encoding, in media: MediaType) -> BodyEncodingPlan? {
        guard encoding.style != nil || encoding.explode != nil || encoding.allowReserved else { return nil }
        let style: ParameterStylePlan.Style =
            switch encoding.style {
            case .spaceDelimited: .spaceDelimited
            case .pipeDelimited: .pipeDelimited
            case .deepObject: .deepObject
            // Others have no place in a form.
            default: .form
            }
        let explode = encoding.explode ?? (style == .form)
        if isScalar(encoding.property, of: media), !encoding.allowReserved { return nil }
        return BodyEncodingPlan(
            wireName: encoding.property,
            kind: .style(ParameterStylePlan(style, explode: explode, allowReserved: encoding.allowReserved)))
    }

    private func contentType(_ encoding: MediaType.Encoding) -> BodyEncodingPlan? {
        // Where several are allowed, the one who gives the file says which it is.
        guard let written = encoding.contentType, !written.contains(","), !ContentType(written).isRange else {
            return nil
        }
        return BodyEncodingPlan(
            wireName: encoding.property, kind: .contentType(written), isJSON: ContentType(written).kind == .json)
    }

    /// The content types of parts, as their encodings write them.
    func contentTypes(of media: MediaType) -> [String: String] {
        Dictionary(
            media.encodings.compactMap { encoding in encoding.contentType.map { (encoding.property, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func isScalar(_ property: String, of media: MediaType) -> Bool {
        let reader = SchemaReader(document: document)
        guard let schema = media.schema, case .object(let object) = reader.shape(of: target(of: schema)),
            let found = object.properties.first(where: { $0.name == property })
        else { return false }
        switch reader.shape(of: target(of: found.schema)) {
        case .scalar, .enumeration: return true
        default: return false
        }
    }

    private func target(of id: SchemaID) -> SchemaID {
        var current = id
        for _ in 0..<32 {
            guard case .same(let target) = SchemaReader(document: document).shape(of: current) else { break }
            current = target
        }
        return current
    }
}
