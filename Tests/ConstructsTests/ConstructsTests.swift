import Constructs
import Foundation
import Testing

@testable import CallsignRuntime

/// Values of the client that `Tests/Constructs` describes, read and written by the runtime and by Foundation.
@Suite struct ConstructsTests {
    /// Reads a text with both decoders, sees that they agree, and that what is written reads as the same again.
    private func read<Value: Codable & Equatable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
        let value = try JSONText.decode(type, from: Data(text.utf8))
        #expect(try JSONDecoder().decode(type, from: Data(text.utf8)) == value)
        #expect(try JSONText.decode(type, from: JSONText.encode(value)) == value)
        return value
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    // MARK: Unions

    @Test(
        "a union is the branch that its value is meant for",
        arguments: [
            (#"{"mapped": {"pet": "hound", "bark": "loud"}}"#, Unions(mapped: .dog(Dog(pet: "hound", bark: "loud")))),
            (#"{"mapped": {"pet": "Dog"}}"#, Unions(mapped: .unknown(["pet": "Dog"]))),
            (#"{"unmapped": {"pet": "Cat", "lives": 9}}"#, Unions(unmapped: .cat(Cat(pet: "Cat", lives: 9)))),
            (
                #"{"defaulted": {"pet": "fish", "name": "Wanda"}}"#,
                Unions(defaulted: .pet(Pet(pet: "fish", name: "Wanda")))
            ),
            (#"{"defaulted": {"name": "Wanda"}}"#, Unions(defaulted: .pet(Pet(name: "Wanda")))),
            (#"{"defaulted": {"pet": "cat"}}"#, Unions(defaulted: .cat(Cat(pet: "cat")))),
            (
                #"{"by_constant": {"type": "text", "text": "a"}}"#,
                Unions(byConstant: .text(ByConstantText(type: "text", text: "a")))
            ),
            (
                #"{"by_constant": {"type": "picture", "url": "a"}}"#,
                Unions(byConstant: .image(ByConstantImage(type: .picture, url: "a")))
            ),
            (#"{"by_constant": {"type": "sound"}}"#, Unions(byConstant: .unknown(["type": "sound"]))),
            (#"{"by_key": {"id": "1", "url": "a"}}"#, Unions(byKey: .url(ByKeyURL(id: "1", url: "a")))),
            (#"{"by_key": {"id": "1"}}"#, Unions(byKey: .object(ByKeyObject(id: "1")))),
            (#"{"by_key": {"url": "a"}}"#, Unions(byKey: .unknown(["url": "a"]))),
            (#"{"by_type": "a"}"#, Unions(byType: .text("a"))), (#"{"by_type": 1.5}"#, Unions(byType: .number(1.5))),
            (#"{"by_type": true}"#, Unions(byType: .boolean(true))),
            (#"{"by_type": ["a"]}"#, Unions(byType: .list(["a"]))),
            (#"{"by_type": {"name": "a"}}"#, Unions(byType: .pet(Pet(name: "a")))),
            (#"{"in_order": "small"}"#, Unions(inOrder: .size(.small))),
            (#"{"in_order": "huge"}"#, Unions(inOrder: .unknown("huge"))),
            (#"{"in_order": {"kind": "box", "width": 3}}"#, Unions(inOrder: .box(InOrderBox(kind: "box", width: 3)))),
            (#"{"in_order": {"kind": "ball"}}"#, Unions(inOrder: .object(InOrderObject(kind: "ball")))),
            (#"{"in_order": ["a"]}"#, Unions(inOrder: .listOfText(["a"]))),
            (#"{"in_order": [1]}"#, Unions(inOrder: .listOfInteger([1]))),
            (#"{"moment": "now"}"#, Unions(moment: .text("now"))),
            (#"{"moment": "1970-01-01T00:00:01Z"}"#, Unions(moment: .date(Date(timeIntervalSince1970: 1)))),
            (#"{"moment": "later"}"#, Unions(moment: .unknown("later"))), (#"{"moment": null}"#, Unions()),
            (
                #"{"expression": [{"not": "a"}, true, ["b"]]}"#,
                Unions(expression: .list([.not(ExpressionNot(not: .text("a"))), .boolean(true), .list([.text("b")])]))
            ),
            (#"{"list_of_types": 3}"#, Unions(listOfTypes: .integer(3))),
            (#"{"list_of_types": {"name": "a"}}"#, Unions(listOfTypes: .object(UnionsListOfTypesObject(name: "a")))),
        ] as [(String, Unions)])
    func unions(_ text: String, _ expected: Unions) throws {
        #expect(try read(text) == expected)
    }

    @Test(
        "a schema with heirs is the heir that its value is meant for",
        arguments: [
            (#"{"species":"horse","name":"Ned","hands":15.5}"#, .horse(Horse(name: "Ned", hands: 15.5))),
            (
                #"{"species":"Eagle","wings":2,"span":2.5,"young":[{"species":"Eagle","wings":2}]}"#,
                .eagle(Eagle(young: [.eagle(Eagle(wings: 2))], wings: 2, span: 2.5))
            ),
            (
                #"{"species":"Bird","wings":2,"rival":{"species":"horse"}}"#,
                .bird(BirdBase(species: "Bird", rival: .horse(Horse()), wings: 2))
            ),
            (#"{"species":"newt","name":"Nora"}"#, .base(AnimalBase(species: "newt", name: "Nora"))),
            (
                #"{"species":"Eagle","wings":2,"prey":{"species":"dodo","wings":0}}"#,
                .eagle(Eagle(wings: 2, prey: .base(BirdBase(species: "dodo", wings: 0))))
            ),
        ] as [(String, Animal)])
    func heirs(_ text: String, _ expected: Animal) throws {
        #expect(try read(text) == expected)
        // Nothing is lost on the way out, and an heir says by itself which it is.
        let written = try JSONText.decode(JSONValue.self, from: JSONText.encode(expected))
        #expect(try written == JSONText.decode(JSONValue.self, from: Data(text.utf8)))
    }

    // MARK: Enumerations

    @Test func enumerations() throws {
        let values: Enumerations = try read(
            """
            {"texts": "in progress", "open": "later", "joined": "c", "integers": -1, "numbers": 1.5, "mixed": "auto",
             "structured": [1], "fixed": "constructs", "fixed_number": 1.5, "fixed_flag": true, "fixed_integer": 7,
             "closed": "on"}
            """)
        #expect(
            values
                == Enumerations(
                    texts: .inProgress, open: EnumerationsOpen(rawValue: "later"), joined: .c,
                    integers: EnumerationsIntegers(rawValue: -1), numbers: EnumerationsNumbers(rawValue: 1.5),
                    mixed: .auto, structured: [1], fixed: "constructs", fixedNumber: 1.5, fixedFlag: true,
                    fixedInteger: 7, closed: .on))
        #expect(values.open?.isKnown == false)
        #expect(EnumerationsNumbers.knownValues.map(\.rawValue) == [0.5, 1, 1.5])
        #expect(EnumerationsMixed.knownValues.map(\.rawValue) == [1, "auto", true, 1.5])
        #expect(EnumerationsJoined.knownValues.map(\.rawValue) == ["a", "b", "c"])
    }

    @Test func aClosedEnumerationRefusesOthers() {
        #expect(throws: DecodingError.self) {
            try JSONText.decode(Enumerations.self, from: Data(#"{"fixed": "a", "closed": "ajar"}"#.utf8))
        }
    }

    // MARK: Compositions

    @Test func compositions() throws {
        let values: Compositions = try read(
            """
            {"joined": {"id": "1", "size": 3, "state": {"on": true}}, "described": {"id": "2", "count": 1.5},
             "narrowed": {"id": "3", "kind": "narrow", "count": 4}, "deep": {"id": "4", "state": {"on": false, "since": "May"}},
             "text": "b", "limited": "1970-01-01T00:00:00Z", "contradiction": 1, "with_alternatives": {"id": "5", "b": 6}}
            """)
        #expect(values.joined?.size == 3)
        #expect(values.joined?.state?.on == true)
        #expect(values.described?.count == 1.5)
        #expect(values.narrowed?.count == 4)
        #expect(values.deep?.state == DeepState(on: false, since: "May"))
        #expect(values.text == .b)
        #expect(values.limited == Date(timeIntervalSince1970: 0))
        #expect(values.contradiction == 1)
        #expect(values.withAlternatives == CompositionsWithAlternatives(id: "5", b: 6))
    }

    // MARK: Objects

    @Test func objects() throws {
        let values: Objects = try read(
            """
            {"free": {"a": 1}, "closed": {"a": "b"}, "open": {"a": "b", "c": [1]}, "typed": {"a": "b", "c": 1},
             "map": {"a": "1970-01-01T00:00:00Z"}, "by_pattern": {"x-a": 1}, "beside_pattern": {"a": "b", "x-a": 1, "y": "z"},
             "by_pattern_only": {"x-a": 1}, "unevaluated": {"c": 1}, "pair": ["a", 1], "record": ["a", null, 2, 3],
             "point": [1, 2.5], "untyped": {"a": "b"}, "anything": [null],
             "tree": {"parent": {"maybe": null}, "children": [{"either": {"either": "leaf"}}], "by_name": {"a": {}}},
             "holder": {"inner": {"count": 1}, "leaf": {"name": "a"}}, "node": {"nodes": [{"nodes": []}]},
             "titled": {"inline": {"mode": "on"}}, "old": "a"}
            """)
        #expect(values.free == ["a": 1])
        #expect(values.open == ObjectsOpen(a: "b", additionalProperties: ["c": [1]]))
        #expect(values.typed == ObjectsTyped(a: "b", additionalProperties: ["c": 1]))
        #expect(values.map == ["a": Date(timeIntervalSince1970: 0)])
        #expect(values.byPattern == ["x-a": 1])
        #expect(values.besidePattern == ObjectsBesidePattern(a: "b", additionalProperties: ["x-a": 1, "y": "z"]))
        #expect(values.byPatternOnly == ObjectsByPatternOnly(additionalProperties: ["x-a": 1]))
        #expect(values.unevaluated == ObjectsUnevaluated(additionalProperties: ["c": 1]))
        #expect(values.pair == ObjectsPair(first: "a", second: 1))
        #expect(values.record == ObjectsRecord(first: "a", others: [2, 3]))
        #expect(values.point == [1, 2.5])
        #expect(values.untyped?.a == "b")
        #expect(values.anything == [nil])
        #expect(values.tree?.parent == Tree())
        #expect(values.tree?.children == [Tree(either: .tree(Tree(either: .text("leaf"))))])
        #expect(values.tree?.byName == ["a": Tree()])
        #expect(values.holder == Holder(inner: Inner(count: 1), leaf: Leaf(name: "a")))
        #expect(values.node == Node(nodes: [Node(nodes: [])]))
        #expect(values.titled?.inline?.mode == .on)
    }

    @Test func undeclaredKeys() throws {
        let leaf: Leaf = try read(#"{"name": "a", "color": {"hue": 3}, "tags": [null]}"#)
        #expect(leaf == Leaf(name: "a", additionalProperties: ["color": ["hue": 3], "tags": [nil]]))
        #expect(try text(leaf) == #"{"color":{"hue":3},"name":"a","tags":[null]}"#)
    }

    // MARK: Scalars

    @Test func scalars() throws {
        let values: Scalars = try read(
            """
            {"moment": "1970-01-01T00:00:01Z", "mail_date": "Thu, 01 Jan 1970 00:00:02 +0000",
             "http_date": "Thu, 01 Jan 1970 00:00:03 GMT", "unix": 4, "unix_fraction": 5.5, "milliseconds": 6000,
             "day": "2024-02-29", "time": "10:00", "duration": "P1D", "uuid": "5C5B6D2A-8F0E-4B62-9A64-0E2F7D4B1A11",
             "url": "https://example.com/a", "bytes": "aGk=", "encoded": "aGk", "url_bytes": "-__-", "embedded": "{}",
             "int32": -3, "int64": 9223372036854775807, "rounded": -9223372036854775808,
             "unsigned": 18446744073709551615, "unsigned_by_bounds": 9223372036854775808,
             "big": 123456789012345678901234567890, "big_by_bounds": 99999999999999999999999999, "decimal": 0.1,
             "text_decimal": "0.10", "text_integer": "12", "either": "7"}
            """)
        #expect(
            [values.moment, values.mailDate, values.httpDate, values.unix, values.unixFraction, values.milliseconds]
                .map { $0?.timeIntervalSince1970 } == [1, 2, 3, 4, 5.5, 6])
        #expect(values.day == CalendarDate(year: 2024, month: 2, day: 29))
        #expect([values.bytes, values.encoded] == [Data("hi".utf8), Data("hi".utf8)])
        #expect(values.urlBytes == Data([0xFB, 0xFF, 0xFE]))
        #expect(values.int64 == .max)
        #expect(values.rounded == .min)
        #expect(values.unsigned == .max)
        #expect(values.unsignedByBounds == 1 << 63)
        #expect(values.big == Decimal(string: "123456789012345678901234567890"))
        #expect(values.bigByBounds == Decimal(string: "99999999999999999999999999"))
        #expect(values.decimal == Decimal(string: "0.1"))
        #expect(values.textInteger == 12)
        #expect(values.either == 7)
        #expect(
            try text(
                Scalars(mailDate: Date(timeIntervalSince1970: 2), unix: Date(timeIntervalSince1970: 4), unsigned: .max))
                == #"{"mail_date":"Thu, 01 Jan 1970 00:00:02 GMT","unix":4,"unsigned":18446744073709551615}"#)
    }

    @Test func formsAreWrittenAsTheyCame() throws {
        let json = """
            {"bytes":"aGk","either":"7","mail_date":"1 Jan 1970 01:00 +0100","milliseconds":"6000",\
            "moment":"1970-01-01 05:30:01+05:30","text_decimal":"0.10","text_integer":12,"unix":"1970-01-01","url":"",\
            "uuid":"5C5B6D2A-8F0E-4B62-9A64-0E2F7D4B1A11"}
            """
        let values = try JSONText.decode(Scalars.self, from: Data(json.utf8))
        #expect(values.moment == Date(timeIntervalSince1970: 1))
        #expect(values.textDecimal == Decimal(string: "0.1"))
        #expect(values.url == nil)
        #expect(values.originals["moment"] == "1970-01-01 05:30:01+05:30")
        #expect(values.originals["no_such_key"] == nil)
        #expect(try text(values) == json)
        // With a decoder of the app's own, too.
        #expect(try text(JSONDecoder().decode(Scalars.self, from: Data(json.utf8))) == json)
    }

    @Test func changedValuesAreWrittenAnew() throws {
        var values = try JSONText.decode(
            Scalars.self, from: Data(#"{"either": "7", "text_decimal": "0.10", "url": ""}"#.utf8))
        values.either = 8
        values.textDecimal = nil
        values.url = URL(string: "https://example.com/a")
        #expect(try text(values) == #"{"either":8,"url":"https://example.com/a"}"#)
    }

    @Test func formsDoNotCountInComparisons() throws {
        let spaced = try JSONText.decode(Scalars.self, from: Data(#"{"moment": "1970-01-01 00:00:01"}"#.utf8))
        #expect(spaced == Scalars(moment: Date(timeIntervalSince1970: 1)))
        #expect(spaced.hashValue == Scalars(moment: Date(timeIntervalSince1970: 1)).hashValue)
    }

    // MARK: Nulls and directions

    @Test func nulls() throws {
        let none: Nulls = try read(
            """
            {"by_type": null, "by_one_of": null, "by_any_of": null, "by_enum": null, "by_reference": null,
             "in_union": null, "in_list": [1, null], "in_map": {"a": null, "b": {"name": "c"}}, "by_nullable": null,
             "only": null}
            """)
        #expect(none.byType == nil && none.byOneOf == nil && none.byAnyOf == nil && none.byEnum == nil)
        #expect(none.byReference == nil && none.inUnion == nil && none.byNullable == nil && none.only == nil)
        #expect(none.inList == [1, nil])
        #expect(none.inMap?["a"] == .some(nil))
        #expect(none.inMap?["b"]??.name == "c")
        let some: Nulls = try read(
            """
            {"by_type": "a", "by_one_of": {"name": "b"}, "by_any_of": "c", "by_enum": "a", "by_reference": {"name": "d"},
             "in_union": 3, "by_nullable": "e"}
            """)
        #expect(some.byType == "a" && some.byOneOf?.name == "b" && some.byAnyOf == "c" && some.byEnum == "a")
        #expect(some.byReference?.name == "d" && some.inUnion == .integer(3) && some.byNullable == "e")
    }

    @Test func changesTellNullFromNothing() throws {
        typealias Changes = ConstructsClient.Accounts.UpdateRequest
        #expect(try text(Changes()) == "{}")
        #expect(try text(Changes(name: "a", phone: .null, limit: 3)) == #"{"limit":3,"name":"a","phone":null}"#)
        #expect(
            try text(Changes(closes: .value(Date(timeIntervalSince1970: 0)), address: .value(.init(street: .null))))
                == #"{"address":{"street":null},"closes":"1970-01-01T00:00:00Z"}"#)
        #expect(try text(Changes(closes: .null, address: .null)) == #"{"address":null,"closes":null}"#)
    }

    @Test func membersOfOneSideAreThereOnThatSide() throws {
        #expect(try JSONText.decode(Account.self, from: Data(#"{"id": "1", "name": "a"}"#.utf8)).id == "1")
        #expect(
            try text(ConstructsClient.Accounts.CreateRequest(name: "a", password: "b"))
                == #"{"name":"a","password":"b"}"#)
        let member = try JSONText.decode(Member.self, from: Data(#"{"id": 1, "role": "owner"}"#.utf8))
        #expect(member == Member(id: 1, role: "owner"))
        #expect(try text(Member(id: 1, role: "owner", token: "t")) == #"{"role":"owner","token":"t"}"#)
        #expect(try text(Member(role: "owner", links: Links(next: "a"))) == #"{"links":{},"role":"owner"}"#)
    }
}
