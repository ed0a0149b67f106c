import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Powerpacks")
struct PowerpackTests {
    private let powerpackID = "a9370559-5cf7-49aa-8fad-0a2b7170d225"
    private let pool = "/v1/Account/\(Sample.authID)/NumberPool/4b8f4f5a-ec1d-49c8-8f36-2d9a4c1be0e7/"

    @Test("creates a powerpack with an order of numbers for each country")
    func create() async throws {
        try await replaying("powerpacks/create") { plivo in
            let priority = [
                PowerpackNumberPriority(
                    serviceType: .sms, countryISO: "US",
                    priority: .init(priority1: .tollFree, priority2: .longcode, priority3: .shortcode)),
                PowerpackNumberPriority(serviceType: .mms, countryISO: "CA", priority: .init(priority1: .longcode)),
            ]
            let powerpack = try await plivo.powerpacks.create(
                .init(
                    name: "alerts-us", stickySender: false, localConnect: true, applicationType: .xml,
                    applicationID: "20418873310254417", numberPriority: priority))
            #expect(powerpack.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110301")
            #expect(powerpack.uuid == powerpackID)
            #expect(powerpack.name == "alerts-us")
            #expect(powerpack.stickySender == false)
            #expect(powerpack.localConnect)
            #expect(powerpack.applicationType == .xml)
            #expect(powerpack.applicationID == "20418873310254417")
            #expect(powerpack.numberPool == pool)
            #expect(powerpack.numberPriority == priority)
        }
    }

    @Test("reads a powerpack")
    func get() async throws {
        try await replaying("powerpacks/get") { plivo in
            let powerpack = try await plivo.powerpacks.get(powerpackID)
            let created = date("2024-03-09T08:10:52Z").addingTimeInterval(0.901589)
            #expect(abs(powerpack.createdOn.timeIntervalSince(created)) < 0.000_001)
            #expect(powerpack.applicationType == .phlo)
            #expect(powerpack.stickySender == true)
            #expect(powerpack.smartSender == nil)
            #expect(powerpack.numberPriority == nil)
            #expect(powerpack.powerpackResourceURI == "/v1/Account/\(Sample.authID)/Powerpack/\(powerpackID)/")
            #expect(powerpack.error == nil)
        }
    }

    @Test("reads a powerpack with an older name, and with the application's identifier as a number")
    func getSmartSender() async throws {
        try await replaying("powerpacks/get-smart-sender") { plivo in
            let powerpack = try await plivo.powerpacks.get("c2a80b63-17de-4f0b-93c5-6e2f7b10d984")
            #expect(powerpack.stickySender == nil)
            #expect(powerpack.smartSender == true)
            #expect(powerpack.applicationID == "20418873310254417")
        }
    }

    @Test("goes through two pages of powerpacks, whatever the address of the second looks like")
    func list() async throws {
        try await replaying("powerpacks/list", "powerpacks/list-last-page") { plivo in
            var powerpacks: [Powerpack] = []
            for try await powerpack in plivo.powerpacks.list(.init(limit: 2)) { powerpacks.append(powerpack) }
            #expect(powerpacks.map(\.name) == ["alerts-us", "reminders-ca", "trial"])
            #expect(powerpacks.map(\.apiID) == [nil, nil, nil])
            #expect(powerpacks.map(\.applicationType) == [.xml, .nothing, .nothing])
            #expect(powerpacks.map(\.applicationID) == ["20418873310254417", "", ""])
        }
    }

    @Test("filters powerpacks, and takes entries that the total doesn't count")
    func listFiltered() async throws {
        try await replaying("powerpacks/list-filtered") { plivo in
            let page = try await plivo.powerpacks.listPage(.init(service: .mms, limit: 20, offset: 0))
            #expect(page.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110306")
            #expect(page.meta.totalCount == 0)
            #expect(page.meta.next == nil)
            #expect(page.objects.map(\.uuid) == [powerpackID])
        }
    }

    @Test("changes a powerpack, and takes its application away")
    func update() async throws {
        try await replaying("powerpacks/update") { plivo in
            let powerpack = try await plivo.powerpacks.update(
                powerpackID,
                .init(
                    name: "alerts-us-ca", stickySender: true, localConnect: false, applicationType: .phlo,
                    applicationID: "none",
                    numberPriority: [
                        .init(serviceType: .sms, countryISO: "CA", priority: .init(priority1: .shortcode))
                    ]))
            #expect(powerpack.name == "alerts-us-ca")
            #expect(!powerpack.localConnect)
            #expect(powerpack.applicationType == .nothing)
            #expect(powerpack.applicationID.isEmpty)
        }
    }

    @Test("deletes a powerpack together with its numbers")
    func delete() async throws {
        try await replaying("powerpacks/delete") { plivo in
            let deleted = try await plivo.powerpacks.delete(powerpackID, .init(unrentNumbers: true))
            #expect(deleted.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110308")
            #expect(deleted.response == "success")
        }
    }

    @Test("deletes a powerpack and keeps its numbers")
    func deleteKeepingNumbers() async throws {
        try await replaying("powerpacks/delete-and-keep-numbers") { plivo in
            let deleted = try await plivo.powerpacks.delete(powerpackID)
            #expect(deleted.response == "success")
            #expect(deleted.error == nil)
        }
    }
}
