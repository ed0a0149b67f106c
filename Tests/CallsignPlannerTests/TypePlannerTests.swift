import CallsignDiagnostics
import CallsignPlan
import Testing

@Suite struct TypePlannerTests {
    struct PropertyCase: Sendable, CustomTestStringConvertible {
        var schema: String
        var expected: String
        var testDescription: String { schema }

        init(_ schema: String, _ expected: String) {
            self.schema = schema
            self.expected = expected
        }
    }

    @Test(
        "a property's schema becomes a Swift type",
        arguments: [
            PropertyCase("type: string", "string?"),
            PropertyCase("type: [string, 'null']", "string?"),
            PropertyCase("type: integer", "int?"),
            PropertyCase("{type: integer, format: int32}", "int32?"),
            PropertyCase("{type: integer, format: int64}", "int64?"),
            PropertyCase("type: number", "double?"),
            PropertyCase("{type: number, format: float}", "float?"),
            PropertyCase("{type: number, format: decimal}", "decimal?"),
            PropertyCase("type: boolean", "bool?"),
            PropertyCase("{type: string, format: date-time}", "date?"),
            PropertyCase("{type: string, x-callsign-type: spaced-date-time}", "date(spaced)?"),
            PropertyCase("{type: string, format: date}", "calendarDate?"),
            PropertyCase("{type: string, format: uuid}", "uuid?"),
            PropertyCase("{type: string, format: uri}", "url?"),
            PropertyCase("{type: string, format: byte}", "base64?"),
            PropertyCase("{type: string, format: base64url}", "base64(urlAlphabet)?"),
            PropertyCase("{type: string, contentEncoding: base64}", "base64?"),
            PropertyCase("{contentEncoding: base64url, contentMediaType: image/png}", "base64(urlAlphabet)?"),
            PropertyCase("{type: string, contentMediaType: application/json}", "string?"),
            PropertyCase("{type: integer, format: unixtime}", "date(unixSeconds)?"),
            PropertyCase("{type: number, format: unix-time}", "date(unixSeconds)?"),
            PropertyCase("{type: integer, format: epoch-millis}", "date(unixMilliseconds)?"),
            PropertyCase("{type: string, format: date-time-rfc-2822}", "date(mail)?"),
            PropertyCase("{type: string, format: http-date}", "date(mail)?"),
            PropertyCase("{type: integer, format: uint64}", "uint64?"),
            PropertyCase("{type: integer, minimum: 0, maximum: 18446744073709551615}", "uint64?"),
            PropertyCase("{type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000}", "int?"),
            PropertyCase("{type: integer, maximum: 99999999999999999999}", "decimal?"),
            PropertyCase("{type: integer, format: bigint}", "decimal?"),
            PropertyCase("{type: string, format: decimal}", "decimal(text)?"),
            PropertyCase("{type: string, format: int64}", "int64(text)?"),
            PropertyCase("{type: [integer, string], x-callsign-type: integer}", "int(lenient)?"),
            PropertyCase("{type: [integer, string], x-callsign-type: text}", "string(lenientText)?"),
            PropertyCase("{type: string, x-callsign-type: integer}", "int(text)?"),
            PropertyCase("{type: [boolean, string], x-callsign-type: boolean}", "bool(lenient)?"),
            PropertyCase("{type: array, items: {type: string}}", "[string]?"),
            PropertyCase("{type: array, items: {type: [integer, 'null']}}", "[int?]?"),
            PropertyCase("type: array", "[json]?"),
            PropertyCase("type: object", "[string: json]?"),
            PropertyCase("{type: object, additionalProperties: {type: integer}}", "[string: int]?"),
            PropertyCase("{}", "json?"),
            PropertyCase("true", "json?"),
            PropertyCase("{oneOf: [{type: string, format: uuid}, {type: 'null'}]}", "uuid?"),
            PropertyCase("{anyOf: [{$ref: '#/components/schemas/Other'}, {type: 'null'}]}", "Other?"),
            PropertyCase("{allOf: [{$ref: '#/components/schemas/Other'}, {description: More}]}", "Other?"),
            PropertyCase("{$ref: '#/components/schemas/Other', description: Another}", "Other?"),
            PropertyCase("{type: [string, array], items: {type: string}}", "SubjectValue?"),
            PropertyCase("{enum: [a, 1]}", "SubjectValue?"),
            PropertyCase("{type: string, const: fixed}", "string?"),
            PropertyCase("{type: string, enum: [a, b]}", "SubjectValue?"),
        ])
    func property(_ example: PropertyCase) {
        let schema = example.schema.hasPrefix("{") || example.schema == "true" ? example.schema : "{\(example.schema)}"
        let described = PlannedDescription(
            schemas: """
                Subject:
                  type: object
                  properties:
                    value: \(schema)
                Other:
                  type: object
                  properties: {name: {type: string}}
                """)
        #expect(described.facts("structure Subject").dropFirst() == ["  value: \(example.expected) wire value"])
    }

    @Test func requiredAndNullableDecideWhatIsOptional() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  type: object
                  required: [a, b]
                  properties:
                    a: {type: string}
                    b: {type: [string, 'null']}
                    c: {type: string}
                """)
        #expect(
            described.facts("structure Subject") == [
                "structure Subject received", "  a: string wire a", "  b: string? wire b", "  c: string? wire c",
            ])
    }

    @Test func nullableOfVersion30MakesAMemberOptional() {
        let described = PlannedDescription(
            """
            paths:
              /a:
                get:
                  operationId: a.get
                  responses:
                    '200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
            components:
              schemas:
                A: {type: object, required: [b], properties: {b: {type: string, nullable: true}}}
            """, version: "3.0.3")
        #expect(described.facts("structure A") == ["structure A received", "  b: string? wire b"])
    }

    @Test func allOfMergesObjects() {
        let described = PlannedDescription(
            schemas: """
                Base:
                  type: object
                  required: [id]
                  properties: {id: {type: string}, note: {type: string}}
                Subject:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - type: object
                      required: [note]
                      properties: {size: {type: integer}}
                """)
        #expect(
            described.facts("structure Subject") == [
                "structure Subject received", "  id: string wire id", "  note: string wire note",
                "  size: int? wire size",
            ])
    }

    @Test func aTypeThatHoldsItselfIsBoxedOnlyWhereItMustBe() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  type: object
                  properties:
                    parent: {$ref: '#/components/schemas/Subject'}
                    children: {type: array, items: {$ref: '#/components/schemas/Subject'}}
                """)
        #expect(
            described.facts("structure Subject") == [
                "structure Subject received", "  parent: Subject? wire parent boxed",
                "  children: [Subject]? wire children",
            ])
    }

    @Test func inlineTypesAreNamedFromWhereTheyStand() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  type: object
                  properties:
                    subject_state: {type: string, enum: [on, off]}
                    owners:
                      type: array
                      items: {type: object, properties: {name: {type: string}}}
                """)
        #expect(described.dump.contains("structure SubjectOwner received"))
        #expect(
            described.facts("enumeration SubjectState") == [
                "enumeration SubjectState open received", "  on = \"on\"", "  off = \"off\"",
            ])
    }

    @Test func aMapOfItselfIsCarriedAsJSON() {
        let described = PlannedDescription(
            schemas: """
                Subject: {type: array, items: {$ref: '#/components/schemas/Subject'}}
                """)
        #expect(described.facts("method subject.make").first?.contains("-> [json]") == true)
    }

    @Test func whatIsSentKeepsConstantsAndWhatIsReceivedReadsThem() {
        let schemas = """
            Subject: {type: object, required: [kind], properties: {kind: {const: circle}}}
            """
        let sent = PlannedDescription(schemas: schemas, sending: "Subject")
        #expect(sent.facts("structure Subject").last == "  kind: string wire kind = \"circle\"")
        let received = PlannedDescription(schemas: schemas)
        #expect(received.facts("structure Subject").last == "  kind: string wire kind")
    }

    @Test func anUnknownFormatIsReportedAtItsPlace() {
        let described = PlannedDescription(
            """
            paths:
              /a:
                get:
                  operationId: a.get
                  parameters:
                    - {name: b, in: query, schema: {type: string, format: date-tme}}
                  responses: {'204': {description: Done}}
            """)
        #expect(described.errors == ["8:55 unknown-format"])
    }

    @Test func placesOfAnArrayAreMembersOfAStructure() {
        let described = PlannedDescription(
            schemas: """
                Subject:
                  type: object
                  properties:
                    pair: {type: array, minItems: 2, prefixItems: [{type: string}, {type: integer}], items: false}
                    open: {type: array, prefixItems: [{title: Code, type: string}, {type: integer}]}
                    rest: {type: array, minItems: 1, prefixItems: [{type: string}], items: {type: integer}}
                    same: {type: array, prefixItems: [{type: number}, {type: number}]}
                """)
        #expect(
            described.facts("tuple SubjectPair") == [
                "tuple SubjectPair received", "  first: string wire 0", "  second: int wire 1",
            ])
        #expect(
            described.facts("tuple SubjectOpen") == [
                "tuple SubjectOpen received", "  code: string? wire 0", "  second: int? wire 1",
                "  others: [String: json]",
            ])
        #expect(
            described.facts("tuple SubjectRest") == [
                "tuple SubjectRest received", "  first: string wire 0", "  others: [String: int]",
            ])
        #expect(described.facts("structure Subject").last == "  same: [double]? wire same")
    }

    @Test(
        "keys that no property is for",
        arguments: [
            ("additionalProperties: {type: integer}", "int"), ("additionalProperties: true", "json"),
            ("unevaluatedProperties: {type: integer}", "int"), ("additionalProperties: false", nil),
            ("patternProperties: {'^x-': {type: string}}", "json"),
            ("patternProperties: {'^x-': {type: string}}, additionalProperties: false", "string"),
            ("patternProperties: {'^x-': {type: string}, '^y-': {type: integer}}", "json"),
        ] as [(String, String?)])
    func additionalKeys(_ keywords: String, _ type: String?) {
        let described = PlannedDescription(
            schemas: "Subject: {type: object, properties: {a: {type: string}}, \(keywords)}")
        #expect(
            described.facts("structure Subject").dropFirst(2)
                == (type.map { ["  additionalProperties: [String: \($0)]"] } ?? [])[...])
    }

    private static let account = """
        Account:
          type: object
          required: [id, name, password]
          properties:
            id: {type: string, readOnly: true}
            name: {type: string}
            password: {type: string, writeOnly: true}
        Subject: {type: object, properties: {account: {$ref: '#/components/schemas/Account'}}}
        """

    @Test func whatIsOnlyReceivedHasNoMembersThatAreOnlySent() {
        #expect(
            PlannedDescription(schemas: Self.account).facts("structure Account") == [
                "structure Account received", "  id: string wire id received", "  name: string wire name",
            ])
    }

    @Test func whatIsOnlySentHasNoMembersThatAreOnlyReceived() {
        let described = PlannedDescription(
            schemas: Self.account + "\nNone: {type: string}", answering: "None", sending: "Subject")
        #expect(
            described.facts("structure Account") == [
                "structure Account sent ", "  name: string wire name", "  password: string wire password sent",
            ])
    }

    @Test func whatGoesBothWaysHasEitherAsOptional() {
        let described = PlannedDescription(schemas: Self.account, sending: "Subject")
        #expect(
            described.facts("structure Account") == [
                "structure Account sent received", "  id: string? wire id received", "  name: string wire name",
                "  password: string? wire password sent",
            ])
    }

    // MARK: Models that are written again

    private static let record = """
        paths:
          /a:
            get:
              operationId: a.get
              responses:
                '200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/Record'}}}}
        components:
          schemas:
            Record:
              type: object
              properties:
                at: {type: string, format: date-time}
                originals: {type: string}
                part: {$ref: '#/components/schemas/Part'}
            Part: {type: object, properties: {id: {type: string}}}
        """

    @Test func chosenModelsAreEncodableWithWhatTheyHoldAndKeepTheFormsOfTheirValues() throws {
        var settings = PlanSettings()
        settings.encodableModels = .some([PlanSettings.Marked("Record")])
        let plan = try #require(PlannedDescription(Self.record, settings: settings).plan)
        #expect(plan.types.map(\.conformances.isEncodable) == [true, true])
        let originals = plan.types.map { type -> String? in
            guard case .structure(let structure) = type.kind else { return nil }
            return structure.originals?.text
        }
        // A member has the usual name; and nothing in the other model can have another form.
        #expect(originals == ["originalsValue", nil])
    }

    @Test func modelsThatAreOnlyReceivedKeepNothing() throws {
        let plan = try #require(PlannedDescription(Self.record).plan)
        #expect(plan.types.allSatisfy { !$0.conformances.isEncodable })
        guard case .structure(let record) = plan.types[0].kind else { return #expect(Bool(false), "no structure") }
        #expect(record.originals == nil)
    }

    @Test func aChosenModelThatNobodyKnowsIsAnError() {
        var settings = PlanSettings()
        settings.encodableModels = .some([PlanSettings.Marked("Recrod")])
        let described = PlannedDescription(Self.record, settings: settings)
        #expect(described.sink.sorted.map(\.code) == ["unknown-model"])
        #expect(described.sink.sorted.first?.remedy == "did you mean 'Record'?")
    }

    @Test func aBodyWhoseMembersDifferFromTheAnswersIsARequestOfItsOwn() {
        let described = PlannedDescription(schemas: Self.account, answering: "Account", sending: "Account")
        #expect(described.facts("structure Account").first == "structure Account received")
        #expect(described.dump.contains { $0.contains("password: string") && $0.contains("key") })
    }
}
