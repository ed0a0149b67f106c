import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Pricing")
struct PricingTests {
    @Test("reads the prices of a country")
    func get() async throws {
        try await replaying("pricing/get") { plivo in
            let pricing = try await plivo.pricing.get(.init(countryISO: "PT"))
            #expect(pricing.country == "Portugal")
            #expect(pricing.countryCode == 351)
            #expect(pricing.countryISO == "PT")
            #expect(pricing.message.inbound.rate == 0)
            #expect(pricing.message.outbound.rate == decimal("0.0412"))
            let networks = pricing.message.outboundNetworks
            #expect(networks.map(\.groupName) == ["Portugal - Meo", "Portugal - Vodafone", "Portugal - Meo"])
            #expect(networks.map(\.rate) == ["0.0385", "0.0401", "0.039"].map(decimal))
            #expect(pricing.mms == nil)
            #expect(pricing.phoneNumbers.local?.rate == decimal("1.2"))
            #expect(pricing.phoneNumbers.tollFree?.rate == 12)
            #expect(pricing.phoneNumbers.mobile == nil)
            #expect(pricing.voice.inbound.ip.rate == decimal("0.003"))
            #expect(pricing.voice.inbound.local.rate == decimal("0.0055"))
            #expect(pricing.voice.inbound.tollFree.rate == decimal("0.085"))
            #expect(pricing.voice.outbound.local.rate == decimal("0.0129"))
            #expect(pricing.voice.outbound.rates.map(\.prefixes) == [["351"], ["35191", "35192"]])
            #expect(pricing.voice.outbound.rates.map(\.originationPrefixes) == [nil, nil])
        }
    }

    @Test("reads prices by capability, origination prefixes, and services that aren't offered")
    func getDocumented() async throws {
        try await replaying("pricing/get-documented") { plivo in
            let pricing = try await plivo.pricing.get(.init(countryISO: "US"))
            #expect(pricing.countryCode == 1)
            #expect(pricing.message.outboundNetworks.map(\.rate) == [nil])
            #expect(pricing.mms?.outbound?.rate == decimal("0.016"))
            #expect(pricing.mms?.outboundNetworks == nil)
            #expect(pricing.phoneNumbers.tollFree == nil)
            #expect(pricing.phoneNumbers.local?.rate == nil)
            #expect(pricing.phoneNumbers.mobile?.rate == nil)
            let local = try #require(pricing.phoneNumbers.local?.rates?.first)
            #expect(local.capabilities == [.voice, .sms])
            #expect(local.rentalRate == decimal("0.8"))
            #expect(local.setupRate == 0)
            #expect(pricing.voice.outbound.tollFree.rate == nil)
            #expect(pricing.voice.outbound.rates.map(\.originationPrefixes) == [["1", "", " "], nil])
            #expect(pricing.voice.outbound.rates.map(\.rate) == [decimal("0.09"), nil])
            #expect(pricing.voice.outbound.rates.map(\.voiceNetworkGroup) == ["Alaska", nil])
        }
    }
}
