import HTTPTypes

/// Makes sure that a header's value can't end the header and begin another.
enum HeaderSafety {
    static func field(_ name: String, _ value: String) throws(RequestProblem) -> HTTPField {
        guard let fieldName = HTTPField.Name(name) else {
            throw RequestProblem("\"\(name)\" can't be the name of a header")
        }
        // HTTP ignores spaces around a value.
        let value = String(
            value.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        guard HTTPField.isValidValue(value) else {
            throw RequestProblem("header \"\(name)\" has a value with a line break or another control character")
        }
        return HTTPField(name: fieldName, value: value)
    }
}
