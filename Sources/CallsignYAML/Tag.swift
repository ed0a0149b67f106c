import CallsignDiagnostics

/// What a tag says about the value after it.
///
/// The tags of the core schema are respected: `!!str 5` is a string, `!!int "5"` a number, and `!!int x` an error. So
/// is `!`, which makes a scalar a string. Any other tag means something only to the program that it was made for: the
/// value is read as if it had none, a scalar as a string, with a warning.
struct Tag {
    struct Problem {
        var isError: Bool
        var code: String
        var message: String
        var remedy: String?
    }

    private enum Kind {
        case string, null, bool, integer, number, sequence, mapping, merge, nonspecific, unknown
    }

    private let name: String
    private let kind: Kind

    /// - Parameter name: the tag with its handle resolved.
    init(_ name: String) {
        self.name = name
        kind =
            switch name {
            case "!": .nonspecific
            case "tag:yaml.org,2002:str": .string
            case "tag:yaml.org,2002:null": .null
            case "tag:yaml.org,2002:bool": .bool
            case "tag:yaml.org,2002:int": .integer
            case "tag:yaml.org,2002:float": .number
            case "tag:yaml.org,2002:seq": .sequence
            case "tag:yaml.org,2002:map": .mapping
            case "tag:yaml.org,2002:merge": .merge
            default: .unknown
            }
    }

    /// What a scalar with this tag means.
    func reading(of scalar: Scalar) -> (scalar: Scalar, isMerge: Bool, problem: Problem?) {
        let quoted = Scalar(scalar.text, isPlain: false)
        let plain = Scalar(scalar.text, isPlain: true)
        switch (kind, plain.value) {
        case (.string, _), (.nonspecific, _): return (quoted, false, nil)
        case (.null, .null), (.bool, .bool), (.integer, .integer), (.number, .integer), (.number, .number):
            return (plain, false, nil)
        case (.integer, .number(let value)) where value.rounded() == value:
            // An integer beyond 64 bits.
            return (plain, false, nil)
        case (.merge, _): return (quoted, true, nil)
        case (.unknown, _): return (quoted, false, ignored)
        default: return (quoted, false, mismatch("the text \(Quotation(scalar.text))"))
        }
    }

    /// What is wrong with a mapping or a sequence that has this tag.
    func problem(ofMapping isMapping: Bool) -> Problem? {
        switch kind {
        case .nonspecific: nil
        case .mapping: isMapping ? nil : mismatch("an array")
        case .sequence: isMapping ? mismatch("an object") : nil
        case .unknown: ignored
        case .string, .null, .bool, .integer, .number, .merge: mismatch(isMapping ? "an object" : "an array")
        }
    }

    /// The tag as it is usually written: `!!int` for `tag:yaml.org,2002:int`.
    private var shortName: String {
        let prefix = "tag:yaml.org,2002:"
        return name.hasPrefix(prefix) ? "!!" + name.dropFirst(prefix.count) : name
    }

    private func mismatch(_ what: String) -> Problem {
        Problem(
            isError: true, code: "yaml-tag-mismatch", message: "\(what) does not fit the tag \(Quotation(shortName))",
            remedy: "remove the tag, or correct the value")
    }

    private var ignored: Problem {
        Problem(
            isError: false, code: "yaml-unknown-tag",
            message: "the tag \(Quotation(shortName)) is not known here and ignored",
            remedy: "remove the tag, and write the value it stands for")
    }
}
