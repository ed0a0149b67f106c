#if canImport(Glibc)
    import CMalloc
    import Glibc
#endif

/// Where the program's memory comes from.
enum Heap {
    /// Lets the system give memory in huge pages. A large description takes 60 MB, and to ask for them in pages of 4 KB
    /// took an eighth of the time. Where there are no huge pages, nothing changes but addresses that are set aside.
    static func prepare() {
        #if canImport(Glibc)
            let size = 128 << 20
            let hugePage = 2 << 20
            // The heap grows by a piece once, and what is large comes from that piece too.
            guard mallopt(M_TOP_PAD, Int32(size)) == 1, mallopt(M_MMAP_THRESHOLD, 32 << 20) == 1,
                let start = sbrk(0)
            else { return }
            // Its size is asked for so that it is not optimized away.
            guard let first = malloc(hugePage), malloc_usable_size(first) >= hugePage else {
                // Where addresses are counted, there may be less than that: then as ever, in small steps.
                _ = mallopt(M_TOP_PAD, 128 << 10)
                return
            }
            free(first)
            guard let end = sbrk(0) else { return }
            let begin = (UInt(bitPattern: start) + UInt(hugePage) - 1) & ~UInt(hugePage - 1)
            guard let begin = UnsafeMutableRawPointer(bitPattern: begin), begin < end else { return }
            _ = madvise(begin, end - begin, MADV_HUGEPAGE)
            prepareHeapOfNextThread()
        #endif
    }

    #if canImport(Glibc)
        /// Does the same for the thread that comes next, which has a heap of its own: glibc aligns it to its largest size,
        /// and hands it on from a thread that ends to one that begins. If it ever comes to do otherwise, this asks for
        /// nothing, or for what isn't needed.
        private static func prepareHeapOfNextThread() {
            var thread = pthread_t()
            let status = pthread_create(
                &thread, nil,
                { _ in
                    let size = 64 << 20
                    guard let block = malloc(64) else { return nil }
                    let start = UInt(bitPattern: block) & ~UInt(size - 1)
                    if let start = UnsafeMutableRawPointer(bitPattern: start) {
                        _ = madvise(start, size, MADV_HUGEPAGE)
                    }
                    free(block)
                    return nil
                }, nil)
            if status == 0 { pthread_join(thread, nil) }
        }
    #endif
}
