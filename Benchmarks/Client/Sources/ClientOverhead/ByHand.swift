import AsyncHTTPClient
import Foundation
import NIOCore

/// The same call as a careful person writes it who has only AsyncHTTPClient and JSONDecoder: one request, one model,
/// dates and amounts as what they are.
struct ByHand {
    struct CallList: Decodable, Sendable {
        var api_id: String
        var meta: Meta
        var objects: [Call]
    }

    struct Meta: Decodable, Sendable {
        var limit: Int
        var offset: Int
        var total_count: Int?
        var next: String?
        var previous: String?
    }

    struct Call: Decodable, Sendable {
        var answer_time: Date?
        var bill_duration: Int
        var billed_duration: Int
        var call_direction: String
        var call_duration: Int
        var call_state: String?
        var call_uuid: String
        var conference_uuid: String?
        var end_time: Date
        var from_number: String
        var hangup_cause_code: Int?
        var hangup_cause_name: String?
        var hangup_source: String?
        var initiation_time: Date
        var parent_call_uuid: String?
        var resource_uri: String
        var to_number: String
        var total_amount: Amount
        var total_rate: Amount
        var stir_verification: String?
        var stir_attestation: String?
        var voice_network_group: String?
        var source_ip: String?
    }

    /// An amount that JSON holds as text.
    struct Amount: Decodable, Sendable {
        var value: Decimal

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            guard let value = Decimal(string: try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no amount")
            }
            self.value = value
        }
    }

    private let client: HTTPClient
    private let url: String
    private let authorization: String
    private let decoder: JSONDecoder

    /// - Parameter readsDates: whether dates are read; otherwise only their text is.
    init(client: HTTPClient, server: String, authID: String, authToken: String, readsDates: Bool) {
        self.client = client
        url = "\(server)/Account/\(authID)/Call/?call_direction=inbound&limit=20"
        authorization = "Basic \(Data("\(authID):\(authToken)".utf8).base64EncodedString())"
        decoder = JSONDecoder()
        if readsDates {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.dateFormat = "yyyy-MM-dd HH:mm:ssXXX"
            decoder.dateDecodingStrategy = .formatted(formatter)
        } else {
            decoder.dateDecodingStrategy = .custom { decoder in
                _ = try decoder.singleValueContainer().decode(String.self)
                return .distantPast
            }
        }
    }

    func list() async throws -> CallList {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Authorization", value: authorization)
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "by-hand/1.0")
        let response = try await client.execute(request, timeout: .seconds(30))
        guard response.status == .ok else { throw CocoaError(.coderReadCorrupt) }
        let body = try await response.body.collect(upTo: 1 << 20)
        return try decoder.decode(CallList.self, from: Data(body.readableBytesView))
    }
}
