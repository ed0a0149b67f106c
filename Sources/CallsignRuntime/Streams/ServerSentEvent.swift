import Foundation

/// A message of an event stream, as WHATWG's HTML standard has it (section 9.2, server-sent events).
public struct ServerSentEvent: Sendable, Hashable {
    /// What kind of event it is; `message` where the stream says nothing.
    public var name: String
    /// Its lines, joined by line feeds.
    public var data: String
    /// The last identifier that the stream has given, with this event or before it; empty for none.
    public var id: String

    public init(name: String = "message", data: String, id: String = "") {
        self.name = name
        self.data = data
        self.id = id
    }
}

/// Cuts a stream of bytes into events (WHATWG HTML, section 9.2.6), wherever its pieces begin and end.
struct ServerSentEventParser {
    private var lines = LineCutter(endings: .all)
    private var name = ""
    private var data: [UInt8] = []
    private var hasData = false
    private(set) var lastEventID = ""
    private(set) var retry: Duration?
    private var isAtStart = true

    /// How many bytes are kept of what isn't an event yet.
    var pendingBytes: Int { lines.pendingBytes + data.count }

    mutating func append(_ chunk: Data) {
        lines.append(chunk)
    }

    /// - Returns: the next event that is complete. What the stream ends in the middle of is none.
    mutating func next() -> ServerSentEvent? {
        while let line = lines.next() {
            if let event = take(line) { return event }
        }
        return nil
    }

    private mutating func take(_ line: [UInt8]) -> ServerSentEvent? {
        var line = line[...]
        if isAtStart {
            isAtStart = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        }
        if line.isEmpty { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":"))
        // A line that begins with a colon is a comment.
        if colon == line.startIndex { return nil }
        let field = line[..<(colon ?? line.endIndex)]
        var value = colon.map { line[line.index(after: $0)...] } ?? []
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: field, as: UTF8.self) {
        case "event": name = String(decoding: value, as: UTF8.self)
        case "data":
            if hasData { data.append(UInt8(ascii: "\n")) }
            data.append(contentsOf: value)
            hasData = true
        case "id" where !value.contains(0): lastEventID = String(decoding: value, as: UTF8.self)
        case "retry": setRetry(value)
        default: break
        }
        return nil
    }

    private mutating func setRetry(_ value: ArraySlice<UInt8>) {
        guard !value.isEmpty, value.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let milliseconds = Int64(String(decoding: value, as: UTF8.self))
        else { return }
        retry = .milliseconds(milliseconds)
    }

    private mutating func dispatch() -> ServerSentEvent? {
        defer {
            name = ""
            data = []
            hasData = false
        }
        guard hasData else { return nil }
        return ServerSentEvent(
            name: name.isEmpty ? "message" : name, data: String(decoding: data, as: UTF8.self), id: lastEventID)
    }
}
