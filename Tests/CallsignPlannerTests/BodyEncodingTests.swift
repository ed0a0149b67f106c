import CallsignDiagnostics
import Testing

/// How the `encoding` of a body changes the way in which its properties are written.
@Suite struct BodyEncodingTests {
    @Test func formsAreWrittenInTheStylesThatAreNamed() {
        let described = PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /charges:
                post:
                  operationId: charges.create
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        encoding:
                          metadata: {style: deepObject, explode: true}
                          expand: {style: deepObject, explode: true}
                          amount: {style: deepObject, explode: true}
                          tags: {explode: false}
                          points: {style: pipeDelimited}
                        schema:
                          type: object
                          properties:
                            amount: {type: integer}
                            metadata: {type: object, additionalProperties: {type: string}}
                            expand: {type: array, items: {type: string}}
                            tags: {type: array, items: {type: string}}
                            points: {type: array, items: {type: integer}}
                            plain: {type: array, items: {type: string}}
                  responses: {'204': {description: Done}}
            """)
        #expect(
            described.facts("method charges.create ").filter { $0.hasPrefix("  encoding") } == [
                "  encoding metadata deepObject*", "  encoding expand deepObject*", "  encoding tags form",
                "  encoding points pipeDelimited",
            ])
    }

    @Test(
        "parts are files, alone, in lists and among alternatives",
        arguments: [
            ("{type: string, format: binary}", "file"),
            ("{type: array, items: {type: string, format: binary}}", "[file]"),
            ("{type: array, items: {type: array, items: {type: string, format: binary}}}", "[file]"),
            (
                "{oneOf: [{type: string, format: binary}, {type: array, items: {type: string, format: binary}}]}",
                "[file]"
            ),
            ("{anyOf: [{type: array, items: {type: string, format: binary}}, {type: 'null'}]}", "[file]"),
            ("{type: [string, 'null'], format: binary}", "file"), ("{}", "file"),
            ("{type: array, items: {}}", "[file]"),
            ("{type: array}", "[file]"), ("{type: string, contentMediaType: application/pdf}", "file"),
            ("{type: string, contentMediaType: text/html}", "string"),
            ("{type: string, contentMediaType: application/pdf, contentEncoding: base64}", "base64"),
            ("{oneOf: [{type: string, format: binary}, {type: integer}]}", "FilesCreateRequestPart"),
            ("{type: object, properties: {inner: {type: string, format: binary}}}", "FilesCreateRequestPart"),
        ])
    func partsAreFiles(_ schema: String, _ type: String) {
        let described = PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /files:
                post:
                  operationId: files.create
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema: {type: object, required: [part], properties: {part: \(schema)}}
                  responses: {'204': {description: Done}}
            """)
        let member = described.facts("method files.create ").first { $0.hasPrefix("    key part: ") }
        #expect(member?.split(separator: " ").dropFirst(2).first.map { $0.filter { $0 != "?" } } == type)
    }

    @Test func headersOfPartsAreTold() {
        let described = PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /files:
                post:
                  operationId: files.create
                  requestBody:
                    content:
                      multipart/form-data:
                        encoding:
                          file: {headers: {X-Checksum: {schema: {type: string}}}}
                          title: {headers: {X-Language: {schema: {type: string}}}}
                        schema:
                          type: object
                          properties: {file: {type: string, format: binary}, title: {type: string}}
                  responses: {'204': {description: Done}}
            """)
        let told = described.sink.sorted.filter { $0.code == "untyped-part-header" }
        #expect(told.map(\.severity) == [.note, .warning])
        #expect(
            told.map(\.message) == [
                "the header 'X-Checksum' of the part 'file' has no member of the request: it is given with the file, in its 'headers'",
                "the header 'X-Language' of the part 'title' has no member of the request, and only files can be given with headers",
            ])
    }

    @Test func partsHaveTheContentTypesThatAreNamed() {
        let described = PlannedDescription(
            """
            servers: [{url: 'https://api.example.com'}]
            paths:
              /files:
                post:
                  operationId: files.create
                  requestBody:
                    content:
                      multipart/form-data:
                        encoding:
                          file: {contentType: image/png}
                          photo: {contentType: 'image/png, image/jpeg'}
                          video: {contentType: video/*}
                          about: {contentType: application/vnd.about+json}
                        schema:
                          type: object
                          properties:
                            file: {type: string, format: binary}
                            photo: {type: string, format: binary}
                            video: {type: string, format: binary}
                            about: {type: object, properties: {title: {type: string}}}
                  responses: {'204': {description: Done}}
            """)
        #expect(
            described.facts("method files.create ").filter { $0.hasPrefix("  encoding") } == [
                "  encoding file image/png", "  encoding about application/vnd.about+json",
            ])
    }
}
