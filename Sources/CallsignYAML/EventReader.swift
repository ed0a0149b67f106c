import CLibYAML
import CallsignDiagnostics

/// The events of a YAML text, one at a time: the only place that touches libyaml's pointers.
///
/// An event's parts are valid until the next call of `advance()`. Everything that libyaml allocates is freed with the
/// reader, on every path.
struct EventReader: ~Copyable {
    enum Event {
        case documentStart, documentEnd, streamStart, streamEnd
        case scalar, alias
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
        /// The text isn't well formed: `failure` says how. Nothing more can be read.
        case failure
    }

    /// What libyaml says of a text that it cannot read, in its own words.
    struct Failure {
        enum Kind { case memory, encoding, syntax }

        var kind: Kind
        var problem: String
        var problemMark: SourceMark
        /// What libyaml was doing, such as `while parsing a flow sequence`; empty where it doesn't say.
        var context: String
        /// Where that construct starts.
        var contextMark: SourceMark?
        /// The offset in bytes of an encoding problem, which libyaml gives no mark.
        var offset: Int
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let file: Int32
    private let firstLine: Int32

    /// - Parameters:
    ///   - text: the text as UTF-8 without a byte order mark; it must outlive the reader.
    ///   - file: the file's number, for the marks.
    ///   - linesBefore: how many lines the file has before the text.
    /// - Returns: nothing where there is no memory for it.
    init?(_ text: UnsafeBufferPointer<UInt8>, file: Int32, linesBefore: Int = 0) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        self.file = file
        firstLine = Int32(clamping: linesBefore) + 1
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            event.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        // libyaml wants a pointer even to no bytes at all.
        yaml_parser_set_input_string(parser, text.baseAddress ?? Self.nothing, text.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    private static var nothing: UnsafePointer<UInt8> {
        // A string literal's bytes live as long as the program.
        ("" as StaticString).utf8Start
    }

    /// Reads the next event. After `streamEnd` and `failure` there is none.
    mutating func advance() -> Event {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { return .failure }
        return switch event.pointee.type {
        case YAML_SCALAR_EVENT: .scalar
        case YAML_MAPPING_START_EVENT: .mappingStart
        case YAML_MAPPING_END_EVENT: .mappingEnd
        case YAML_SEQUENCE_START_EVENT: .sequenceStart
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_ALIAS_EVENT: .alias
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_STREAM_START_EVENT: .streamStart
        // The reader stops at the end of the stream, after which libyaml gives events of no type.
        default: .streamEnd
        }
    }

    /// Where the event starts. libyaml counts characters, which are Unicode scalars, from 0.
    var mark: SourceMark { place(event.pointee.start_mark) }

    private func place(_ mark: yaml_mark_t) -> SourceMark {
        SourceMark(
            file: file, line: Int32(clamping: Int(firstLine) + Int(clamping: mark.line)),
            column: Int32(truncatingIfNeeded: min(mark.column, 0x7FFF_FFFE) + 1))
    }

    /// Whether a collection ends with a bracket, rather than with its last line.
    var isBracket: Bool { event.pointee.end_mark.index != event.pointee.start_mark.index }

    /// Whether a document ends where its text does, and not with `...`.
    var isImplicit: Bool { event.pointee.data.document_end.implicit != 0 }

    /// The bytes of a scalar's text, which are valid UTF-8.
    var scalarBytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
    }

    /// Whether a scalar was written without quotes and not as a block.
    var scalarIsPlain: Bool { event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

    /// Whether a scalar has a tag or an anchor, which few have.
    var scalarHasProperties: Bool {
        event.pointee.data.scalar.tag != nil || event.pointee.data.scalar.anchor != nil
    }

    /// The anchor that an event defines, or an alias names.
    var anchor: String? {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: text(event.pointee.data.scalar.anchor)
        case YAML_MAPPING_START_EVENT: text(event.pointee.data.mapping_start.anchor)
        case YAML_SEQUENCE_START_EVENT: text(event.pointee.data.sequence_start.anchor)
        case YAML_ALIAS_EVENT: text(event.pointee.data.alias.anchor)
        default: nil
        }
    }

    /// The tag of an event, its handle resolved: `!!str` is `tag:yaml.org,2002:str`.
    var tag: String? {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: text(event.pointee.data.scalar.tag)
        case YAML_MAPPING_START_EVENT: text(event.pointee.data.mapping_start.tag)
        case YAML_SEQUENCE_START_EVENT: text(event.pointee.data.sequence_start.tag)
        default: nil
        }
    }

    private func text(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        characters.map { String(cString: $0) }
    }

    /// What went wrong, after `advance()` gave `failure`.
    var failure: Failure {
        let state = parser.pointee
        return Failure(
            kind: state.error == YAML_MEMORY_ERROR ? .memory : state.error == YAML_READER_ERROR ? .encoding : .syntax,
            problem: state.problem.map { String(cString: $0) } ?? "", problemMark: place(state.problem_mark),
            context: state.context.map { String(cString: $0) } ?? "",
            contextMark: state.context == nil ? nil : place(state.context_mark), offset: state.problem_offset)
    }
}
