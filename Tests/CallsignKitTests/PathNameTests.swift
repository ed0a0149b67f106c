import Testing

@testable import CallsignKit

@Suite struct PathNameTests {
    @Test(arguments: [
        ("a/b.yaml", "a", "b.yaml"), ("b.yaml", ".", "b.yaml"), ("/b.yaml", "/", "b.yaml"), ("a/b/", "a", "b"),
        ("/", "/", "/"), ("a//b", "a", "b"), ("../b", "..", "b"),
    ])
    func splitsAFoldersNameFromAFiles(_ path: String, _ folder: String, _ name: String) {
        #expect(PathName.folder(of: path) == folder)
        #expect(PathName.name(of: path) == name)
    }

    @Test(arguments: [
        ("a", "b", "a/b"), (".", "b", "b"), ("", "b", "b"), ("a/", "b", "a/b"), ("a", "/b", "/b"), ("/", "b", "/b"),
        ("spec", "../Generated", "spec/../Generated"),
    ])
    func joins(_ folder: String, _ path: String, _ joined: String) {
        #expect(PathName.join(folder, path) == joined)
    }

    @Test(arguments: [
        ("a/./b//c", "a/b/c"), ("a/../b", "b"), ("../a", "../a"), ("a/../../b", "../b"), ("/../a", "/a"), (".", "."),
        ("a/..", "."), ("/", "/"),
    ])
    func normalizes(_ path: String, _ normalized: String) {
        #expect(PathName.normalized(path) == normalized)
    }
}
