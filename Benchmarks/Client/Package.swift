// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "client-benchmark",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "callsign", path: "../.."),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.26.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
    ],
    targets: [
        .target(name: "AllocationCounter"),
        .executableTarget(
            name: "ClientOverhead",
            dependencies: [
                "AllocationCounter",
                .product(name: "Plivo", package: "callsign"),
                .product(name: "CallsignAsyncHTTPClient", package: "callsign"),
                .product(name: "CallsignRuntime", package: "callsign"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
