/// How deep planning follows schemas into schemas. Descriptions may chain any number of them, but a stack has an end.
enum PlanningDepth {
    /// Structures that stand deeper get their members when those around them are done, so that nothing is lost.
    static let structures = 48
    /// Lists, maps and unions nest no deeper without a structure between: what does is carried as JSON.
    static let limit = 96
    /// Objects that several parts of a composition describe, each within another such object.
    static let joins = 8
    /// The properties of all objects that `allOf` joins. A short description can repeat a few thousand of them as often,
    /// of which nobody could compile what would be made.
    static let joinedProperties = 200_000
    /// Resources that stand within each other. Nobody would write more names to get to a method.
    static let resources = 8
    /// The parts of a composition that are followed one from another.
    static let parts = 96
}
