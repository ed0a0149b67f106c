package import CallsignRuntime
package import Foundation

extension RequestBody {
    /// The whole body in memory, as recordings compare it.
    package func collected() throws(TransportError) -> Data {
        do {
            return try collect()
        } catch {
            throw TransportError(.other, "a file of the body can't be read", serverMayHaveActed: false)
        }
    }
}
