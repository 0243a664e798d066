/// The database that commands use without being given one: the built-in knowledge.
import Kho

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files that come with the command: `seeds` and `queries`, in `PREFIX/share/kho` beside
/// `PREFIX/bin/kho`, or in a checkout above the executable or the current folder.
enum Installation {
  static let seeds = folder("seeds")
  static let queries = folder("queries")

  private static func folder(_ name: String) -> String? {
    let bin = executable.map(parent)
    let candidates =
      (bin.map { [parent($0) + "/share/kho"] } ?? []) + (bin.map(withParents) ?? [])
      + withParents(FileManager.default.currentDirectoryPath)
    return candidates.map { $0 + "/" + name }.first { !Files.cypherFiles(in: $0).isEmpty }
  }

  private static let executable: String? = {
    #if os(Linux)
      return try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      return Bundle.main.executablePath
    #endif
  }()

  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func withParents(_ folder: String) -> [String] {
    folder.isEmpty ? [] : [folder] + withParents(parent(folder))
  }
}

/// `$KHO_DB`, else `$XDG_DATA_HOME/kho/kho.kho`, which is built from the seeds on its first use.
///
/// Beside the built file lies a stamp: which seeds it was built from, and the file's state then.
/// When the seeds have changed and the file has not, it is built anew, in one transaction; a file
/// that somebody wrote is never touched.
enum DefaultDatabase {
  static func open(isReadOnly: Bool = false) throws -> Database {
    if let path = environment("KHO_DB") {
      return try Databases.open(path, isReadOnly: isReadOnly, createsFile: false)
    }
    let folder = (environment("XDG_DATA_HOME") ?? home + "/.local/share") + "/kho"
    return try open(
      path: folder + "/kho.kho", seeds: Installation.seeds, isReadOnly: isReadOnly)
  }

  static let home = environment("HOME") ?? "."

  /// The database at `path`, built or renewed from the `.cypher` files of the folder `seeds`.
  static func open(path: String, seeds: String?, isReadOnly: Bool) throws -> Database {
    let exists = Files.exists(path)
    guard let seeds else {
      guard exists else {
        throw Failure("the seeds of the built-in knowledge are not found; name a database")
      }
      return try Databases.open(path, isReadOnly: isReadOnly)
    }
    let scripts = try Files.scripts(at: [seeds])
    let stamp = Stamp(path: path)
    let hash = Stamp.hash(of: scripts)
    if exists, stamp.seeds == hash { return try Databases.open(path, isReadOnly: isReadOnly) }
    if exists, !stamp.isUntouched, try Databases.open(path, isReadOnly: true).info().nodeCount > 0 {
      Output.error(
        "note: '\(path)' was changed since it was built, and is left as it is;"
          + " remove it to have the new seeds\n")
      return try Databases.open(path, isReadOnly: isReadOnly)
    }
    try build(path, from: scripts)
    try Stamp.write(seeds: hash, besides: path)
    return try Databases.open(path, isReadOnly: isReadOnly)
  }

  /// Replaces all that the file holds, in one transaction.
  private static func build(_ path: String, from scripts: [Script]) throws {
    try Files.makeFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    let clearing = Script(name: "clear", text: "MATCH (n) DETACH DELETE n;")
    let all = [clearing] + scripts
    let bar = ProgressBar(total: all.reduce(0) { $0 + $1.statements.count })
    defer { bar.clear() }
    let database = try Databases.open(path, createsFile: true)
    defer { database.close() }
    try database.load(all, cancellation: Interruption.cancellation) { bar.show($0) }
  }
}

/// What the default database was built from, and the state of its file then: two words in a file
/// beside it.
private struct Stamp {
  var seeds: String?
  /// Whether the file is as it was when it was built.
  var isUntouched: Bool

  init(path: String) {
    let words = (try? String(contentsOfFile: path + "-seeds", encoding: .utf8))?.split(
      separator: " ")
    seeds = words?.first.map(String.init)
    isUntouched = words?.count == 2 && words.map { String($0[1]) } == Self.state(of: path)
  }

  static func write(seeds: String, besides path: String) throws {
    try "\(seeds) \(state(of: path) ?? "")".write(
      toFile: path + "-seeds", atomically: true, encoding: .utf8)
  }

  /// Time of the last change and size of the file.
  private static func state(of path: String) -> String? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let date = attributes[.modificationDate] as? Date
    else { return nil }
    return "\(date.timeIntervalSince1970)/\(attributes[.size] ?? 0)"
  }

  /// FNV-1a of the scripts' texts: tells other seeds, not ill will.
  static func hash(of scripts: [Script]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for script in scripts {
      for byte in script.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }
}
