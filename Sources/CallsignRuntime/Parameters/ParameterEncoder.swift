/// Writes a parameter's value as one of the styles: the table of OpenAPI 3.1.1, section 4.8.12.4, as code.
struct ParameterEncoder {
    var name: String
    var style: ParameterStyle
    var explode: Bool
    var encoding: PercentEncoding
    /// What separates the parts of an exploded form: `&` in a query, `; ` among cookies.
    var formSeparator = "&"
    /// Whether the elements of every list as a deep object have their index; otherwise only those that aren't texts do.
    var indexesLists = false
    /// Whether a list or an object without members is its name without a value (`allowEmptyValue`), rather than nothing.
    var allowsEmpty = false

    /// - Returns: `nil` for a value that isn't sent at all: an absent one, or a list or an object without members.
    func encode(_ value: ParameterValue) throws(RequestProblem) -> String? {
        switch value {
        case .absent: return nil
        case .primitive(let text): return primitive(text)
        case .array(let values):
            if style == .deepObject {
                let pairs = try deepPairs(values, prefix: name, depth: 0)
                return pairs.isEmpty ? nil : pairs.joined(separator: "&")
            }
            let texts = try texts(values)
            return texts.isEmpty ? empty : array(texts)
        case .object(let members):
            if style == .deepObject {
                let pairs = try deepPairs(members, prefix: name, depth: 0)
                return pairs.isEmpty ? nil : pairs.joined(separator: "&")
            }
            let pairs = try self.pairs(members)
            return pairs.isEmpty ? empty : object(pairs)
        }
    }

    private var empty: String? { allowsEmpty ? "\(key)=" : nil }

    private var key: String { encoding.encodeName(name) }

    private func primitive(_ text: String) -> String {
        let value = encoding.encode(text)
        switch style {
        // RFC 6570 writes a matrix parameter with an empty value without the equals sign.
        case .matrix: return value.isEmpty ? ";\(key)" : ";\(key)=\(value)"
        case .label: return ".\(value)"
        case .simple: return value
        case .form, .cookie, .spaceDelimited, .pipeDelimited, .tabDelimited, .deepObject, .json:
            return "\(key)=\(value)"
        }
    }

    private func array(_ values: [String]) -> String {
        switch (style, explode) {
        case (.matrix, true): values.map { $0.isEmpty ? ";\(key)" : ";\(key)=\($0)" }.joined()
        case (.matrix, false): ";\(key)=" + values.joined(separator: ",")
        case (.label, true): "." + values.joined(separator: ".")
        case (.label, false): "." + values.joined(separator: ",")
        case (.simple, _): values.joined(separator: ",")
        case (.spaceDelimited, false): "\(key)=" + values.joined(separator: encoding.encode(" "))
        case (.pipeDelimited, false): "\(key)=" + values.joined(separator: encoding.encode("|"))
        case (.tabDelimited, false): "\(key)=" + values.joined(separator: encoding.encode("\t"))
        case (.form, false), (.cookie, false), (.json, false): "\(key)=" + values.joined(separator: ",")
        // The table leaves exploded delimiters and lists as deep objects undefined; as forms they mean something.
        case (.form, true), (.cookie, true), (.spaceDelimited, true), (.pipeDelimited, true), (.tabDelimited, true),
            (.deepObject, _),
            (.json, true):
            values.map { "\(key)=\($0)" }.joined(separator: formSeparator)
        }
    }

    private func object(_ pairs: [(name: String, value: String)]) -> String {
        func listed(_ separator: String) -> String {
            pairs.flatMap { [$0.name, $0.value] }.joined(separator: separator)
        }
        func assigned(_ separator: String) -> String {
            pairs.map { "\($0.name)=\($0.value)" }.joined(separator: separator)
        }
        switch (style, explode) {
        case (.matrix, true): return ";" + assigned(";")
        case (.matrix, false): return ";\(key)=" + listed(",")
        case (.label, true): return "." + assigned(".")
        case (.label, false): return "." + listed(",")
        case (.simple, true): return assigned(",")
        case (.simple, false): return listed(",")
        case (.spaceDelimited, false): return "\(key)=" + listed(encoding.encode(" "))
        case (.pipeDelimited, false): return "\(key)=" + listed(encoding.encode("|"))
        case (.tabDelimited, false): return "\(key)=" + listed(encoding.encode("\t"))
        case (.form, false), (.cookie, false), (.json, false): return "\(key)=" + listed(",")
        case (.form, true), (.cookie, true), (.spaceDelimited, true), (.pipeDelimited, true), (.tabDelimited, true),
            (.json, true),
            (.deepObject, _):
            return assigned(formSeparator)
        }
    }

    private func texts(_ values: [ParameterValue]) throws(RequestProblem) -> [String] {
        var texts: [String] = []
        for value in values {
            if let text = try text(value) { texts.append(text) }
        }
        return texts
    }

    private func pairs(_ members: [ParameterValue.Member]) throws(RequestProblem) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for member in members {
            if let text = try text(member.value) { pairs.append((encoding.encodeName(member.name), text)) }
        }
        return pairs
    }

    private func text(_ value: ParameterValue) throws(RequestProblem) -> String? {
        switch value {
        case .absent: return nil
        case .primitive(let text): return encoding.encode(text)
        case .array, .object:
            throw RequestProblem("holds a list or an object within another, which the style \(style) can't write")
        }
    }

    /// `name[key][key]=value`, and `name[0][key]=value` in lists. The table ends at one level of keys; servers that read this
    /// style take it further like this.
    private func deepPairs(
        _ members: [ParameterValue.Member], prefix: String, depth: Int
    ) throws(RequestProblem) -> [String] {
        var pairs: [String] = []
        for member in members {
            pairs += try deepPairs(member.value, at: "\(prefix)[\(member.name)]", depth: depth)
        }
        return pairs
    }

    private func deepPairs(_ values: [ParameterValue], prefix: String, depth: Int) throws(RequestProblem) -> [String] {
        var pairs: [String] = []
        for (index, value) in values.enumerated() {
            if case .primitive(let text) = value, !indexesLists {
                pairs.append(deepPair(prefix, text))
            } else {
                pairs += try deepPairs(value, at: "\(prefix)[\(index)]", depth: depth)
            }
        }
        return pairs
    }

    private func deepPairs(
        _ value: ParameterValue, at path: String, depth: Int
    ) throws(RequestProblem) -> [String] {
        guard depth < 32 else { throw RequestProblem("is nested more than 32 levels deep") }
        switch value {
        case .absent: return []
        case .primitive(let text): return [deepPair(path, text)]
        case .array(let values): return try deepPairs(values, prefix: path, depth: depth + 1)
        case .object(let members): return try deepPairs(members, prefix: path, depth: depth + 1)
        }
    }

    private func deepPair(_ path: String, _ text: String) -> String {
        "\(encoding.encodeName(path))=\(encoding.encode(text))"
    }
}

extension PercentEncoding {
    /// Names are encoded in full even where a value's reserved characters pass.
    fileprivate func encodeName(_ name: String) -> String {
        if case .none = self { return name }
        return PercentEncoding.unreserved.encode(name)
    }
}

extension ParameterEncoder {
    /// The value alone of what a form style has written.
    func withoutName(_ text: String) -> String {
        text.firstIndex(of: "=").map { String(text[text.index(after: $0)...]) } ?? text
    }
}
