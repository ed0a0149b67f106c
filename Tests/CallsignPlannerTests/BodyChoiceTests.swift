import Testing

/// An operation that takes bodies of several content types.
@Suite struct BodyChoiceTests {
    private static func description(_ content: String) -> PlannedDescription {
        PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /things:
                post:
                  operationId: things.create
                  requestBody: {required: true, content: {\(content)}}
                  responses: {'204': {description: Done}}
            components:
              schemas:
                Thing: {type: object, properties: {name: {type: string}}}
                Upload: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
            """)
    }

    private static let thing = "{schema: {$ref: '#/components/schemas/Thing'}}"
    private static let upload = "{schema: {$ref: '#/components/schemas/Upload'}}"

    @Test(arguments: [
        ("application/json: \(thing), application/x-www-form-urlencoded: \(thing)", ["things.create json"]),
        ("application/xml: \(thing), application/json: \(thing)", ["things.create json"]),
        (
            "multipart/form-data: \(upload), application/json: \(thing)",
            ["things.create json", "things.createMultipart multipart"]
        ),
        (
            "multipart/form-data: \(upload), application/json: \(upload)",
            ["things.create json", "things.createMultipart multipart"]
        ),
        (
            "application/json: \(thing), application/octet-stream: {}",
            ["things.create json", "things.createData binary"]
        ),
        (
            "application/merge-patch+json: \(thing), application/json-patch+json: {schema: {type: array, items: {type: object}}}",
            ["things.create json", "things.createJSONPatch json"]
        ),
        ("application/json: \(thing), application/vnd.thing+json: \(thing)", ["things.create json"]),
        ("'*/*': \(thing)", ["things.create json"]), ("'*/*': {}", ["things.create binary"]),
        ("application/*: \(thing)", ["things.create json"]), ("image/*: {}", ["things.create binary"]),
    ])
    func eachKindThatTakesSomethingElseIsAMethod(_ content: String, _ methods: [String]) {
        let described = Self.description(content)
        let lines = described.dump
        let found = lines.indices.filter { lines[$0].hasPrefix("method ") }.map { index in
            String(lines[index].split(separator: " ")[1] + " " + (lines[index + 1].split(separator: " ").last ?? ""))
        }
        #expect(found == methods, "\(lines)")
    }
}
