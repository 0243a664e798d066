/// Databases named on the command line.
import Kho

enum Databases {
  /// Opens the file at `path`; makes it only where `createsFile` says so.
  static func open(
    _ path: String, isReadOnly: Bool = false, createsFile: Bool = false,
    isUntrusted: Bool = false, importFolder: String? = nil
  ) throws -> Database {
    var configuration = Configuration()
    configuration.importFolder = importFolder
    configuration.isReadOnly = isReadOnly
    configuration.isUntrusted = isUntrusted
    configuration.createsFile = createsFile && !isReadOnly
    guard configuration.createsFile || Files.exists(path) else {
      throw Failure("no database '\(path)'")
    }
    return try Database(path: path, configuration: configuration)
  }

  /// Whether one of `statements` writes, as far as an empty database can tell.
  static func isWriting(_ statements: [Script.Statement]) throws -> Bool {
    let scratch = try Database.temporary()
    return statements.contains { (try? scratch.prepare($0.text).isWriting) ?? false }
  }
}
