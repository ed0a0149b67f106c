import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Finds the values that tests use: the description's own examples where they are what the schema describes, and
/// otherwise values made from the schema. An example that isn't is reported.
struct SampleSource {
    private static let misfit = "example-does-not-fit"

    let document: ResolvedDocument
    let typer: SampleTyper
    let sink: DiagnosticSink

    /// A value that a call sends.
    ///
    /// - Parameter accepts: whether the place can hold the value.
    func sent(
        _ schema: SchemaID?, examples: [Node], as type: TypeReference,
        _ accepts: (JSONSample) -> Bool = { _ in true }
    ) -> SampleTyper.Typed? {
        for node in examples {
            guard let json = JSONSample(node), json != .null else { continue }
            if let typed = typer.typed(json, type), accepts(typed.json) { return typed }
            report(node)
        }
        for json in schema.map({ SchemaSampler.samples($0, of: document, .sent) }) ?? [] {
            if let typed = typer.typed(json, type), accepts(typed.json) { return typed }
        }
        return schema == nil ? typer.typed(.string("text"), type) : nil
    }

    /// All values that a response is documented with, or one that is made.
    func received(_ schema: SchemaID?, examples: [Node], as type: TypeReference) -> [JSONSample] {
        var values: [JSONSample] = []
        for node in examples {
            guard let json = JSONSample(node) else { continue }
            if typer.fits(json, type) {
                if !values.contains(json) { values.append(json) }
            } else {
                report(node)
            }
        }
        if !values.isEmpty { return values }
        guard let schema else { return [.object([])] }
        let made = SchemaSampler.samples(schema, of: document, .received)
        return made.first { typer.fits($0, type) }.map { [$0] } ?? []
    }

    private func report(_ node: Node) {
        sink.warning(
            Self.misfit, "this example isn't what its schema describes, so the tests have a value of their own",
            at: node.mark, remedy: "correct the example, or the schema that it is an example of")
    }
}
