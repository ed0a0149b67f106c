/// Text as UTF-8 that grows at its end.
///
/// An array does the same, but asks at each step whether others share it and whether more is to come, which takes longer
/// than to copy the few bytes that most texts have.
package final class TextBuffer {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes of the memory are written.
    private var count = 0

    /// - Parameter capacity: how many bytes there will probably be.
    package init(capacity: Int = 0) {
        self.capacity = max(capacity, 256)
        memory = .allocate(capacity: self.capacity)
    }

    deinit { memory.deallocate() }

    package func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        let end = count + bytes.count
        if end > capacity { grow(to: end) }
        (memory + count).initialize(from: start, count: bytes.count)
        count = end
    }

    private func grow(to count: Int) {
        capacity = max(count, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: memory, count: self.count)
        memory.deallocate()
        memory = larger
    }

    /// Lends the text, to which nothing may be added meanwhile.
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(UnsafeBufferPointer(start: memory, count: count))
    }
}
