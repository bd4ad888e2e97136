// swift-tools-version: 6.0
import PackageDescription

/// Drawing variants is slow enough without optimisation to make the tests wait for it.
let fast: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Targets in the order of the way through the program; each may use only what stands before it, and names all that it
/// uses, so that it is built anew when one of these changes.
let package = Package(
    name: "psgen",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "psgen", targets: ["psgen"])],
    targets: [
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .target(name: "CFile"),

        .target(name: "YAML", dependencies: ["CYAML"]),
        .target(name: "Exact", swiftSettings: fast),
        .target(name: "Maths", dependencies: ["Exact"]),
        .target(name: "Document", dependencies: ["CMark", "Exact", "Maths"]),
        .target(name: "Solver", dependencies: ["Exact", "Maths"], swiftSettings: fast),
        .target(name: "Template", dependencies: ["Document", "Exact", "Maths", "Solver", "YAML"]),
        .target(name: "Generator", dependencies: ["Exact", "Solver", "Template", "YAML"], swiftSettings: fast),
        .target(name: "Record", dependencies: ["Exact", "Generator", "Solver", "Template", "YAML"]),
        .target(
            name: "Exporter", dependencies: ["Document", "Exact", "Generator", "Maths", "Record", "Solver", "Template"]),
        .target(
            name: "Checker",
            dependencies: [
                "Document", "Exact", "Exporter", "Generator", "Maths", "Record", "Solver", "Template", "YAML",
            ]),
        .executableTarget(
            name: "psgen",
            dependencies: [
                "CFile", "Checker", "Document", "Exact", "Exporter", "Generator", "Maths", "Record", "Solver",
                "Template", "YAML",
            ]),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Checker", "Document", "Exact", "Generator", "Maths", "Record", "Solver", "Template", "YAML",
            ]),
        .target(
            name: "Fuzz",
            dependencies: ["Checker", "Exact", "Exporter", "Generator", "Record", "Solver", "Template", "YAML"]),

        .target(name: "TestSupport", path: "Tests/Support"),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "TestSupport"]),
        .testTarget(name: "ExactTests", dependencies: ["Exact"]),
        .testTarget(name: "MathsTests", dependencies: ["Exact", "Maths", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(
            name: "DocumentTests", dependencies: ["Document", "Exact", "Maths", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(
            name: "SolverTests",
            dependencies: ["Exact", "Generator", "Maths", "Solver", "Template", "TestSupport", "YAML"],
            exclude: ["Oracles/oracles.json"]
        ),
        .testTarget(
            name: "TemplateTests",
            dependencies: ["Document", "Exact", "Fuzz", "Maths", "Solver", "Template", "TestSupport", "YAML"]),
        .testTarget(
            name: "GeneratorTests", dependencies: ["Exact", "Generator", "Solver", "Template", "TestSupport", "YAML"]),
        .testTarget(
            name: "RecordTests",
            dependencies: ["Exact", "Generator", "Record", "Solver", "Template", "TestSupport", "YAML"]),
        .testTarget(
            name: "ExporterTests",
            dependencies: [
                "Document", "Exact", "Exporter", "Generator", "Maths", "Record", "Solver", "Template", "TestSupport",
                "YAML",
            ]),
        .testTarget(
            name: "CheckerTests",
            dependencies: [
                "Checker", "Document", "Exact", "Exporter", "Generator", "Record", "Solver", "Template", "TestSupport",
                "YAML",
            ]),
        .testTarget(name: "FuzzTests", dependencies: ["Fuzz", "TestSupport"]),
        .testTarget(name: "psgenTests", dependencies: ["YAML", "psgen"]),
    ],
    swiftLanguageModes: [.v6]
)
