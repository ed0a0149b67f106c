/// Everything that keeps a text from being a ``HTTPRecording``.
public struct RecordingError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Problem: Sendable, Hashable {
        /// From 1.
        public let line: Int
        public let message: String
    }

    /// The recording's name, such as its file's path.
    public let name: String
    public let problems: [Problem]

    public var description: String {
        problems.map { "\(name):\($0.line): error: \($0.message)" }.joined(separator: "\n")
    }
}
