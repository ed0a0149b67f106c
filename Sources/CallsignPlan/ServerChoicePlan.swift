/// The choice among the servers of an API: of several addresses, or of addresses whose parts vary.
package struct ServerChoicePlan: Sendable {
    package struct Server: Sendable {
        package var name: Identifier
        /// The address with its variables in braces, without a slash at its end.
        package var url: String
        package var variables: [Variable]
        package var documentation: Documentation

        package init(name: Identifier, url: String, variables: [Variable], documentation: Documentation) {
            self.name = name
            self.url = url
            self.variables = variables
            self.documentation = documentation
        }
    }

    /// A part of an address that varies.
    package struct Variable: Sendable {
        package enum Value: Sendable {
            /// One of the values of the enumeration with this index, that by default.
            case listed(enumeration: Int, defaultCase: Identifier)
            case text(defaultValue: String)
        }

        package var name: Identifier
        package var wireName: String
        package var value: Value
        package var documentation: Documentation

        package init(name: Identifier, wireName: String, value: Value, documentation: Documentation) {
            self.name = name
            self.wireName = wireName
            self.value = value
            self.documentation = documentation
        }
    }

    /// The values that a variable can have.
    package struct Enumeration: Sendable {
        package var name: Identifier
        package var cases: [(name: Identifier, value: String)]
        package var documentation: Documentation

        package init(name: Identifier, cases: [(name: Identifier, value: String)], documentation: Documentation) {
            self.name = name
            self.cases = cases
            self.documentation = documentation
        }
    }

    /// The type of addresses, nested in the client.
    package static let type = Identifier(unchecked: "ServerURL")
    /// The label of the initialisers, which nothing else may have.
    package static let label = Identifier(unchecked: "server")

    /// The first one is where calls go that nobody says anything else of.
    package var servers: [Server]
    package var enumerations: [Enumeration]

    package init(servers: [Server], enumerations: [Enumeration]) {
        self.servers = servers
        self.enumerations = enumerations
    }
}
