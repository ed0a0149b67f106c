import CallsignRuntime
import CallsignTesting
import Foundation
import HTTPTypes
import Plivo
import Testing

/// A list of the API, whatever its items are.
struct ListCase: Sendable, CustomTestStringConvertible {
    /// The method, as callers write it.
    let name: String
    /// A recording whose first answer is a page of the list.
    let recording: String
    /// How many items the list has.
    let walk: @Sendable (PlivoClient) async throws -> Int
    /// Where its pages begin, taking the list up at a position, or at its beginning.
    let positions: @Sendable (PlivoClient, PagePosition?) async throws -> [PagePosition]

    var testDescription: String { name }

    init<Item>(
        _ name: String, _ recording: String,
        _ list: @escaping @Sendable (PlivoClient) -> PagedSequence<Item, PlivoError>
    ) {
        self.name = name
        self.recording = recording
        walk = { plivo in try await list(plivo).reduce(0) { count, _ in count + 1 } }
        positions = { plivo, start in
            let whole = list(plivo)
            let pages = start.map { whole.starting(at: $0) } ?? whole
            return try await pages.pages.reduce(into: []) { $0.append($1.position) }
        }
    }

    static let all = current + (DeprecatedLists() as any ListCases).cases

    private static let current: [ListCase] = [
        ListCase("applications.list", "applications/list") { $0.applications.list(.init(limit: 2)) },
        ListCase("brands.list", "brands/list") { $0.brands.list(.init(limit: 2)) },
        ListCase("calls.list", "calls/list") { $0.calls.list(.init(limit: 2)) },
        ListCase("calls.listStreams", "calls/list-streams") { $0.calls.listStreams("x", .init(limit: 2)) },
        ListCase("campaigns.list", "campaigns/list") { $0.campaigns.list(.init(limit: 2)) },
        ListCase("complianceApplications.list", "compliance-applications/list") {
            $0.complianceApplications.list(.init(limit: 2))
        },
        ListCase("complianceDocumentTypes.list", "compliance-document-types/list") {
            $0.complianceDocumentTypes.list(.init(limit: 2))
        },
        ListCase("complianceDocuments.list", "compliance-documents/list") {
            $0.complianceDocuments.list(.init(limit: 2))
        },
        ListCase("endUsers.list", "end-users/list") { $0.endUsers.list(.init(limit: 2)) },
        ListCase("endpoints.list", "endpoints/list") { $0.endpoints.list(.init(limit: 2)) },
        ListCase("hostedMessagingNumbers.list", "hosted-messaging-numbers/list") {
            $0.hostedMessagingNumbers.list(.init(limit: 2))
        },
        ListCase("lettersOfAuthorization.list", "letters-of-authorization/list") {
            $0.lettersOfAuthorization.list(.init(limit: 2))
        },
        ListCase("maskingSessions.list", "masking-sessions/list") { $0.maskingSessions.list(.init(limit: 2)) },
        ListCase("media.list", "media/list") { $0.media.list(.init(limit: 2)) },
        ListCase("messages.list", "messages/list") { $0.messages.list(.init(limit: 2)) },
        ListCase("multiPartyCalls.list", "multi-party-calls/list") { $0.multiPartyCalls.list(.init(limit: 2)) },
        ListCase("numberPools.numbers.list", "number-pools/numbers-list") {
            $0.numberPools.numbers.list("x", .init(limit: 2))
        },
        ListCase("numberPools.shortcodes.list", "number-pools/shortcodes-list") {
            $0.numberPools.shortcodes.list("x", .init(limit: 2))
        },
        ListCase("numberPools.tollFreeNumbers.list", "number-pools/toll-free-list") {
            $0.numberPools.tollFreeNumbers.list("x", .init(limit: 2))
        },
        ListCase("numbers.list", "numbers/list") { $0.numbers.list(.init(limit: 2)) },
        ListCase("phoneNumberCompliances.list", "phone-number-compliance/list") {
            $0.phoneNumberCompliances.list(.init(limit: 2))
        },
        ListCase("phoneNumbers.list", "phone-numbers/list") {
            $0.phoneNumbers.list(.init(countryISO: "US", limit: 2))
        },
        ListCase("powerpacks.list", "powerpacks/list") { $0.powerpacks.list(.init(limit: 2)) },
        ListCase("profiles.list", "profiles/list") { $0.profiles.list(.init(limit: 2)) },
        ListCase("recordings.list", "recordings/list") { $0.recordings.list(.init(limit: 2)) },
        ListCase("subaccounts.list", "subaccounts/list") { $0.subaccounts.list(.init(limit: 2)) },
        ListCase("tollfreeVerifications.list", "tollfree-verifications/list") {
            $0.tollfreeVerifications.list(.init(limit: 2))
        },
        ListCase("verifiedCallerIDs.list", "verified-caller-ids/list") {
            $0.verifiedCallerIDs.list(.init(limit: 2))
        },
        ListCase("verifySessions.list", "verify-sessions/list") { $0.verifySessions.list(.init(limit: 2)) },
    ]
}

private protocol ListCases {
    var cases: [ListCase] { get }
}

/// Reached through a protocol, which isn't deprecated: the lists are tested without a warning as long as the API has
/// them.
private struct DeprecatedLists: ListCases {
    @available(*, deprecated)
    var cases: [ListCase] {
        [
            ListCase("addresses.list", "addresses/list") { $0.addresses.list(.init(limit: 2)) },
            ListCase("identities.list", "identities/list") { $0.identities.list(.init(limit: 2)) },
        ]
    }
}

@Suite("Every list")
struct ListTests {
    /// How a page says that there is no other, and what it says of one that there is.
    enum LinkStyle: String, CaseIterable, Sendable {
        case path, address, emptyAtTheEnd, absentAtTheEnd
    }

    private func client(_ transport: any Transport) -> PlivoClient {
        PlivoClient(
            authID: Sample.authID, authToken: Sample.authToken, configuration: .init(retries: .never),
            transport: transport)
    }

    @Test("is walked to its end, with credentials for each page", arguments: ListCase.all, LinkStyle.allCases)
    func walks(_ list: ListCase, _ style: LinkStyle) async throws {
        let server = try ListServer(list.recording, items: 5, style)
        #expect(try await list.walk(client(server)) == 5)
        #expect(server.requests.map(\.offset) == [0, 2, 4])
        #expect(Set(server.requests.map(\.path)).count == 1)
        #expect(server.requests.allSatisfy { $0.isAuthorized && $0.limit == 2 })
    }

    @Test("is taken up at a position that was kept", arguments: ListCase.all)
    func resumes(_ list: ListCase) async throws {
        let server = try ListServer(list.recording, items: 5, .path)
        let positions = try await list.positions(client(server), nil)
        #expect(positions.map(\.offset) == [nil, 2, 4])
        let stored = try JSONEncoder().encode(positions[1])
        let position = try JSONDecoder().decode(PagePosition.self, from: stored)
        #expect(try await list.positions(client(server), position) == Array(positions.dropFirst()))
        #expect(server.requests.map(\.offset) == [0, 2, 4, 2, 4])
    }

    @Test("ends at an empty page", arguments: ListCase.all)
    func endsWhereNothingIs(_ list: ListCase) async throws {
        let server = try ListServer(list.recording, items: 0, .path)
        #expect(try await list.walk(client(server)) == 0)
        #expect(server.requests.count == 1)
    }

    @Test("ends where the server gives the same page again", arguments: ListCase.all)
    func endsWhereItRepeatsItself(_ list: ListCase) async throws {
        let server = try ListServer(list.recording, items: 100, .path, repeatsItself: true)
        #expect(try await list.walk(client(server)) == 2)
        #expect(server.requests.count == 2)
    }
}

/// Answers a list's requests with pages whose items are the recorded one.
private final class ListServer: Transport {
    struct Request: Sendable {
        var path: String
        var offset: Int
        var limit: Int
        var isAuthorized: Bool
    }

    private let page: JSONValue
    private let items: Int
    private let style: ListTests.LinkStyle
    private let repeatsItself: Bool
    private let received = Locked<[Request]>([])

    var requests: [Request] { received.withLock { $0 } }

    init(_ recording: String, items: Int, _ style: ListTests.LinkStyle, repeatsItself: Bool = false) throws {
        let exchange = try #require(try HTTPRecording(contentsOf: Recordings.file(recording)).exchanges.first)
        guard case .response(let response) = exchange.outcome else { throw CocoaError(.fileReadCorruptFile) }
        page = try JSONDecoder().decode(JSONValue.self, from: try #require(response.body))
        self.items = items
        self.style = style
        self.repeatsItself = repeatsItself
    }

    func send(
        _ request: HTTPRequest, body: RequestBody?, limits: TransportLimits
    ) async throws(TransportError) -> (HTTPResponse, Data) {
        let target = request.path ?? ""
        let path = String(target.prefix { $0 != "?" })
        let offset = ListServer.number("offset", in: target) ?? 0
        let limit = ListServer.number("limit", in: target) ?? 20
        let isAuthorized = request.headerFields[.authorization]?.hasPrefix("Basic ") ?? false
        received.withLock {
            $0.append(Request(path: path, offset: offset, limit: limit, isAuthorized: isAuthorized))
        }
        let next = next(path, offset: offset, limit: limit)
        let answer = filled(page, from: repeatsItself ? 0 : offset, limit: limit, next)
        // Servers write the same page in the same way.
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(answer) else {
            throw TransportError(.other, "the page can't be encoded", serverMayHaveActed: false)
        }
        return (HTTPResponse(status: .ok), data)
    }

    private static func number(_ name: String, in target: String) -> Int? {
        let items = URLComponents(string: target)?.queryItems ?? []
        guard let value = items.first(where: { $0.name == name })?.value else { return nil }
        return Int(value)
    }

    /// `nil` for a page that has no place for it.
    private func next(_ path: String, offset: Int, limit: Int) -> JSONValue? {
        let target = "\(path)?limit=\(limit)&offset=\(offset + limit)"
        if offset + limit < items {
            return .string(style == .address ? "https://api.plivo.com\(target)" : target)
        }
        switch style {
        case .path, .address: return .null
        case .emptyAtTheEnd: return ""
        case .absentAtTheEnd: return nil
        }
    }

    /// The recorded page with other items and without totals, wherever the two are.
    private func filled(_ page: JSONValue, from offset: Int, limit: Int, _ next: JSONValue?) -> JSONValue {
        guard case .object(var members) = page else { return page }
        if let inner = members["response"] {
            members["response"] = filled(inner, from: offset, limit: limit, next)
            return .object(members)
        }
        for key in ["objects", "sessions", "compliances", "profiles", "brands", "campaigns"] {
            guard case .array(let recorded)? = members[key], case .object(var item)? = recorded.first else { continue }
            var page: [JSONValue] = []
            for index in offset..<max(offset, min(offset + limit, items)) {
                item["number_of_the_item"] = .integer(Int64(index))
                page.append(.object(item))
            }
            members[key] = .array(page)
        }
        var meta: [String: JSONValue] = ["limit": .integer(Int64(limit)), "offset": .integer(Int64(offset))]
        meta["next"] = next
        members[members["meta_response"] == nil ? "meta" : "meta_response"] = .object(meta)
        return .object(members)
    }
}
