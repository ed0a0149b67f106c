import CallsignOpenAPI
import CallsignPlan

/// A parameter that is the whole query string, as a form (OpenAPI 3.2.0, section 4.12.1): each of its parts is sent as
/// a parameter in the query would be.
struct QueryStringForm {
    /// The schema of the whole.
    let schema: SchemaID
    let shape: ObjectShape
    private let encodings: [MediaType.Encoding]
    private let document: ResolvedDocument

    /// Nothing for other parameters, and for query strings that aren't forms with named parts.
    init?(of parameter: Parameter, in document: ResolvedDocument) {
        guard parameter.location == .querystring, let media = parameter.content.first, parameter.content.count == 1,
            ContentType(media.contentType).kind == .form, let schema = media.schema
        else { return nil }
        let reader = SchemaReader(document: document)
        var current = schema
        for _ in 0..<32 {
            switch reader.shape(of: current) {
            case .same(let target): current = target
            case .object(let shape):
                self.schema = schema
                self.shape = shape
                encodings = media.encodings
                self.document = document
                return
            default: return nil
            }
        }
        return nil
    }

    /// How a part is written: as its encoding says, or as a form would. Objects within are JSON there.
    func style(of property: ObjectShape.Property) -> ParameterStylePlan {
        let encoding = encodings.first { $0.property == property.name }
        let allowReserved = encoding?.allowReserved ?? false
        switch encoding?.style {
        case .spaceDelimited:
            return ParameterStylePlan(
                .spaceDelimited, explode: encoding?.explode ?? false, allowReserved: allowReserved)
        case .pipeDelimited:
            return ParameterStylePlan(.pipeDelimited, explode: encoding?.explode ?? false, allowReserved: allowReserved)
        case .deepObject:
            return ParameterStylePlan(.deepObject, explode: encoding?.explode ?? false, allowReserved: allowReserved)
        case .form, .matrix, .label, .simple, .tabDelimited, .cookie:
            return ParameterStylePlan(.form, explode: encoding?.explode ?? true, allowReserved: allowReserved)
        case nil:
            let style: ParameterStylePlan.Style = isObject(property.schema) ? .json : .form
            return ParameterStylePlan(style, explode: encoding?.explode ?? true, allowReserved: allowReserved)
        }
    }

    private func isObject(_ id: SchemaID) -> Bool {
        let reader = SchemaReader(document: document)
        var current = id
        for _ in 0..<32 {
            switch reader.shape(of: current) {
            case .same(let target): current = target
            case .object, .map: return true
            default: return false
            }
        }
        return false
    }
}
