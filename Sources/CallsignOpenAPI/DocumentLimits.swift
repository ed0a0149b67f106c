package import CallsignYAML

/// How much of a machine one description may use. The defaults are far above what real descriptions need.
package struct DocumentLimits: Sendable, Equatable {
    /// The number of files, the root included.
    package var files: Int
    /// The number of schemas, inline ones included.
    package var schemas: Int
    /// How many references may lead to one another before there is an object.
    package var references: Int
    /// How deep objects other than schemas may nest, as callbacks in operations in callbacks.
    package var nesting: Int
    /// What each file may use.
    package var yaml: YAMLLimits

    package init(
        files: Int = 20_000, schemas: Int = 2_000_000, references: Int = 100, nesting: Int = 24,
        yaml: YAMLLimits = YAMLLimits()
    ) {
        self.files = files
        self.schemas = schemas
        self.references = references
        self.nesting = nesting
        self.yaml = yaml
    }
}
