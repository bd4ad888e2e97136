// swift-tools-version: 6.0
import PackageDescription

/// Targets in the order of the way through the program; each may use only what stands before it.
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
        .target(name: "Exact"),
        .target(name: "Maths", dependencies: ["Exact"]),
        .target(name: "Document", dependencies: ["Maths", "CMark"]),
        .target(name: "Solver", dependencies: ["Exact", "Maths"]),
        .target(name: "Template", dependencies: ["YAML", "Solver", "Document"]),
        .target(name: "Generator", dependencies: ["Template", "Solver"]),
        .target(name: "Record", dependencies: ["Generator"]),
        .target(name: "Exporter", dependencies: ["Record", "Document", "Solver"]),
        .target(name: "Checker", dependencies: ["Record", "Document", "Solver"]),
        .executableTarget(name: "psgen", dependencies: ["CFile", "Exporter", "Checker"]),
        .executableTarget(name: "bench", dependencies: ["Generator"]),

        .target(name: "TestSupport", path: "Tests/Support"),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "TestSupport"]),
        .testTarget(name: "ExactTests", dependencies: ["Exact"]),
        .testTarget(name: "MathsTests", dependencies: ["Maths", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(name: "DocumentTests", dependencies: ["Document", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(
            name: "SolverTests", dependencies: ["Solver", "Generator", "TestSupport"], exclude: ["Oracles/oracles.json"]
        ),
        .testTarget(name: "TemplateTests", dependencies: ["Template", "TestSupport"]),
        .testTarget(name: "GeneratorTests", dependencies: ["Generator"]),
        .testTarget(name: "RecordTests", dependencies: ["Record", "TestSupport"]),
        .testTarget(name: "ExporterTests", dependencies: ["Exporter"]),
        .testTarget(name: "CheckerTests", dependencies: ["Checker", "TestSupport"]),
        .testTarget(name: "psgenTests", dependencies: ["psgen"]),
    ],
    swiftLanguageModes: [.v6]
)
