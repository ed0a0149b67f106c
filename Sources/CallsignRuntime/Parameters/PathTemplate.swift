/// A path with parameters in braces, such as `/Account/{auth_id}/Call/`.
struct PathTemplate {
    var text: String

    /// Puts values in, and makes sure that none of them changes the path's structure.
    ///
    /// - Parameter value: the parameter's value by its name, encoded already; `nil` where there is none.
    func expand(_ value: (String) -> String?) throws(RequestProblem) -> String {
        var result = ""
        // Whether the segment being written holds a parameter: only then is it checked.
        var segment = ""
        var parameter: String?
        var rest = text[...]
        while let first = rest.utf8.first {
            if first == UInt8(ascii: "{"), let end = rest.firstIndex(of: "}") {
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                guard let value = value(name) else { throw RequestProblem("\"\(name)\" of the path has no value") }
                if value.isEmpty { throw RequestProblem("\"\(name)\" of the path is empty") }
                parameter = name
                segment += value
                rest = rest[rest.index(after: end)...]
            } else if first == UInt8(ascii: "/") || first == UInt8(ascii: "?") {
                try PathTemplate.check(segment, parameter)
                result += segment
                result.unicodeScalars.append(Unicode.Scalar(first))
                segment = ""
                parameter = nil
                rest = Substring(rest.utf8.dropFirst())
            } else {
                segment += PathTemplate.takeLiteral(from: &rest)
            }
        }
        try PathTemplate.check(segment, parameter)
        return result + segment
    }

    /// What comes before the next parameter or the end of the segment, at least one character.
    private static func takeLiteral(from rest: inout Substring) -> String {
        let first = rest.utf8.index(after: rest.startIndex)
        let end = rest.utf8[first...].firstIndex { "{/?".utf8.contains($0) } ?? rest.endIndex
        let literal = PercentEncoding.repair(rest[..<end])
        rest = rest[end...]
        return literal.utf8.contains(UInt8(ascii: "#")) ? literal.replacing("#", with: "%23") : literal
    }

    /// Dots alone can't be encoded: `%2E%2E` is the parent folder as well.
    private static func check(_ segment: String, _ parameter: String?) throws(RequestProblem) {
        guard let parameter, segment == "." || segment == ".." else { return }
        throw RequestProblem("\"\(parameter)\" makes a segment of the path \"\(segment)\", which would change the path")
    }
}
