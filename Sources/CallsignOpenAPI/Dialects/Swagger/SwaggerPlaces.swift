/// Where the parts of a description in Swagger 2.0 are among the objects of OpenAPI 3, so that references to them can be
/// followed as they are written.
struct SwaggerPlaces {
    /// The places that parts went to, by those that they had.
    private var moved: [[String]: [String]] = [
        ["definitions"]: ["components", "schemas"], ["parameters"]: ["components", "parameters"],
        ["responses"]: ["components", "responses"], ["securityDefinitions"]: ["components", "securitySchemes"],
    ]

    /// The keys of a description that hold what others refer to.
    static let sections = ["definitions", "parameters", "responses", "securityDefinitions", "paths"]

    mutating func move(_ old: [String], to new: [String]) {
        moved[old] = new
    }

    /// The tokens of the pointer to what a pointer in the text means.
    func place(of tokens: [String]) -> [String] {
        for count in stride(from: tokens.count, to: 0, by: -1) {
            if let new = moved[Array(tokens[..<count])] { return new + tokens[count...] }
        }
        return tokens
    }

    /// A section as the text names it: `definitions` for `components/schemas`.
    static func written(_ place: [String]) -> [String] {
        guard place.count >= 2, place[0] == "components" else { return place }
        let section =
            switch place[1] {
            case "schemas": "definitions"
            case "requestBodies": "parameters"
            case "securitySchemes": "securityDefinitions"
            default: place[1]
            }
        return [section] + place[2...]
    }
}
