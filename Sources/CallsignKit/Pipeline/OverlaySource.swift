import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Reads the files that change a description.
enum OverlaySource {
    /// The overlays that can be read. Why others can't is reported.
    static func overlays(_ paths: [PlanSettings.Marked<String>], sink: DiagnosticSink) -> [Overlay] {
        paths.compactMap { path in
            do throws(SystemFailure) {
                let bytes = try FileBytes.read(path.value, limit: ConfigurationReader.largestFile)
                return Overlay(name: path.value, bytes: bytes)
            } catch {
                sink.error(
                    "unreadable-file", error.message, at: path.mark,
                    remedy: path.mark == nil ? nil : "name the overlay by its path from this file's folder")
                return nil
            }
        }
    }
}
