import CallsignRuntime

/// What the lines of a recording can be told by.
enum RecordingLine {
    /// The pseudo header that says how a body is written.
    static let bodyEncoding = "Recording-Body"
    static let escape: Character = "\\"

    static func isComment(_ line: some StringProtocol) -> Bool { line.first == "#" }
    static func isResponse(_ line: some StringProtocol) -> Bool { line.hasPrefix("HTTP/") }
    static func isFailure(_ line: some StringProtocol) -> Bool { line.hasPrefix("! ") }

    /// A method in capitals, a space, and a path or an address.
    static func isRequest(_ line: some StringProtocol) -> Bool {
        guard let space = line.firstIndex(of: " "), space != line.startIndex else { return false }
        let target = line[line.index(after: space)...]
        let isMethod = line[..<space].utf8.allSatisfy {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "-")
        }
        return isMethod && ["/", "http://", "https://"].contains { target.hasPrefix($0) }
    }

    /// Whether a line begins something, and so ends the body before it.
    static func isBeginning(_ line: some StringProtocol) -> Bool {
        isComment(line) || isResponse(line) || isFailure(line) || isRequest(line)
    }

    /// Whether a line of a body would be taken for something else.
    static func needsEscape(_ line: some StringProtocol) -> Bool { line.first == escape || isBeginning(line) }
}
