import CallsignDiagnostics
import CallsignPlan

/// A structure: a model, or a request.
final class StructureSource {
    let name: SafeText
    let documentation: SafeLines
    let conformances: Conformances
    let isMultipart: Bool
    /// What a request puts into a call, where that isn't just itself as JSON.
    let callSettings: [CallSetting]
    /// Whether values are compared by what is sent of them.
    let isComparedAsSent: Bool
    let members: [MemberSource]
    /// The keys of the body, or all members of a model.
    let coded: [MemberSource]
    let additional: StructurePlan.AdditionalMember?
    let hasInitializer: Bool
    let form: StructurePlan.Form
    /// Whether values are requests, so that what the API alone writes isn't written.
    let isSent: Bool
    /// The property that keeps how the API wrote values.
    let originals: SafeText?
    /// The member of a request that holds further keys of the body.
    let restMember: MemberSource?
    /// Where a model's schema stands, or a request's operation.
    private let mark: SourceMark?
    let context: RenderContext

    /// A model.
    init(_ plan: StructurePlan, of type: TypeSource) {
        context = type.context
        name = type.name
        documentation = type.documentation
        conformances = type.plan.conformances
        isMultipart = false
        callSettings = []
        isComparedAsSent = type.isComparedAsSent
        members = plan.members.indices.map { index in
            MemberSource(
                index, of: plan.members, type.context, isMutable: plan.hasMemberwiseInitializer,
                place: plan.form == .array ? index : nil)
        }
        coded = members
        additional = plan.additional
        hasInitializer = plan.hasMemberwiseInitializer
        form = plan.form
        isSent = type.plan.isSent
        originals = plan.originals.map(SafeText.identifier)
        restMember = nil
        mark = type.plan.mark
        if isComparedAsSent || originals != nil { context.useRuntime(.exposed) }
        let isCoded = conformances.isDecodable || conformances.isEncodable
        if isCoded, !coded.isEmpty || additional != nil { context.useRuntime(.inside) }
        if members.contains(where: { $0.plan.isBoxed }) { context.useRuntime(.inside) }
    }

    /// A request.
    init(_ plan: RequestStructurePlan, of signature: MethodSignature) {
        let context = signature.context
        self.context = context
        name = .identifier(plan.name)
        let documentation = SafeLines.documentation(plan.documentation.paragraphs)
        if documentation.isEmpty {
            self.documentation = ["/// What ``\(signature.link(signature.method.name, further: []))`` sends."]
        } else {
            self.documentation = documentation
        }
        // By their numbers, so that no member is copied for its place.
        let places = plan.members.indices.map { plan.members[$0].place }
        let plans = plan.members.indices.map { plan.members[$0].member }
        // A body that is a member as a whole is no concern of the structure.
        let isMultipart = plan.body?.isMultipart == true && !places.contains(.body)
        self.isMultipart = isMultipart
        let json = Set(signature.method.bodyEncodings.filter(\.isJSON).map(\.wireName))
        let members = plans.indices.map { index in
            let isPart = isMultipart && places[index] == .bodyKey
            return MemberSource(
                index, of: plans, context, isMutable: true,
                part: isPart ? PartType(context: context, isJSON: json.contains(plans[index].wireName)) : nil,
                isRawBody: places[index] == .body && RawBody.isRaw(plan.body))
        }
        self.members = members
        coded = zip(places, members).filter { $0.0 == .bodyKey }.map(\.1)
        restMember = places.firstIndex(of: .bodyRest)
            .map { MemberSource($0, of: plans, context, isMutable: true) }
        conformances = Conformances(
            isEncodable: !isMultipart && (!coded.isEmpty || restMember != nil), isEquatable: true)
        isComparedAsSent = true
        let settings = CallSettings(signature: signature).ofRequest
        callSettings = CallSettings.isJSONAlone(settings) && conformances.isEncodable ? [] : settings
        additional = nil
        hasInitializer = true
        form = .object
        isSent = true
        originals = nil
        mark = signature.method.mark
        context.useRuntime(.exposed)
    }

    private var stored: [MemberSource] { members.filter { !$0.isFixed } }

    var additionalType: SafeText? {
        additional.map {
            form == .array ? "[\(context.type($0.valueType))]" : "[String: \(context.type($0.valueType))]"
        }
    }

    private var parameters: [Parameter] {
        guard let additional, let type = additionalType else { return stored.map(\.parameter) }
        return stored.map(\.parameter) + [
            Parameter(
                declaration: .identifier(additional.name), type: type, defaultValue: form == .array ? "[]" : "[:]")
        ]
    }

    private var decoded: [MemberSource] { coded.filter { !$0.isFixed } }

    /// What the API alone writes isn't sent.
    private var encoded: [MemberSource] { isSent ? coded.filter { $0.plan.direction != .received } : coded }

    static let view: ViewShape<StructureSource> = ViewShape(
        "structure", "A structure: a model, or what a method sends."
    ) {
        fields in
        fields.text("access", "The access level with a blank behind it; empty for internal.") { $0.context.access }
        fields.lines("documentation", "The lines of the documentation comment.") { $0.documentation }
        fields.text("name", "The type's name.") { $0.name }
        fields.text("conformances", "The protocols, with commas.") {
            ConformanceList.text(
                $0.conformances, comparedAsSent: $0.isComparedAsSent ? $0.context : nil,
                $0.isMultipart ? ["\($0.context.runtimePrefix)MultipartEncodable"] : [])
        }
        fields.objects("members", "All properties.", MemberSource.view) { $0.members }
        fields.object("additional", "The property for keys that aren't declared.", AdditionalSource.view) { source in
            source.additional.map { AdditionalSource(plan: $0, structure: source) }
        }
        fields.flag("hasInitializer", "Whether callers can make a value.") { $0.hasInitializer }
        fields.objects("parameters", "The parameters of the memberwise initialiser.", Parameter.view) { $0.parameters }
        fields.objects("initialized", "The properties that the memberwise initialiser sets.", MemberSource.view) {
            $0.stored
        }
        fields.flag("isDecoded", "Whether it has keys to be decoded.") {
            $0.conformances.isDecodable && (!$0.decoded.isEmpty || $0.additional != nil)
        }
        fields.objects("decoded", "The properties that are decoded.", MemberSource.view) { $0.decoded }
        fields.text("reader", "The runtime's type that it is decoded with.") {
            $0.form == .array ? "ElementReader" : "FieldReader"
        }
        fields.text("writer", "The runtime's type that it is encoded with.") {
            $0.form == .array ? "ElementWriter" : "FieldWriter"
        }
        fields.text("originals", "The property that keeps how the API wrote values; empty where there is none.") {
            $0.originals
        }
        fields.flag("isEncoded", "Whether it has keys to be encoded.") {
            $0.conformances.isEncodable && (!$0.coded.isEmpty || $0.additional != nil || $0.restMember != nil)
        }
        fields.flag("writesNothing", "Whether it is encoded as an object without keys.") {
            $0.encoded.isEmpty && $0.additional == nil && $0.restMember == nil
        }
        fields.objects("encoded", "The properties that are encoded.", MemberSource.view) { $0.encoded }
        fields.object("rest", "The property of a request whose keys are added to the body.", RestSource.view) {
            $0.restMember.map(RestSource.init)
        }
        fields.flag("isMultipart", "Whether its properties are parts of a form with files.") { $0.isMultipart }
        fields.flag("hasCallSettings", "Whether it puts something else into a call than itself as JSON.") {
            !$0.callSettings.isEmpty
        }
        fields.objects(
            "callSettings", "What a request puts into a call, where that isn't just itself as JSON.", CallSetting.view
        ) {
            $0.callSettings
        }
        fields.extensions { source in
            source.mark.map { source.context.plan.extensions[$0] } ?? []
        }
    }
}

/// The property of a model for keys that aren't declared.
struct AdditionalSource {
    let plan: StructurePlan.AdditionalMember
    let structure: StructureSource

    static let view: ViewShape<AdditionalSource> = ViewShape(
        "additional", "The property for keys that aren't declared."
    ) {
        fields in
        fields.text("name", "The property's name.") { .identifier($0.plan.name) }
        fields.text("type", "Its type, a dictionary, or a list behind the elements of an array.") {
            $0.structure.additionalType
        }
        fields.flag("isList", "Whether it holds elements of an array.") { $0.structure.form == .array }
        fields.text("declaredCount", "The number of elements that have a property.") {
            .integer($0.structure.coded.count)
        }
        fields.text("coding", "The `FieldCoding` of the values; empty where they code themselves.") {
            Coding(context: $0.structure.context).expression(for: $0.plan.valueType)
        }
        fields.texts("declaredKeys", "The keys that are declared, as string literals.") {
            .literals($0.structure.coded.map(\.plan.wireName))
        }
        fields.flag("isMutable", "Whether callers may change it.") { $0.structure.hasInitializer }
    }
}

/// The property of a request whose keys are added to the body.
struct RestSource {
    let member: MemberSource

    static let view: ViewShape<RestSource> = ViewShape("rest", "The property whose keys are added to the body.") {
        fields in
        fields.text("value", "Its value inside of the structure's functions.") { $0.member.value }
        fields.text("coding", "The `FieldCoding` of the values; empty where they code themselves.") { source in
            let context = source.member.context
            guard case .map(let value) = context.resolved(source.member.plan.type) else { return nil }
            return Coding(context: context).expression(for: value)
        }
    }
}

/// Lists of protocols.
enum ConformanceList {
    /// - Parameter comparedAsSent: given where values are compared by what is sent of them.
    static func text(
        _ conformances: Conformances, comparedAsSent context: RenderContext? = nil, _ further: [SafeText] = []
    ) -> SafeText {
        let first: SafeText =
            if let context {
                "\(context.runtimePrefix)RequestValue"
            } else if conformances.isHashable {
                "Sendable, Hashable"
            } else {
                conformances.isEquatable ? "Sendable, Equatable" : "Sendable"
            }
        let coding: SafeText =
            switch (conformances.isDecodable, conformances.isEncodable) {
            case (true, true): ", Codable"
            case (true, false): ", Decodable"
            case (false, true): ", Encodable"
            case (false, false): ""
            }
        return further.reduce(first + coding) { "\($0), \($1)" }
    }
}
