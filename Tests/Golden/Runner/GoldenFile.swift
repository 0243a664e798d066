/// A file of statements and what they answer, in the form of Tests/Golden/README.md: reading,
/// comparing, writing anew.
import Foundation
import Kho
import Testing

/// One `.cypher` file, cut into statements.
struct GoldenFile: Sendable, CustomTestStringConvertible {
  /// A statement, and the lines of text after it up to the next one.
  struct Entry: Sendable {
    var text: String
    /// `name = expression` of the `// param:` lines before it.
    var parameters: [(name: String, expression: String)]
    /// The lines of the block that say what the statement answers.
    var expected: [String]
    /// The line the statement begins at, from 1.
    var line: Int
    /// Where the text after its `;` begins, up to the next statement, in UTF-8 bytes.
    var gap: Range<Int>
  }

  /// The path from the root of the repository.
  var path: String
  var text: String
  /// What `// seed:` names: a folder or a file from the root.
  var seed: String?
  var entries: [Entry]

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The marks of lines that say what a statement answers.
  static let marks = ["//=", "//!", "//~", "//?", "//#"]

  var testDescription: String { path }

  /// All files below `folder` (a path from the root), by path.
  static func all(in folder: String) -> [GoldenFile] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".cypher") }.sorted()
      .compactMap { try? GoldenFile(path: "\(folder)/\($0)") }
  }

  init(path: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    self.init(path: path, text: text)
  }

  init(path: String, text: String) {
    self.path = path
    self.text = text
    let utf8 = Array(text.utf8)
    func slice(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
    let statements = Script.split(text)
    entries = []
    var before = slice(0..<(statements.first?.offset ?? utf8.count))
    seed = Self.values(of: "seed", in: before).first
    for (index, statement) in statements.enumerated() {
      let end = index + 1 < statements.count ? statements[index + 1].offset : utf8.count
      let start = statement.offset + statement.text.utf8.count + (statement.isEnded ? 1 : 0)
      let after = slice(start..<end)
      entries.append(
        Entry(
          text: statement.text,
          parameters: Self.values(of: "param", in: before).compactMap(Self.parameter),
          expected: Self.lines(of: after).filter { line in
            Self.marks.contains { line.hasPrefix($0) }
          },
          line: 1 + utf8[..<statement.offset].count { $0 == UInt8(ascii: "\n") },
          gap: start..<end))
      before = after
    }
  }

  /// The file's text with `blocks`, one a statement, in place of what it has.
  func replacing(_ blocks: [[String]]) -> String {
    let utf8 = Array(text.utf8)
    var result = ""
    var offset = 0
    for (entry, block) in zip(entries, blocks) {
      result += String(decoding: utf8[offset..<entry.gap.lowerBound], as: UTF8.self)
      offset = entry.gap.upperBound
      let gap = String(decoding: utf8[entry.gap], as: UTF8.self)
      let rest = Self.lines(of: gap).filter { line in
        !Self.marks.contains { line.hasPrefix($0) }
      }
      result += ([rest.first ?? ""] + block + rest.dropFirst()).joined(separator: "\n")
      if rest.count < 2 { result += "\n" }
    }
    return result + String(decoding: utf8[offset...], as: UTF8.self)
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands behind `// key:` in the comment lines of `text`.
  private static func values(of key: String, in text: String) -> [String] {
    lines(of: text).filter { $0.hasPrefix("// \(key): ") }
      .map { $0.dropFirst(key.count + 5).trimmingCharacters(in: .whitespaces) }
  }

  /// `name = expression`; a type between the two, as saved queries have it, stays with the name.
  private static func parameter(_ line: String) -> (name: String, expression: String)? {
    guard let mark = line.firstRange(of: "=") else { return nil }
    return (
      line[..<mark.lowerBound].trimmingCharacters(in: .whitespaces),
      line[mark.upperBound...].trimmingCharacters(in: .whitespaces)
    )
  }
}
