package import CallsignPlan

/// A plan as text, one line a fact, for tests that compare decisions without comparing Swift.
package struct PlanDump {
    private let plan: ClientPlan
    private var lines: [String] = []

    package static func text(_ plan: ClientPlan) -> String {
        var dump = PlanDump(plan: plan)
        dump.write()
        return dump.lines.joined(separator: "\n") + "\n"
    }

    private init(plan: ClientPlan) {
        self.plan = plan
    }

    private mutating func write() {
        lines.append("client \(plan.clientName.text) \(plan.access.rawValue) server \(plan.servers.first?.url ?? "-")")
        for parameter in plan.parameters { lines.append("parameter \(parameter.name.text) wire \(parameter.wireName)") }
        for scheme in plan.authentication.schemes {
            lines.append("scheme \(scheme.name) \(text(scheme.kind))\(scheme.isOptional ? " optional" : "")")
        }
        for error in plan.errors { write(error) }
        for resource in plan.resources { write(resource, path: resource.propertyName.text) }
        for type in plan.types.sorted(by: { $0.name.text < $1.name.text }) { write(type) }
        for file in plan.files { lines.append("file \(file.path)") }
    }

    private func text(_ kind: AuthenticationPlan.Kind) -> String {
        switch kind {
        case .basic(let username, let password): "basic \(username.text) \(password.text)"
        case .bearer(let token): "bearer \(token.text)"
        case .apiKeyHeader(let name, let key): "header \(name) \(key.text)"
        case .apiKeyQuery(let name, let key): "query \(name) \(key.text)"
        case .apiKeyCookie(let name, let key): "cookie \(name) \(key.text)"
        }
    }

    // MARK: Operations

    private mutating func write(_ error: ErrorPlan) {
        for failure in error.cases {
            lines.append("error \(error.name.text).\(failure.name.text) \(text(failure.status)) \(text(failure.body))")
            write(failure.headers)
        }
    }

    private func text(_ status: ErrorPlan.Status) -> String {
        switch status {
        case .code(let code): String(code)
        case .range(let range): "\(range)XX"
        case .default: "default"
        }
    }

    private mutating func write(_ resource: ResourcePlan, path: String) {
        for method in resource.methods { write(method, path: path) }
        for child in resource.children { write(child, path: path + "." + child.propertyName.text) }
    }

    private mutating func write(_ method: MethodPlan, path: String) {
        let name = path + "." + method.name.text
        lines.append(
            "method \(name) \(method.httpMethod) \(method.path) -> \(text(method.response)) throws "
                + plan.errors[method.error].name.text)
        for argument in method.arguments {
            lines.append("  argument \(argument.label?.text ?? "_") \(text(argument.type)) wire \(argument.wireName)")
        }
        for fixed in method.fixedParameters {
            lines.append("  fixed \(fixed.place.rawValue) \(fixed.wireName)=\(fixed.value)")
        }
        switch method.request {
        case .structure(let request): write(request)
        case .body(let body):
            lines.append("  body \(text(body.type))\(body.isOptional ? "?" : "") \(text(body.format))")
        case nil: break
        }
        if let pages = method.pages { lines.append("  pages \(text(pages))") }
        for encoding in method.bodyEncodings {
            switch encoding.kind {
            case .style(let style):
                lines.append("  encoding \(encoding.wireName) \(style.style.rawValue)\(style.explode ? "*" : "")")
            case .contentType(let type): lines.append("  encoding \(encoding.wireName) \(type)")
            }
        }
        for form in method.streamings {
            lines.append("  streaming \(form.name.text) -> \(text(form.value.type)) \(form.value.format.rawValue)")
        }
        if let flag = method.streamFlag {
            lines.append("  streamed by \(flag.wireName)\(flag.isRequired ? " either way" : "")")
        }
        write(method.headers)
        if let form = method.asynchronous {
            lines.append("  asynchronous \(form.urlParameter) -> \(text(form.receipt)), \(form.outcomeMethod.text)")
        }
    }

    private mutating func write(_ headers: HeadersReference?) {
        guard let headers else { return }
        let plan = plan.headers[headers.index]
        lines.append("  headers \(headers.name.text)\(plan.name.map { " = \($0.text)" } ?? "")")
        for member in plan.members {
            let form =
                switch member.form {
                case .json: " json"
                case .simple(let explode): explode ? " exploded" : ""
                }
            lines.append("    \(member.name.text): \(text(member.type))? wire \(member.wireName)\(form)")
        }
    }

    private mutating func write(_ request: RequestStructurePlan) {
        lines.append("  request \(request.name.text)\(request.isOptional ? "?" : "") \(request.body.map(text) ?? "-")")
        for member in request.members {
            lines.append("    \(text(member.place)) \(text(member.member))")
        }
    }

    private func text(_ place: RequestMemberPlan.Place) -> String {
        switch place {
        case .query(let style): "query(\(style.style.rawValue)\(style.explode ? "*" : ""))"
        case .queryString(let style): "querystring(\(style.style.rawValue))"
        case .header: "header"
        case .cookie: "cookie"
        case .bodyKey: "key"
        case .body: "body"
        case .bodyRest: "rest"
        }
    }

    private func text(_ format: BodyFormat) -> String {
        switch format {
        case .json: "json"
        case .form: "form"
        case .multipartForm: "multipart"
        case .multipart(let type, let isNamed): isNamed ? type : "\(type) by position"
        case .text: "text"
        case .binary: "binary"
        }
    }

    private func text(_ response: ResponsePlan) -> String {
        switch response {
        case .none: "nothing"
        case .value(let value): text(value.type) + (value.format == .json ? "" : " " + value.format.rawValue)
        case .byStatus(let name, let cases):
            name.text + "("
                + cases.map { "\(text($0.status)) \($0.value.map { text($0.type) } ?? "nothing")" }
                .joined(separator: ", ") + ")"
        }
    }

    private func text(_ pages: PagePlan) -> String {
        let position =
            switch pages.position {
            case .offset(let parameter, let limit): "offset \(parameter.text) limit \(limit?.text ?? "-")"
            case .pageNumber(let parameter, let first): "page \(parameter.text) from \(first)"
            case .cursor(let parameter): "cursor \(parameter.text)"
            case .nextURL: "next"
            }
        let next = pages.next.map(text).joined(separator: "|")
        return "\(position) of \(text(pages.itemType)) at \(text(pages.items)) next \(next.isEmpty ? "-" : next)"
    }

    private func text(_ path: PropertyPath) -> String {
        path.steps.map { $0.name.text + ($0.isOptional ? "?" : "") }.joined(separator: ".")
    }

    // MARK: Types

    private mutating func write(_ type: TypePlan) {
        let direction = (type.isSent ? "sent " : "") + (type.isReceived ? "received" : "")
        switch type.kind {
        case .structure(let structure):
            lines.append("\(structure.form == .array ? "tuple" : "structure") \(type.name.text) \(direction)")
            for member in structure.members { lines.append("  " + text(member)) }
            if let rest = structure.additional {
                lines.append("  \(rest.name.text): [String: \(text(rest.valueType))]")
            }
        case .enumeration(let enumeration):
            lines.append("enumeration \(type.name.text) \(enumeration.isOpen ? "open" : "closed") \(direction)")
            for element in enumeration.cases { lines.append("  \(element.name.text) = \(text(element.value))") }
        case .union(let union):
            lines.append("union \(type.name.text) \(text(union.selection, union)) \(direction)")
            for element in union.cases { lines.append("  \(text(element))") }
        case .partChoice(let choice):
            lines.append("part \(type.name.text) \(direction)")
            for element in choice.cases { lines.append("  \(element.name.text)(\(text(element.type)))") }
        case .alias(let target): lines.append("alias \(type.name.text) = \(text(target))")
        }
    }

    private func text(_ member: MemberPlan) -> String {
        var line = "\(member.name.text): \(text(member.type))\(member.isOptional ? "?" : "") wire \(member.wireName)"
        if member.isBoxed { line += " boxed" }
        if member.tellsNull { line += " or null" }
        if member.direction != .both { line += " \(member.direction.rawValue)" }
        if let value = member.fixedValue { line += " = \(text(value))" }
        return line
    }

    private func text(_ selection: UnionPlan.Selection, _ union: UnionPlan) -> String {
        switch selection {
        case .discriminator(let property, let values):
            "by \(property)("
                + values.map { "\($0.value): \(union.cases[$0.caseIndex].name.text)" }.joined(separator: ", ")
                + (union.defaultCase.map { ", else \(union.cases[$0].name.text)" } ?? "") + ")"
        case .jsonType: "by type"
        case .inOrder where union.trial == Array(union.cases.indices): "in order"
        case .inOrder: "in order(" + union.trial.map { union.cases[$0].name.text }.joined(separator: ", ") + ")"
        }
    }

    private func text(_ element: UnionPlan.Case) -> String {
        var line = "\(element.name.text)(\(text(element.type)))"
        for constant in element.constants {
            line += " where \(constant.property) \(constant.values.joined(separator: "|"))"
        }
        if !element.values.isEmpty { line += " among \(element.values.joined(separator: "|"))" }
        return line
    }

    private func text(_ value: LiteralValue) -> String {
        switch value {
        case .string(let string): "\"\(string)\""
        case .bool(let bool): String(bool)
        case .integer(let integer): String(integer)
        case .double(let double): String(double)
        }
    }

    private func text(_ type: TypeReference) -> String {
        switch type {
        case .scalar(let scalar):
            scalar.value.rawValue + (scalar.wire == .native ? "" : "(\(scalar.wire.rawValue))")
        case .json: "json"
        case .named(let id): plan[id].name.text
        case .array(let element): "[\(text(element))]"
        case .map(let element): "[string: \(text(element))]"
        case .optional(let wrapped): text(wrapped) + "?"
        }
    }
}
