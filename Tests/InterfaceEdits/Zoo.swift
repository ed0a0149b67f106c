/// A small API whose client the edits change.
package enum Zoo {
    package static let description = """
        openapi: 3.1.0
        info: {title: Zoo, version: '1.0'}
        servers: [{url: 'https://zoo.example'}]
        security: [{key: []}]
        paths:
          /pets:
            get:
              operationId: pets.list
              tags: [Pets]
              parameters:
                - {name: limit, in: query, schema: {type: integer}}
                - {name: offset, in: query, schema: {type: integer}}
                - {name: species, in: query, schema: {$ref: '#/components/schemas/Species'}}
              responses:
                '200': {description: Some, content: {application/json: {schema: {$ref: '#/components/schemas/PetList'}}}}
            post:
              operationId: pets.create
              tags: [Pets]
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name, species]
                      properties:
                        name: {type: string}
                        species: {$ref: '#/components/schemas/Species'}
                        nickname: {type: string}
              responses:
                '201': {description: The pet, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '409': {description: Known, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
          /pets/{pet_id}:
            parameters:
              - {name: pet_id, in: path, required: true, schema: {type: string}}
            get:
              operationId: pets.get
              tags: [Pets]
              responses:
                '200': {description: The pet, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '404': {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
            delete:
              operationId: pets.remove
              tags: [Pets]
              responses:
                '204': {description: Gone}
          /feedings:
            post:
              operationId: feedings.start
              tags: [Feedings]
              requestBody:
                content: {application/json: {schema: {$ref: '#/components/schemas/Food'}}}
                required: true
              responses:
                '200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/Food'}}}}
          /keepers/{keeper}:
            get:
              operationId: keepers.get
              tags: [Keepers]
              parameters:
                - {name: keeper, in: path, required: true, schema: {type: string}}
              responses:
                '200': {description: Somebody, content: {application/json: {schema: {$ref: '#/components/schemas/Keeper'}}}}
        components:
          securitySchemes:
            key: {type: http, scheme: bearer}
          schemas:
            Species: {type: string, enum: [cat, dog]}
            Pet:
              type: object
              required: [id, name, species]
              properties:
                id: {type: string}
                name: {type: string}
                species: {$ref: '#/components/schemas/Species'}
                weight: {type: number}
                chip: {$ref: '#/components/schemas/Chip'}
            Chip:
              type: object
              required: [code]
              properties:
                code: {type: string}
                maker: {type: string}
            PetList:
              type: object
              required: [pets]
              properties:
                pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                total: {type: integer}
            Food:
              type: object
              required: [kind]
              properties:
                kind: {type: string}
                grams: {type: integer}
            Keeper:
              oneOf:
                - {$ref: '#/components/schemas/Person'}
                - {$ref: '#/components/schemas/Robot'}
              discriminator: {propertyName: type}
            Person:
              type: object
              required: [type, name]
              properties: {type: {type: string}, name: {type: string}}
            Robot:
              type: object
              required: [type, model]
              properties: {type: {type: string}, model: {type: string}}
            Problem:
              type: object
              required: [text]
              properties: {text: {type: string}}

        """

    package static let configuration = """
        description: api.yaml
        module: Zoo
        access: public
        authentication: {key: {environment: {token: ZOO_TOKEN}}}
        errors: {merged: true}
        pagination: {all: {style: offset, parameter: offset, limit: limit, items: [/pets], total: [/total]}}

        """
}
