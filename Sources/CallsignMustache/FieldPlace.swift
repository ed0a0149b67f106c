/// Where a field is: which of the enclosing objects, counted from the outermost, and the way from there.
struct FieldPlace: Equatable {
    var frame: Int
    /// No step for the object or text itself.
    var steps: [FieldStep]
}

/// A step from an object to one that it holds.
enum FieldStep: Equatable {
    /// A field of an object, by its number in the shape.
    case field(Int)
    /// One of the objects that a template chooses by name.
    case name(String)
}
