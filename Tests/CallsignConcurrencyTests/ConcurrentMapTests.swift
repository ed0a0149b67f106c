import CallsignConcurrency
import Testing

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 2, 1000]) func `gives results in the order of the elements`(count: Int) {
        let numbers = Array(0..<count)
        #expect(ConcurrentMap.map(numbers) { $0 * 2 } == numbers.map { $0 * 2 })
    }
}
