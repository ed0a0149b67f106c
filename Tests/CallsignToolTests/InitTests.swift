import BuiltTools
import Foundation
import Testing

/// `callsign init` writes a configuration that works.
@Suite struct InitTests {
    let folder: ToolFolder

    init() throws {
        folder = try ToolFolder()
        try folder.write(Self.description, to: "spec/shop.yaml")
    }

    private static let description = """
        openapi: 3.1.0
        info:
          title: Book Shop API
          version: '1.0'
          description: Up to 5,000 requests per hour, and 250 requests/minute, are answered.
        security: [{token: []}]
        paths:
          /shops/{shop_id}/books:
            get:
              operationId: books.list
              tags: [Books]
              parameters:
                - {$ref: '#/components/parameters/Shop'}
                - {name: page, in: query, schema: {type: integer}}
              responses:
                '200':
                  description: Some
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [books]
                        properties:
                          books: {type: array, items: {$ref: '#/components/schemas/Book'}}
                          meta: {type: object, properties: {total: {type: integer}}}
                '404': {$ref: '#/components/responses/Failure'}
            post:
              operationId: books.create
              tags: [Books]
              parameters:
                - {$ref: '#/components/parameters/Shop'}
                - {name: Idempotency-Key, in: header, schema: {type: string}}
              responses: {'204': {description: Done}, default: {$ref: '#/components/responses/Failure'}}
          /shops/{shop_id}/orders:
            get:
              operationId: orders.list
              tags: [Orders]
              parameters:
                - {$ref: '#/components/parameters/Shop'}
                - {name: after, in: query, schema: {type: string}}
                - {name: limit, in: query, schema: {type: integer}}
              responses:
                '200':
                  description: Some
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [data]
                        properties:
                          data: {type: array, items: {$ref: '#/components/schemas/Book'}}
                          next_cursor: {type: string}
                          has_more: {type: boolean}
          /shops/{shop_id}/reviews:
            get:
              operationId: reviews.list
              tags: [Reviews]
              parameters: [{$ref: '#/components/parameters/Shop'}]
              responses:
                '200':
                  description: Some
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [reviews]
                        properties:
                          reviews: {type: array, items: {$ref: '#/components/schemas/Book'}}
                          links: {type: object, properties: {next: {type: string, format: uri}}}
          /shops/{shop_id}:
            get:
              operationId: shops.get
              tags: [Shops]
              parameters: [{$ref: '#/components/parameters/Shop'}]
              responses: {'204': {description: Done}}
        components:
          parameters:
            Shop: {name: shop_id, in: path, required: true, schema: {type: string}}
          responses:
            Failure:
              description: Failed
              headers: {X-Request-Id: {schema: {type: string}}}
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      error: {type: object, properties: {message: {type: string}}}
                      request_id: {type: string}
          schemas:
            Book: {type: object, required: [title], properties: {title: {type: string}}}
          securitySchemes:
            token: {type: http, scheme: bearer}

        """

    @Test func saysWhatTheDescriptionShows() async throws {
        let outcome = try await Tool.run("init", "spec/shop.yaml", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = Set(try folder.text("spec/callsign.yaml").split(separator: "\n").map(String.init))
        for line in [
            "description: shop.yaml", "output: Generated/BookShop", "module: BookShop", "client: BookShopClient",
            "access: public", "rate-limit: {requests: 250, seconds: 60}", "idempotency-key: Idempotency-Key",
            "  message: [/error/message]", "  request-id: [/request_id]", "  request-id-header: X-Request-Id",
            "  shop_id:", "    environment: BOOK_SHOP_SHOP_ID", "      token: BOOK_SHOP_TOKEN",
            "    style: page", "    parameter: page", "    items: [/books]", "    total: [/meta/total]",
            "    style: cursor", "    parameter: after", "    items: [/data]", "    next: [/next_cursor]",
            "    more: /has_more", "    style: next", "    next: [/links/next]", "    items: [/reviews]",
            "formats: {uri: String, url: String, uri-reference: String}",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(!lines.contains("lenient: true"))
    }

    @Test func makesAClient() async throws {
        try #require(try await Tool.run("init", "spec/shop.yaml", "--quiet", in: folder).status == 0)
        #expect(try await Tool.run("lint", "--strict", in: folder).output == "no problems\n")
        let outcome = try await Tool.run("generate", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let client = try folder.text("spec/Generated/BookShop/BookShopClient.swift")
        #expect(client.contains("shopID: String,"))
        #expect(client.contains("fromEnvironment("))
        let list = try await Tool.run("list", in: folder).output
        for pages in ["page of Book", "cursor of Book", "next of Book"] { #expect(list.contains(pages)) }
    }

    @Test func readsTheDescriptionAsItsOverlaysMendIt() async throws {
        try folder.write(
            """
            overlay: 1.0.0
            info: {title: Mends, version: '1'}
            actions:
              - target: $.info
                update: {title: Library}
              - target: $.paths['/shops/{shop_id}/reviews']
                remove: true

            """, to: "mends/shop.overlay.yaml")
        let outcome = try await Tool.run("init", "spec/shop.yaml", "--overlay", "mends/shop.overlay.yaml", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try folder.text("spec/callsign.yaml")
        #expect(text.contains("\noverlays: [../mends/shop.overlay.yaml]\n"))
        #expect(text.contains("\nclient: LibraryClient\n"))
        #expect(!text.contains("/reviews"))
        #expect(try await Tool.run("lint", "--strict", in: folder).output == "no problems\n")
        let missing = try await Tool.run(
            "init", "spec/shop.yaml", "--overlay", "none.yaml", "--config", "other.yaml", in: folder)
        #expect(missing.status == 2)
        #expect(missing.errors.contains("cannot read 'none.yaml'"))
        #expect(!folder.exists("other.yaml"))
    }

    @Test func findsAcronymsListsThatAHeaderLeadsThroughAndMissingServers() async throws {
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Stock, version: '1', description: Each SKU is one. A SKU never changes. NOTE that.}
            paths:
              /skus:
                get:
                  operationId: skus.list
                  summary: List each SKU
                  tags: [sku]
                  parameters: [{name: page, in: query, schema: {type: integer}}, {name: note, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: Some
                      headers: {Link: {schema: {type: string}}}
                      content: {application/json: {schema: {type: array, items: {type: string}}}}

            """, to: "stock.yaml")
        let outcome = try await Tool.run("init", "stock.yaml", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try folder.text("callsign.yaml")
        #expect(text.contains("\nacronyms: [SKU]\n"))
        #expect(text.contains("\n    style: link\n    items: [\"\"]\n"))
        #expect(text.contains("names no server"))
        #expect(try await Tool.run("lint", "--strict", in: folder).output == "no problems\n")
        #expect(try await Tool.run("list", in: folder).output.contains("client.sku.list"))
    }

    @Test func neverWritesOverAFile() async throws {
        try folder.write("mine", to: "spec/callsign.yaml")
        let outcome = try await Tool.run("init", "spec/shop.yaml", in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("spec/callsign.yaml"))
        #expect(outcome.errors.contains("--config"))
        #expect(try folder.text("spec/callsign.yaml") == "mine")
        #expect(try folder.files(in: "spec") == ["callsign.yaml", "shop.yaml"])
        let other = try await Tool.run("init", "spec/shop.yaml", "--config", "other/shop.callsign.yaml", in: folder)
        #expect(other.status == 0, "\(other.errors)")
        #expect(try folder.text("other/shop.callsign.yaml").contains("description: ../spec/shop.yaml\n"))
        #expect(try folder.files(in: "other") == ["shop.callsign.yaml"])
    }

    @Test func doesNotFollowALinkToNowhere() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appendingPathComponent("spec/callsign.yaml").path, withDestinationPath: "away.yaml")
        #expect(try await Tool.run("init", "spec/shop.yaml", in: folder).status == 2)
        #expect(!folder.exists("spec/away.yaml"))
    }

    @Test func printsWhatItWouldWrite() async throws {
        let outcome = try await Tool.run(
            "init", "spec/shop.yaml", "--dry-run", "--module", "Shop", "--output", "Sources/Shop", in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\noutput: ../Sources/Shop\nmodule: Shop\n"))
        #expect(!folder.exists("spec/callsign.yaml"))
    }

    @Test func readsADescriptionWithSlips() async throws {
        let text = Self.description.replacing("{title: {type: string}}", with: "{title: {type: string, format: frob}}")
        try folder.write(text, to: "spec/shop.yaml")
        try #require(try await Tool.run("init", "spec/shop.yaml", in: folder).status == 0)
        #expect(try folder.text("spec/callsign.yaml").contains("\nlenient: true\n"))
        #expect(try await Tool.run("generate", in: folder).status == 0)
    }

    @Test func leavesOutWhatHasMistakes() async throws {
        let text = Self.description.replacing(
            "operationId: shops.get", with: "operationId: shops.get\n      summery: A shop")
        try folder.write(text, to: "spec/shop.yaml")
        let outcome = try await Tool.run("init", "spec/shop.yaml", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.text("spec/callsign.yaml").contains("\nskip-unsupported: true\n"))
        #expect(try await Tool.run("generate", in: folder).status == 0)
        #expect(try !folder.text("spec/Generated/BookShop/BookShopClient.swift").contains("Shops"))
    }

    @Test func saysLittleOfADescriptionThatShowsNothing() async throws {
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: "Odd: [names]\\n# and: lines", version: '1'}
            paths: {/: {get: {operationId: root, responses: {'204': {description: Done}}}}}

            """, to: "odd/the api: 1.yaml")
        let outcome = try await Tool.run("init", "odd/the api: 1.yaml", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.text("odd/callsign.yaml").contains("\ndescription: \"the api: 1.yaml\"\n"))
        let generated = try await Tool.run("generate", "--config", "odd/callsign.yaml", in: folder)
        #expect(generated.status == 0, "\(generated.errors)")
    }

    @Test func reportsADescriptionThatCannotBeRead() async throws {
        try folder.write("openapi: 3.1.0\n", to: "broken.yaml")
        let outcome = try await Tool.run("init", "broken.yaml", in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("broken.yaml:1:1: error: "))
        #expect(!folder.exists("callsign.yaml"))
    }
}
