/// Mistakes after which what a description means is still plain, or which change nothing about a client.
///
/// In a description of one's own each is an error, since it is quickly mended. In one that somebody else publishes they
/// would only be in the way of a client, so that they are warnings there. A description counts as one's own when a
/// configuration names it, unless that says `lenient: true`.
///
/// A misspelt key of an object of OpenAPI is an error in any description, as the specification lists all of an object's
/// keys. Schemas may have any keys (JSON Schema Core 2020-12, section 6.5), so that one that looks misspelt is a slip,
/// and any other only a warning.
package enum Slips {
    /// The codes of their diagnostics.
    package static let codes: Set<String> = [
        "dangling-discriminator", "duplicate-operation-id", "duplicate-parameter", "duplicate-type",
        "malformed-content-type", "misplaced-required", "missing-path-parameter", "misspelt-content-type",
        "misspelt-keyword", "not-a-text", "optional-path-parameter", "reference-to-no-schema",
        "style-not-allowed", "unknown-format", "unknown-key", "unknown-path-parameter", "unknown-security-scheme",
    ]

    /// What can be wrong with references that no operation comes by.
    static let ofUnusedComponents: Set<String> = [
        "dangling-discriminator", "dangling-reference", "reference-to-address", "unreadable-file",
    ]
}
