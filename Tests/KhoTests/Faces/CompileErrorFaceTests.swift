/// Misuse that Swift's compiler sees: snippets that must not compile.
import Foundation
import Testing

@Suite struct CompileErrorFaceTests {
  /// The compiler, and the modules that these tests were built with; nil where they are not found.
  private static let compiler: (path: String, modules: String)? = {
    let manager = FileManager.default
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let path = folders.map { "\($0)/swiftc" }.first { manager.isExecutableFile(atPath: $0) }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let modules = folder.appendingPathComponent("Modules").path
      if let path, manager.fileExists(atPath: modules + "/Kho.swiftmodule") {
        return (path, modules)
      }
    }
    return nil
  }()

  /// Whether the body of a function that has a `database` compiles; what the compiler says.
  private func compile(_ body: String) throws -> (isGood: Bool, text: String) {
    guard let (path, modules) = Self.compiler else { return (true, "") }
    let source = FileManager.default.temporaryDirectory
      .appendingPathComponent("kho-\(UUID().uuidString).swift")
    defer { try? FileManager.default.removeItem(at: source) }
    try "import Kho\nfunc use(_ database: Database) async throws {\n\(body)\n}\n"
      .write(to: source, atomically: true, encoding: .utf8)
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments =
      ["-emit-sil", "-o", "/dev/null", "-swift-version", "6", source.path]
      + [modules, sources + "/CLMDB", sources + "/CKho"].flatMap { ["-I", $0] }
    let output = Pipe()
    process.standardError = output
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus == 0, text)
  }

  @Test(.enabled(if: compiler != nil, "needs swiftc and the modules of a debug build"))
  func `M13 M14 M20 no await in a transaction, no escape, no write in a read`() throws {
    let good = try compile("try await database.write { tx in _ = try tx.run(\"CREATE (:A)\") }")
    #expect(good.isGood, "\(good.text)")
    let cases = [
      (
        "try await database.write { tx in try await Task.sleep(for: .seconds(1)); _ = tx }",
        "expecting synchronous function type"
      ),
      ("_ = try await database.read { tx in tx }", "'Sendable'"),
      ("_ = try await database.read { try $0.query(\"RETURN 1\") }", "'Sendable'"),
      (
        "let work: (Transaction) throws -> Void = { tx in Task { _ = try tx.query(\"RETURN 1\") } }"
          + "\ntry database.read(work)",
        "data races"
      ),
      ("try database.read { _ = try $0.run(\"CREATE (:A)\") }", "no member 'run'"),
    ]
    for (body, message) in cases {
      let result = try compile(body)
      #expect(!result.isGood && result.text.contains(message), "\(body): \(result.text)")
    }
  }
}
