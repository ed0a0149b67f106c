// swift-tools-version: 6.1
import PackageDescription

/// What every target shares: existential types spelled with `any`, and imports that say who may see them.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "callsign",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .executable(name: "callsign", targets: ["callsign"]),
        .plugin(name: "CallsignPlugin", targets: ["CallsignPlugin"]),
        .plugin(name: "CallsignCommandPlugin", targets: ["CallsignCommandPlugin"]),
        .library(name: "Plivo", targets: ["Plivo"]),
        .library(name: "CallsignRuntime", targets: ["CallsignRuntime"]),
        .library(name: "CallsignAsyncHTTPClient", targets: ["CallsignAsyncHTTPClient"]),
        .library(name: "CallsignLogging", targets: ["CallsignLogging"]),
        .library(name: "CallsignWebhooks", targets: ["CallsignWebhooks"]),
        .library(name: "CallsignTesting", targets: ["CallsignTesting"]),
        .library(name: "CallsignTestServer", targets: ["CallsignTestServer"]),
        .executable(name: "callsign-test-server", targets: ["callsign-test-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.26.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.26.0"),
    ],
    targets: [
        // The generator, in the order in which a description passes through it.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(
            name: "CallsignDiagnostics",
            swiftSettings: strict),
        .target(
            name: "CallsignConcurrency",
            swiftSettings: strict),
        .target(
            name: "CallsignYAML", dependencies: ["CLibYAML", "CallsignConcurrency", "CallsignDiagnostics"],
            swiftSettings: strict),
        .target(
            name: "CallsignOpenAPI", dependencies: ["CallsignYAML", "CallsignConcurrency", "CallsignDiagnostics"],
            swiftSettings: strict),
        .target(
            name: "CallsignPlan", dependencies: ["CallsignDiagnostics"],
            swiftSettings: strict),
        .target(
            name: "CallsignPlanner",
            dependencies: [
                "CallsignOpenAPI", "CallsignYAML", "CallsignPlan", "CallsignConcurrency", "CallsignDiagnostics",
            ],
            swiftSettings: strict),
        .target(
            name: "CallsignMustache", dependencies: ["CallsignDiagnostics"],
            swiftSettings: strict),
        .target(
            name: "CallsignBuiltinTemplates", path: "Templates", resources: [.embedInCode("Builtin")],
            swiftSettings: strict),
        .target(
            name: "CallsignRender",
            dependencies: [
                "CallsignPlan", "CallsignMustache", "CallsignBuiltinTemplates", "CallsignConcurrency",
                "CallsignDiagnostics",
            ],
            swiftSettings: strict),
        .target(
            name: "CallsignInterface", dependencies: ["CallsignPlan", "CallsignDiagnostics"],
            swiftSettings: strict),
        .target(
            name: "CallsignKit",
            dependencies: [
                "CallsignDiagnostics", "CallsignYAML", "CallsignOpenAPI", "CallsignPlan", "CallsignPlanner",
                "CallsignBuiltinTemplates", "CallsignConcurrency", "CallsignRender",
            ],
            swiftSettings: strict),
        .systemLibrary(name: "CMalloc"),
        .executableTarget(
            name: "callsign",
            dependencies: [
                "CMalloc", "CallsignKit", "CallsignInterface", "CallsignPlan", "CallsignDiagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/callsign-tool", swiftSettings: strict),

        // The tool within a build, and within a package.
        .plugin(name: "CallsignPlugin", capability: .buildTool(), dependencies: ["callsign"]),
        .plugin(
            name: "CallsignCommandPlugin",
            capability: .command(
                intent: .custom(verb: "callsign", description: "Writes or checks the clients that descriptions make."),
                permissions: [.writeToPackageDirectory(reason: "The clients are written into the package.")]),
            dependencies: ["callsign"]),

        // What a generated client stands on.
        .target(
            name: "CallsignRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: strict),

        // What some of a client's users want beside it. Each is a product, so that nobody else compiles what it needs.
        .target(
            name: "CallsignAsyncHTTPClient",
            dependencies: [
                "CallsignRuntime",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict),
        .target(
            name: "CallsignLogging",
            dependencies: [
                "CallsignRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "CallsignWebhooks",
            dependencies: ["CallsignRuntime", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "CallsignTesting",
            dependencies: ["CallsignRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: strict),
        .target(
            name: "CallsignTestServer",
            dependencies: [
                "CallsignRuntime", "CallsignTesting",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "callsign-test-server",
            dependencies: [
                "CallsignTestServer", "CallsignTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // The first product: what `make generate` makes of spec/.
        .target(
            name: "Plivo", dependencies: ["CallsignRuntime"], path: "Generated/Plivo",
            swiftSettings: strict),

        // Plans as text, for tests to compare.
        .target(
            name: "PlanDumping", dependencies: ["CallsignPlan"], path: "Tests/PlanDumping",
            swiftSettings: strict),

        // Edits of a description, and what they mean for callers.
        .target(
            name: "InterfaceEdits", path: "Tests/InterfaceEdits",
            swiftSettings: strict),

        // A client by hand, in the shape that the generator writes.
        .target(
            name: "SampleClient", dependencies: ["CallsignRuntime"], path: "Tests/SampleClient",
            swiftSettings: strict),

        // The client of a description of schemas of every kind.
        .target(
            name: "Constructs", dependencies: ["CallsignRuntime"], path: "Tests/Constructs/Generated",
            swiftSettings: strict),

        // Servers and proxies for tests that need real ones.
        .target(
            name: "LoopbackServer", path: "Tests/LoopbackServer",
            swiftSettings: strict),

        // The transports that tests of clients go through.
        .target(
            name: "TransportKinds", dependencies: ["CallsignAsyncHTTPClient", "CallsignRuntime"],
            path: "Tests/TransportKinds", swiftSettings: strict),

        // The programs of this package, for tests to run.
        .target(
            name: "BuiltTools", path: "Tests/BuiltTools",
            swiftSettings: strict),

        .testTarget(
            name: "CallsignConcurrencyTests", dependencies: ["CallsignConcurrency"],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignDiagnosticsTests", dependencies: ["CallsignDiagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignInterfaceTests",
            dependencies: [
                "CallsignInterface", "CallsignKit", "CallsignPlan", "CallsignDiagnostics", "InterfaceEdits",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignKitTests",
            dependencies: [
                "CallsignKit", "CallsignDiagnostics", "CallsignYAML", "CallsignOpenAPI", "CallsignPlan",
                "CallsignPlanner", "PlanDumping",
            ],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "CallsignMustacheTests", dependencies: ["CallsignMustache", "CallsignDiagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignOpenAPITests",
            dependencies: [
                "CallsignOpenAPI", "CallsignYAML", "CallsignPlan", "CallsignPlanner", "CallsignDiagnostics",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignPlanTests", dependencies: ["CallsignPlan", "CallsignDiagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignPlannerTests",
            dependencies: ["CallsignPlanner", "CallsignOpenAPI", "CallsignPlan", "CallsignDiagnostics", "PlanDumping"],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignRenderTests",
            dependencies: ["CallsignRender", "CallsignBuiltinTemplates", "CallsignPlan", "CallsignDiagnostics"],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "CallsignWebhooksTests",
            dependencies: [
                "CallsignRuntime", "CallsignWebhooks", "Plivo",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignRuntimeTests",
            dependencies: [
                "CallsignRuntime", "CallsignTesting", "SampleClient",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignTestServerTests",
            dependencies: [
                "CallsignTestServer", "CallsignAsyncHTTPClient", "CallsignRuntime", "CallsignTesting", "Plivo",
                "callsign-test-server", "BuiltTools", "TransportKinds",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignTestingTests",
            dependencies: [
                "CallsignTesting", "CallsignRuntime", "SampleClient",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignToolTests", dependencies: ["callsign", "BuiltTools", "InterfaceEdits"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "ConstructsTests",
            dependencies: [
                "Constructs", "CallsignRuntime", "LoopbackServer",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignYAMLTests", dependencies: ["CallsignYAML", "CallsignDiagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "PlivoTests",
            dependencies: [
                "Plivo", "CallsignRuntime", "CallsignTesting", "LoopbackServer",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            exclude: ["Recordings"], swiftSettings: strict),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "CallsignAsyncHTTPClient", "CallsignLogging", "CallsignRuntime", "CallsignTesting", "LoopbackServer",
                "SampleClient", "TransportKinds",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            exclude: ["Certificates"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
