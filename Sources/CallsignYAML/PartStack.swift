/// The finished parts of open collections, from which each collection takes its own when it ends. They are moved, not
/// copied: counting references of a part twice more took as long as making it.
struct PartStack<Part>: ~Copyable {
    private var storage: UnsafeMutablePointer<Part>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 256
        storage = .allocate(capacity: capacity)
    }

    deinit {
        storage.deinitialize(count: count)
        storage.deallocate()
    }

    subscript(_ position: Int) -> Part {
        precondition(position >= 0 && position < count)
        return storage[position]
    }

    mutating func append(_ part: consuming Part) {
        if count == capacity { grow() }
        (storage + count).initialize(to: part)
        count += 1
    }

    /// Takes away the parts at a position and all after it.
    mutating func take(from start: Int) -> [Part] {
        precondition(start >= 0 && start <= count)
        let taken = count - start
        let parts = [Part](unsafeUninitializedCapacity: taken) { buffer, initialized in
            buffer.baseAddress?.moveInitialize(from: storage + start, count: taken)
            initialized = taken
        }
        // Nothing comes between the move and this, so no part is freed twice.
        count = start
        return parts
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Part>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
        capacity *= 2
    }
}
