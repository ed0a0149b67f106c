import CallsignDiagnostics

/// Texts as scalars of YAML.
enum YAMLText {
    private static let reserved: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

    /// As it is where it can stand so, in flow collections too; in quotes otherwise, as JSON writes it.
    static func scalar(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let isWord = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        let begins = bytes.first.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "/"): true
            case UInt8(ascii: "."): bytes.count > 1 && (bytes[1] == UInt8(ascii: ".") || bytes[1] == UInt8(ascii: "/"))
            default: false
            }
        }
        let isPlain = isWord && begins == true && !reserved.contains(text.lowercased())
        return isPlain ? text : PrintableText.json(text)
    }
}
