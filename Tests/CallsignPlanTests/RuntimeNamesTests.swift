import CallsignPlan
import Foundation
import Testing

/// Generated code names the runtime's types without their module, so no generated type may have a name of theirs.
@Suite struct RuntimeNamesTests {
    @Test func noTypeIsCalledLikeOneOfTheRuntime() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CallsignRuntime")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let scope = NameScope(.type, settings: NamingSettings())
        var names: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            names += text.split(separator: "\n").compactMap(Self.publicType)
        }
        #expect(names.count > 30)
        #expect(names.filter { scope.name("", override: $0).text == $0 || scope.name($0).text == $0 } == [])
    }

    /// The name of the type that a line declares at the top of its file.
    private static func publicType(_ line: Substring) -> String? {
        var words = line.split(separator: " ")[...]
        guard line.hasPrefix("public "), words.popFirst() == "public" else { return nil }
        while let word = words.popFirst() {
            switch word {
            case "final", "indirect", "nonisolated": continue
            case "struct", "enum", "class", "actor", "protocol", "typealias":
                return words.first.map { String($0.prefix { $0.isLetter || $0.isNumber }) }
            default: return nil
            }
        }
        return nil
    }
}
