import CallsignRuntime
import Constructs
import Foundation
import LoopbackServer
import Testing

/// Headers of responses that a server sends, read as what the description says.
@Suite struct ResponseHeaderTests {
    private func client(_ server: ScriptedServer) throws -> ConstructsClient {
        let url = try #require(URL(string: server.url))
        let configuration = ClientConfiguration(baseURL: url, retries: .never, allowsInsecureHTTP: true)
        return ConstructsClient(configuration: configuration)
    }

    private func headers(_ fields: [(name: String, value: String)]) async throws -> ConstructsClient.Headers.ListHeaders
    {
        let server = try ScriptedServer { _ in
            .init(200, "[]", headers: [("Content-Type", "application/json")] + fields)
        }
        let (_, response) = try await client(server).withResponse { try await $0.headers.list() }
        return .init(response)
    }

    @Test func areReadAsWhatTheyAre() async throws {
        let headers = try await headers([
            ("X-Remaining", "41"), ("x-flag", "true"), ("X-Ratio", "0.25"), ("X-Cache", "hit"), ("X-Unit", "fortnight"),
            ("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"), ("X-Day", "1994-11-06"), ("X-Reset", "784111777"),
            ("X-Request", "5C5B6D2A-8F0E-4B62-9A64-0E2F7D4B1A11"), ("X-Home", "https://example.com/a"),
            ("X-Price", "0.10"), ("X-Plain", " a, b "), ("fields", "a"), ("X-Either", "7"), ("X-Anything", "7"),
        ])
        let moment = Date(timeIntervalSince1970: 784_111_777)
        #expect(headers.xRemaining == 41)
        #expect(headers.xFlag == true)
        #expect(headers.xRatio == 0.25)
        #expect(headers.xCache == .hit)
        #expect(headers.xUnit?.rawValue == "fortnight")
        #expect(headers.lastModified == moment)
        #expect(headers.xDay == CalendarDate(year: 1994, month: 11, day: 6))
        #expect(headers.xReset == moment)
        #expect(headers.xRequest == UUID(uuidString: "5c5b6d2a-8f0e-4b62-9a64-0e2f7d4b1a11"))
        #expect(headers.xHome == URL(string: "https://example.com/a"))
        #expect(headers.xPrice == Decimal(string: "0.10"))
        #expect(headers.xPlain == "a, b")
        #expect(headers.contents == "a")
        #expect(headers.xEither == .integer(7))
        #expect(headers.xAnything == .string("7"))
    }

    @Test func listsAndObjectsAreTakenApart() async throws {
        let headers = try await headers([
            ("X-Tags", #"a, "b, c",d"#), ("X-Numbers", "1"), ("X-Numbers", "2,3"),
            ("X-Range", "from=1,to=2,unit=a=b"), ("X-Span", "from,1,to,2"), ("X-Weights", "a,0.5,b,2"),
            ("X-Either", "seven"), ("X-Described", #"{"from": 1, "unit": "a,b"}"#),
            ("X-Moments", #"["1970-01-01T00:00:01Z"]"#),
        ])
        #expect(headers.xTags == ["a", #""b, c""#, "d"])
        #expect(headers.xNumbers == [1, 2, 3])
        #expect(headers.xRange == Extent(from: 1, to: 2, unit: "a=b"))
        #expect(headers.xSpan == Extent(from: 1, to: 2))
        #expect(headers.xWeights == ["a": 0.5, "b": 2])
        #expect(headers.xEither == .text("seven"))
        #expect(headers.xDescribed == Extent(from: 1, unit: "a,b"))
        #expect(headers.xMoments == [Date(timeIntervalSince1970: 1)])
    }

    @Test func areNothingWhereTheyAreMissingOrSomethingElse() async throws {
        let headers = try await headers([
            ("X-Remaining", "many"), ("X-Flag", ""), ("X-Ratio", "nan"), ("X-Day", "yesterday"), ("X-Numbers", "1,two"),
            ("X-Range", "from=1,to"), ("X-Span", "from,1,to"), ("X-Described", "{"), ("X-Weights", "a,b"),
            ("Last-Modified", "soon"), ("X-Request", "1"),
        ])
        #expect(headers.xRemaining == nil && headers.xFlag == nil && headers.xRatio == nil && headers.xDay == nil)
        #expect(headers.xNumbers == nil && headers.xRange == nil && headers.xSpan == nil && headers.xWeights == nil)
        #expect(headers.xDescribed == nil && headers.lastModified == nil && headers.xRequest == nil)
        #expect(headers.xCache == nil && headers.xTags == nil && headers.xMoments == nil && headers.setCookie == nil)
        #expect(headers.fields.all[values: .init("X-Remaining") ?? .eTag] == ["many"])
    }

    @Test func thoseOfSeveralStatusesAreOneType() async throws {
        let server = try ScriptedServer { _ in .init(201, headers: [("Location", "/headers/7"), ("ETag", "\"a,b\"")]) }
        let (_, response) = try await client(server).withResponse { try await $0.headers.replace(7) }
        let headers = ConstructsClient.Headers.ReplaceHeaders(response)
        #expect(headers.location == "/headers/7")
        #expect(headers.xRemaining == nil)
        // The statuses describe it differently.
        #expect(headers.eTag == "\"a,b\"")
    }

    @Test func thoseOfFailuresComeWithThem() async throws {
        let server = try ScriptedServer { request in
            let fields = [("X-Remaining", "0"), ("Retry-After", "30"), ("X-Unit", "minute")]
            return .init(request.method == "PUT" ? 404 : 429, headers: fields)
        }
        let client = try client(server)
        do throws(ConstructsHeadersListError) {
            _ = try await client.headers.get(1)
            Issue.record("the server has said no")
        } catch .rateLimited(let failure) {
            let headers = ConstructsHeadersListError.RateLimitedHeaders(failure)
            #expect(headers.xRemaining == 0)
            #expect(headers.retryAfter == 30)
            #expect(headers.xUnit == .minute)
        }
        do throws(ConstructsHeadersReplaceError) {
            _ = try await client.headers.replace(1)
            Issue.record("the server has said no")
        } catch .notFound(let failure) {
            #expect(ConstructsHeadersReplaceError.NotFoundHeaders(failure).xRemaining == 0)
        }
    }

    /// What several places have in common is declared once, and each has its own name for it.
    @Test func sharedOnesAreTheSameType() {
        #expect(ConstructsClient.Headers.GetHeaders.self == ConstructsClient.Headers.DeleteHeaders.self)
    }
}
