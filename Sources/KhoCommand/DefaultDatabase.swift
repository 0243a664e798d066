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

  static let executable: String? = {
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
/// that somebody wrote is never touched, and one of an older format is kept under another name.
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
    let hash = Stamp.hash(of: scripts)
    if exists, let database = try openUnlessOlder(path, isReadOnly: isReadOnly) {
      let stamp = Stamp(besides: path)
      if stamp?.seeds == hash { return database }
      let info = try database.info()
      guard info.nodeCount == 0 || stamp?.lastTransaction == info.lastTransaction else {
        Output.error(
          "note: '\(path)' was changed since it was built, and is left as it is;"
            + " remove it to have the new seeds\n")
        return database
      }
      database.close()
    }
    let lastTransaction = try build(path, from: scripts)
    try Stamp(seeds: hash, lastTransaction: lastTransaction).write(besides: path)
    return try Databases.open(path, isReadOnly: isReadOnly)
  }

  /// Nil where an older Kho made the file, which then has another name.
  private static func openUnlessOlder(_ path: String, isReadOnly: Bool) throws -> Database? {
    do {
      return try Databases.open(path, isReadOnly: isReadOnly)
    } catch let error as KhoError where error.detail == "OlderFormat" {
      var old = path + ".old"
      while Files.exists(old) { old += "+" }
      // The lock file goes along: an older kho that has the file open must not share it.
      try? FileManager.default.moveItem(atPath: path + "-lock", toPath: old + "-lock")
      try FileManager.default.moveItem(atPath: path, toPath: old)
      Output.error("note: an older kho made '\(path)'; it is kept as '\(old)'\n")
      return nil
    }
  }

  /// Replaces all that the file holds, in one transaction, whose number is returned.
  private static func build(_ path: String, from scripts: [Script]) throws -> UInt64 {
    try Files.makeFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    let clearing = Script(name: "clear", text: "MATCH (n) DETACH DELETE n;")
    let all = [clearing] + scripts
    let bar = ProgressBar(total: all.reduce(0) { $0 + $1.statements.count })
    defer { bar.clear() }
    let database = try Databases.open(path, createsFile: true)
    defer { database.close() }
    try database.load(all, cancellation: Interruption.cancellation) { bar.show($0) }
    return try database.info().lastTransaction
  }
}

/// What the default database was built from, and its last transaction then: two words in a file
/// beside it.
private struct Stamp {
  var seeds: String
  var lastTransaction: UInt64

  init(seeds: String, lastTransaction: UInt64) {
    self.seeds = seeds
    self.lastTransaction = lastTransaction
  }

  init?(besides path: String) {
    let text = try? String(contentsOfFile: Self.path(besides: path), encoding: .utf8)
    guard let words = text?.split(separator: " "), words.count == 2,
      let number = UInt64(words[1])
    else { return nil }
    self.init(seeds: String(words[0]), lastTransaction: number)
  }

  func write(besides path: String) throws {
    try "\(seeds) \(lastTransaction)".write(
      toFile: Self.path(besides: path), atomically: true, encoding: .utf8)
  }

  private static func path(besides path: String) -> String { path + "-seeds" }

  /// FNV-1a of the scripts' texts and the command's version: tells other seeds, not ill will.
  static func hash(of scripts: [Script]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in [KhoCommand.version] + scripts.map(\.text) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }
}
