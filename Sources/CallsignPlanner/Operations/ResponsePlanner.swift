import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Plans what a method returns: the value of its success, or a choice by status where successes differ.
struct ResponsePlanner {
    let document: ResolvedDocument
    let sink: DiagnosticSink
    let streams: StreamPlanner
    private let named: NamedSchemas

    /// The schemas that can be named, by the names of components. Few descriptions name any.
    private final class NamedSchemas {
        private let document: ResolvedDocument
        private(set) lazy var indices: [String: [Int]] = {
            var indices: [String: [Int]] = [:]
            for index in document.schemas.indices where document.schemas[index].reference == nil {
                if let name = document.schemas[index].name { indices[name, default: []].append(index) }
            }
            return indices
        }()

        init(_ document: ResolvedDocument) {
            self.document = document
        }
    }

    init(document: ResolvedDocument, sink: DiagnosticSink) {
        self.document = document
        self.sink = sink
        streams = StreamPlanner(document: document)
        named = NamedSchemas(document)
    }

    func plan(_ draft: MethodDraft, types: inout TypePlanner) -> ResponsePlan {
        if let chosen = draft.view?.response {
            guard let schema = schema(named: chosen) else { return .none }
            for response in draft.successes { response.content.forEach { types.visit($0.schema) } }
            return .value(
                ResponseValuePlan(
                    type: types.whole(schema, in: draft.context("response")), format: .json,
                    documentation: Documentation([draft.successes.first?.description])))
        }
        var values: [(status: ErrorPlan.Status, value: ResponseValuePlan?)] = []
        let answers = streams.answers(of: draft)
        if let media = answers.values, !answers.hasWhole {
            for response in draft.successes { response.content.forEach { types.visit($0.schema) } }
            return streams.value(of: media, in: draft.context("response"), types: &types).map(ResponsePlan.value)
                ?? .none
        }
        for response in draft.successes {
            values.append(
                (Self.status(response.status), value(of: response, in: draft.context("response"), types: &types)))
        }
        // A range is what no code is named for.
        values = values.filter { !$0.status.isRange } + values.filter(\.status.isRange)
        return combined(values, draft, types: types)
    }

    /// The responses that mean success: all 2xx, or `default` where there is nothing else.
    static func successes(_ responses: [Response]) -> [Response] {
        let documented = responses.filter { isSuccess($0.status) }
        guard documented.isEmpty, let other = responses.first(where: { $0.status == .default }) else {
            return documented
        }
        // Where only failures are named, `default` is what else there is, unless it says what they say.
        let failures = responses.filter { $0.status != .default }
        let areFailures = failures.allSatisfy { response in
            switch response.status {
            case .code(let code): code >= 400
            case .range(let range): range >= 4
            case .default: false
            }
        }
        let said = Set(failures.flatMap(\.content).compactMap(\.schema))
        let isFailure = other.content.compactMap(\.schema).contains { said.contains($0) }
        return areFailures && !isFailure ? [other] : []
    }

    static func isSuccess(_ status: Response.Status) -> Bool {
        switch status {
        case .code(let code): (200..<300).contains(code)
        case .range(let range): range == 2
        case .default: false
        }
    }

    static func status(_ status: Response.Status) -> ErrorPlan.Status {
        switch status {
        case .code(let code): .code(code)
        case .range(let range): .range(range)
        case .default: .default
        }
    }

    func value(
        of response: Response, in context: @autoclosure () -> TypeContext, types: inout TypePlanner
    ) -> ResponseValuePlan? {
        let whole = response.content.filter { ContentType($0.contentType).streamFormat == nil }
        guard let media = ContentType.preferred(whole.isEmpty ? response.content : whole) else { return nil }
        let documentation = Documentation(response.description)
        switch ContentType.kind(of: media, in: document) {
        case .json:
            let name = response.name
            let type =
                media.schema.map { types.whole($0, in: name.map { TypeContext($0) } ?? context()) } ?? .json
            var value = ResponseValuePlan(type: type, format: .json, documentation: documentation)
            value.accept = accept(media, besides: "application/json")
            return value
        case .text, .form:
            media.schema.map { types.visit($0) }
            var value = ResponseValuePlan(
                type: .scalar(ScalarType(.string)), format: .text, documentation: documentation)
            value.accept = accept(media, besides: "text/plain")
            return value
        case .binary, .multipart:
            media.schema.map { types.visit($0) }
            var value = ResponseValuePlan(
                type: .scalar(ScalarType(.binary)), format: .binary, documentation: documentation)
            if ContentType(media.contentType).isNotation { value.accept = accept(media, besides: "") }
            return value
        }
    }

    /// What asks for a content type where that isn't the one that is usual for its kind. Others are taken all the same:
    /// failures may have one.
    private func accept(_ media: MediaType, besides usual: String) -> String? {
        let type = ContentType(media.contentType)
        return type.isRange || type.range == usual ? nil : type.range + ", */*;q=0.5"
    }

    private func combined(
        _ values: [(status: ErrorPlan.Status, value: ResponseValuePlan?)], _ draft: MethodDraft, types: TypePlanner
    ) -> ResponsePlan {
        guard let first = values.first else { return .none }
        let isUniform = values.allSatisfy {
            $0.value?.type == first.value?.type && $0.value?.format == first.value?.format
        }
        if isUniform { return first.value.map(ResponsePlan.value) ?? .none }
        if let value = optional(values.map(\.value)) { return .value(value) }
        let names = types.scope(.enumerationCase).names(
            for: values.map { NameScope.Candidate(StatusNames.success($0.status)) }
        ).names
        let cases = zip(values, names).map { ResponseCasePlan(name: $1, status: $0.status, value: $0.value) }
        return .byStatus(name: types.scope(.type).name(draft.words + "_response"), cases: cases)
    }

    /// The value of an operation whose successes are one value or none, such as 200 and 204.
    private func optional(_ values: [ResponseValuePlan?]) -> ResponseValuePlan? {
        let present = values.compactMap(\.self)
        guard var value = present.first, value.format == .json, present.count < values.count,
            present.allSatisfy({ $0.type == value.type && $0.format == value.format })
        else { return nil }
        if case .optional = value.type { return value }
        value.type = .optional(value.type)
        return value
    }

    /// The schema that a configuration or extension names: by component name, or by JSON pointer.
    func schema(named chosen: PlanSettings.Marked<String>) -> SchemaID? {
        let name = chosen.value
        let found = name.utf8.contains(UInt8(ascii: "/")) ? schemas(at: name) : named.indices[name] ?? []
        if found.count == 1 { return SchemaID(found[0]) }
        let names = document.schemas.compactMap(\.name)
        if found.isEmpty {
            let near = NearMatch.best(for: name, among: names)
            sink.error(
                "unknown-schema", "no schema is called '\(name)'", at: chosen.mark,
                remedy: near.map { "did you mean '\($0)'?" } ?? "name a component's schema or give its JSON pointer")
        } else {
            sink.error(
                "ambiguous-schema", "\(found.count) schemas are called '\(name)'", at: chosen.mark,
                remedy: "give the JSON pointer of the one that is meant",
                notes: found.map { Diagnostic.Note("one is here", at: document.schemas[$0].mark) })
        }
        return nil
    }

    /// The schemas whose place ends in a pointer.
    private func schemas(at pointer: String) -> [Int] {
        document.schemas.indices.filter {
            document.schemas[$0].reference == nil && document.schemas[$0].pointer.hasSuffix(pointer)
        }
    }
}
