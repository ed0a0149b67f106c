import CallsignPlan

/// What a parameter's value must be as text: the specification's table of styles (OpenAPI 3.1.1, section 4.8.12.4)
/// read a second time, apart from the runtime, so that the one checks the other.
struct ParameterText {
    let name: String
    let style: ParameterStylePlan
    let place: ParameterPlace

    /// The text in the path or the header.
    var isNamed: Bool { place == .query || place == .cookie }

    /// The text alone, for a path or a header.
    ///
    /// - Returns: nothing where the style can't write the value.
    func text(of value: JSONSample) -> String? {
        if style.style == .json { return encoded(value.written.text) }
        switch style.style {
        case .matrix:
            return joined(value, first: ";", exploded: ";", listed: ",", prefix: true)
        case .label: return joined(value, first: ".", exploded: ".", listed: ",", prefix: false)
        default: return joined(value, first: "", exploded: ",", listed: ",", prefix: false)
        }
    }

    /// Names with values, for a query or a cookie, encoded.
    ///
    /// - Returns: nothing where the style can't write the value.
    func pairs(of value: JSONSample) -> [String]? {
        let key = encoded(name, full: true)
        if style.style == .json { return ["\(key)=\(encoded(value.written.text))"] }
        switch value {
        case .null: return []
        case .bool, .number, .string: return ["\(key)=\(encoded(value.plainText ?? ""))"]
        case .array(let values):
            guard let texts = scalars(values) else { return nil }
            if texts.isEmpty { return empty }
            if style.explode || style.style == .deepObject { return texts.map { "\(key)=\($0)" } }
            return ["\(key)=\(texts.joined(separator: separator))"]
        case .object(let members):
            if style.style == .deepObject { return deep(members, prefix: name) }
            guard let pairs = pairs(members) else { return nil }
            if pairs.isEmpty { return empty }
            if style.explode { return pairs.map { "\($0.name)=\($0.value)" } }
            return ["\(key)=\(pairs.flatMap { [$0.name, $0.value] }.joined(separator: separator))"]
        }
    }

    private var empty: [String] { style.allowsEmpty ? ["\(encoded(name, full: true))="] : [] }

    private var separator: String {
        switch style.style {
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        case .tabDelimited: "%09"
        default: ","
        }
    }

    /// - Parameter prefix: whether the parameter's name stands before the value.
    private func joined(
        _ value: JSONSample, first: String, exploded: String, listed: String, prefix: Bool
    ) -> String? {
        let key = encoded(name, full: true)
        func named(_ text: String) -> String { !prefix ? text : text.isEmpty ? key : "\(key)=\(text)" }
        switch value {
        case .null: return nil
        case .bool, .number, .string: return first + named(encoded(value.plainText ?? ""))
        case .array(let values):
            guard let texts = scalars(values), !texts.isEmpty else { return nil }
            if style.explode { return first + texts.map(named).joined(separator: exploded) }
            return first + (prefix ? "\(key)=" : "") + texts.joined(separator: listed)
        case .object(let members):
            guard let pairs = pairs(members), !pairs.isEmpty else { return nil }
            if style.explode { return first + pairs.map { "\($0.name)=\($0.value)" }.joined(separator: exploded) }
            return first + (prefix ? "\(key)=" : "")
                + pairs.flatMap { [$0.name, $0.value] }.joined(separator: listed)
        }
    }

    private func scalars(_ values: [JSONSample]) -> [String]? {
        let texts = values.compactMap { $0.plainText.map { encoded($0) } }
        return texts.count == values.count ? texts : nil
    }

    private func pairs(_ members: [JSONSample.Member]) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for member in members {
            guard let text = member.value.plainText else { return nil }
            pairs.append((encoded(member.name, full: true), encoded(text)))
        }
        return pairs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private func deep(_ members: [JSONSample.Member], prefix: String) -> [String]? {
        var pairs: [String] = []
        for member in members {
            let path = "\(prefix)[\(member.name)]"
            switch member.value {
            case .null: continue
            case .bool, .number, .string:
                pairs.append("\(encoded(path, full: true))=\(encoded(member.value.plainText ?? ""))")
            case .array(let values):
                guard let texts = scalars(values) else { return nil }
                pairs += texts.map { "\(encoded(path, full: true))=\($0)" }
            case .object(let inner):
                guard let deeper = deep(inner, prefix: path) else { return nil }
                pairs += deeper
            }
        }
        return pairs
    }

    private func encoded(_ text: String, full: Bool = false) -> String {
        if place == .header || style.style == .cookie { return text }
        guard style.allowReserved, !full else { return Self.encoded(text) }
        return switch place {
        case .query: Self.encoded(text, besides: ":/?@!$'()*,;=")
        case .path: Self.encoded(text, besides: ":@!$&'()*+,;=")
        case .cookie: Self.encoded(text, besides: ":/?@!$&'()*+,=[]#")
        case .header: text
        }
    }

    /// An address with whatever no URL can hold (RFC 3986, appendix A) encoded: descriptions have quotes and blanks in
    /// paths.
    static func address(_ text: String) -> String { encoded(text, besides: ":/?@!$&'()*+,;=%[]") }

    /// Percent-encoding (RFC 3986): all but the unreserved characters and those that are named.
    static func encoded(_ text: String, besides reserved: String = "") -> String {
        let plain = "-._~".utf8
        let reserved = reserved.utf8
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where plain.contains(byte) || reserved.contains(byte):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}
