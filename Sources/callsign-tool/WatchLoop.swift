import ArgumentParser
import CallsignDiagnostics
import CallsignKit

/// Generates, and does it again whenever an input has changed, until it is interrupted.
struct WatchLoop {
    private static let interval: Int32 = 200

    let options: GenerationOptions

    /// - Parameter generate: one run, which prints what came of it.
    func run(_ generate: (inout GenerationRun) throws -> Void) throws {
        Interruption.holdBack()
        var watch = InputWatch()
        var isFirst = true
        while true {
            watch.begin()
            var run = GenerationRun(options)
            do {
                try generate(&run)
            } catch let code as ExitCode where code.rawValue == ExitStatus.badInput {
                // The problems are printed: the next change may mend them.
                options.problems.say("nothing was written\n")
            }
            watch.follow(run.inputs + run.possibleInputs)
            if isFirst {
                let count = run.inputs.count
                options.problems.say("watching \(count) \(count == 1 ? "file" : "files"); Ctrl-C ends\n")
            }
            isFirst = false
            while !watch.hasChanged() {
                if Interruption.isPending { return }
                Interruption.wait(milliseconds: Self.interval)
            }
            // Editors write in pieces, and several files at once: it goes on when they are done.
            repeat { Interruption.wait(milliseconds: Self.interval / 2) } while watch.hasChanged()
            if Interruption.isPending { return }
        }
    }
}
