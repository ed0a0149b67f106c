import Foundation

/// A method of the client, read out of its sources.
struct GeneratedMethod: Sendable {
    /// As callers write it, such as `conferences.members.mute`.
    var callSite: String
    /// The HTTP method in small letters and the path's template; nothing where the method sends no request itself.
    var request: (method: String, path: String)?
    /// Whether it is the form that is answered later.
    var isAsynchronous: Bool
    /// Whether it reads what is reported later.
    var isOutcome: Bool
    var isList: Bool
    var returnsValue: Bool
}

enum GeneratedClient {
    static let folder = Recordings.tests.appendingPathComponent("../../Generated/Plivo").standardizedFileURL

    /// All methods of the client's resources.
    static func methods() throws -> [GeneratedMethod] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
        let sources = try files.map { Source(text: try String(contentsOf: $0, encoding: .utf8)) }
        var owners: [String: (owner: String, property: String)] = [:]
        for source in sources {
            for property in source.properties {
                owners["\(source.type).\(property.type)"] = (source.type, String(property.name))
            }
        }
        return sources.flatMap { source in
            let site = callSite(of: source.type, owners)
            return source.functions.compactMap { method($0, site) }
        }
    }

    private static func callSite(of type: String, _ owners: [String: (owner: String, property: String)]) -> String {
        guard let (owner, property) = owners[type] else { return "" }
        let outer = callSite(of: owner, owners)
        return outer.isEmpty ? property : "\(outer).\(property)"
    }

    private static func method(_ text: Substring, _ site: String) -> GeneratedMethod? {
        guard let name = text.firstMatch(of: /^`?(\w+)`?\(/)?.1, let end = text.firstIndex(of: "{") else { return nil }
        let head = text[..<end]
        let request = text.firstMatch(of: /OperationCall\(\s*"[^"]+",\s*\.([a-z]+),\s*"([^"]+)"/)
        let isOutcome = head.contains("fromCallback body")
        let isList = head.contains("PagedSequence<")
        guard request != nil || isOutcome || isList else { return nil }
        return GeneratedMethod(
            callSite: "\(site).\(name)", request: request.map { (String($0.1), String($0.2)) },
            isAsynchronous: head.contains("reportingTo callback"), isOutcome: isOutcome, isList: isList,
            returnsValue: head.contains("->"))
    }

    /// A file of the client, which holds one resource or the client itself.
    private struct Source {
        let text: String

        var type: String {
            let outer = text.firstMatch(of: /extension (PlivoClient[\w.]*) \{/).map { String($0.1) } ?? "PlivoClient"
            let inner = text.firstMatch(of: /\n    public nonisolated struct (\w+): Sendable \{\n        let core/)
            return inner.map { "\(outer).\($0.1)" } ?? outer
        }

        var properties: [(name: Substring, type: Substring)] {
            text.matches(of: /public var (\w+): (\w+) \{ [^(]+\(core: core\) \}/).map { ($0.1, $0.2) }
        }

        var functions: [Substring] {
            text.ranges(of: "public func ").map { text[$0.upperBound...] }.map { rest in
                rest[..<(rest.firstRange(of: "public func ")?.lowerBound ?? rest.endIndex)]
            }
        }
    }
}
