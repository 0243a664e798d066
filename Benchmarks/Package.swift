// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "Kho", path: "..")],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "CLimit", linkerSettings: [.linkedLibrary("lmdb")]),
    .executableTarget(
      name: "KhoBench",
      dependencies: ["CSQLite", "CLimit", .product(name: "Kho", package: "Kho")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
