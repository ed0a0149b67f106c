import CallsignYAML

package struct Webhook: Sendable {
    package var name: String
    package var operation: Operation
}
