/// How much of a machine one text may use. The defaults are far above what real descriptions need, the largest of
/// which have some forty megabytes and forty levels.
package struct YAMLLimits: Sendable, Equatable {
    /// The size of a file in bytes.
    package var bytes: Int
    /// The number of nodes written in one file; keys don't count.
    package var nodes: Int
    /// How deep sequences and mappings may nest, with aliases expanded. Whatever walks a tree may therefore recurse.
    package var depth: Int
    /// The number of nodes that aliases and merge keys may add to those written.
    package var aliasedNodes: Int
    /// The number of problems after which reading stops.
    package var problems: Int

    package init(
        bytes: Int = 128 << 20, nodes: Int = 20_000_000, depth: Int = 256, aliasedNodes: Int = 5_000_000,
        problems: Int = 100
    ) {
        self.bytes = bytes
        self.nodes = nodes
        self.depth = depth
        self.aliasedNodes = aliasedNodes
        self.problems = problems
    }
}
