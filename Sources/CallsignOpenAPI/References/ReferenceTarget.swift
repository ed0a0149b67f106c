import CallsignYAML

/// What a `$ref` names: an object, and where it is.
struct ReferenceTarget {
    var node: Node
    /// File and JSON pointer; two references to one object have the same.
    var pointer: String
    /// The name that the target has as a component, or by the way in which it is referred to.
    var name: String?
}
