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
        while let character = rest.first {
            if character == "{", let end = rest.firstIndex(of: "}") {
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                guard let value = value(name) else { throw RequestProblem("\"\(name)\" of the path has no value") }
                if value.isEmpty { throw RequestProblem("\"\(name)\" of the path is empty") }
                parameter = name
                segment += value
                rest = rest[rest.index(after: end)...]
            } else {
                if character == "/" || character == "?" {
                    try PathTemplate.check(segment, parameter)
                    result += segment + String(character)
                    segment = ""
                    parameter = nil
                } else {
                    segment += character == "#" ? "%23" : PercentEncoding.repair(String(character))
                }
                rest = rest.dropFirst()
            }
        }
        try PathTemplate.check(segment, parameter)
        return result + segment
    }

    /// Dots alone can't be encoded: `%2E%2E` is the parent folder as well.
    private static func check(_ segment: String, _ parameter: String?) throws(RequestProblem) {
        guard let parameter, segment == "." || segment == ".." else { return }
        throw RequestProblem("\"\(parameter)\" makes a segment of the path \"\(segment)\", which would change the path")
    }
}
