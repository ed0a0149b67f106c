import CallsignPlan

/// All declarations of a file.
struct FileSource {
    let plan: FilePlan
    let context: RenderContext

    static let view: ViewShape<FileSource> = ViewShape(
        "file", "All declarations of a file: what the template `file` is given."
    ) {
        fields in
        fields.text("runtime", "What stands before the names of the runtime's types: `CallsignRuntime.`, or nothing.") {
            $0.context.runtimePrefix
        }
        fields.text("foundation", "What stands before the names of Foundation's types: `Foundation.`, or nothing.") {
            $0.context.foundationPrefix
        }
        fields.text("swift", "What stands before `Decoder` and `Encoder`: `Swift.`, or nothing.") {
            $0.context.swiftPrefix
        }
        fields.objects("declarations", "Each with one of its fields.", Declaration.view) { source, body in
            for content in source.plan.contents { Declaration.forEach(of: content, source.context, body) }
        }
    }
}

/// One declaration of a file.
enum Declaration {
    case client(ClientSource)
    case error(ErrorSource)
    case headers(HeadersSource)
    case resource(ResourceSource)
    case structure(StructureSource)
    case enumeration(EnumerationSource)
    case union(UnionSource)
    case partChoice(PartChoiceSource)
    case alias(AliasSource)
    case webhooks(WebhooksSource)

    static let view: ViewShape<Declaration> = ViewShape("declaration", "A declaration: one of these.") { fields in
        fields.object("client", "The client.", ClientSource.view) { $0.client }
        fields.object("error", "An error enumeration.", ErrorSource.view) { $0.error }
        fields.object("headers", "Headers that several responses have.", HeadersSource.view) { $0.headers }
        fields.object("resource", "A group of operations.", ResourceSource.view) { $0.resource }
        fields.object("structure", "A structure.", StructureSource.view) { $0.structure }
        fields.object("enumeration", "An enumeration.", EnumerationSource.view) { $0.enumeration }
        fields.object("union", "A union.", UnionSource.view) { $0.union }
        fields.object("partChoice", "A part of a form that is a file or something else.", PartChoiceSource.view) {
            $0.partChoice
        }
        fields.object("alias", "A name for another type.", AliasSource.view) { $0.alias }
        fields.object("webhooks", "The names of the requests that the API sends.", WebhooksSource.view) {
            $0.webhooks
        }
    }

    // One property for each case: closures that take cases apart are slow to type-check.
    private var client: ClientSource? { if case .client(let source) = self { source } else { nil } }
    private var error: ErrorSource? { if case .error(let source) = self { source } else { nil } }
    private var headers: HeadersSource? { if case .headers(let source) = self { source } else { nil } }
    private var resource: ResourceSource? { if case .resource(let source) = self { source } else { nil } }
    private var structure: StructureSource? { if case .structure(let source) = self { source } else { nil } }
    private var enumeration: EnumerationSource? { if case .enumeration(let source) = self { source } else { nil } }
    private var union: UnionSource? { if case .union(let source) = self { source } else { nil } }
    private var partChoice: PartChoiceSource? { if case .partChoice(let source) = self { source } else { nil } }
    private var alias: AliasSource? { if case .alias(let source) = self { source } else { nil } }
    private var webhooks: WebhooksSource? { if case .webhooks(let source) = self { source } else { nil } }

    /// Makes the declarations of a part of a file, one after the other: together they would fill more memory than the
    /// processor has at hand.
    static func forEach(of content: FilePlan.Content, _ context: RenderContext, _ body: (Declaration) -> Void) {
        switch content {
        case .client: body(.client(ClientSource(context)))
        case .headers:
            for plan in context.plan.headers { HeadersSource(shared: plan, context).map { body(.headers($0)) } }
        case .errors: for plan in context.plan.errors { body(.error(ErrorSource(plan, context))) }
        case .resource(let path): resource(path, context).map(body)
        case .webhooks: context.plan.webhooks.map { body(.webhooks(WebhooksSource($0, context))) }
        case .types(let types): for id in types { body(type(id, context)) }
        }
    }

    private static func resource(_ path: [Int], _ context: RenderContext) -> Declaration? {
        var parents = [context.plan.clientName]
        var resources = context.plan.resources
        for (depth, index) in path.enumerated() where resources.indices.contains(index) {
            if depth == path.count - 1 {
                return .resource(ResourceSource(resources[index], parents: parents, context))
            }
            parents.append(resources[index].typeName)
            resources = resources[index].children
        }
        return nil
    }

    private static func type(_ id: TypeID, _ context: RenderContext) -> Declaration {
        let type = TypeSource(id: id, context: context)
        return switch context.plan.types[id.index].kind {
        case .structure(let plan): .structure(StructureSource(plan, of: type))
        case .enumeration(let plan): .enumeration(EnumerationSource(plan, of: type))
        case .union(let plan): .union(UnionSource(plan, of: type))
        case .partChoice(let plan): .partChoice(PartChoiceSource(plan, of: type))
        case .alias(let target): .alias(AliasSource(target: target, type: type))
        }
    }
}
