// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: memory safety is checked strictly, and a warning is an error where
/// `KHO_STRICT` is set (CI), so that a newer compiler's new warning breaks nobody's build.
let settings: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["KHO_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "Kho",
  products: [
    .library(name: "Kho", targets: ["Kho"]),
    .executable(name: "kho", targets: ["KhoCommand"]),
    // The C library; the Makefile installs it as libkho.
    .library(name: "KhoC", type: .dynamic, targets: ["KhoC"]),
  ],
  dependencies: [
    // The command line's parsing, help and completion scripts: Swift's own, and what its users know.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    // Line editing with history and completion, and unlike GNU readline under a BSD licence.
    .systemLibrary(
      name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(name: "LMDB", dependencies: ["CLMDB"], swiftSettings: settings),
    .target(name: "GraphModel", swiftSettings: settings),
    .target(
      name: "GraphStorage", dependencies: ["LMDB", "GraphModel"], exclude: ["FileFormat.md"],
      swiftSettings: settings),
    .target(name: "CypherSyntax", dependencies: ["GraphModel"], swiftSettings: settings),
    .target(
      name: "CypherEngine", dependencies: ["CypherSyntax", "GraphStorage", "GraphModel"],
      swiftSettings: settings),
    .target(
      name: "Kho",
      dependencies: ["CypherEngine", "CypherSyntax", "GraphStorage", "GraphModel", "LMDB"],
      swiftSettings: settings),
    // The C library's header, written by hand; the compiler holds KhoC to it.
    .systemLibrary(name: "CKho"),
    .target(
      name: "KhoC", dependencies: ["Kho", "CKho", "LMDB", "GraphModel"], swiftSettings: settings),
    .executableTarget(
      name: "KhoCommand",
      dependencies: [
        "Kho", "CEditline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // What tests of several targets share.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "GraphModelTests", dependencies: ["GraphModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GraphStorageTests", dependencies: ["GraphStorage", "GraphModel", "LMDB", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CypherSyntaxTests", dependencies: ["CypherSyntax", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CypherEngineTests",
      dependencies: ["CypherEngine", "CypherSyntax", "GraphStorage", "GraphModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
    .testTarget(name: "KhoTests", dependencies: ["Kho", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "KhoCommandTests", dependencies: ["KhoCommand", "Kho", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GoldenTests", dependencies: ["KhoCommand", "Kho"], path: "Tests/Golden/Runner",
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
