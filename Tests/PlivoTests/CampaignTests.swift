import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Campaigns")
struct CampaignTests {
    private let campaignID = "CQ8T2NZ"

    @Test("registers a campaign with all there is to say")
    func create() async throws {
        try await replaying("campaigns/create") { plivo in
            let created = try await plivo.campaigns.create(
                .init(
                    brandID: "BX7Q2LM", campaignAlias: "Order updates", vertical: .retail, useCase: .mixed,
                    subUseCases: [.twoFactorAuthentication, .customerCare], resellerID: "R31",
                    description: "Order status messages for customers who bought online", embeddedLink: true,
                    embeddedPhone: false, ageGated: false, directLending: false, subscriberOptIn: true,
                    subscriberOptOut: true, subscriberHelp: true, affiliateMarketing: false,
                    sample1: "Your parcel number 1 leaves today.", sample2: "Your parcel number 2 leaves today.",
                    sample3: "Your parcel number 3 leaves today.", sample4: "Your parcel number 4 leaves today.",
                    sample5: "Your parcel number 5 leaves today.",
                    messageFlow: "Customers tick a box at checkout and confirm by SMS",
                    helpMessage: "Write to help@example.org", optInKeywords: "START,YES",
                    optInMessage: "You are in.", optOutKeywords: "STOP,END",
                    optOutMessage: "You will get no more messages.", helpKeywords: "HELP,INFO",
                    termsAndConditionsLink: "https://example.org/terms",
                    privacyPolicyLink: "https://example.org/privacy", url: "https://example.com/plivo/campaign",
                    method: .get))
            #expect(created.campaignID == campaignID)
            #expect(created.message == "Campaign request accepted.")
            #expect(created.error == nil)
        }
    }

    @Test("takes over a campaign")
    func importCampaign() async throws {
        try await replaying("campaigns/import") { plivo in
            let imported = try await plivo.campaigns.import(
                .init(
                    campaignID: campaignID, campaignAlias: "Order updates",
                    url: "https://example.com/plivo/campaign", method: .post))
            #expect(imported.campaignID == campaignID)
        }
    }

    @Test("reads a campaign, and what each carrier takes")
    func get() async throws {
        try await replaying("campaigns/get") { plivo in
            let campaign = try await plivo.campaigns.get(campaignID).campaign
            #expect(campaign.brandID == "BX7Q2LM")
            #expect(campaign.campaignSource == .plivo)
            #expect(campaign.useCase == .mixed)
            #expect(campaign.subUseCase == "2FA,CUSTOMER_CARE")
            #expect(campaign.registrationStatus == .active)
            #expect(campaign.resellerID == "")
            #expect(campaign.sample1 == "Your parcel number 1 leaves today.")
            #expect(campaign.campaignAttributes?.embeddedLink == true)
            #expect(campaign.campaignAttributes?.affiliateMarketing == nil)
            #expect(campaign.carriers?["AT&T"]?.messagesPerMinute == 240)
            #expect(campaign.carriers?["T-Mobile"]?.brandTier == "TOP")
            #expect(campaign.carriers?["US Cellular"]?.messagesPerMinute == nil)
            #expect(campaign.createdAt == date("2024-02-28T19:51:30Z").addingTimeInterval(0.269527))
        }
    }

    @Test("changes a campaign, and takes an answer that doesn't name the request")
    func update() async throws {
        try await replaying("campaigns/update") { plivo in
            let changed = try await plivo.campaigns.update(
                campaignID,
                .init(
                    resellerID: "R32", description: "Order status messages for customers who bought online",
                    sample1: "Your parcel number 1 leaves today.", sample2: "Your parcel number 2 leaves today.",
                    sample3: "Your parcel number 3 leaves today.", sample4: "Your parcel number 4 leaves today.",
                    sample5: "Your parcel number 5 leaves today.",
                    messageFlow: "Customers tick a box at checkout and confirm by SMS",
                    helpMessage: "Write to help@example.org", optInKeywords: "START,YES",
                    optInMessage: "You are in.", optOutKeywords: "STOP,END",
                    optOutMessage: "You will get no more messages.", helpKeywords: "HELP,INFO",
                    termsAndConditionsLink: "https://example.org/terms",
                    privacyPolicyLink: "https://example.org/privacy"))
            #expect(changed.apiID == nil)
            #expect(changed.campaign.resellerID == "R32")
            #expect(changed.campaign.campaignAttributes?.affiliateMarketing == false)
            #expect(changed.campaign.errorCode == "")
        }
    }

    @Test("goes through two pages of campaigns, of which the last has no metadata")
    func list() async throws {
        try await replaying("campaigns/list", "campaigns/list-last-page") { plivo in
            var found: [Campaign] = []
            let request = PlivoClient.Campaigns.ListRequest(
                brandID: "BX7Q2LM", useCase: .mixed, registrationStatus: .active, campaignSource: .shared, limit: 2)
            for try await campaign in plivo.campaigns.list(request) { found.append(campaign) }
            #expect(found.map(\.campaignID) == [campaignID, "CM3J7PB", "CR5V8KX"])
            #expect(found.last?.carriers?["AT_T"]?.messagesPerMinute == 60)
        }
    }

    @Test("deletes a campaign")
    func delete() async throws {
        try await replaying("campaigns/delete") { plivo in
            let deleted = try await plivo.campaigns.delete(campaignID)
            #expect(deleted.campaignID == campaignID)
            #expect(deleted.apiID == nil)
            #expect(deleted.message == "Campaign was deactivated.")
        }
    }

    @Test("links numbers, or says why not")
    func linkNumbers() async throws {
        try await replaying("campaigns/link-numbers", "campaigns/link-numbers-failed") { plivo in
            let linked = try await plivo.campaigns.linkNumbers(
                campaignID,
                .init(
                    numbers: ["14155550188", "14155550189"], url: "https://example.com/plivo/numbers", method: .get))
            #expect(linked.message == "Link request for 14155550188 accepted")
            let failed = try await plivo.campaigns.linkNumbers(campaignID, .init(numbers: ["14155550188"]))
            #expect(failed.message == nil)
            #expect(failed.error == "14155550188 is linked already")
        }
    }

    @Test("lists numbers and counts them by state")
    func listNumbers() async throws {
        try await replaying("campaigns/list-numbers") { plivo in
            let numbers = try await plivo.campaigns.listNumbers(campaignID, .init(limit: 10, offset: 0))
            #expect(numbers.phoneNumbers?.map(\.number) == ["14155550188", "14155550189"])
            #expect(numbers.phoneNumbers?.map(\.status) == [.completed, .processing])
            #expect(numbers.phoneNumbersSummary == ["PROCESSING": 1, "COMPLETED": 1])
            #expect(numbers.numberPoolLimit == 49)
        }
    }

    @Test("reads one number, or that there is none")
    func getNumber() async throws {
        try await replaying("campaigns/get-number", "campaigns/get-number-missing") { plivo in
            let found = try await plivo.campaigns.getNumber(campaignID: campaignID, number: "14155550188")
            #expect(found.phoneNumbers?.map(\.status) == [.failed])
            #expect(found.useCase == .mixed)
            let missing = try await plivo.campaigns.getNumber(campaignID: campaignID, number: "14155550190")
            #expect(missing.phoneNumbers == nil)
            #expect(missing.error == "14155550190 is not part of this campaign")
        }
    }

    @Test("unlinks a number")
    func unlinkNumber() async throws {
        try await replaying("campaigns/unlink-number") { plivo in
            let unlinked = try await plivo.campaigns.unlinkNumber(
                campaignID: campaignID, number: "14155550188",
                .init(url: "https://example.com/plivo/numbers", method: .post))
            #expect(unlinked.message == "Unlink request for 14155550188 accepted")
            #expect(unlinked.remark == "takes a day")
        }
    }
}
