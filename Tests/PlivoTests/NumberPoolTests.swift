import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Number pools")
struct NumberPoolTests {
    private let poolID = "4b8f4f5a-ec1d-49c8-8f36-2d9a4c1be0e7"

    // MARK: Numbers

    @Test("goes through two pages of numbers, the last of which says so with empty text")
    func listNumbers() async throws {
        try await replaying("number-pools/numbers-list", "number-pools/numbers-list-last-page") { plivo in
            var numbers: [NumberPoolNumber] = []
            for try await number in plivo.numberPools.numbers.list(poolID, .init(limit: 2)) { numbers.append(number) }
            #expect(numbers.map(\.number) == ["14165550142", "447700900142", "18335550166"])
            #expect(numbers.map(\.type) == [.fixed, .mobile, .tollFree])
            #expect(numbers.map(\.service) == [nil, .sms, .mms])
            #expect(numbers.map(\.countryISO2) == ["CA", "GB", "US"])
            #expect(numbers.map(\.numberPoolUUID) == [poolID, poolID, poolID])
            #expect(numbers.last?.accountPhoneNumberResource == nil)
        }
    }

    @Test("filters numbers, and tells how many there are")
    func listNumbersFiltered() async throws {
        try await replaying("number-pools/numbers-list-filtered") { plivo in
            let page = try await plivo.numberPools.numbers.listPage(
                poolID,
                .init(startsWith: "1416", countryISO2: "CA", type: .fixed, service: .sms, limit: 20, offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110322")
            #expect(page.meta.totalCount == 1)
            #expect(page.meta.next == "")
            #expect(page.objects.map(\.number) == ["14165550142"])
        }
    }

    @Test("reads a number, whose pool stands under another name")
    func getNumber() async throws {
        try await replaying("number-pools/numbers-get") { plivo in
            let number = try await plivo.numberPools.numbers.get(
                numberPoolUUID: poolID, number: "14165550142", .init(service: .sms))
            #expect(number.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110323")
            #expect(number.number == "14165550142")
            #expect(number.numberPoolUUID == nil)
            #expect(number.numberpoolUUID == poolID)
            #expect(number.service == .sms)
            #expect(number.accountPhoneNumberResource == "/v1/Account/\(Sample.authID)/Number/14165550142/")
            #expect(number.error == nil)
            let added = date("2024-03-09T06:53:01Z").addingTimeInterval(0.123729)
            #expect(abs(number.addedOn.timeIntervalSince(added)) < 0.000_001)
        }
    }

    @Test("rents a number and adds it, which is said in text")
    func addNumber() async throws {
        try await replaying("number-pools/numbers-add") { plivo in
            let number = try await plivo.numberPools.numbers.add(
                numberPoolUUID: poolID, number: "14165550143", .init(rent: true, service: .mms))
            #expect(number.number == "14165550143")
            #expect(number.service == .mms)
        }
    }

    @Test("adds a number that is rented already")
    func addRentedNumber() async throws {
        try await replaying("number-pools/numbers-add-rented") { plivo in
            let number = try await plivo.numberPools.numbers.add(
                numberPoolUUID: poolID, number: "14165550142", .init(rent: false))
            #expect(number.numberpoolUUID == poolID)
            #expect(number.service == nil)
        }
    }

    @Test("removes a number and gives it up")
    func removeNumber() async throws {
        try await replaying("number-pools/numbers-remove") { plivo in
            let removed = try await plivo.numberPools.numbers.remove(
                numberPoolUUID: poolID, number: "14165550142", .init(unrent: true))
            #expect(removed.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110326")
            #expect(removed.response == "success")
        }
    }

    // MARK: Short codes

    @Test("goes through two pages of short codes")
    func listShortcodes() async throws {
        try await replaying("number-pools/shortcodes-list", "number-pools/shortcodes-list-last-page") { plivo in
            var shortcodes: [NumberPoolShortcode] = []
            for try await shortcode in plivo.numberPools.shortcodes.list(poolID, .init(limit: 1)) {
                shortcodes.append(shortcode)
            }
            #expect(shortcodes.map(\.shortcode) == ["555123", "77123"])
            #expect(shortcodes.map(\.service) == [nil, .mms])
            #expect(shortcodes.map(\.countryISO2) == ["US", "CA"])
        }
    }

    @Test("reads a short code whose answer lacks the request's identifier")
    func getShortcode() async throws {
        try await replaying("number-pools/shortcodes-get") { plivo in
            let shortcode = try await plivo.numberPools.shortcodes.get(numberPoolUUID: poolID, shortcode: "555123")
            #expect(shortcode.apiID == nil)
            #expect(shortcode.shortcode == "555123")
            #expect(shortcode.numberPoolUUID == poolID)
            let added = date("2024-03-09T20:10:52Z").addingTimeInterval(0.963615)
            #expect(abs(shortcode.addedOn.timeIntervalSince(added)) < 0.000_001)
        }
    }

    @Test("reads a short code for one service")
    func getShortcodeForService() async throws {
        try await replaying("number-pools/shortcodes-get-service") { plivo in
            let shortcode = try await plivo.numberPools.shortcodes.get(
                numberPoolUUID: poolID, shortcode: "77123", .init(service: .mms))
            #expect(shortcode.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110332")
            #expect(shortcode.service == .mms)
            #expect(shortcode.error == "")
        }
    }

    @Test("removes a short code")
    func removeShortcode() async throws {
        try await replaying("number-pools/shortcodes-remove") { plivo in
            let removed = try await plivo.numberPools.shortcodes.remove(numberPoolUUID: poolID, shortcode: "555123")
            #expect(removed.response == "success")
            #expect(removed.error == nil)
        }
    }

    // MARK: Toll-free numbers

    @Test("goes through two pages of toll-free numbers, which come under either name")
    func listTollFreeNumbers() async throws {
        try await replaying("number-pools/toll-free-list", "number-pools/toll-free-list-last-page") { plivo in
            var numbers: [NumberPoolTollFreeNumber] = []
            for try await number in plivo.numberPools.tollFreeNumbers.list(poolID, .init(limit: 1)) {
                numbers.append(number)
            }
            #expect(numbers.map(\.tollFree) == ["18335550166", nil])
            #expect(numbers.map(\.number) == [nil, "18335550167"])
            #expect(numbers.map(\.type) == [nil, .tollFree])
            #expect(numbers.map(\.service) == [nil, .sms])
        }
    }

    @Test("reads a toll-free number")
    func getTollFreeNumber() async throws {
        try await replaying("number-pools/toll-free-get") { plivo in
            let number = try await plivo.numberPools.tollFreeNumbers.get(
                numberPoolUUID: poolID, number: "18335550166", .init(service: .sms))
            #expect(number.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110342")
            #expect(number.number == "18335550166")
            #expect(number.numberPoolUUID == nil)
            #expect(number.numberpoolUUID == poolID)
            #expect(number.countryISO2 == "US")
            #expect(number.accountPhoneNumberResource == "/v1/Account/\(Sample.authID)/Number/18335550166/")
            #expect(number.error == nil)
        }
    }

    @Test("adds a toll-free number")
    func addTollFreeNumber() async throws {
        try await replaying("number-pools/toll-free-add") { plivo in
            let number = try await plivo.numberPools.tollFreeNumbers.add(
                numberPoolUUID: poolID, number: "18335550168", .init(rent: false, service: .sms))
            #expect(number.number == "18335550168")
            #expect(number.type == .tollFree)
            #expect(number.numberPoolUUID == poolID)
        }
    }

    @Test("removes a toll-free number and keeps it rented")
    func removeTollFreeNumber() async throws {
        try await replaying("number-pools/toll-free-remove") { plivo in
            let removed = try await plivo.numberPools.tollFreeNumbers.remove(
                numberPoolUUID: poolID, number: "18335550166", .init(unrent: false))
            #expect(removed.response == "success")
        }
    }
}
