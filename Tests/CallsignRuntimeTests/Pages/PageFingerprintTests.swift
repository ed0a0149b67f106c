import Foundation
import Testing

@testable import CallsignRuntime

@Suite("Fingerprints of pages")
struct PageFingerprintTests {
    @Test(
        "are equal for equal items, whatever stands around them",
        arguments: [
            (#"{"api_id": "a", "objects": [1, {"x": [2]}]}"#, #"{"objects": [1, {"x": [2]}], "api_id": "b"}"#),
            (#"{"meta": {"next": "]"}, "objects": ["a"]}"#, #"{"meta": {"next": "["}, "objects": ["a"]}"#),
            (#"{"a": "\"[", "objects": ["a"]}"#, #"{"a": "\\", "objects": ["a"]}"#),
            (#"{"objects": []}"#, #"{"api_id": 7, "objects": []}"#),
        ])
    func equal(_ one: String, _ other: String) {
        #expect(fingerprint(one) == fingerprint(other))
    }

    @Test(
        "differ with the items",
        arguments: [
            (#"{"objects": ["a"]}"#, #"{"objects": ["b"]}"#),
            (#"{"objects": [{"id": "]"}]}"#, #"{"objects": [{"id": "["}]}"#),
            (#"{"objects": ["\"]", "a"]}"#, #"{"objects": ["\"]", "b"]}"#),
            (#"{"data": {"items": [1, 2]}}"#, #"{"data": {"items": [1, 3]}}"#),
            (#"{"only": "one"}"#, #"{"only": "two"}"#),
            ("[1]", "[1, 1]"),
        ])
    func different(_ one: String, _ other: String) {
        #expect(fingerprint(one) != fingerprint(other))
    }

    @Test("are had of broken JSON, too", arguments: ["]]", "[", "\"", "[\"\\", ""])
    func broken(_ text: String) {
        #expect(fingerprint(text) == fingerprint(text))
    }

    private func fingerprint(_ text: String) -> Int {
        PageFingerprint.of(json: Data(text.utf8))
    }
}
