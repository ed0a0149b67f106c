import CallsignDiagnostics
import CallsignInterface
import CallsignKit
import Foundation
import Testing

/// What the interface of a client says is declared is what the client's text declares.
@Suite struct GeneratedDeclarationTests {
    static let configurations = ["spec/callsign.yaml", "Tests/CallsignToolTests/Fixtures/Torture/callsign.yaml"]

    @Test(arguments: configurations) func areThoseOfTheInterface(configuration: String) throws {
        let (interface, text) = try client(configuration)
        let declared = Declarations(text: text)
        let expected = Declarations(interface)
        #expect(declared.types.sorted() == expected.types.sorted())
        #expect(declared.functions.sorted() == expected.functions.sorted())
        #expect(declared.properties.sorted() == expected.properties.sorted())
        #expect(declared.cases.sorted() == expected.cases.sorted())
        #expect(declared.initializers == expected.initializers)
        #expect(expected.types.count > 10)
    }

    private func client(_ configuration: String) throws -> (ClientInterface, String) {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var request = GenerationRequest()
        request.configuration = repository.appendingPathComponent(configuration).path
        var pipeline = Pipeline(request, sink: DiagnosticSink())
        let files = try pipeline.run()
        let text = files.files.map { String(decoding: $0.contents, as: UTF8.self) }.joined()
        return (ClientInterface(try pipeline.plan()), text)
    }
}

/// The names that a client declares for others.
private struct Declarations {
    var types: [String] = []
    var functions: [String] = []
    var properties: [String] = []
    var cases: [String] = []
    /// How many initialisers there are that callers use.
    var initializers = 0

    init(_ interface: ClientInterface) {
        for type in interface.types {
            types.append(type.ownName)
            if type.isSecondName { continue }
            functions += type.functions.map(\.name)
            properties += type.properties.map(\.name)
            cases += type.cases.map(\.name)
            initializers += type.initializers.count
            properties += Self.constants(of: type.kind)
        }
    }

    /// What every client declares, and no description changes.
    private static func constants(of kind: TypeInterface.Kind) -> [String] {
        switch kind {
        case .client: ["core"]
        case .openEnumeration: ["rawValue", "knownValues"]
        case .error: ["context"]
        case .headers: ["fields"]
        default: []
        }
    }

    private static let constantCases: Set<String> = [
        "transport(TransportFailure)", "timeout(TimeoutFailure)", "cancelled", "decoding(DecodingFailure)",
        "invalidRequest(InvalidRequest)",
    ]
    private static let constantInitializers = [
        "core: ClientCore)", "from decoder", "rawValue: ", "_ response: FailedResponse", "_ problem: CallProblem",
        "_ fields: HeaderFields",
    ]

    private static let modifiers: Set<Substring> = ["nonisolated", "indirect", "static", "private(set)"]

    init(text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").filter { !Self.modifiers.contains($0) }
            let begin = words.dropFirst().first?.first ?? "."
            if words.first == "case", begin.isLetter || begin == "`" || begin == "_" {
                let element = words.dropFirst().joined(separator: " ")
                if !Self.constantCases.contains(element) { cases.append(Self.name(words[1])) }
            }
            guard words.count > 1, words[0] == "public" else { continue }
            if words[1].hasPrefix("init(") {
                let isConstant = Self.constantInitializers.contains { line.contains("init(\($0)") }
                if !isConstant { initializers += 1 }
            }
            guard words.count > 2, !words[2].hasPrefix("encode(to") else { continue }
            note(String(words[1]), Self.name(words[2]))
        }
    }

    private mutating func note(_ keyword: String, _ name: String) {
        switch keyword {
        case "struct", "enum", "typealias": types.append(name)
        case "func": functions.append(name)
        case "var", "let": properties.append(name)
        default: break
        }
    }

    /// A name as it begins a declaration, such as `list(` or `` `default`: ``.
    private static func name(_ word: Substring) -> String {
        String(word.prefix { $0 != "(" && $0 != ":" && $0 != "<" })
    }
}
