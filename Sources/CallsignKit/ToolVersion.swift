/// The version of the tool, which generated files name in their first line.
package enum ToolVersion {
    package static let current = "0.1.0"
}
