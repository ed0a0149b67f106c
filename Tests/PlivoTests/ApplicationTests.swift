import CallsignRuntime
import Foundation
import Plivo
import Testing

@Suite("Applications")
struct ApplicationTests {
    private let appID = "20418873310254417"

    @Test("creates an application, and leaves out what isn't given")
    func create() async throws {
        try await replaying("applications/create") { plivo in
            let created = try await plivo.applications.create(
                .init(
                    appName: "support-line", answerURL: "https://example.com/plivo/answer", answerMethod: .get,
                    hangupURL: "https://example.com/plivo/hangup", messageURL: "https://example.com/plivo/message",
                    defaultNumberApp: false, subaccount: Sample.subaccountID, logIncomingMessages: false,
                    publicURI: true))
            #expect(created.appID == appID)
            #expect(created.message == "created")
            #expect(created.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110010")
        }
    }

    @Test("creates an application asynchronously, and reads the result that is posted back")
    func createAsynchronously() async throws {
        try await replaying("applications/create-asynchronous") { plivo in
            let callback = CallbackTarget("https://example.com/plivo/results", method: "GET")
            let receipt = try await plivo.applications.create(.init(appName: "support-line"), reportingTo: callback)
            #expect(receipt.message == "async api spawned")

            let posted = #"{"api_id": "\#(receipt.apiID)", "message": "created", "app_id": "\#(appID)"}"#
            let created = try plivo.applications.createOutcome(fromCallback: Data(posted.utf8))
            #expect(created.appID == appID)
            #expect(created.apiID == receipt.apiID)
        }
    }

    @Test("reads an application, in which what was never set is empty text or null")
    func get() async throws {
        try await replaying("applications/get") { plivo in
            let application = try await plivo.applications.get(appID)
            #expect(application.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110012")
            #expect(application.appID == appID)
            #expect(application.appName == "support-line")
            #expect(application.answerURL == "https://example.com/plivo/answer")
            #expect(application.answerMethod == .get)
            #expect(application.hangupURL == "https://example.com/plivo/hangup")
            #expect(application.hangupMethod == .post)
            #expect(application.fallbackAnswerURL == nil)
            #expect(application.fallbackMethod == .post)
            #expect(application.messageURL == "")
            #expect(application.messageMethod == .post)
            #expect(application.enabled)
            #expect(!application.defaultApp)
            #expect(application.defaultEndpointApp == false)
            #expect(application.defaultNumberApp == nil)
            #expect(application.productionApp == nil)
            #expect(!application.publicURI)
            #expect(application.subAccount == nil)
            #expect(application.resourceURI == "/v1/Account/\(Sample.authID)/Application/\(appID)/")
            #expect(application.sipURI == "sip:\(appID)@app.plivo.com")
        }
    }

    @Test("filters applications, and reads entries that leave something out")
    func list() async throws {
        try await replaying("applications/list") { plivo in
            let page = try await plivo.applications.listPage(
                .init(subaccount: Sample.subaccountID, appName: "support-line", limit: 2))
            #expect(page.meta.totalCount == 3)
            #expect(page.objects.map(\.appID) == ["20418873310254417", "20418873310254418"])
            #expect(page.objects.map(\.apiID) == [nil, nil])
            #expect(page.objects.map(\.subAccount) == [Sample.subaccountID, Sample.subaccountID])
            #expect(page.objects.map(\.defaultEndpointApp) == [false, nil])
            #expect(page.objects.map(\.fallbackAnswerURL) == ["", nil])
            #expect(page.objects.map(\.messageURL) == ["", nil])
            #expect(page.objects.map(\.hangupURL) == ["https://example.com/plivo/hangup", nil])
        }
    }

    @Test("changes an application")
    func update() async throws {
        try await replaying("applications/update") { plivo in
            let changed = try await plivo.applications.update(
                appID,
                .init(
                    appName: "support-line-2", answerURL: "https://example.com/plivo/answer?team=support&tier=gold",
                    defaultEndpointApp: true))
            #expect(changed.message == "changed")
        }
    }

    @Test("deletes an application, and hands its endpoints to another")
    func delete() async throws {
        try await replaying("applications/delete") { plivo in
            try await plivo.applications.delete(
                appID, .init(cascade: false, newEndpointApplication: "20418873310254499"))
        }
    }

    @Test("puts the callback of a DELETE into the query")
    func deleteAsynchronously() async throws {
        try await replaying("applications/delete-asynchronous") { plivo in
            let receipt = try await plivo.applications.delete(
                appID, reportingTo: "https://example.com/plivo/results")
            #expect(receipt.apiID == "5f3c1b9e-7a20-11ee-9d4f-0242ac110015")
        }
    }
}
