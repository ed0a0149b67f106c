import CallsignRuntime
import Foundation

nonisolated struct Call: Sendable, Decodable {
    let callUUID: String
    let billDuration: Int?
    let totalRate: Decimal?
    let endTime: Date?
    let direction: CallDirection?
    private let boxedParent: Box<Call>?
    var parent: Call? { boxedParent?.value }
    let additionalProperties: [String: JSONValue]

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        callUUID = try fields.required("call_uuid")
        billDuration = try fields.optional("bill_duration", by: .lenientInteger)
        totalRate = try fields.optional("total_rate", by: .textDecimal)
        endTime = try fields.optional("end_time", by: .dateTime)
        direction = try fields.optional("call_direction")
        boxedParent = try fields.optional("parent")
        additionalProperties = try fields.rest(besides: [
            "call_uuid", "bill_duration", "total_rate", "end_time", "call_direction", "parent",
        ])
    }
}

nonisolated struct CallCreated: Sendable, Decodable {
    let apiID: String?
    let message: String
    let requestUUID: RequestUUID

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        apiID = try fields.optional("api_id")
        message = try fields.required("message")
        requestUUID = try fields.required("request_uuid")
    }
}

nonisolated struct AsyncAccepted: Sendable, Decodable {
    let apiID: String
    let message: String

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        apiID = try fields.required("api_id")
        message = try fields.required("message")
    }
}

nonisolated struct CallList: Sendable, Decodable {
    let meta: Meta?
    let objects: [Call]

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        meta = try fields.optional("meta")
        objects = try fields.required("objects")
    }

    nonisolated struct Meta: Sendable, Decodable {
        let totalCount: Int?
        let count: Int?
        let next: String?

        init(from decoder: any Decoder) throws {
            let fields = try FieldReader(decoder)
            totalCount = try fields.optional("total_count")
            count = try fields.optional("count")
            next = try fields.optional("next")
        }
    }
}

nonisolated struct NoteList: Sendable, Decodable {
    let notes: [String]
    let next: String?

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        notes = try fields.required("notes")
        next = try fields.optional("next")
    }
}

nonisolated struct CallFilter: Sendable, Equatable, Encodable {
    var minimum: Int?
    var tags: [String]?

    init(minimum: Int? = nil, tags: [String]? = nil) {
        self.minimum = minimum
        self.tags = tags
    }

    func encode(to encoder: any Encoder) throws {
        var fields = FieldWriter(encoder)
        try fields.optional("minimum", minimum)
        try fields.optional("tags", tags)
    }
}

nonisolated struct APIError: Sendable, Decodable {
    let apiID: String?
    let error: String?
    let code: Int?

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        apiID = try fields.optional("api_id")
        error = try fields.optional("error")
        code = try fields.optional("code", by: .lenientInteger)
    }
}

nonisolated struct CallDirection: OpenEnumeration {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static var inbound: CallDirection { CallDirection(rawValue: "inbound") }
    static var outbound: CallDirection { CallDirection(rawValue: "outbound") }
    static var knownValues: [CallDirection] { [.inbound, .outbound] }
}

nonisolated struct Priority: OpenEnumeration {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }
    static var low: Priority { Priority(rawValue: 1) }
    static var knownValues: [Priority] { [.low] }
}

nonisolated enum Leg: String, ClosedEnumeration {
    case aleg = "aleg"
    case bleg = "bleg"
}

nonisolated enum RequestUUID: Sendable, Equatable, Decodable {
    case text(String)
    case list([String])
    /// Something that the description doesn't know.
    case unknown(JSONValue)

    init(from decoder: any Decoder) throws {
        let union = try UnionReader(decoder)
        switch union.jsonType {
        case .string: self = .text(try union.value())
        case .array: self = .list(try union.value())
        default: self = .unknown(try union.value())
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let value): try value.encode(to: encoder)
        case .list(let value): try value.encode(to: encoder)
        case .unknown(let value): try value.encode(to: encoder)
        }
    }
}

nonisolated struct Card: Sendable, Equatable, Decodable {
    let number: String
    let holder: String

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        number = try fields.required("number")
        holder = try fields.required("holder")
    }
}

nonisolated struct Transfer: Sendable, Equatable, Decodable {
    let iban: String

    init(from decoder: any Decoder) throws {
        let fields = try FieldReader(decoder)
        iban = try fields.required("iban")
    }
}

nonisolated enum TaggedPayment: Sendable, Equatable, Decodable {
    case card(Card)
    case transfer(Transfer)
    case unknown(JSONValue)

    init(from decoder: any Decoder) throws {
        let union = try UnionReader(decoder)
        switch union.tag("type") {
        case "card": self = .card(try union.value())
        case "transfer": self = .transfer(try union.value())
        default: self = .unknown(try union.value())
        }
    }
}

nonisolated enum OrderedPayment: Sendable, Equatable, Decodable {
    case card(Card)
    case transfer(Transfer)
    case unknown(JSONValue)

    init(from decoder: any Decoder) throws {
        let union = try UnionReader(decoder)
        if let value: Card = union.candidate(requiring: ["number", "holder"]) {
            self = .card(value)
        } else if let value: Transfer = union.candidate(requiring: ["iban"]) {
            self = .transfer(value)
        } else {
            self = .unknown(try union.value())
        }
    }
}
