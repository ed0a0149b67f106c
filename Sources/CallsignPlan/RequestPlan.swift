/// The value that a method takes beside its path parameters.
package enum RequestPlan: Sendable {
    /// A structure of its own, nested in the resource.
    case structure(RequestStructurePlan)
    /// A shared model that is the whole body, taken as it is.
    case body(BodyMemberPlan)
}

package struct RequestStructurePlan: Sendable {
    /// Such as `CreateRequest`.
    package var name: Identifier
    package var documentation: Documentation
    /// All members in the order of the description: those of the body too where it is an object.
    package var members: [RequestMemberPlan]
    /// How the body is written; nothing where there is none.
    package var body: BodyFormat?
    /// Whether the request can be left out, since nothing in it is required.
    package var isOptional: Bool

    package init(
        name: Identifier, documentation: Documentation, members: [RequestMemberPlan], body: BodyFormat?,
        isOptional: Bool
    ) {
        self.name = name
        self.documentation = documentation
        self.members = members
        self.body = body
        self.isOptional = isOptional
    }
}

package struct RequestMemberPlan: Sendable {
    package enum Place: Hashable, Sendable {
        case query(ParameterStylePlan)
        /// The whole query string.
        case queryString(ParameterStylePlan)
        case header(ParameterStylePlan)
        case cookie(ParameterStylePlan)
        /// A key of the body's object.
        case bodyKey
        /// The whole body.
        case body
        /// All further keys of the body's object: the member is a dictionary, or a list of parts.
        case bodyRest
    }

    package var member: MemberPlan
    package var place: Place

    package init(member: MemberPlan, place: Place) {
        self.member = member
        self.place = place
    }
}

package struct BodyMemberPlan: Sendable {
    package var type: TypeReference
    package var format: BodyFormat
    package var isOptional: Bool
    package var documentation: Documentation

    package init(type: TypeReference, format: BodyFormat, isOptional: Bool, documentation: Documentation) {
        self.type = type
        self.format = format
        self.isOptional = isOptional
        self.documentation = documentation
    }
}

package enum BodyFormat: Hashable, Sendable {
    /// JSON under its content type.
    case json(contentType: String)
    /// `application/x-www-form-urlencoded`.
    case form
    /// Parts, with names or told apart by their order.
    case multipart(contentType: String, isNamed: Bool)
    case text(contentType: String)
    case binary(contentType: String)

    package static let multipartForm = BodyFormat.multipart(contentType: "multipart/form-data", isNamed: true)

    /// Whether the body has parts.
    package var isMultipart: Bool {
        if case .multipart = self { true } else { false }
    }

    /// Whether a body of this form changes what the API has key by key, so that `null` and absent keys differ: one of a
    /// `PATCH`, or a merge patch (RFC 7396).
    package func merges(by httpMethod: String) -> Bool {
        guard case .json(let contentType) = self else { return false }
        if contentType.hasSuffix("json-patch+json") { return false }
        return httpMethod == "PATCH" || contentType.hasSuffix("merge-patch+json")
    }
}

/// How a property of a form, or a part of a multipart body, is written.
package struct BodyEncodingPlan: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case style(ParameterStylePlan)
        case contentType(String)
    }

    package var wireName: String
    package var kind: Kind
    /// Whether texts too are written as JSON, with their quotation marks.
    package var isJSON: Bool

    package init(wireName: String, kind: Kind, isJSON: Bool = false) {
        self.wireName = wireName
        self.kind = kind
        self.isJSON = isJSON
    }
}
