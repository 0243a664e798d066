/// Runs the built `kho` as a process of its own, in a folder of its own.
import Foundation

/// What a run of a process left.
struct Run {
  var status: Int32
  var output: String
  var error: String
}

/// A folder for one test, gone with its last reference; the command finds its data and state there.
final class Sandbox: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "kho-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and returns its path.
  @discardableResult func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }

  /// Runs `kho` with `arguments`.
  func kho(_ arguments: String..., input: String = "") throws -> Run {
    try run(Self.executable, arguments, input: input)
  }

  /// Runs a command line of bash, in which `kho` is the built one.
  func bash(_ command: String) throws -> Run {
    try run("/bin/bash", ["-c", "set -o pipefail; kho() { \"$KHO\" \"$@\"; }; " + command])
  }

  private func run(_ path: String, _ arguments: [String], input: String = "") throws -> Run {
    let name = UUID().uuidString
    let files = try ["in", "out", "err"].map { kind in
      try write(kind == "in" ? input : "", to: name + "." + kind)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["KHO_DB"] = nil
    environment["XDG_DATA_HOME"] = folder + "/data"
    environment["XDG_STATE_HOME"] = folder + "/state"
    environment["KHO"] = Self.executable
    process.environment = environment
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: try String(contentsOfFile: files[1], encoding: .utf8),
      error: try String(contentsOfFile: files[2], encoding: .utf8))
  }

  /// The product lies in the same folder as the tests, or above their bundle.
  private static let executable: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let path = folder.appendingPathComponent("kho").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return "kho"
  }()
}
