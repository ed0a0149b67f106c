import CallsignBuiltinTemplates
import CallsignDiagnostics

/// The templates of a run: the built-in ones, and a maintainer's in place of those of the same name.
enum TemplateOverrides {
    static let ending = ".mustache"
    private static let largestFile = 16 << 20

    static func templates(
        in folder: String?, sink: DiagnosticSink
    ) throws(Stopped) -> [(name: String, file: String, text: [UInt8])] {
        var templates = BuiltinTemplates.all.map { (name: $0.name, file: $0.name + ending, text: $0.text) }
        guard let folder else { return templates }
        do throws(SystemFailure) {
            guard let directory = try Directory.open(folder) else {
                throw SystemFailure("open the folder '\(folder)'", code: SystemFailure.absent)
            }
            for entry in try directory.entries() where entry.kind == .file && entry.name.hasSuffix(ending) {
                let name = String(entry.name.dropLast(ending.count))
                let file = PathName.join(folder, entry.name)
                reportMisspelling(of: name, file, sink)
                templates.removeAll { $0.name == name }
                templates.append((name, file, try directory.contents(of: entry.name, limit: largestFile)))
            }
        } catch {
            sink.error("templates-unreadable", error.message, at: nil)
            throw Stopped()
        }
        return templates
    }

    /// The paths of a folder's templates; none where it can't be read.
    static func files(in folder: String) -> [String] {
        guard let directory = try? Directory.open(folder), let entries = try? directory.entries() else { return [] }
        return entries.filter { $0.name.hasSuffix(ending) }.map { PathName.join(folder, $0.name) }
    }

    /// Whether any of a folder's templates has a word, so that what it means is worth the trouble.
    static func mention(_ word: String, in folder: String) -> Bool {
        guard let directory = try? Directory.open(folder), let entries = try? directory.entries() else { return false }
        return entries.contains { entry in
            guard entry.kind == .file, entry.name.hasSuffix(ending),
                let text = try? directory.contents(of: entry.name, limit: largestFile)
            else { return false }
            return String(decoding: text, as: UTF8.self).contains(word)
        }
    }

    /// New names are for partials of one's own; one that is nearly a built-in's was probably meant to be that.
    private static func reportMisspelling(of name: String, _ file: String, _ sink: DiagnosticSink) {
        let known = BuiltinTemplates.all.map(\.name)
        guard !known.contains(name), let near = NearMatch.best(for: name, among: known) else { return }
        sink.warning(
            "template-unknown", "'\(file)' takes no built-in template's place", at: nil,
            remedy: "did you mean '\(near)\(ending)'?")
    }
}
