/// `Tests/Faces/README.md` is the one list of what every face does: each case is tested in each.
import Foundation
import Testing

@Suite struct FaceListTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where the tests of a face are: folders and files of which the names are the tests' own.
  private static let places:
    [(face: Character, folders: [String], isMeant: @Sendable (String) -> Bool)] = [
      ("S", ["KhoTests/Faces"], { !$0.hasPrefix("Session") }),
      ("J", ["KhoTests/Faces", "KhoCommandTests"], { $0.hasPrefix("Session") }),
      ("C", ["C"], { $0.hasSuffix(".c") }),
      ("P", ["Python"], { $0.hasPrefix("test_") }),
    ]

  /// The list's cases: id and letters of the faces.
  private static func cases() throws -> [(id: String, faces: String)] {
    let list = try String(
      contentsOf: tests.appendingPathComponent("Faces/README.md"), encoding: .utf8)
    return list.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[0].count == 3, Int(cells[0].dropFirst()) != nil else {
        return nil
      }
      return (cells[0], cells[3])
    }
  }

  /// The text of a face's tests; nil where there are none yet.
  private static func text(
    _ folders: [String], _ isMeant: (String) -> Bool
  ) throws -> String? {
    var text: String?
    for folder in folders.map({ tests.appendingPathComponent($0) }) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names where isMeant(name) {
        text = (text ?? "")
          + (try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      }
    }
    return text
  }

  @Test func `the README's table counts the cases that are tested`() throws {
    let readme = try String(
      contentsOf: Self.tests.appendingPathComponent("../README.md"), encoding: .utf8)
    let list = try String(
      contentsOf: Self.tests.appendingPathComponent("Faces/README.md"), encoding: .utf8)
    for heading in list.split(separator: "\n").filter({ $0.hasPrefix("## ") }) {
      let group = heading.dropFirst(3).split(separator: ": ")
      var row = "| \(group.joined(separator: " ")) |"
      for face in "SCPJ" {
        guard let place = Self.places.first(where: { $0.face == face }) else { continue }
        let text = try Self.text(place.folders, place.isMeant)
        let count = try Self.cases().count {
          $0.id.hasPrefix(group[0]) && $0.faces.contains(face) && text?.contains($0.id) == true
        }
        row += text == nil ? " – |" : " \(count) |"
      }
      #expect(readme.contains(row + "\n"), "expected the row \(row)")
    }
  }

  @Test func `every case has an id of its own and at least one face`() throws {
    let cases = try Self.cases()
    #expect(cases.count > 100)
    #expect(Set(cases.map(\.id)).count == cases.count)
    #expect(cases.allSatisfy { !$0.faces.isEmpty && $0.faces.allSatisfy { "SCPJ ".contains($0) } })
    #expect(cases.filter { $0.id.hasPrefix("M") }.count >= 30)
  }

  @Test func `every case is tested in each of its faces`() throws {
    for place in Self.places {
      guard let text = try Self.text(place.folders, place.isMeant) else { continue }
      let missing = try Self.cases().filter {
        $0.faces.contains(place.face) && !text.contains($0.id)
      }
      #expect(missing.map(\.id) == [], "\(place.face)")
    }
  }
}
