import CallsignConcurrency
import Testing

@Suite struct BackgroundTests {
    @Test func `gives what the work came to`() {
        let work = Background { (1...100).reduce(0, +) }
        #expect(work.value == 5050)
    }

    @Test func `does the work once, however often its value is asked for`() {
        let work = Background { Object() }
        #expect(work.value === work.value)
    }

    /// Far more than there are threads, each of which waits for the next: where nobody is free, whoever waits works.
    @Test func `waits for work within work`() {
        #expect(depth(200) == 200)
    }

    private func depth(_ levels: Int) -> Int {
        levels == 0 ? 0 : Background { [self] in depth(levels - 1) + 1 }.value
    }

    private final class Object: Sendable {}
}
