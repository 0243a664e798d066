/// Tables as they are printed.
import Testing

@testable import KhoCommand

@Suite struct TextTableTests {
  private func cells(_ texts: String...) -> [TextTable.Cell] { texts.map { TextTable.Cell($0) } }

  @Test func `columns are aligned by display width`() {
    let table = TextTable(
      header: ["district", "字"], rows: [cells("Cầu Ngang", "a"), cells("漢字", "b")])
    #expect(
      table.lines() == [
        "district  │ 字",
        "──────────┼───",
        "Cầu Ngang │ a",
        "漢字      │ b",
      ])
  }

  @Test func `a column of numbers is aligned to the right, nulls aside`() {
    let number = { (text: String) in TextTable.Cell(text, isNumber: true) }
    let table = TextTable(
      header: ["n", "mixed"],
      rows: [
        [number("1"), number("1")], [number("-250"), TextTable.Cell("x")],
        [TextTable.Cell("", isNumber: nil), number("2")],
      ])
    #expect(table.lines() == ["   n │ mixed", "─────┼──────", "   1 │ 1", "-250 │ x", "     │ 2"])
  }

  @Test func `a table too wide for the terminal has its widest columns cut`() {
    let long = String(repeating: "dài ", count: 20)
    let table = TextTable(header: ["a", "b"], rows: [cells("ngắn", long)])
    let lines = table.lines(within: 30)
    #expect(lines.allSatisfy { $0.displayWidth <= 30 })
    #expect(lines[2].hasPrefix("ngắn │ dài dài") && lines[2].hasSuffix("…"))
  }

  @Test func `a table told to wrap shows everything`() {
    let table = TextTable(header: ["a", "b"], rows: [cells("x", "một hai ba bốn năm sáu")])
    #expect(
      table.lines(within: 16, overflow: .wrap) == [
        "a │ b", "──┼─────────────", "x │ một hai ba", "  │ bốn năm sáu",
      ])
  }

  @Test func `a cell cannot break its line`() {
    #expect(TextTable(header: ["a"], rows: [cells("x\ny")]).lines() == ["a", "────", "x\\ny"])
  }
}
