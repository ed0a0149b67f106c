/// An operation of the description that the client is made without.
package struct LeftOutOperation: Sendable {
    package var operation: Operation
    /// The webhook's name where it is none of a path.
    package var webhook: String?
    /// The name of the rule by which it is left out.
    package var rule: String

    package init(operation: Operation, rule: String) {
        self.operation = operation
        self.rule = rule
    }
}
