/// Answers with their sources.
import Kho
import Testing

@testable import KhoCommand

@Suite struct AnswerTests {
  private let documents = [
    Answer.Document(
      id: "000", title: "Bài một", earliest: "2022-03-24", latest: "2023-03-31",
      isDateInferred: true, citations: [Answer.Citation(name: "000:5", line: 8)]),
    Answer.Document(
      id: "003", title: "Bài hai", latest: "2019-06-05",
      citations: [
        Answer.Citation(name: "003:4", line: 7), Answer.Citation(name: "003:11", line: 22),
      ]),
  ]

  private func lines(_ columns: [String], _ rows: [[Value]], width: Int? = nil) -> [String] {
    Answer(columns: columns, rows: rows) { names in
      documents.filter { document in document.citations.contains { names.contains($0.name) } }
    }.lines(width: width)
  }

  @Test func `rows that differ in their citations only are one row`() {
    let lines = lines(
      ["district", "source", "paragraph", "line", "title"],
      [
        ["Cao Lãnh", "003", 4, 7, "Bài hai"], ["Cao Lãnh", "003", 11, 22, "Bài hai"],
        ["Cầu Ngang", "000", 5, 8, "Bài một"],
      ])
    #expect(
      lines == [
        "district  │ sources",
        "──────────┼──────────────",
        "Cao Lãnh  │ 003:4, 003:11",
        "Cầu Ngang │ 000:5",
        "",
        "Sources · Nguồn",
        "  000  Bài một (between 2022-03-24 and 2023-03-31, inferred)",
        "       000:5 line 8",
        "  003  Bài hai (not after 2019-06-05)",
        "       003:4 line 7 · 003:11 line 22",
      ])
  }

  @Test func `a title that is not the source's is kept`() {
    let lines = lines(
      ["title", "source", "paragraph", "line"],
      [["Chỉ thị", "000", 5, 8], ["Kết luận", "000", 5, 8]])
    #expect(lines[0] == "title    │ sources" && lines[2] == "Chỉ thị  │ 000:5")
  }

  @Test func `a list of paragraphs cites too, and inferred rows are explained`() {
    let lines = lines(["n", "status", "paragraphs"], [[1, "inferred", ["003:4", "003:4"]]])
    #expect(lines[2] == "1 │ inferred │ 003:4")
    #expect(lines.last?.hasPrefix("inferred: người đọc suy ra") == true)
  }

  @Test func `an answer without rows says so`() {
    #expect(lines(["n"], []) == ["(no rows · không có)"])
  }

  @Test func `what cites nothing has no sources`() {
    #expect(lines(["n"], [[1]]) == ["n", "─", "1"])
  }
}

@Suite struct ParameterTextTests {
  @Test(arguments: [
    "5", "-5", "+5", "2.5", ".5", "1e3", "'x'", "\"x\"", "[1]", "{a: 1}", "true", "NULL",
  ])
  func `literals of Cypher are told by how they begin`(text: String) {
    #expect(ParameterText.isLiteral(text))
  }

  @Test(arguments: ["", "x", "05-CT/TW", "2019-02-01", "Cầu Ngang", "nan", "inf", "truely", "(1)"])
  func `everything else is text`(text: String) {
    #expect(!ParameterText.isLiteral(text))
  }

  @Test func `quotes hold the words of a command together`() {
    #expect(Shell.words(of: "a  'Cầu Ngang' \"it's\" b''c") == ["a", "Cầu Ngang", "it's", "bc"])
    #expect(Shell.words(of: "  ") == [])
    #expect(Shell.words(of: "'open end") == ["open end"])
    #expect(Shell.words(of: "''") == [""])
  }
}
