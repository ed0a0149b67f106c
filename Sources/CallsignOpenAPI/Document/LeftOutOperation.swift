/// An operation of the description that the client is made without.
package struct LeftOutOperation: Sendable {
    package var operation: Operation
    /// The name of the rule by which it is left out.
    package var rule: String

    package init(operation: Operation, rule: String) {
        self.operation = operation
        self.rule = rule
    }
}
