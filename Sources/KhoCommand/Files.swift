/// Files that commands read.
import Kho

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

enum Files {
  /// The text of the file at `path`, or of standard input for `-`; without a byte order mark.
  static func text(at path: String) throws -> String {
    let bytes: [UInt8]
    do {
      bytes = path == "-" ? StandardInput.bytes() : Array(try Data(contentsOf: URL(filePath: path)))
    } catch let error as CocoaError {
      switch error.code {
      case .fileReadNoSuchFile, .fileNoSuchFile: throw Failure("no file '\(path)'")
      case .fileReadNoPermission: throw Failure("'\(path)' may not be read")
      default: throw Failure("'\(path)' cannot be read: \(error)")
      }
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("'\(path)' is not UTF-8 text")
    }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    return text
  }

  static func exists(_ path: String) -> Bool {
    // Safe: the system copies the path.
    unsafe access(path, F_OK) == 0
  }

  static func isFolder(_ path: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
  }

  /// Paths of the `.cypher` files in `folder`, in the order of their names; none where there is no
  /// such folder.
  static func cypherFiles(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".cypher") }.sorted().map { folder + "/" + $0 }
  }

  /// The scripts of `paths`, in order; a folder stands for its `.cypher` files.
  static func scripts(at paths: [String]) throws -> [Script] {
    try paths.flatMap { path in
      guard isFolder(path) else { return [Script(name: path, text: try text(at: path))] }
      let files = cypherFiles(in: path)
      guard !files.isEmpty else { throw Failure("the folder '\(path)' has no .cypher files") }
      return try files.map { Script(name: $0, text: try text(at: $0)) }
    }
  }

  /// Makes `folder` and those above it, for their owner only.
  static func makeFolder(_ folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
