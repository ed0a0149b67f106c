import CallsignPlan

/// Types of every kind.
enum SampleTypes {
    static let all: [TypePlan] = [
        TypePlan(0, "call", .structure(call), "A phone call.\n\n- which began\n- and may have ended"),
        TypePlan(1, "comment", .structure(comment), sent: true),
        TypePlan(2, "direction", .enumeration(EnumerationPlan(["inbound", "outbound", "none", "+1", ""])), sent: true),
        TypePlan(3, "priority", .enumeration(priority), sent: true),
        TypePlan(4, "attachment", .union(attachment), sent: true),
        TypePlan(5, "request_uuid", .union(requestUUID)),
        TypePlan(6, "choice", .union(choice), sent: true),
        TypePlan(7, "timestamp", .alias(.date), "A moment."),
        TypePlan(8, "problem", .structure(StructurePlan([MemberPlan("message", .string, optional: true)]))),
        TypePlan(9, "old", .structure(old), sent: true, deprecated: true, "No longer used."),
        TypePlan(10, "empty", .structure(StructurePlan([], sent: true)), sent: true),
        TypePlan(11, "color", .enumeration(EnumerationPlan(["red", "default"], open: false)), sent: true),
        TypePlan(12, "labels", .alias(.map(.array(.string)))),
        TypePlan(13, "page", .structure(page)),
        TypePlan(14, "plain", .structure(StructurePlan([MemberPlan("name", .string)], sent: true)), received: false),
    ]

    static let call = StructurePlan(
        ScalarType.Value.allCases.filter { $0 != .file && $0 != .part }.map {
            MemberPlan("\($0.rawValue)_value", .scalar(ScalarType($0)))
        } + [
            MemberPlan("call_uuid", .string, "Identifies the call."),
            MemberPlan("end_time", .named(7), optional: true),
            MemberPlan("times", .array(.date), optional: true),
            MemberPlan("nullable", .optional(.date)),
            MemberPlan("by_name", .map(.scalar(ScalarType(.int, wire: .text)))),
            MemberPlan("count", .scalar(ScalarType(.int, wire: .lenient)), optional: true),
            MemberPlan("rate", .scalar(ScalarType(.decimal, wire: .text))),
            MemberPlan("code", .scalar(ScalarType(.string, wire: .lenientText))),
            MemberPlan("anything", .json, optional: true),
            MemberPlan("fields", .int),
            MemberPlan("default", .named(2)),
        ], additional: .date)

    static let comment = StructurePlan(
        [
            MemberPlan("text", .string),
            MemberPlan("parent", .named(1), optional: true, boxed: true, "What it answers."),
            MemberPlan("root", .named(1), boxed: true),
            MemberPlan("kind", .string, fixed: .string("comment")),
            MemberPlan("author", .string, optional: true, deprecated: true, "Who wrote it."),
        ], sent: true)

    static let priority = EnumerationPlan(
        rawType: .int,
        cases: [(-1, "low"), (0, "normal"), (1, "high")].map { value, name in
            EnumerationPlan.Case(
                name: caseName(name), value: .integer(value), documentation: Documentation(["Is \(name)."]))
        }, isOpen: true)

    static let attachment = UnionPlan(
        selection: .discriminator(property: "type", values: [("call", 0), ("comment", 1), ("old \"one\"", 1)]),
        cases: [UnionPlan.Case("call", .named(0)), UnionPlan.Case("comment", .named(1))],
        unknownCase: caseName("unknown"), isIndirect: true)

    static let requestUUID = UnionPlan(
        selection: .jsonType,
        cases: [
            UnionPlan.Case("text", .string, json: .string), UnionPlan.Case("list", .array(.date), json: .array),
        ], unknownCase: caseName("unknown"))

    static let choice = UnionPlan(
        selection: .inOrder,
        cases: [
            UnionPlan.Case("call", .named(0), keys: ["call_uuid", "by_name"]), UnionPlan.Case("moment", .date),
            UnionPlan.Case("text", .string),
            UnionPlan.Case(
                "demanding", .named(1),
                keys: (1...9).map { "a_required_key_with_a_long_name_\($0)" }),
        ], unknownCase: caseName("unknown"))

    static let old = StructurePlan(
        [MemberPlan("value", .int, deprecated: true), MemberPlan("encoder", .string, optional: true)], sent: true)

    static let page = StructurePlan([
        MemberPlan("objects", .array(.named(0))), MemberPlan("meta", .named(14), optional: true),
        MemberPlan("total", .scalar(ScalarType(.int64)), optional: true), MemberPlan("next", .string, optional: true),
        MemberPlan("more", .bool),
    ])
}
