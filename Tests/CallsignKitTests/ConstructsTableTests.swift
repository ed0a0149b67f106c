import Foundation
import Testing

/// The tables of constructs name tests that exist.
@Suite struct ConstructsTableTests {
    /// The rows of a page's tables, each as its cells.
    private func rows(of page: String) throws -> [[String]] {
        try String(contentsOf: Repository.file("Documentation/\(page)"), encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") && !$0.hasPrefix("| construct ") }
            .map { row in
                row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: .whitespaces) }
            }
    }

    /// The functions of each suite, by its name.
    private func suites() throws -> [String: Set<String>] {
        let folder = Repository.file("Tests")
        var suites: [String: Set<String>] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix("Tests.swift")
        {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            var suite = ""
            for line in text.split(separator: "\n") {
                let words = line.split(whereSeparator: { " ({:<".contains($0) }).map(String.init)
                if let index = words.firstIndex(of: "struct"), words.contains("@Suite") || !line.hasPrefix(" "),
                    index + 1 < words.count
                {
                    suite = words[index + 1]
                }
                if let index = words.firstIndex(of: "func"), index + 1 < words.count {
                    suites[suite, default: []].insert(words[index + 1])
                }
            }
        }
        return suites
    }

    @Test(arguments: ["Constructs.md", "OperationConstructs.md"])
    func everyRowNamesATestThatExists(page: String) throws {
        let suites = try suites()
        let rows = try rows(of: page)
        #expect(rows.count > 40)
        for row in rows {
            try #require(row.count == 3, "\(row)")
            #expect(!row[0].isEmpty && !row[1].isEmpty, "\(row)")
            let name = row[2].trimmingCharacters(in: ["`"]).split(separator: ".").map(String.init)
            try #require(name.count == 2, "\(row)")
            #expect(suites[name[0]]?.contains(name[1]) == true, "no test is called \(row[2])")
        }
    }
}
