import CallsignRuntime
import Plivo
import Testing

@Suite("Lookup")
struct LookupTests {
    @Test("looks a number up, on a host of its own")
    func get() async throws {
        try await replaying("lookup/get") { plivo in
            let number = try await plivo.lookup.get("+15125550177")
            #expect(number.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110501")
            #expect(number.phoneNumber == "+15125550177")
            #expect(number.country?.name == "United States")
            #expect(number.country?.iso2 == "US")
            #expect(number.country?.iso3 == "USA")
            #expect(number.format?.e164 == "+15125550177")
            #expect(number.format?.national == "(512) 555-0177")
            #expect(number.format?.international == "+1 512-555-0177")
            #expect(number.format?.rfc3966 == "tel:+1-512-555-0177")
            #expect(number.carrier?.mobileCountryCode == "310")
            #expect(number.carrier?.mobileNetworkCode == "999")
            #expect(number.carrier?.name == "Example Wireless")
            #expect(number.carrier?.type == .mobile)
            #expect(number.carrier?.ported == .yes)
            #expect(number.resourceURI == "/v1/Number/+15125550177?type=carrier")
        }
    }

    @Test("reads a fixed line, which is in no mobile network")
    func getFixed() async throws {
        try await replaying("lookup/get-fixed") { plivo in
            let carrier = try #require(try await plivo.lookup.get("+351205550177").carrier)
            #expect(carrier.type == .fixed)
            #expect(carrier.mobileCountryCode == "")
            #expect(carrier.mobileNetworkCode == "")
            #expect(carrier.ported == nil)
        }
    }

    @Test("reads a number of which nothing is known")
    func getUnknown() async throws {
        try await replaying("lookup/get-unknown") { plivo in
            let number = try await plivo.lookup.get("+88300055501")
            #expect(number.phoneNumber == "+88300055501")
            #expect(number.country == nil)
            #expect(number.format == nil)
            #expect(number.carrier == nil)
        }
    }

    @Test("tells why a number can't be looked up, though the failure has other names than elsewhere")
    func getInvalid() async throws {
        try await replaying("lookup/get-invalid") { plivo in
            let error = await plivoError { try await plivo.lookup.get("+1512") }
            guard case .notFound(let failure) = error else { return unexpected(error) }
            #expect(failure.error.message == "Number is not valid.")
            #expect(failure.errorCode == 404)
            #expect(failure.requestID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110504")
        }
    }
}
