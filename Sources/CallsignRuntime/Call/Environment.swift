public import Foundation

/// The environment of this process.
public enum ProcessEnvironment {
    public static var current: [String: String] { ProcessInfo.processInfo.environment }
}

/// Reads what a client needs out of environment variables, and reports all that are missing at once.
public struct EnvironmentReader {
    private let environment: [String: String]
    private var missing: [String] = []

    public init(_ environment: [String: String]) {
        self.environment = environment
    }

    /// The variable's value; empty, and noted for ``check()``, where it isn't set or is empty.
    public mutating func required(_ name: String) -> String {
        guard let value = environment[name], !value.isEmpty else {
            missing.append(name)
            return ""
        }
        return value
    }

    /// The variable's value; nothing where it isn't set or is empty.
    public func optional(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// - Throws: where a variable was missing. Call it before using any value.
    public func check() throws(ConfigurationError) {
        if !missing.isEmpty { throw .missingEnvironment(missing) }
    }
}

/// Why a client can't be made.
public enum ConfigurationError: Error, Sendable, Hashable, LocalizedError, CustomStringConvertible {
    /// The names of the environment variables that aren't set, or are empty.
    case missingEnvironment([String])
    /// Why something can't be a proxy. The text holds no password.
    case invalidProxy(String)
    /// What the platform or the transport can't do. Nothing is sent another way instead.
    case unsupported(String)
    /// Certificates that can't be read.
    case invalidCertificates(String)
    /// The name of a file that isn't there, or can't be read.
    case unreadableFile(String)

    public var description: String {
        switch self {
        case .missingEnvironment(let names):
            "environment variables that aren't set: \(names.joined(separator: ", "))"
        case .invalidProxy(let reason): "the proxy can't be used: \(reason)"
        case .unsupported(let reason): reason
        case .invalidCertificates(let reason): "the certificates can't be used: \(reason)"
        case .unreadableFile(let name): "the file \(name) can't be read"
        }
    }

    public var errorDescription: String? { description }
}
