/// A step of a template whose names are resolved and whose partials are put in.
indirect enum TemplateOperation {
    case literal([UInt8])
    case variable(FieldPlace)
    /// Shown once if the value says so, without a context of its own.
    case conditional(FieldPlace, isInverted: Bool, [TemplateOperation])
    /// Shown once with an object as the inner context, if it is there.
    case object(FieldPlace, [TemplateOperation])
    /// Repeated with each object of a list as the inner context.
    case objects(FieldPlace, [TemplateOperation])
    /// Repeated with each text of a list.
    case texts(FieldPlace, [TemplateOperation])
}

/// Where a field is: which of the enclosing objects, counted from the outermost, and the way from there.
struct FieldPlace: Equatable {
    var frame: Int
    /// No step for the object or text itself.
    var steps: [FieldStep]
}

/// A step from a value to one that it holds.
enum FieldStep: Equatable {
    /// A field of an object, by its number in the shape.
    case field(Int)
    /// One of the objects that a template chooses by name.
    case name(String)
}
