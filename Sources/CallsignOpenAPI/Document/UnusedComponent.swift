package import CallsignDiagnostics

package struct UnusedComponent: Sendable {
    package var kind: String
    package var name: String
    package var mark: SourceMark
}
