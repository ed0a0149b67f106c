import Testing

@testable import CallsignRuntime

@Suite("Walking pages")
struct PageMachineTests {
    /// What a page has, and where the walk goes from it.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var start: PagePosition
        var count = 2
        var total: Int?
        var link: PageLink
        var next: PagePosition?

        var testDescription: String { name }
    }

    private static let cases = [
        Case(
            name: "a total that isn't reached", start: .offset(0, limit: 2), total: 5, link: .unreported,
            next: .offset(2, limit: 2)),
        Case(name: "a total that is reached", start: .offset(3, limit: 2), total: 5, link: .unreported, next: nil),
        Case(
            name: "a total, and no link on this kind of list", start: .offset(0, limit: 2), total: 5, link: .link(nil),
            next: .offset(2, limit: 2)),
        Case(
            name: "no total, and a link", start: .offset(4, limit: 20), link: .link("/next"),
            next: .offset(6, limit: 20)),
        Case(name: "no total, no link, and a page that isn't full", start: .offset(0, limit: 20), link: .link(nil)),
        Case(
            name: "no total, no link, and a full page", start: .offset(0, limit: 2), link: .link(""),
            next: .offset(2, limit: 2)),
        Case(name: "an empty page", start: .offset(0, limit: 2), count: 0, total: 9, link: .link("/next")),
        Case(name: "an offset that can't grow", start: .offset(.max, limit: nil), total: .max, link: .unreported),
        Case(name: "the number of a page", start: .page(1), link: .unreported, next: .page(2)),
        Case(name: "a last page by number", start: .page(4), link: .flag(false)),
        Case(name: "a cursor", start: .cursor(nil), link: .link("abc"), next: .cursor("abc")),
        Case(name: "no further cursor", start: .cursor("abc"), link: .link(nil)),
        Case(name: "an empty cursor", start: .cursor("abc"), link: .link("")),
        Case(name: "an address", start: .url, link: .link("https://x/2"), next: .url("https://x/2")),
    ]

    @Test("goes on where a page says so", arguments: cases)
    func step(_ step: Case) {
        var machine = PageMachine(start: step.start)
        let result = machine.take(count: step.count, total: step.total, next: step.link, fingerprint: { 1 })
        #expect(result == .page(next: step.next))
    }

    @Test("ends where a server repeats a page, a cursor or an address")
    func repetition() {
        var offsets = PageMachine(start: .offset(0, limit: 2))
        #expect(
            offsets.take(count: 2, total: nil, next: .link("/2"), fingerprint: { 1 })
                == .page(next: .offset(2, limit: 2)))
        #expect(offsets.take(count: 2, total: nil, next: .link("/3"), fingerprint: { 1 }) == .repetition)

        var cursors = PageMachine(start: .cursor(nil))
        #expect(cursors.take(count: 2, total: nil, next: .link("a"), fingerprint: { 1 }) == .page(next: .cursor("a")))
        #expect(cursors.take(count: 2, total: nil, next: .link("b"), fingerprint: { 2 }) == .page(next: .cursor("b")))
        #expect(cursors.take(count: 2, total: nil, next: .link("a"), fingerprint: { 3 }) == .page(next: nil))
    }

    @Test("compares a page with all before it, and a single page with none")
    func comparisons() {
        let asked = Locked<[Int]>([])
        @Sendable func fingerprint(_ value: Int) -> PageMachine.Fingerprint {
            {
                asked.withLock { $0.append(value) }
                return value
            }
        }
        var machine = PageMachine(start: .offset(0, limit: 2))
        _ = machine.take(count: 2, total: nil, next: .link("/2"), fingerprint: fingerprint(1))
        #expect(asked.withLock { $0 } == [])
        _ = machine.take(count: 2, total: nil, next: .link("/3"), fingerprint: fingerprint(2))
        #expect(asked.withLock { $0 } == [1, 2])
        #expect(machine.take(count: 2, total: nil, next: .link("/4"), fingerprint: fingerprint(1)) == .repetition)
    }
}
