import CallsignPlan

/// A method that gives a list page by page.
struct PagesSource {
    let pages: PagePlan
    let signature: MethodSignature

    private var method: MethodPlan { signature.method }
    private var context: RenderContext { signature.context }
    private var expressions: PageExpressions { PageExpressions(pages: pages, signature: signature) }

    private var followsAddress: Bool {
        if case .nextURL = pages.position { return true }
        return false
    }

    /// The call of the function that gets one page.
    private var pageArguments: [SafeText] {
        signature.passedOn + (followsAddress ? ["following: position.url"] : []) + ["options: options"]
    }

    static let view: ViewShape<PagesSource> = ViewShape("pages", "A method that gives a list page by page.") { fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") {
            $0.signature.documentation(["Pages are fetched when they are needed."])
        }
        fields.flag("isDeprecated", "Whether the API deprecates the operation.") { $0.method.isDeprecated }
        fields.text("name", "The method's name.") { .identifier($0.method.name) }
        fields.objects("parameters", "Its parameters.", Parameter.view) {
            $0.signature.parameters + [.options($0.context)]
        }
        fields.text("item", "The type of the items.") { $0.context.type($0.pages.itemType) }
        fields.text("error", "The type of the errors that it throws.") { $0.signature.error }
        fields.text("start", "The case of `PagePosition` that the pages move by.") { $0.expressions.start.name }
        fields.texts("startArguments", "Its arguments for the first page.") { $0.expressions.start.arguments }
        fields.text("movedParameter", "The property of the request that holds the position; empty for none.") {
            $0.expressions.movedParameter
        }
        fields.text("movedValue", "The position as that property holds it.") { $0.expressions.movedValue }
        fields.text("pageMethod", "The function that gets one page.") { .identifier($0.pages.pageMethod) }
        fields.texts("pageArguments", "Its arguments.") { $0.pageArguments }
        fields.texts("content", "The arguments of `PageContent`: the items, their total number and the next page.") {
            $0.expressions.content
        }
        fields.flag("followsAddress", "Whether pages name the address of the next one.") { $0.followsAddress }
        fields.texts("firstPageArguments", "The arguments that get the first page, where pages name addresses.") {
            $0.signature.passedOn + ["following: nil", "options: options"]
        }
        fields.object("page", "The function for one page as callers see it.", FunctionSource.view) {
            FunctionSource($0.signature)
        }
    }
}

/// The expressions that move from page to page.
struct PageExpressions {
    let pages: PagePlan
    let signature: MethodSignature

    private var method: MethodPlan { signature.method }
    private var context: RenderContext { signature.context }

    /// The position of the first page.
    var start: (name: SafeText, arguments: [SafeText]) {
        switch pages.position {
        case .offset(let parameter, let limit):
            let size = limit.map { number($0, otherwise: nil) } ?? "nil"
            return ("offset", [number(parameter, otherwise: "0"), "limit: \(size)"])
        case .pageNumber(let parameter, let first):
            return ("page", [number(parameter, otherwise: .integer(first))])
        case .cursor(let parameter): return ("cursor", [text(parameter)])
        case .nextURL: return ("url", ["nil"])
        }
    }

    private var moved: Identifier? {
        switch pages.position {
        case .offset(let parameter, _), .pageNumber(let parameter, _), .cursor(let parameter): parameter
        case .nextURL: nil
        }
    }

    var movedParameter: SafeText? { moved.flatMap(member)?.storage }

    var movedValue: SafeText? {
        guard let member = moved.flatMap(member) else { return nil }
        let value: SafeText
        switch (pages.position, scalar(member)) {
        case (.offset, .int32): value = "position.offset.map { Int32(clamping: $0) }"
        case (.offset, .int64): value = "position.offset.map { Int64($0) }"
        case (.offset, .string): value = "position.offset.map { String($0) }"
        case (.offset, _): value = "position.offset"
        case (.pageNumber, .int32): value = "position.page.map { Int32(clamping: $0) }"
        case (.pageNumber, .int64): value = "position.page.map { Int64($0) }"
        case (.pageNumber, .string): value = "position.page.map { String($0) }"
        case (.pageNumber, _): value = "position.page"
        case (.cursor, .int): value = "position.cursor.flatMap { Int($0) }"
        case (.cursor, .int32): value = "position.cursor.flatMap { Int32($0) }"
        case (.cursor, .int64): value = "position.cursor.flatMap { Int64($0) }"
        case (.cursor, _): value = "position.cursor"
        case (.nextURL, _): return nil
        }
        return member.plan.isOptional ? value : "\(value) ?? request.\(member.storage)"
    }

    private func member(_ name: Identifier) -> MemberSource? {
        guard case .structure(let request) = method.request,
            let member = request.members.first(where: { $0.member.name == name })
        else { return nil }
        return MemberSource(0, of: [member.member], context, isMutable: true)
    }

    private func scalar(_ member: MemberSource) -> ScalarType.Value? {
        guard case .scalar(let scalar) = context.resolved(member.plan.type) else { return nil }
        return scalar.value
    }

    /// A member of the request as `Int`, or as `Int?` where there is nothing to take otherwise.
    private func number(_ name: Identifier, otherwise: SafeText?) -> SafeText {
        guard let member = member(name) else { return otherwise ?? "nil" }
        let value: SafeText = "request.\(member.storage)"
        let end: SafeText = otherwise.map { " ?? \($0)" } ?? ""
        switch (scalar(member), member.plan.isOptional) {
        case (.int32, true), (.int64, true): return "\(value).map { Int(clamping: $0) }\(end)"
        case (.int32, false), (.int64, false): return "Int(clamping: \(value))"
        case (.string, true): return "\(value).flatMap { Int($0) }\(end)"
        case (.string, false): return "Int(\(value))\(end)"
        case (_, true): return "\(value)\(end)"
        case (_, false): return value
        }
    }

    /// A member of the request as `String?`.
    private func text(_ name: Identifier) -> SafeText {
        guard let member = member(name) else { return "nil" }
        let value: SafeText = "request.\(member.storage)"
        switch scalar(member) {
        case .int, .int32, .int64: return member.plan.isOptional ? "\(value).map { String($0) }" : "String(\(value))"
        default: return value
        }
    }

    // MARK: - The response

    var content: [SafeText] {
        var arguments = [path(pages.items)]
        if let total = firstValue(of: pages.totals) { arguments.append("total: \(total)") }
        if pages.usesLinkHeader {
            arguments.append("next: .header")
        } else if let next = firstValue(of: pages.next) {
            // A token of the last item is there on the last page too.
            let more: SafeText = pages.hasMore.map { ", more: \(path($0))" } ?? ""
            arguments.append("next: .member(\(next)\(more))")
        } else if let more = pages.hasMore {
            arguments.append("next: .flag(\(path(more)))")
        }
        return arguments
    }

    /// The candidates, each tried where the ones before have no value.
    private func firstValue(of candidates: [PropertyPath]) -> SafeText? {
        var values: [SafeText] = []
        for candidate in candidates {
            values.append(converted(candidate))
            if !candidate.isOptional { break }
        }
        return values.isEmpty ? nil : values.joined(by: " ?? ")
    }

    private func converted(_ candidate: PropertyPath) -> SafeText {
        let value = path(candidate)
        guard case .scalar(let scalar) = context.resolved(candidate.type),
            scalar.value == .int32 || scalar.value == .int64
        else { return value }
        if !candidate.isOptional { return "Int(clamping: \(value))" }
        let isChained = candidate.steps.dropLast().contains(where: \.isOptional)
        return isChained ? "(\(value)).map { Int(clamping: $0) }" : "\(value).map { Int(clamping: $0) }"
    }

    private func path(_ path: PropertyPath) -> SafeText {
        var expression: SafeText = "response"
        for (index, step) in path.steps.enumerated() {
            let isChained = step.isOptional && index < path.steps.count - 1
            expression = "\(expression).\(.identifier(step.name))\(isChained ? "?" : "")"
        }
        return expression
    }
}
