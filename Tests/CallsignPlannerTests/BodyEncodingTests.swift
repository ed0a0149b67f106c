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
