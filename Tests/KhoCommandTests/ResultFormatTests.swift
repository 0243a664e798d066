/// Results in each format.
import Kho
import Testing

@testable import KhoCommand

@Suite struct ResultFormatTests {
  private let columns = ["tên", "n"]
  private let rows: [[Value]] = [
    ["Cầu Ngang", 580], ["a,\"b\"\nc\td|e\\", .null], ["", 1.5], [["x", 1], true],
  ]

  private func text(
    _ format: ResultFormat, columns: [String]? = nil, rows: [[Value]]? = nil
  ) -> String {
    let output = Output(isPage: true)
    var writer = ResultWriter(format, columns: columns ?? self.columns, to: output)
    for row in rows ?? self.rows { writer.write(row) }
    writer.finish()
    return output.text
  }

  @Test func `csv quotes what it must, and tells empty text from null`() {
    #expect(
      text(.csv) == "tên,n\r\nCầu Ngang,580\r\n\"a,\"\"b\"\"\nc\td|e\\\",\r\n\"\",1.5\r\n"
        + "\"[\"\"x\"\",1]\",true\r\n")
  }

  @Test func `tsv keeps each row on one line`() {
    #expect(
      text(.tsv) == "tên\tn\nCầu Ngang\t580\na,\"b\"\\nc\\td|e\\\\\t\n\t1.5\n[\"x\",1]\ttrue\n")
  }

  @Test func `json is an array of objects with the columns in order`() {
    #expect(
      text(.json) == """
        [
          {"tên":"Cầu Ngang","n":580},
          {"tên":"a,\\"b\\"\\nc\\td|e\\\\","n":null},
          {"tên":"","n":1.5},
          {"tên":["x",1],"n":true}
        ]

        """)
    #expect(text(.json, rows: []) == "[]\n")
  }

  @Test func `jsonl is an object a line`() {
    #expect(
      text(.jsonl, rows: [[1, 2], [3, .null]]) == "{\"tên\":1,\"n\":2}\n{\"tên\":3,\"n\":null}\n")
    #expect(text(.jsonl, rows: []) == "")
  }

  @Test func `markdown escapes bars and aligns numbers to the right`() {
    #expect(
      text(.markdown, rows: [["a|b", 1], ["Cầu", 20]]) == """
        | tên  |   n |
        | ---- | --: |
        | a\\|b |   1 |
        | Cầu  |  20 |

        """)
  }

  @Test func `line names each value and parts rows by an empty line`() {
    #expect(
      text(.line, rows: [["Cầu Ngang", 1], ["x", .null]])
        == "tên = Cầu Ngang\n  n = 1\n\ntên = x\n  n = \n")
  }

  @Test func `a table shows null as nothing`() {
    #expect(
      text(.table, rows: [["Cầu", .null], [.null, 12]])
        == "tên │  n\n────┼───\nCầu │\n    │ 12\n")
  }
}
