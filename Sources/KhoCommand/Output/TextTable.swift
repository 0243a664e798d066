/// A table of text for a terminal, aligned by display width: words left, numbers right.
struct TextTable {
  struct Cell: Equatable {
    var text: String
    /// Whether it counts for aligning its column to the right; nil where it does not matter (null).
    var isNumber: Bool?
    init(_ text: String, isNumber: Bool? = false) {
      self.text = text.visible
      self.isNumber = isNumber
    }
  }

  /// What happens to a cell wider than its column.
  enum Overflow { case cut, wrap }

  var header: [String]
  var rows: [[Cell]] = []

  /// Whether each column holds numbers and nothing else.
  var isNumeric: [Bool] {
    header.indices.map { column in
      let kinds = rows.compactMap { column < $0.count ? $0[column].isNumber : nil }
      return !kinds.isEmpty && kinds.allSatisfy { $0 }
    }
  }

  /// Widths of the columns: their own where the table fits `limit`, else the widest are cut to one
  /// width, never below `minimumWidth`.
  func columnWidths(within limit: Int?) -> [Int] {
    let natural = header.indices.map { column in
      rows.reduce(header[column].visible.displayWidth) { width, row in
        max(width, column < row.count ? row[column].text.displayWidth : 0)
      }
    }
    guard let limit else { return natural }
    let available = limit - Self.separator.count * (natural.count - 1)
    var widest = natural.max() ?? 0
    while widest > Self.minimumWidth,
      natural.reduce(0, { $0 + min($1, widest) }) > available
    { widest -= 1 }
    return natural.map { min($0, widest) }
  }

  /// The table's lines: header, rule, rows.
  /// - Parameter isStyled: whether the header is bold, as on a terminal.
  func lines(
    within limit: Int? = nil, overflow: Overflow = .cut, isStyled: Bool = false
  ) -> [String] {
    let widths = columnWidths(within: limit)
    let numeric = isNumeric
    func line(_ cells: [String]) -> String {
      var line = ""
      for column in widths.indices {
        if column > 0 { line += Self.separator }
        line += (column < cells.count ? cells[column] : "")
          .padded(toWidth: widths[column], isRight: numeric[column])
      }
      return line.trimmingTrailingSpaces
    }
    var rule = ""
    for (column, width) in widths.enumerated() {
      rule += (column > 0 ? "─┼─" : "") + String(repeating: "─", count: width)
    }
    let title = line(zip(header, widths).map { $0.visible.cut(toWidth: $1) })
    var lines = [Terminal.styled(title, "1", if: isStyled), rule]
    for row in rows {
      switch overflow {
      case .cut: lines.append(line(zip(row, widths).map { $0.text.cut(toWidth: $1) }))
      case .wrap:
        let cells = zip(row, widths).map { $0.text.wrapped(toWidth: $1) }
        for index in 0..<(cells.map(\.count).max() ?? 0) {
          lines.append(line(cells.map { index < $0.count ? $0[index] : "" }))
        }
      }
    }
    return lines
  }

  private static let separator = " │ "
  static let minimumWidth = 8
}

extension String {
  var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
