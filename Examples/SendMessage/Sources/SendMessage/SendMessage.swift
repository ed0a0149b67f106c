import CallsignRuntime
import Foundation
import Plivo

/// Sends a message and prints the receipt.
@main
struct SendMessage {
    static func main() async {
        var arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.isEmpty, !hasAccount { arguments = ["+14155550111", "+14155550133", "Your table is ready."] }
        guard arguments.count == 3 else {
            print("usage: SendMessage FROM TO TEXT")
            exit(64)
        }
        do {
            let isSent = try await withPlivo { plivo in
                await send(plivo, from: arguments[0], to: arguments[1], text: arguments[2])
            }
            if !isSent { exit(1) }
        } catch {
            // There is no client, such as for a variable of the environment that isn't set.
            print(error.localizedDescription)
            exit(1)
        }
    }

    /// - Returns: whether the message is on its way.
    static func send(_ plivo: PlivoClient, from: String, to: String, text: String) async -> Bool {
        do throws(PlivoError) {
            let receipt = try await plivo.messages.create(.init(src: from, dst: to, text: text))
            print("\(receipt.message), as \(receipt.messageUUID.joined(separator: ", "))")
            return true
        } catch .badRequest(let failure) {
            // The request itself is wrong: whoever wrote the message can mend it.
            print("Plivo doesn't take the message: \(failure.error.message)")
            print("Should you ask Plivo's support, name the request \(failure.requestID ?? "(unknown)").")
        } catch .unauthorized(let failure), .forbidden(let failure) {
            // Nothing will work until somebody mends the account.
            print("The account can't send messages: \(failure.error.message)")
            print(failure.remedy ?? "")
        } catch .transport(let failure) where !failure.serverMayHaveActed {
            print("Nothing was sent: \(failure)")
        } catch .transport, .timeout {
            // The client doesn't try again by itself where that could send a message twice, and neither should you.
            print("There was no answer. The message may be on its way: look it up before you send it again.")
        } catch {
            // Every error says what happened and, where that is known, what to do about it.
            print(error)
            print(error.recoverySuggestion ?? "")
        }
        return false
    }
}
