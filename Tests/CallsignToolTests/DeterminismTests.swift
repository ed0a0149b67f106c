import Foundation
import Testing

/// The same description gives the same bytes, wherever, whenever and however often it is read.
@Suite struct DeterminismTests {
    @Test(arguments: [
        ["SWIFT_DETERMINISTIC_HASHING": "1"], ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"],
        ["LANG": "C", "LC_ALL": "C", "TZ": "UTC"], [:],
    ])
    func writesTheSameBytes(environment: [String: String]) async throws {
        let files = try await TortureClient().files()
        let others = try await TortureClient(environment: environment).files()
        #expect(files.keys.sorted() == others.keys.sorted())
        #expect(files.keys.filter { files[$0] != others[$0] } == [])
    }
}
