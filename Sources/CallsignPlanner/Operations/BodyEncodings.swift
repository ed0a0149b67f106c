import CallsignOpenAPI
import CallsignPlan

/// Plans how properties of forms and parts of multipart bodies are written (OpenAPI 3.1.1, section 4.8.15).
struct BodyEncodings {
    let document: ResolvedDocument

    func plans(of media: MediaType) -> [BodyEncodingPlan] {
        switch ContentType.kind(of: media, in: document) {
        case .form: media.encodings.compactMap { style($0, in: media) ?? json($0) }
        case .multipart: places(of: media) ?? media.encodings.compactMap { part($0, in: media) }
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

    /// The encoding of a property whose texts are JSON too: other content types say nothing of how a text is written.
    private func json(_ encoding: MediaType.Encoding) -> BodyEncodingPlan? {
        guard encoding.style == nil, encoding.explode == nil, !encoding.allowReserved else { return nil }
        return contentType(encoding, as: encoding.property).flatMap { $0.isJSON ? $0 : nil }
    }

    /// The encoding of a part with a name. Before OpenAPI 3.1, styles were for other forms only.
    private func part(_ encoding: MediaType.Encoding, in media: MediaType) -> BodyEncodingPlan? {
        let isStyled = encoding.style != nil || encoding.explode != nil || encoding.allowReserved
        if isStyled, document.bytesNeedNoType {
            // Parts hold any text as it is, so that reserved characters are none.
            var unreserved = encoding
            unreserved.allowReserved = false
            return style(unreserved, in: media)
        }
        return contentType(encoding, as: encoding.property)
    }

    // MARK: Parts without names

    /// What stands for all parts without names that have no encoding by their position.
    static let otherParts = "others"

    /// The encodings of parts without names, by their positions; nothing for parts with names.
    private func places(of media: MediaType) -> [BodyEncodingPlan]? {
        guard let places = PartPlaces(of: media, in: document),
            ContentType(media.contentType).essence != "multipart/form-data"
        else { return nil }
        let count = max(media.prefixEncodings.count, places.elements.count)
        var plans = (0..<count).compactMap { index in
            encoding(at: index, of: media).flatMap { contentType($0, as: String(index)) }
        }
        if let others = media.itemEncodings.first, let plan = contentType(others, as: Self.otherParts) {
            plans.append(plan)
        }
        return plans
    }

    private func encoding(at index: Int?, of media: MediaType) -> MediaType.Encoding? {
        if let index, media.prefixEncodings.indices.contains(index) { return media.prefixEncodings[index] }
        return media.itemEncodings.first
    }

    /// The content type of a part without a name, as its encoding writes it.
    ///
    /// - Parameter index: nothing for parts behind those that have a position of their own.
    func contentType(at index: Int?, of media: MediaType) -> String? { encoding(at: index, of: media)?.contentType }

    // MARK: Content types

    private func contentType(_ encoding: MediaType.Encoding, as name: String) -> BodyEncodingPlan? {
        // Where several are allowed, the one who gives the file says which it is.
        guard let written = encoding.contentType, !written.contains(","), !ContentType(written).isRange else {
            return nil
        }
        return BodyEncodingPlan(
            wireName: name, kind: .contentType(written), isJSON: ContentType(written).kind == .json)
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
