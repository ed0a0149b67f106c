import CallsignDiagnostics
import CallsignKit
import CallsignPlan
import Foundation

/// Plans of descriptions that tests write.
enum Sample {
    struct Problems: Error, CustomStringConvertible {
        let description: String
    }

    /// The plan of a description with its configuration, as the tool makes it.
    static func plan(_ description: String, configuration: String? = nil) throws -> ClientPlan {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("callsign-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("api.yaml")
        try Data(description.utf8).write(to: file)
        if let configuration {
            try Data(configuration.utf8).write(to: folder.appendingPathComponent("callsign.yaml"))
        }
        var request = GenerationRequest()
        request.description = file.path
        let sink = DiagnosticSink()
        var pipeline = Pipeline(request, sink: sink)
        do {
            return try pipeline.plan()
        } catch {
            throw Problems(description: DiagnosticPrinter(sources: sink.sources).print(sink.sorted))
        }
    }
}
