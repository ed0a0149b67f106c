package import CallsignPlan

/// All that a caller's source can name of a client: its declarations as plain values, without bodies and texts.
package struct ClientInterface: Sendable {
    /// The API's name and version.
    package var title: String
    package var version: String
    package var access: ClientPlan.Access
    /// The client first, then resources with what is nested in them, errors, models and webhooks.
    package var types: [TypeInterface]
    /// What calls do and no source names, such as the server's address.
    package var settings: [SettingInterface]
}

/// A type that the client declares.
package struct TypeInterface: Sendable {
    package enum Kind: String, Sendable {
        case client, resource, request, response, headers, error, structure, union, alias, webhooks
        case openEnumeration = "open enumeration"
        case closedEnumeration = "closed enumeration"
    }

    /// The full name, such as `PlivoClient.Calls.CreateRequest`.
    package var name: String
    /// What it is made from, so that it is found again under another name.
    package var origin: String
    package var kind: Kind
    /// Protocols beside `Sendable`.
    package var conformances: [String] = []
    package var initializers: [FunctionInterface] = []
    package var properties: [PropertyInterface] = []
    package var functions: [FunctionInterface] = []
    package var cases: [CaseInterface] = []
    /// Whether the type has its members from another, of which it is a second name.
    package var isSecondName = false
    /// The type that an alias names, or that an enumeration's raw values have.
    package var target: InterfaceType?
    /// How an alias's values are written, where it isn't the usual way of their type.
    package var form: String?

    /// The name without the types that it is nested in.
    package var ownName: String { name.split(separator: ".").last.map(String.init) ?? name }
    /// The type that it is nested in; nothing at the top of the module.
    package var parent: String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return String(name[..<dot])
    }
}

package struct PropertyInterface: Sendable, Equatable {
    package var name: String
    /// The key in JSON, or what else the property stands for.
    package var origin: String
    package var type: InterfaceType
    package var isStatic = false
    package var isSettable = false
    package var isDeprecated = false
    /// The value where it never differs, such as an enumeration's raw value.
    package var value: String?
    /// Where and how the value is written, where it isn't the usual way of its type.
    package var form: String?
}

package struct ParameterInterface: Sendable, Equatable {
    /// Nothing where callers write none.
    package var label: String?
    package var type: InterfaceType
    package var hasDefault = false
    /// How the value is written, where it isn't the usual way.
    package var form: String?
}

/// A function or an initialiser.
package struct FunctionInterface: Sendable {
    package enum Role: String, Sendable {
        /// Makes a value.
        case make
        /// Makes a client with a secret that is asked for before each request.
        case rotation
        /// Makes a client that has tokens by itself.
        case clientCredentials, refreshToken
        case environment, acting
        /// Sends the operation's request.
        case call
        /// Gives an operation's list, a page at a time when it is needed.
        case pages
        /// Sends the request, whose result is posted later.
        case asynchronous
        /// Reads such a result.
        case outcome
        /// Gives the answer's values, or its bytes, while they arrive.
        case streaming, bytes
        /// Gives the answer as other content.
        case representation
    }

    package var name: String
    package var role: Role
    /// The operation as HTTP knows it, such as `GET /calls/{call_uuid}`; empty for what sends nothing.
    package var origin = ""
    package var parameters: [ParameterInterface]
    package var result: InterfaceType?
    package var error: InterfaceType?
    package var isAsync = false
    package var isStatic = false
    package var isDeprecated = false
    /// What its requests and answers look like on the wire.
    package var settings: [SettingInterface] = []

    /// The operation whatever its path parameters are called, which no caller sees.
    var operation: String {
        var isName = false
        var operation = ""
        for character in origin {
            if character == "}" { isName = false }
            if !isName { operation.append(character) }
            if character == "{" { isName = true }
        }
        return operation
    }

    /// The name with the labels, such as `update(_:_:options:)`.
    package var signature: String {
        "\(name)(\(parameters.map { ($0.label ?? "_") + ":" }.joined()))"
    }
}

/// A case of an enumeration.
package struct CaseInterface: Sendable, Equatable {
    package var name: String
    /// The status, the discriminator's text or the raw value.
    package var origin: String
    /// The type of its value.
    package var type: InterfaceType?
}

/// Something that calls do without being told in their source.
package struct SettingInterface: Sendable, Equatable {
    package enum Effect: Sendable {
        /// Programs have to be run differently.
        case environment
        /// Requests change, as the API asks for it.
        case requests
    }

    package var name: String
    package var value: String
    package var effect: Effect
}
