import CallsignMustache

/// The page that says what templates can use, made from the shapes that they are checked against.
package enum TemplateReference {
    /// The page in Markdown.
    package static var text: String {
        var page = """
            # Templates

            Each generated file is rendered by the template `file`, with the fields of `file` below. It includes the other
            templates as partials, which see the fields of the sections around them. A template of the same name in the
            folder given by `--templates` takes a built-in one's place. Files of tests, which `--tests` asks for, are
            rendered by `test-file` with the fields of `testFile`.

            The syntax is Mustache's, and strict: a name that none of the sections around it has is an error when the
            template is loaded. Nothing is escaped, because every field is Swift source already. Write each list with one
            item a line and a comma after each: the layout joins what fits on a line.

            Extensions (`x-…`) of the document, of operations, parameters, schemas and properties are data that anybody may
            have written, so a template gets them only in forms that can't become code: `literal` and `rawLiteral` are string
            literals, quotes included, `comment` is a line of a comment, `number` a number literal. A section over a name is
            shown where the extension is there; over `isTrue`, where it is `true`. Where any object around it has
            `extensions`, the innermost one's count.

                {{#extensions.x-team}}
                /// Maintained by {{extensions.x-team.comment}}.
                {{/extensions.x-team}}
                static let scopes = [
                    {{#extensions.x-scopes.items}}
                    {{literal}},
                    {{/extensions.x-scopes.items}}
                ]

            This page is generated from the code.

            """
        for shape in shapes {
            page += "\n## \(shape.name)\n\n\(shape.documentation)\n\n| field | kind | what it is |\n|---|---|---|\n"
            for field in shape.fields {
                page += "| `\(field.name)` | \(kind(field.kind)) | \(field.documentation) |\n"
            }
        }
        return page
    }

    /// All shapes, each once, as they are met from the file's on.
    private static var shapes: [ObjectShape] {
        var found: [ObjectShape] = []
        var names: Set<String> = []
        var waiting = [FileSource.view.object, TestFileSource.view.object][...]
        while let shape = waiting.popFirst() {
            guard names.insert(shape.name).inserted else { continue }
            found.append(shape)
            for field in shape.fields {
                switch field.kind {
                case .object(let inner), .objects(let inner), .named(let inner): waiting.append(inner)
                case .text, .flag, .texts: break
                }
            }
        }
        return found
    }

    private static func kind(_ kind: FieldKind) -> String {
        switch kind {
        case .text: "text"
        case .flag: "flag"
        case .texts: "list of texts"
        case .object(let shape): "[\(shape.name)](#\(shape.name.lowercased())), or nothing"
        case .objects(let shape): "list of [\(shape.name)](#\(shape.name.lowercased()))"
        case .named(let shape): "[\(shape.name)](#\(shape.name.lowercased())) by name"
        }
    }
}
