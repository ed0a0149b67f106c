import CallsignOpenAPI
import CallsignPlan

/// Plans the forms of a method that answer with other content than the one that it prefers: what one response offers
/// under several content types, as far as that isn't a stream.
struct RepresentationPlanner {
    let document: ResolvedDocument

    func forms(
        _ name: Identifier, of draft: MethodDraft, in context: @autoclosure () -> TypeContext, types: inout TypePlanner
    ) -> [StreamingPlan] {
        // A view says by itself what it answers with.
        if draft.view?.response != nil { return [] }
        var seen: Set<String> = []
        var plans: [StreamingPlan] = []
        for response in draft.successes {
            let whole = response.content.filter { ContentType($0.contentType).streamFormat == nil }
            guard whole.count > 1, let preferred = ContentType.preferred(whole) else { continue }
            seen.insert(ContentType(preferred.contentType).range)
            for media in whole where isAnother(media, than: preferred) {
                let type = ContentType(media.contentType)
                guard seen.insert(type.range).inserted else { continue }
                plans.append(
                    StreamingPlan(
                        name: types.scope(.method).name(name.text + "_" + Self.words(of: type)),
                        value: value(of: media, type, in: context(), types: &types)))
            }
        }
        return plans
    }

    /// Whether a content type is worth a form of its own. Where it only says in another notation what the preferred
    /// one says, callers have no use for it; bytes of files have a form already.
    private func isAnother(_ media: MediaType, than preferred: MediaType) -> Bool {
        let type = ContentType(media.contentType)
        let kind = ContentType.kind(of: media, in: document)
        if kind == .binary, type.isDownload || type.isRange { return false }
        guard ContentType.kind(of: preferred, in: document) == .json,
            kind == .json || type.isNotation || ["text/plain", "text/xml"].contains(type.essence) || type.isRange
        else { return true }
        guard let schema = media.schema, let other = preferred.schema else { return false }
        return ContentType.target(of: schema, in: document) != ContentType.target(of: other, in: document)
    }

    private func value(
        of media: MediaType, _ type: ContentType, in context: @autoclosure () -> TypeContext, types: inout TypePlanner
    ) -> ResponseValuePlan {
        var value: ResponseValuePlan
        switch ContentType.kind(of: media, in: document) {
        case .json:
            let reference = media.schema.map { types.whole($0, in: context()) } ?? .json
            value = ResponseValuePlan(type: reference, format: .json, documentation: Documentation())
        case .text, .form:
            types.visit(media.schema)
            value = ResponseValuePlan(
                type: .scalar(ScalarType(.string)), format: .text, documentation: Documentation())
        case .binary, .multipart:
            types.visit(media.schema)
            value = ResponseValuePlan(
                type: .scalar(ScalarType(.binary)), format: .binary, documentation: Documentation())
        }
        value.accept = type.range
        return value
    }

    /// The words that tell a form from the method itself, such as `csv` and `vnd.acme.v2`.
    private static func words(of type: ContentType) -> String {
        let parts = type.range.split(separator: "/", maxSplits: 1)
        var words = parts.count == 2 ? String(parts[1]) : type.range
        switch type.essence {
        case "text/plain", "text/*": return "text"
        case "application/x-www-form-urlencoded": return "form"
        case "multipart/form-data": return "multipart"
        default: break
        }
        if words.hasSuffix("+json") { words.removeLast(5) }
        if words.hasPrefix("x-") { words.removeFirst(2) }
        // What separates a parameter from its value is no part of a name.
        return words.isEmpty ? "text" : String(words.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}
