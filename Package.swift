// swift-tools-version: 6.1
import PackageDescription

/// Names that every module of the generator shares a rule for: `package` access between modules, Swift 6 mode,
/// existential types spelled with `any`.
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
        .library(name: "Plivo", targets: ["Plivo"]),
        .library(name: "CallsignRuntime", targets: ["CallsignRuntime"]),
        .library(name: "CallsignTesting", targets: ["CallsignTesting"]),
        .plugin(name: "CallsignBuildPlugin", targets: ["CallsignBuildPlugin"]),
        .plugin(name: "CallsignCommandPlugin", targets: ["CallsignCommandPlugin"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    ],
    targets: [
        // The generator, in the order in which a description passes through it.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "CallsignDiagnostics", swiftSettings: strict),
        .target(name: "CallsignYAML", dependencies: ["CLibYAML", "CallsignDiagnostics"], swiftSettings: strict),
        .target(name: "CallsignOpenAPI", dependencies: ["CallsignYAML", "CallsignDiagnostics"], swiftSettings: strict),
        .target(name: "CallsignPlan", dependencies: ["CallsignDiagnostics"], swiftSettings: strict),
        .target(
            name: "CallsignPlanner",
            dependencies: ["CallsignOpenAPI", "CallsignYAML", "CallsignPlan", "CallsignDiagnostics"],
            swiftSettings: strict),
        .target(name: "CallsignMustache", dependencies: ["CallsignDiagnostics"], swiftSettings: strict),
        .target(
            name: "CallsignBuiltinTemplates", path: "Templates", resources: [.embedInCode("Builtin")],
            swiftSettings: strict),
        .target(
            name: "CallsignRender",
            dependencies: ["CallsignPlan", "CallsignMustache", "CallsignBuiltinTemplates", "CallsignDiagnostics"],
            swiftSettings: strict),
        .target(
            name: "CallsignKit",
            dependencies: [
                "CallsignDiagnostics", "CallsignYAML", "CallsignOpenAPI", "CallsignPlan", "CallsignPlanner",
                "CallsignMustache", "CallsignRender",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "callsign",
            dependencies: [
                "CallsignKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/callsign-tool", swiftSettings: strict),

        // What a generated client stands on.
        .target(
            name: "CallsignRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: strict),
        .target(name: "CallsignTesting", dependencies: ["CallsignRuntime"], swiftSettings: strict),

        // The first product.
        .target(name: "Plivo", dependencies: ["CallsignRuntime"], path: "Generated/Plivo", swiftSettings: strict),

        // Plugins: they find the configuration and call the tool.
        .plugin(name: "CallsignBuildPlugin", capability: .buildTool(), dependencies: ["callsign"]),
        .plugin(
            name: "CallsignCommandPlugin",
            capability: .command(
                intent: .custom(verb: "callsign", description: "Generate API clients from their descriptions"),
                permissions: [
                    .writeToPackageDirectory(reason: "Writes the generated client into the source tree")
                ]),
            dependencies: ["callsign"]),

        .testTarget(
            name: "CallsignDiagnosticsTests", dependencies: ["CallsignDiagnostics"], swiftSettings: strict),
        .testTarget(
            name: "CallsignMustacheTests", dependencies: ["CallsignMustache", "CallsignDiagnostics"],
            swiftSettings: strict),
        .testTarget(
            name: "CallsignPlanTests", dependencies: ["CallsignPlan", "CallsignDiagnostics"], swiftSettings: strict),
        .testTarget(
            name: "CallsignYAMLTests", dependencies: ["CallsignYAML", "CallsignDiagnostics"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
