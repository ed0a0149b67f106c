// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "follow-call",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "callsign", path: "../.."),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.0.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
    ],
    targets: [
        .executableTarget(
            name: "FollowCall",
            dependencies: [
                .product(name: "CallsignRuntime", package: "callsign"),
                .product(name: "CallsignTestServer", package: "callsign"),
                .product(name: "CallsignTesting", package: "callsign"),
                .product(name: "CallsignWebhooks", package: "callsign"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Plivo", package: "callsign"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Recordings"), .copy("Webhooks.http")])
    ],
    swiftLanguageModes: [.v6]
)
