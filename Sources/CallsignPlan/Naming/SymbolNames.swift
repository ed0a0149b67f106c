/// What symbols are called in names.
enum SymbolNames {
    /// The words for a symbol, in small letters: `less than` for `<`, `thumbs up sign` for an emoji.
    static func words(for scalar: Unicode.Scalar) -> [String] {
        if let word = ascii[scalar] { return word }
        if let name = scalar.properties.name ?? scalar.properties.nameAlias {
            return name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
        }
        return ["u" + String(scalar.value, radix: 16)]
    }

    /// The words for two symbols that mean something together.
    static func words(for first: Unicode.Scalar, _ second: Unicode.Scalar?) -> [String]? {
        switch (first, second) {
        case (">", "="): ["greater", "than", "or", "equal"]
        case ("<", "="): ["less", "than", "or", "equal"]
        case ("!", "="), ("<", ">"): ["not", "equal"]
        case ("=", "="): ["equals"]
        default: nil
        }
    }

    private static let ascii: [Unicode.Scalar: [String]] = [
        " ": ["space"], "!": ["not"], "\"": ["quote"], "#": ["hash"], "$": ["dollar"], "%": ["percent"], "&": ["and"],
        "'": ["apostrophe"], "(": ["open"], ")": ["close"], "*": ["asterisk"], "+": ["plus"], ",": ["comma"],
        "-": ["dash"], ".": ["dot"], "/": ["slash"], ":": ["colon"], ";": ["semicolon"], "<": ["less", "than"],
        "=": ["equals"], ">": ["greater", "than"], "?": ["question", "mark"], "@": ["at"], "[": ["open", "bracket"],
        "\\": ["backslash"], "]": ["close", "bracket"], "^": ["caret"], "_": ["underscore"], "`": ["backtick"],
        "{": ["open", "brace"], "|": ["pipe"], "}": ["close", "brace"], "~": ["tilde"], "\t": ["tab"],
        "\n": ["newline"], "\r": ["return"],
    ]
}
