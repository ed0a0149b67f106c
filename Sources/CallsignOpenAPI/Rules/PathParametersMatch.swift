import CallsignDiagnostics
import CallsignYAML

/// Every name in the braces of a path is a parameter with `in: path` and `required: true`, and the other way round
/// (OpenAPI 3.1.1, section 4.8.12.2).
struct PathParametersMatch: DocumentRule {
    func check(_ document: ResolvedDocument, _ sink: DiagnosticSink) {
        let uses = document.operations.compactMap(Use.init)
        let misnamed = reportUnknown(uses, sink)
        var undescribed: [(name: PathName, operations: [Operation])] = []
        var positions: [PathName: Int] = [:]
        for use in uses where use.operation.hasAllParameters {
            for name in use.missing.map({ PathName(path: use.operation.path, name: $0) }) where !misnamed.contains(name)
            {
                if let known = positions[name] {
                    undescribed[known].operations.append(use.operation)
                } else {
                    positions[name] = undescribed.count
                    undescribed.append((name, [use.operation]))
                }
            }
        }
        for (name, operations) in undescribed { reportUndescribed(name, operations, sink) }
        for operation in document.operations {
            for parameter in operation.parameters where parameter.location == .path && !parameter.required {
                sink.error(
                    "optional-path-parameter", "the path parameter '\(parameter.name)' must be required",
                    at: parameter.mark, remedy: "add 'required: true'")
            }
        }
    }

    private struct PathName: Hashable {
        var path: String
        var name: String
    }

    /// How an operation uses the names in its path.
    private struct Use {
        let operation: Operation
        let names: [String]

        /// Nothing for a path that isn't well formed, of which another rule tells.
        init?(_ operation: Operation) {
            let template = PathTemplate(operation.path)
            guard template.problem == nil else { return nil }
            self.operation = operation
            names = template.names
        }

        var parameters: [Parameter] { operation.parameters.filter { $0.location == .path } }

        var missing: [String] {
            let described = Set(parameters.map(\.name))
            return names.filter { !described.contains($0) }
        }

        /// The name in the path that a parameter which isn't in it was probably meant to have.
        func meant(by parameter: Parameter) -> String? {
            NearMatch.best(for: parameter.name, among: missing) ?? (missing.count == 1 ? missing.first : nil)
        }
    }

    /// Reports parameters that aren't in their paths, each once, however many operations share it.
    ///
    /// - Returns: the names in paths that these were meant to have, which aren't to be reported again.
    private func reportUnknown(_ uses: [Use], _ sink: DiagnosticSink) -> Set<PathName> {
        var misnamed: Set<PathName> = []
        let fitting = Set(
            uses.flatMap { use in use.parameters.filter { use.names.contains($0.name) }.map(\.mark) })
        var reported: Set<SourceMark> = []
        for use in uses {
            for parameter in use.parameters where !use.names.contains(parameter.name) {
                let meant = use.meant(by: parameter)
                if let meant { misnamed.insert(PathName(path: use.operation.path, name: meant)) }
                // A parameter that fits other paths is right, and this path is wrong.
                let isRight = fitting.contains(parameter.mark)
                guard reported.insert(isRight ? use.operation.pathMark : parameter.mark).inserted else { continue }
                if isRight {
                    report(use.operation, lacks: parameter, meant, sink)
                } else {
                    report(parameter, isNotIn: use.operation, meant, sink)
                }
            }
        }
        return misnamed
    }

    private func report(
        _ operation: Operation, lacks parameter: Parameter, _ meant: String?, _ sink: DiagnosticSink
    ) {
        sink.error(
            "unknown-path-parameter",
            "the path '\(operation.path)' has no '{\(parameter.name)}', which its operations describe",
            at: operation.pathMark,
            remedy: meant.map { "write '{\(parameter.name)}' in place of '{\($0)}'" }
                ?? "put '{\(parameter.name)}' into the path",
            notes: [.init("the parameter is here", at: parameter.mark)])
    }

    private func report(
        _ parameter: Parameter, isNotIn operation: Operation, _ meant: String?, _ sink: DiagnosticSink
    ) {
        sink.error(
            "unknown-path-parameter", "the path '\(operation.path)' has no parameter '\(parameter.name)'",
            at: parameter.mark,
            remedy: meant.map { "did you mean '\($0)'?" } ?? "put '{\(parameter.name)}' into the path",
            notes: [.init("the path is here", at: operation.pathMark)])
    }

    /// Reports a name that operations of one path don't describe, once for all of them.
    private func reportUndescribed(_ name: PathName, _ operations: [Operation], _ sink: DiagnosticSink) {
        guard let first = operations.min(by: { $0.mark < $1.mark }) else { return }
        let others = operations.filter { $0.mark != first.mark }
        sink.error(
            "missing-path-parameter",
            "\(first.method) '\(name.path)' doesn't describe the parameter '\(name.name)' of its path", at: first.mark,
            remedy: "add a parameter with 'name: \(name.name)', 'in: path' and 'required: true'"
                + (others.isEmpty ? "" : ", for all operations beside them"),
            notes: [.init("the path is here", at: first.pathMark)]
                + others.map { .init("\($0.method) doesn't, either", at: $0.mark) })
    }
}
