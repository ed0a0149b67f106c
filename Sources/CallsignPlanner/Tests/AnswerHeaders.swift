import CallsignOpenAPI
import CallsignPlan

/// Makes the headers of a response that a test answers with: all that are described, but for those that would change
/// how the client goes on.
struct AnswerHeaders {
    let document: ResolvedDocument
    let response: Response

    var values: [(name: String, text: String)] {
        var seen: Set<String> = []
        return response.headers.compactMap { header in
            let name = header.name.lowercased()
            guard !isSteering(name), seen.insert(name).inserted, let text = text(of: header), !text.isEmpty,
                text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
            else { return nil }
            return (header.name, text)
        }
    }

    private func text(of header: Header) -> String? {
        guard let schema = header.schema ?? header.content.first?.schema,
            let json = SchemaSampler.sample(schema, of: document, .received, usesExamples: true)
        else { return nil }
        if header.schema == nil, let media = header.content.first {
            return ContentType.kind(of: media, in: document) == .json ? json.sorted.text : json.plainText
        }
        // In what is taken apart at commas, a text with one would be two.
        if !json.parts.isEmpty, json.parts.contains(where: { $0.plainText?.contains(",") ?? true }) { return nil }
        return ParameterText(
            name: header.name, style: ParameterStylePlan(.simple, explode: header.explode), place: .header
        ).text(of: json)
    }

    private func isSteering(_ name: String) -> Bool {
        if name == "location" {
            switch response.status {
            case .code(let code): return (300..<400).contains(code)
            case .range(let range): return range == 3
            case .default: return true
            }
        }
        return Self.steering.contains(name)
    }

    private static let steering: Set<String> = [
        "retry-after", "set-cookie", "content-length", "content-encoding", "transfer-encoding", "content-type",
        "connection", "link",
    ]
}

extension JSONSample {
    /// What a list or an object holds.
    fileprivate var parts: [JSONSample] {
        switch self {
        case .array(let values): values
        case .object(let members): members.map(\.value)
        case .null, .bool, .number, .string: []
        }
    }
}
