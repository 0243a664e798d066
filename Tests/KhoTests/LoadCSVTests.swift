/// LOAD CSV: what it reads, and that it reads nothing else.
import Foundation
import Kho
import Testing

@Suite struct LoadCSVTests {
  /// A folder with a file `people.csv`, and beside it one that must stay unread.
  private func withFolder(_ csv: String, _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = root.appendingPathComponent("import")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data(csv.utf8).write(to: folder.appendingPathComponent("people.csv"))
    try Data("secret\n".utf8).write(to: root.appendingPathComponent("secret.csv"))
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("link.csv"),
      withDestinationURL: root.appendingPathComponent("secret.csv"))
    try body(folder.path)
  }

  private func rows(_ query: String, folder: String?) throws -> [String] {
    var configuration = Configuration()
    configuration.importFolder = folder
    let database = try Database.temporary(configuration: configuration)
    return try database.read { tx in
      try tx.query(query).map { record in record.values.map(\.description).joined(separator: "|") }
    }
  }

  @Test func `records come as lists of fields`() throws {
    try withFolder("a,\"b \"\"c\"\"\"\r\n,\"\"\n\"line\nbreak\",Cầu Ngang") { folder in
      let found = try rows("LOAD CSV FROM 'people.csv' AS r RETURN r", folder: folder)
      #expect(found == ["['a', 'b \"c\"']", "[null, '']", "['line\\nbreak', 'Cầu Ngang']"])
    }
  }

  @Test func `with headers records come as maps`() throws {
    try withFolder("name;born\nAda;1815\nAlan\n") { folder in
      let found = try rows(
        "LOAD CSV WITH HEADERS FROM 'file:///people.csv' AS r FIELDTERMINATOR ';' "
          + "RETURN r.name, toInteger(r.born) AS born ORDER BY born", folder: folder)
      #expect(found == ["'Ada'|1815", "'Alan'|null"])
    }
  }

  @Test func `without a folder nothing is read`() throws {
    try withFolder("a\n") { _ in
      #expect(throws: KhoError.self) {
        try rows("LOAD CSV FROM '/etc/hostname' AS r RETURN r", folder: nil)
      }
    }
  }

  @Test(arguments: ["../secret.csv", "link.csv", "/etc/hostname", "http://a/b.csv", "none.csv", ""])
  func `nothing outside the folder is read`(name: String) throws {
    try withFolder("a\n") { folder in
      #expect(throws: KhoError.self) {
        try rows("LOAD CSV FROM '\(name)' AS r RETURN r", folder: folder)
      }
    }
  }

  @Test func `a quote that is not closed is named with its line`() throws {
    try withFolder("a\n\"b\n") { folder in
      do {
        _ = try rows("LOAD CSV FROM 'people.csv' AS r RETURN r", folder: folder)
        Issue.record("expected an error")
      } catch let error as KhoError {
        #expect(error.detail == "InvalidCSV")
        #expect(error.message.contains("line 2"))
      }
    }
  }
}
