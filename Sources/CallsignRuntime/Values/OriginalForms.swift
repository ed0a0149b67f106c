/// How the API wrote values of a model that would be written otherwise: the offset of a moment, the zeros at the end of
/// an amount, a number as text.
///
/// A model that is read and written again keeps them beside its values, and writes a value as it came for as long as
/// nobody changes it. They don't count where models are compared.
public struct OriginalForms: Sendable, Hashable {
    struct Form: Sendable {
        /// What the value is written as where nothing is kept; nothing where it isn't written.
        var written: JSONValue?
        var original: JSONValue
    }

    private var forms: [String: Form]?

    /// Of a model that wasn't read.
    public init() {}

    init(_ forms: [String: Form]) {
        self.forms = forms.isEmpty ? nil : forms
    }

    /// The value of a key as the API wrote it; `nil` where that is how the model's value is written anyway.
    public subscript(key: String) -> JSONValue? { forms?[key]?.original }

    /// What to write for a key whose value would be written as `written`.
    func form(_ key: StaticString, written: JSONValue?) -> JSONValue? {
        guard let form = forms?[key.description], form.written == written else { return written }
        return form.original
    }

    public static func == (left: OriginalForms, right: OriginalForms) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}

/// Collects the forms of a model's values while it is read.
final class OriginalFormsCollector {
    private(set) var forms: [String: OriginalForms.Form] = [:]

    func note<Value>(
        _ key: StaticString, _ value: Value?, _ coding: FieldCoding<Value>, from decoder: any Decoder
    ) throws {
        let original = try JSONValue(from: decoder)
        let written = value.map(coding.write)
        if written != original { forms[key.description] = OriginalForms.Form(written: written, original: original) }
    }
}
