import Foundation
import Testing

@testable import CallsignRuntime

/// Members that tell `null` from nothing.
@Suite struct NullableTests {
    private struct Changes: Encodable, Equatable {
        var name: Nullable<String>?
        var limit: Nullable<Int>?
        var rate: Nullable<Double>?
        var active: Nullable<Bool>?
        var closes: Nullable<Date>?

        init(
            name: Nullable<String>? = nil, limit: Nullable<Int>? = nil, rate: Nullable<Double>? = nil,
            active: Nullable<Bool>? = nil, closes: Nullable<Date>? = nil
        ) {
            self.name = name
            self.limit = limit
            self.rate = rate
            self.active = active
            self.closes = closes
        }

        func encode(to encoder: any Encoder) throws {
            var fields = FieldWriter(encoder)
            try fields.optional("name", name)
            try fields.optional("limit", limit)
            try fields.optional("rate", rate)
            try fields.optional("active", active)
            try fields.optional("closes", closes, by: .nullable(.dateTime))
        }
    }

    @Test(
        "are written as they are given",
        arguments: [
            (Changes(), "{}"),
            (Changes(name: .null, limit: .null, closes: .null), #"{"closes":null,"limit":null,"name":null}"#),
            (
                Changes(name: "Ada", limit: 3, rate: 1.5, active: true),
                #"{"active":true,"limit":3,"name":"Ada","rate":1.5}"#
            ),
            (Changes(closes: .value(Date(timeIntervalSince1970: 0))), #"{"closes":"1970-01-01T00:00:00Z"}"#),
            (Changes(name: Nullable(nil as String?), limit: Nullable(4 as Int?)), #"{"limit":4,"name":null}"#),
        ])
    private func writes(_ changes: Changes, _ text: String) throws {
        #expect(String(decoding: try JSONText.encode(changes), as: UTF8.self) == text)
    }

    @Test func areRead() throws {
        let values = try JSONText.decode([Nullable<Int>].self, from: Data("[1, null]".utf8))
        #expect(values == [1, .null])
        #expect(values.map(\.value) == [1, nil])
    }
}
