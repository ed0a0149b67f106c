#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The wish of whoever started the tool that it ends: Ctrl-C, or the signal that ends processes politely.
///
/// While one is held back, what the tool has begun is done to its end.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// From now on, asks before it ends the tool. Has to be called before there are other threads, which do the same
    /// then.
    static func holdBack() {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Whether one has come.
    static var isPending: Bool {
        var set = sigset_t()
        sigemptyset(&set)
        guard sigpending(&set) == 0 else { return false }
        return signals.contains { sigismember(&set, $0) == 1 }
    }

    static func wait(milliseconds: Int32) {
        _ = poll(nil, 0, milliseconds)
    }
}
