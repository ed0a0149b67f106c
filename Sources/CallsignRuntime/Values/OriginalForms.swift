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

    private enum Source: Sendable {
        case nothing
        /// The object that the model was read from. Nothing of it is looked at before it is needed, so that models which
        /// nobody writes again are read as fast as any.
        case object(JSONDocument, index: Int)
        /// What another decoder read, whose values can't be read again.
        case forms([String: Form])
    }

    private let source: Source

    /// Of a model that wasn't read.
    public init() {
        source = .nothing
    }

    init(of object: JSONNodeDecoder) {
        source = .object(object.document, index: object.index)
    }

    init(_ forms: [String: Form]) {
        source = .forms(forms)
    }

    /// The value of a key as the API wrote it; `nil` where it wrote none. A model that an app's own decoder has read
    /// knows only those that it would write otherwise.
    public subscript(key: String) -> JSONValue? {
        switch source {
        case .nothing: nil
        case .object(let document, let index):
            JSONNodeDecoder(document: document, index: index).member(key).flatMap { try? JSONValue(from: $0) }
        case .forms(let forms): forms[key]?.original
        }
    }

    /// What to write for a key whose value would be written as `written`.
    func form<Value>(_ key: StaticString, written: JSONValue?, by coding: FieldCoding<Value>) -> JSONValue? {
        switch source {
        case .nothing: return written
        case .object(let document, let index):
            guard let member = JSONNodeDecoder(document: document, index: index).member(key), !member.decodeNil(),
                let original = try? JSONValue(from: member), original != written
            else { return written }
            do {
                // A text that is empty is no value, and is written again for as long as there is none.
                return try coding.read(member).map(coding.write) == written ? original : written
            } catch {
                return written
            }
        case .forms(let forms):
            guard let form = forms[key.description], form.written == written else { return written }
            return form.original
        }
    }

    public static func == (left: OriginalForms, right: OriginalForms) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}

/// Collects the forms of a model's values while another decoder than the runtime's own reads it.
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
