import CallsignOpenAPI
import CallsignPlan

/// The values that a body may have, the documented ones first.
struct BodyCandidates {
    let samples: SampleSource
    let media: MediaType

    var values: [JSONSample] {
        let made = media.schema.map { SchemaSampler.samples($0, of: samples.document, .sent) } ?? []
        return media.examples.compactMap { JSONSample($0) } + made
    }
}

/// What a form must say: lists repeat their name, objects are JSON, names are sorted, where nothing else is said.
struct FormText {
    let encodings: [BodyEncodingPlan]

    func pairs(of json: JSONSample) -> [(name: String, value: String)] {
        guard case .object(let members) = json.sorted else { return [] }
        return members.flatMap { member in pairs(member, encodings.first { $0.wireName == member.name }) }
    }

    private func pairs(_ member: JSONSample.Member, _ encoding: BodyEncodingPlan?) -> [(name: String, value: String)] {
        if case .style(let style)? = encoding?.kind {
            let pairs = StyledSample(name: member.name, style: style).pairs(of: member.value) ?? []
            return pairs.map { ($0.name, $0.text) }
        }
        let isJSON = encoding?.isJSON == true
        func text(_ value: JSONSample) -> String { isJSON ? value.text : value.plainText ?? value.text }
        switch member.value {
        case .null: return []
        case .array(let values): return values.map { (member.name, text($0)) }
        case .bool, .number, .string, .object: return [(member.name, text(member.value))]
        }
    }
}
