import CallsignDiagnostics
import CallsignPlan

/// The formatter's rules that a file can't keep, because its names follow the description and the configuration.
enum FormatterExceptions {
    static func rules(_ body: [UInt8], _ context: RenderContext) -> [SafeText] {
        var rules = self.rules(body)
        if context.repeatsTypeInValues { rules.append("DontRepeatTypeInStaticProperties") }
        // The initialisers of internal clients are the ones that the compiler would make, spelled out.
        if context.plan.access == .internal { rules.append("UseSynthesizedInitializer") }
        return rules
    }

    /// The rules that names alone can break.
    static func rules(_ body: [UInt8]) -> [SafeText] {
        let names = NameKinds(of: body)
        var rules: [SafeText] = []
        if names.hasUnderscores || names.hasCapitals { rules.append("AlwaysUseLowerCamelCase") }
        if names.hasOtherThanASCII { rules.append("IdentifiersMustBeASCII") }
        return rules
    }
}

/// What kinds of names the code of a file has.
private struct NameKinds {
    var hasUnderscores = false
    /// Whether a name that should begin with a small letter begins with a capital.
    var hasCapitals = false
    var hasOtherThanASCII = false

    init(of source: [UInt8]) {
        source.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var before: UInt8 = 0
        var isDeclared = false
        while index < source.count {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "/") where before == byte:
                index = ByteSearch.position(of: UInt8(ascii: "\n"), in: source, from: index) ?? source.count
            case UInt8(ascii: "#"):
                index = Self.endOfRawLiteral(source, from: index) ?? index
            case UInt8(ascii: "\""):
                index = Self.endOfLiteral(source, from: index + 1)
            case _ where Self.isName(byte):
                let start = index
                repeat { index += 1 } while index < source.count && Self.isName(source[index])
                let name = UnsafeBufferPointer(rebasing: source[start..<index])
                look(at: name, isDeclared: isDeclared)
                isDeclared = Self.declares(name)
                before = 0
                continue
            case UInt8(ascii: " "), UInt8(ascii: "`"): break
            default: isDeclared = false
            }
            before = byte
            index += 1
        }
    }

    private mutating func look(at name: UnsafeBufferPointer<UInt8>, isDeclared: Bool) {
        for (position, byte) in name.enumerated() {
            if byte >= 0x80 { hasOtherThanASCII = true }
            if byte == UInt8(ascii: "_"), position > 0 { hasUnderscores = true }
        }
        if isDeclared, let first = name.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") {
            hasCapitals = true
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// Whether the name behind a keyword is one that should begin with a small letter.
    private static func declares(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        // Every word of every file comes through here.
        guard word.count == 3 || word.count == 4 else { return false }
        return switch word.first {
        case UInt8(ascii: "v"): word.elementsEqual("var".utf8)
        case UInt8(ascii: "l"): word.elementsEqual("let".utf8)
        case UInt8(ascii: "f"): word.elementsEqual("func".utf8)
        case UInt8(ascii: "c"): word.elementsEqual("case".utf8)
        default: false
        }
    }

    /// The last sign of a raw literal that begins at a place; nothing where none does.
    private static func endOfRawLiteral(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let signs = source[start...].prefix { $0 == UInt8(ascii: "#") }
        guard signs.endIndex < source.count, source[signs.endIndex] == UInt8(ascii: "\"") else { return nil }
        var index = signs.endIndex + 1
        while let quote = ByteSearch.position(of: UInt8(ascii: "\""), in: source, from: index) {
            if source[(quote + 1)...].prefix(signs.count).elementsEqual(signs) { return quote + signs.count }
            index = quote + 1
        }
        return nil
    }

    private static func endOfLiteral(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < source.count, source[index] != UInt8(ascii: "\"") {
            index += source[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, source.count)
    }
}
