import CallsignRuntime
import Foundation

extension SampleClient {
    /// Place calls and act on them.
    nonisolated struct Calls: Sendable {
        fileprivate let core: ClientCore

        init(core: ClientCore) { self.core = core }

        /// Places a call.
        func create(
            _ request: CreateRequest, options: CallOptions = CallOptions()
        ) async throws(SampleError) -> CallCreated {
            var call = OperationCall("calls.create", .post, "/Account/{auth_id}/Call/")
            call.json(request)
            return try await core.value(call, options, throwing: SampleError.self)
        }

        func create(
            _ request: CreateRequest, reportingTo callback: CallbackTarget, options: CallOptions = CallOptions()
        ) async throws(SampleError) -> AsyncAccepted {
            var call = OperationCall("calls.create", .post, "/Account/{auth_id}/Call/")
            call.json(request)
            call.bodyKey("callback_url", callback.url)
            call.bodyKey("callback_method", callback.method)
            return try await core.value(call, options, throwing: SampleError.self)
        }

        func createOutcome(fromCallback body: Data) throws(SampleError) -> CallCreated {
            try core.outcome(of: "calls.create", fromCallback: body, throwing: SampleError.self)
        }

        func get(_ callUUID: String, options: CallOptions = CallOptions()) async throws(SampleError) -> Call {
            var call = OperationCall("calls.get", .get, "/Account/{auth_id}/Call/{call_uuid}/")
            call.path("call_uuid", callUUID)
            return try await core.value(call, options, throwing: SampleError.self)
        }

        func delete(_ callUUID: String, options: CallOptions = CallOptions()) async throws(SampleError) {
            var call = OperationCall("calls.delete", .delete, "/Account/{auth_id}/Call/{call_uuid}/")
            call.path("call_uuid", callUUID)
            try await core.noContent(call, options, throwing: SampleError.self)
        }

        func record(
            callUUID: String, format: String, options: CallOptions = CallOptions()
        ) async throws(SampleError) -> RecordResponse {
            var call = OperationCall("calls.record", .put, "/Account/{auth_id}/Call/{call_uuid}/Record/{format}/")
            call.path("call_uuid", callUUID)
            call.path("format", format)
            let response = try await core.response(call, options, throwing: SampleError.self)
            switch response.status {
            case 200: return .done(try core.decode(response, throwing: SampleError.self))
            case 204: return .nothing
            default: throw SampleError(core.unexpected(response))
            }
        }

        nonisolated enum RecordResponse: Sendable {
            case done(AsyncAccepted)
            case nothing
        }

        func list(
            _ request: ListRequest = ListRequest(), options: CallOptions = CallOptions()
        ) -> PagedSequence<Call, SampleError> {
            PagedSequence(from: .offset(request.offset ?? 0, limit: request.limit)) {
                position async throws(SampleError) in
                var request = request
                request.offset = position.offset
                let response = try await listPage(request, options: options)
                return PageContent(
                    response.objects, total: response.meta?.totalCount ?? response.meta?.count,
                    next: .member(response.meta?.next))
            }
        }

        /// One page of ``list(_:options:)``, with its envelope.
        func listPage(
            _ request: ListRequest = ListRequest(), options: CallOptions = CallOptions()
        ) async throws(SampleError) -> CallList {
            var call = OperationCall("calls.list", .get, "/Account/{auth_id}/Call/")
            call.query("call_direction", request.callDirection)
            call.query("limit", request.limit)
            call.query("offset", request.offset)
            call.query("since", request.since, by: .dateTime)
            call.query("ids", request.ids, .pipeDelimited, explode: false)
            call.query("filter", encoding: request.filter, .deepObject, explode: true)
            call.header("X-Trace", request.trace)
            call.query("status", "live")
            return try await core.value(call, options, throwing: SampleError.self)
        }

        /// What ``create(_:options:)`` sends.
        nonisolated struct CreateRequest: Sendable, Equatable, Encodable {
            var from: String
            var to: [String]
            var ringURL: String?
            var time: Date?

            init(from: String, to: [String], ringURL: String? = nil, time: Date? = nil) {
                self.from = from
                self.to = to
                self.ringURL = ringURL
                self.time = time
            }

            func encode(to encoder: any Encoder) throws {
                var fields = FieldWriter(encoder)
                try fields.required("from", from)
                try fields.required("to", to)
                try fields.optional("ring_url", ringURL)
                try fields.optional("time", time, by: .dateTime)
            }
        }

        /// What ``list(_:options:)`` sends.
        nonisolated struct ListRequest: Sendable, Equatable {
            var callDirection: CallDirection?
            var limit: Int?
            var offset: Int?
            var since: Date?
            var ids: [String]?
            var filter: CallFilter?
            var trace: String?

            init(
                callDirection: CallDirection? = nil, limit: Int? = nil, offset: Int? = nil, since: Date? = nil,
                ids: [String]? = nil, filter: CallFilter? = nil, trace: String? = nil
            ) {
                self.callDirection = callDirection
                self.limit = limit
                self.offset = offset
                self.since = since
                self.ids = ids
                self.filter = filter
                self.trace = trace
            }
        }
    }

    /// A list whose pages name the next one's address, and one with cursors.
    nonisolated struct Notes: Sendable {
        fileprivate let core: ClientCore

        init(core: ClientCore) { self.core = core }

        func list(options: CallOptions = CallOptions()) -> PagedSequence<String, SampleError> {
            PagedSequence(from: .url) { position async throws(SampleError) in
                let response = try await listPage(following: position.url, options: options)
                return PageContent(response.notes, next: .member(response.next))
            }
        }

        func listPage(options: CallOptions = CallOptions()) async throws(SampleError) -> NoteList {
            try await listPage(following: nil, options: options)
        }

        private func listPage(following: String?, options: CallOptions) async throws(SampleError) -> NoteList {
            var call = OperationCall("notes.list", .get, "/Notes/")
            call.follow(following)
            return try await core.value(call, options, throwing: SampleError.self)
        }

        func search(after: String? = nil, options: CallOptions = CallOptions()) -> PagedSequence<String, SampleError> {
            PagedSequence(from: .cursor(after)) { position async throws(SampleError) in
                var call = OperationCall("notes.search", .get, "/Notes/Search")
                call.query("after", position.cursor)
                let response: NoteList = try await core.value(call, options, throwing: SampleError.self)
                return PageContent(response.notes, next: .member(response.next))
            }
        }

        func attach(_ request: AttachRequest, options: CallOptions = CallOptions()) async throws(SampleError) {
            var call = OperationCall("notes.attach", .post, "/Notes/Attachments")
            call.multipart(request)
            try await core.noContent(call, options, throwing: SampleError.self)
        }

        nonisolated struct AttachRequest: MultipartEncodable, Equatable {
            var title: String
            var file: MultipartFile
            var tags: [String]?

            init(title: String, file: MultipartFile, tags: [String]? = nil) {
                self.title = title
                self.file = file
                self.tags = tags
            }

            func encode(to form: inout MultipartForm) {
                form.field("title", title)
                form.file("file", file)
                form.field("tags", tags)
            }
        }
    }
}
