import CallsignOpenAPI

/// The values that a body may have, the documented ones first.
struct BodyCandidates {
    let samples: SampleSource
    let media: MediaType

    var values: [JSONSample] {
        let made = media.schema.map { SchemaSampler.samples($0, of: samples.document, .sent) } ?? []
        return media.examples.compactMap { JSONSample($0) } + made
    }
}

/// What a form must say: lists repeat their name, objects are JSON, names are sorted.
enum FormText {
    static func pairs(of json: JSONSample) -> [(name: String, value: String)] {
        guard case .object(let members) = json.sorted else { return [] }
        return members.flatMap { member -> [(name: String, value: String)] in
            switch member.value {
            case .null: []
            case .array(let values): values.map { (member.name, $0.plainText ?? $0.text) }
            case .bool, .number, .string, .object: [(member.name, member.value.plainText ?? member.value.text)]
            }
        }
    }
}
