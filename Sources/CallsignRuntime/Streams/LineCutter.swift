import Foundation

/// Cuts bytes that arrive in pieces into lines.
struct LineCutter {
    enum Endings {
        /// CR, LF, and both together.
        case all
        /// LF, and what stands before it may end in CR.
        case lineFeed
        /// The record separator before each text (RFC 7464).
        case recordSeparator
    }

    private let endings: Endings
    private var line: [UInt8] = []
    private var chunk: [UInt8] = []
    private var index = 0
    /// Whether the last byte was a CR, so that an LF now belongs to it.
    private var followsReturn = false

    init(endings: Endings) {
        self.endings = endings
    }

    /// How many bytes are kept of a line that hasn't ended.
    var pendingBytes: Int { line.count }

    mutating func append(_ data: Data) {
        chunk.removeSubrange(..<index)
        index = 0
        chunk.append(contentsOf: data)
    }

    /// - Returns: the next whole line, without its ending.
    mutating func next() -> [UInt8]? {
        if followsReturn, index < chunk.count {
            followsReturn = false
            if chunk[index] == UInt8(ascii: "\n") { index += 1 }
        }
        guard let end = chunk[index...].firstIndex(where: isEnding) else {
            line.append(contentsOf: chunk[index...])
            index = chunk.count
            return nil
        }
        line.append(contentsOf: chunk[index..<end])
        followsReturn = endings == .all && chunk[end] == UInt8(ascii: "\r")
        index = end + 1
        return takeLine()
    }

    /// What stands at the end without an ending of its own.
    mutating func rest() -> [UInt8]? {
        line.isEmpty ? nil : takeLine()
    }

    private mutating func takeLine() -> [UInt8] {
        defer { line = [] }
        if endings == .lineFeed, line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
    }

    private func isEnding(_ byte: UInt8) -> Bool {
        switch endings {
        case .all: byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        case .lineFeed: byte == UInt8(ascii: "\n")
        case .recordSeparator: byte == 0x1E
        }
    }
}
