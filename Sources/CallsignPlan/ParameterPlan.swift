package import CallsignDiagnostics

/// A path parameter: an argument of the method.
package struct ArgumentPlan: Sendable {
    /// Nothing where the argument has no label: when it is the only one.
    package var label: Identifier?
    package var name: Identifier
    package var wireName: String
    package var type: TypeReference
    package var style: ParameterStylePlan
    package var documentation: Documentation
    package var mark: SourceMark?

    package init(
        label: Identifier?, name: Identifier, wireName: String, type: TypeReference, style: ParameterStylePlan,
        documentation: Documentation
    ) {
        self.label = label
        self.name = name
        self.wireName = wireName
        self.type = type
        self.style = style
        self.documentation = documentation
    }
}

package enum ParameterPlace: String, Hashable, Sendable {
    case path, query, header, cookie
}

package struct ParameterStylePlan: Hashable, Sendable {
    package enum Style: String, Hashable, Sendable, CaseIterable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
        /// As the other delimiters, with a tab.
        case tabDelimited
        /// As forms among cookies, with nothing encoded.
        case cookie
        /// One JSON text, for parameters that `content` describes.
        case json
    }

    package var style: Style
    package var explode: Bool
    package var allowReserved: Bool
    /// Whether lists and objects without members are sent as a name without a value.
    package var allowsEmpty: Bool

    package init(_ style: Style, explode: Bool, allowReserved: Bool = false, allowsEmpty: Bool = false) {
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.allowsEmpty = allowsEmpty
    }
}

package struct FixedParameterPlan: Hashable, Sendable {
    package var wireName: String
    package var place: ParameterPlace
    package var value: String

    package init(wireName: String, place: ParameterPlace, value: String) {
        self.wireName = wireName
        self.place = place
        self.value = value
    }
}
