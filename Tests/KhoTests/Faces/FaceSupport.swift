/// What the tests of `Tests/Faces/README.md` share.
import Foundation
import Kho
import Testing

/// A path for a database of one test; its files go with the last reference.
final class TemporaryFile: Sendable {
  let path = FileManager.default.temporaryDirectory.path + "/kho-face-\(UUID().uuidString).kho"

  deinit {
    for file in [path, path + "-lock", path + "-link", path + "-link-lock"] {
      try? FileManager.default.removeItem(atPath: file)
    }
  }

  func open(_ change: (inout Configuration) -> Void = { _ in }) throws -> Database {
    var configuration = Configuration()
    change(&configuration)
    return try Database(path: path, configuration: configuration)
  }

  var bytes: Data? { FileManager.default.contents(atPath: path) }
}

/// `Kind/Detail` of the error that `body` throws; nil if it throws none.
func failure<R>(_ body: () throws -> R) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return word(error)
  }
}

func asyncFailure<R: Sendable>(_ body: () async throws -> R) async -> String? {
  do {
    _ = try await body()
    return nil
  } catch {
    return word(error)
  }
}

func word(_ error: any Error) -> String {
  guard let error = error as? KhoError else { return "\(error)" }
  return "\(error.kind.rawValue)/\(error.detail)"
}

func count(_ database: Database) throws -> Int {
  try database.read { try $0.query("MATCH (n) RETURN count(n)").single(as: Int.self) }
}

/// A statement that would take hours.
let endless = """
  UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y % 7) AS s
  """

/// One that would write for hours.
let endlessWrite = """
  UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y CREATE (:A {x: x * y})
  """

/// The memory this process holds, in bytes.
func residentSize() -> Int {
  let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
  let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return pages * Int(getpagesize())
}

/// How many files this process has open.
func descriptorCount() -> Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
}
