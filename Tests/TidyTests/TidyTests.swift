/// House rules that a test can check, so that nobody has to remember them.
import Foundation
import Testing

@Suite struct TidyTests {
  private struct SourceFile: CustomStringConvertible {
    var path: String
    var lines: [String]
    var description: String { path }
  }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func files(in folder: String) throws -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      return SourceFile(path: folder + "/" + path, lines: text.components(separatedBy: "\n"))
    }
  }

  /// `path:line` of every line that breaks a rule.
  private static func places(
    in files: [SourceFile], where isBroken: (String) -> Bool
  ) -> [String] {
    files.flatMap { file in
      file.lines.enumerated().filter { isBroken($0.element) }.map {
        "\(file.path):\($0.offset + 1)"
      }
    }
  }

  @Test func `lines have at most 100 columns`() throws {
    let files = try Self.files(in: "Sources") + Self.files(in: "Tests")
    #expect(files.count > 100)
    #expect(Self.places(in: files) { $0.count > 100 } == [])
  }

  @Test func `nothing on a user's path traps`() throws {
    let traps = ["try" + "!", "as" + "!", "fatalError" + "(", "preconditionFailure" + "("]
    let found = Self.places(in: try Self.files(in: "Sources")) { line in
      !line.trimmingCharacters(in: .whitespaces).hasPrefix("//")
        && traps.contains { line.contains($0) }
    }
    #expect(found == [])
  }

  @Test func `nothing is left for later`() throws {
    let marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK"]
    let files = try Self.files(in: "Sources") + Self.files(in: "Tests")
    #expect(Self.places(in: files) { line in marks.contains { line.contains($0) } } == [])
  }

  @Test func `only the library and the command know Foundation`() throws {
    let lower = ["LMDB", "GraphModel", "GraphStorage", "CypherSyntax", "CypherEngine"]
    for target in lower {
      let files = try Self.files(in: "Sources/" + target)
      #expect(Self.places(in: files) { $0.contains("import Foundation") } == [])
    }
  }

  @Test func `unsafe code says why it is safe`() throws {
    let silent = try Self.files(in: "Sources").filter { file in
      file.lines.contains { $0.contains("unsafe ") && !$0.contains("///") }
        && !file.lines.contains { $0.contains("Safe:") }
    }
    #expect(silent.map(\.path) == [])
  }
}
