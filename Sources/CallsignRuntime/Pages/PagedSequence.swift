/// All items of a list that comes in pages. A page is fetched when its first item is asked for, never earlier.
///
/// ```swift
/// for try await call in plivo.calls.list() { … }            // item by item
/// for try await page in plivo.calls.list().pages { … }      // page by page
/// let page = try await plivo.calls.list().page()            // the first page
/// ```
///
/// A cancelled task ends it by throwing. Iterating twice fetches twice.
public struct PagedSequence<Item: Sendable, Failure: ClientError>: AsyncSequence, Sendable {
    public typealias Element = Item
    public typealias Fetch = @Sendable (PagePosition) async throws(Failure) -> PageContent<Item>

    private let start: PagePosition
    private let fetch: Fetch

    /// - Parameters:
    ///   - start: where the first page begins.
    ///   - fetch: gets one page.
    public init(from start: PagePosition, fetch: @escaping Fetch) {
        self.start = start
        self.fetch = fetch
    }

    /// The first page.
    public func page() async throws(Failure) -> Page<Item> {
        var pages = pages.makeAsyncIterator()
        return try await pages.next() ?? Page(items: [], total: nil, position: start, next: nil)
    }

    /// The same list, taken up at a position out of ``Page/next``.
    public func starting(at position: PagePosition) -> PagedSequence {
        PagedSequence(from: position, fetch: fetch)
    }

    /// The list page by page.
    public var pages: Pages { Pages(start: start, fetch: fetch) }

    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: pages.makeAsyncIterator())
    }

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate var pages: Pages.Iterator
        private var items: [Item] = []
        private var index = 0

        fileprivate init(pages: Pages.Iterator) {
            self.pages = pages
        }

        public mutating func next() async throws(Failure) -> Item? {
            while index >= items.count {
                guard let page = try await pages.next() else { return nil }
                items = page.items
                index = 0
            }
            if Task.isCancelled {
                pages.end()
                items = []
                throw Failure(.cancelled)
            }
            defer { index += 1 }
            return items[index]
        }
    }
}

extension PagedSequence {
    /// The pages of a list.
    public struct Pages: AsyncSequence, Sendable {
        public typealias Element = Page<Item>

        fileprivate let start: PagePosition
        fileprivate let fetch: Fetch

        public func makeAsyncIterator() -> Iterator {
            Iterator(machine: PageMachine(start: start), fetch: fetch)
        }

        public struct Iterator: AsyncIteratorProtocol, Sendable {
            private var machine: PageMachine
            private let fetch: Fetch
            private var isAtEnd = false

            fileprivate init(machine: PageMachine, fetch: @escaping Fetch) {
                self.machine = machine
                self.fetch = fetch
            }

            public mutating func next() async throws(Failure) -> Page<Item>? {
                if isAtEnd { return nil }
                // A failure ends the list: what follows it is unknown.
                isAtEnd = true
                if Task.isCancelled { throw Failure(.cancelled) }
                let position = machine.position
                let (content, fingerprint) = try await fingerprinted(position)
                let step = machine.take(
                    count: content.items.count, total: content.total, next: content.next, fingerprint: fingerprint)
                guard case .page(let next) = step else { return nil }
                isAtEnd = next == nil
                return Page(items: content.items, total: content.total, position: position, next: next)
            }

            private func fingerprinted(
                _ position: PagePosition
            ) async throws(Failure) -> (PageContent<Item>, PageMachine.Fingerprint) {
                let observer = ResponseObserver()
                let fetched: Result<PageContent<Item>, Failure> = await ResponseObserver.$ofPage.withValue(observer) {
                    do throws(Failure) {
                        return .success(try await fetch(position))
                    } catch {
                        return .failure(error)
                    }
                }
                let content = try Self.linked(fetched.get(), observer.response)
                let body = observer.response.rawBody
                return (
                    content, { body.isEmpty ? PageFingerprint.of(content.items) : PageFingerprint.of(json: body) }
                )
            }

            /// The page with the address of the next one out of the header, where that is where it stands.
            private static func linked(_ content: PageContent<Item>, _ response: RawResponse) -> PageContent<Item> {
                guard content.next == .header else { return content }
                var content = content
                content.next = .link(LinkHeader.target("next", in: response.headers))
                return content
            }

            fileprivate mutating func end() {
                isAtEnd = true
            }
        }
    }
}
