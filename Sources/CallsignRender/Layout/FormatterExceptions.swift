import CallsignDiagnostics
import CallsignPlan

/// The formatter's rules that a file can't keep, because its names follow the description and the configuration.
enum FormatterExceptions {
    static func rules(_ body: UnsafeBufferPointer<UInt8>, _ context: RenderContext) -> [SafeText] {
        var rules = self.rules(body)
        if context.repeatsTypeInValues { rules.append("DontRepeatTypeInStaticProperties") }
        // The initialisers of internal clients are the ones that the compiler would make, spelled out.
        if context.plan.access == .internal { rules.append("UseSynthesizedInitializer") }
        return rules
    }

    /// The rules that names alone can break.
    static func rules(_ body: UnsafeBufferPointer<UInt8>) -> [SafeText] {
        let names = NameKinds(of: body)
        var rules: [SafeText] = []
        if names.breakCamelCase { rules.append("AlwaysUseLowerCamelCase") }
        if names.hasOtherThanASCII { rules.append("IdentifiersMustBeASCII") }
        return rules
    }
}

/// What kinds of names the code of a file has.
private struct NameKinds {
    /// Whether a name has an underscore inside, or begins with a capital where it should with a small letter.
    var breakCamelCase = false
    var hasOtherThanASCII = false

    init(of source: UnsafeBufferPointer<UInt8>) {
        NameByte.table.withUnsafeBufferPointer { read(source, table: $0) }
    }

    /// Stops at those bytes only that can matter: every byte of every file's code comes through here.
    ///
    /// - Parameter table: what each of the 256 bytes is.
    private mutating func read(_ source: UnsafeBufferPointer<UInt8>, table: UnsafeBufferPointer<NameByte>) {
        func isName(_ index: Int) -> Bool { index >= 0 && table[Int(source[index])].isName }
        let isASCII = source.reduce(0, |) < 0x80
        var index = 0
        while !breakCamelCase || !(isASCII || hasOtherThanASCII) {
            while index < source.count, table[Int(source[index])].isPlain { index += 1 }
            guard index < source.count else { return }
            switch table[Int(source[index])] {
            case .plain, .plainName: break
            case .underscore: if isName(index - 1) { breakCamelCase = true }
            case .capital: if Self.isDeclared(source, at: index) { breakCamelCase = true }
            case .beyondASCII: hasOtherThanASCII = true
            case .slash:
                if index > 0, source[index - 1] == UInt8(ascii: "/") {
                    index = ByteSearch.position(of: UInt8(ascii: "\n"), in: source, from: index) ?? source.count
                }
            case .quote: index = Self.endOfLiteral(source, from: index + 1)
            case .sign: index = Self.endOfRawLiteral(source, from: index) ?? index
            }
            index += 1
        }
    }

    /// Whether a name begins behind a keyword that has it begin with a small letter.
    private static func isDeclared(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var end = start - 1
        // Most capitals stand within names.
        guard end > 0, source[end] == UInt8(ascii: " ") || source[end] == UInt8(ascii: "`") else { return false }
        while end > 0, source[end - 1] == UInt8(ascii: " ") || source[end - 1] == UInt8(ascii: "`") { end -= 1 }
        let keyword: StaticString
        switch end > 0 ? source[end - 1] : 0 {
        case UInt8(ascii: "r"): keyword = "var"
        case UInt8(ascii: "t"): keyword = "let"
        case UInt8(ascii: "c"): keyword = "func"
        case UInt8(ascii: "e"): keyword = "case"
        default: return false
        }
        let first = end - keyword.utf8CodeUnitCount
        guard first >= 0 else { return false }
        let isWhole = first == 0 || !NameByte.table[Int(source[first - 1])].isName
        return isWhole && keyword.withUTF8Buffer { $0.elementsEqual(source[first..<end]) }
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
        let quote = ByteSearch.position(of: UInt8(ascii: "\""), in: source, from: start) ?? source.count
        var index = source[start..<quote].firstIndex(of: UInt8(ascii: "\\")) ?? quote
        while index < source.count, source[index] != UInt8(ascii: "\"") {
            index += source[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, source.count)
    }
}

/// What a byte of source is to those who look for names.
private enum NameByte: UInt8 {
    case plain
    /// A small letter or a digit.
    case plainName
    case capital, underscore, beyondASCII
    /// What comments and literals begin with.
    case slash, quote, sign

    var isPlain: Bool { rawValue <= NameByte.plainName.rawValue }

    var isName: Bool {
        switch self {
        case .plainName, .capital, .underscore, .beyondASCII: true
        case .plain, .slash, .quote, .sign: false
        }
    }

    static let table = (UInt8.min...UInt8.max).map { byte -> NameByte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): .plainName
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
        case UInt8(ascii: "_"): .underscore
        case 0x80...: .beyondASCII
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "#"): .sign
        default: .plain
        }
    }
}
