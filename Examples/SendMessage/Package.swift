// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "send-message",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "callsign", path: "../..")],
    targets: [
        .executableTarget(
            name: "SendMessage",
            dependencies: [
                .product(name: "CallsignRuntime", package: "callsign"),
                .product(name: "CallsignTestServer", package: "callsign"),
                .product(name: "Plivo", package: "callsign"),
            ],
            resources: [.copy("Recordings")])
    ],
    swiftLanguageModes: [.v6]
)
