import CallsignDiagnostics
import CallsignOpenAPI

/// A part of an operation without which it can't be called, and for which there is nothing to generate.
struct UnsupportedConstruct {
    /// The rule's name in the account of what became of everything.
    let rule: String
    /// What it is, as in `GET '/calls' has …`.
    let phrase: String
    /// How the same could be described, so that it is generated.
    let remedy: String
    let mark: SourceMark

    /// All constructs of an operation that aren't supported.
    static func all(in operation: Operation, of document: ResolvedDocument) -> [UnsupportedConstruct] {
        operation.parameters.compactMap { parameter in
            queryString(parameter, in: document) ?? content(parameter)
        }
    }

    /// A whole query string has to be taken apart, which only forms can.
    private static func queryString(_ parameter: Parameter, in document: ResolvedDocument) -> UnsupportedConstruct? {
        guard parameter.location == .querystring, QueryStringForm(of: parameter, in: document) == nil else {
            return nil
        }
        let type = parameter.content.first?.contentType
        return UnsupportedConstruct(
            rule: "query-string-is-no-form",
            phrase: "the query string '\(parameter.name)'"
                + (type.map { " in '\($0)'" } ?? "") + ", which is no form with named parts",
            remedy: "describe an object in 'application/x-www-form-urlencoded', or parameters with 'in: query'",
            mark: parameter.mark)
    }

    /// Parameters are written as JSON or text where their content is described.
    private static func content(_ parameter: Parameter) -> UnsupportedConstruct? {
        guard parameter.location != .querystring, parameter.schema == nil, parameter.content.count == 1 else {
            return nil
        }
        let type = ContentType(parameter.content[0].contentType)
        guard type.kind != .json, type.kind != .text, type.essence != "*/*" else { return nil }
        return UnsupportedConstruct(
            rule: "parameter-content-is-neither-json-nor-text",
            phrase: "the parameter '\(parameter.name)' in '\(type.essence)', which is neither JSON nor text",
            remedy: "describe its text by 'schema' in place of 'content'", mark: parameter.mark)
    }
}
