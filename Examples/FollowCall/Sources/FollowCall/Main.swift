import CallsignRuntime
import Foundation
import Plivo

@main
enum Main {
    static func main() async {
        do {
            try await run()
        } catch {
            print(error.localizedDescription)
            exit(1)
        }
    }

    private static func run() async throws {
        let environment = ProcessEnvironment.current
        guard ["PLIVO_AUTH_ID", "PLIVO_AUTH_TOKEN"].contains(where: { environment[$0] != nil }) else {
            return try await Trial.run()
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 2, let publicURL = environment["PUBLIC_URL"] else {
            print("usage: PUBLIC_URL=https://… FollowCall FROM TO")
            exit(64)
        }
        let app = FollowCall(
            plivo: try .fromEnvironment(), authToken: environment["PLIVO_AUTH_TOKEN"] ?? "", publicURL: publicURL)
        try await app.run(from: arguments[0], to: arguments[1], port: environment["PORT"].flatMap { Int($0) } ?? 8080)
    }
}
