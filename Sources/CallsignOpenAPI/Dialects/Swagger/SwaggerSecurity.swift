import CallsignDiagnostics
import CallsignYAML

/// Security schemes of Swagger 2.0 (its specification, section "Security Scheme Object").
enum SwaggerSecurity {
    enum SchemeType: String, CaseIterable {
        case basic, apiKey, oauth2
    }

    enum Flow: String, CaseIterable {
        case implicit, password, application, accessCode

        /// What OpenAPI 3 calls it.
        var name: String {
            switch self {
            case .implicit, .password: rawValue
            case .application: "clientCredentials"
            case .accessCode: "authorizationCode"
            }
        }
    }
}

extension SwaggerConverter {
    func securityScheme(_ node: Node) -> Node {
        guard var reader = MappingReader(node, "a security scheme", sink: sink) else { return node }
        var object = ObjectBuilder(at: node.mark)
        object.copy("description", from: &reader)
        object.copyExtensions(from: &reader)
        let type =
            reader.requiredNode("type") == nil ? nil : reader.oneOf("type", as: SwaggerSecurity.SchemeType.self)
        let mark = reader.mapping["type"]?.mark ?? node.mark
        switch type {
        // One without a type is reported, and of no use to anybody.
        case .basic, nil:
            object.add("type", .text("http", at: mark))
            object.add("scheme", .text("basic", at: mark))
        case .oauth2:
            object.add("type", .text("oauth2", at: mark))
            object.add("flows", flows(&reader))
        case .apiKey: object.copy(["type", "name", "in"], from: &reader)
        }
        // Keys of other types do no harm, and are common.
        reader.ignore("name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes")
        reader.finishObject()
        return object.node
    }

    private func flows(_ reader: inout MappingReader) -> Node {
        var flows = ObjectBuilder(at: reader.mark)
        guard reader.requiredNode("flow") != nil, let flow = reader.oneOf("flow", as: SwaggerSecurity.Flow.self) else {
            return flows.node
        }
        var object = ObjectBuilder(at: reader.mark)
        object.copy(["authorizationUrl", "tokenUrl", "scopes"], from: &reader)
        flows.add(flow.name, object.node, at: reader.mark(of: "flow"))
        return flows.node
    }
}
