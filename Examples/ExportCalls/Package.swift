// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "export-calls",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "callsign", path: "../.."),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "ExportCalls",
            dependencies: [
                .product(name: "CallsignLogging", package: "callsign"),
                .product(name: "CallsignRuntime", package: "callsign"),
                .product(name: "CallsignTestServer", package: "callsign"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Plivo", package: "callsign"),
            ],
            resources: [.copy("Recordings")])
    ],
    swiftLanguageModes: [.v6]
)
