/// An answer with its sources below it.
import Kho

/// The rows of a saved question, with what they cite.
struct Answer {
  /// A paragraph that rows cite.
  struct Citation: Hashable {
    /// `document:paragraph`.
    var name: String
    var line: Int?
  }

  /// A cited document.
  struct Document: Equatable {
    var id: String
    var title = ""
    /// The first and the last day on which it can have been published, as far as they are known.
    var earliest: String?
    var latest: String?
    var isDateInferred = false
    var citations: [Citation] = []
  }

  private(set) var table: TextTable
  private(set) var documents: [Document]
  private(set) var hasInferredRows: Bool

  /// Rows that differ in their citations only become one row, whose citations stand in a last
  /// column.
  /// - Parameter documents: what the database knows of the documents that `citations` names.
  init(columns: [String], rows: [[Value]], documents: (Set<String>) throws -> [Document]) rethrows {
    let layout = CitationLayout(columns)
    let cited = rows.map(layout.citations)
    self.documents = try documents(Set(cited.joined().map(\.name)))
    let hidden = layout.hidden(in: rows, known: self.documents)
    let shown = columns.indices.filter { !hidden.contains($0) }
    var merged: [(cells: [TextTable.Cell], citations: [String])] = []
    for (row, citations) in zip(rows, cited) {
      let cells = shown.map { TextTable.Cell(row[$0]) }
      if merged.last?.cells != cells { merged.append((cells, [])) }
      for citation in citations where !merged[merged.count - 1].citations.contains(citation.name) {
        merged[merged.count - 1].citations.append(citation.name)
      }
    }
    hasInferredRows =
      columns.firstIndex(of: "status").map { status in
        rows.contains { $0[status].text == "inferred" }
      } ?? false
    table = TextTable(header: shown.map { columns[$0] })
    table.rows = merged.map(\.cells)
    if layout.isCiting {
      table.header.append("sources")
      for index in merged.indices {
        table.rows[index].append(TextTable.Cell(merged[index].citations.joined(separator: ", ")))
      }
    }
  }

  /// The table, the documents with their dates and the cited lines, and a word on inferred rows.
  func lines(width: Int?) -> [String] {
    var lines = table.lines(
      within: width, overflow: .wrap, isStyled: width != nil && Terminal.showsColor())
    if table.rows.isEmpty { lines = ["(no rows · không có)"] }
    if !documents.isEmpty { lines += ["", "Sources · Nguồn"] }
    for document in documents {
      let date = document.date.map { " (\($0))" } ?? ""
      let citations = document.citations.map { citation in
        citation.name + (citation.line.map { " line \($0)" } ?? "")
      }
      let head = "  \(document.id)  "
      let indent = String(repeating: " ", count: head.displayWidth)
      let room = max(20, (width ?? .max) - indent.count)
      let texts =
        (document.title + date).wrapped(toWidth: room)
        + citations.joined(separator: " · ").wrapped(toWidth: room)
      lines += texts.enumerated().map { ($0.offset == 0 ? head : indent) + $0.element }
    }
    if hasInferredRows {
      lines += ["", "inferred: a reader's conclusion; its paragraph is only the nearest anchor"]
      lines += ["inferred: người đọc suy ra; đoạn dẫn chỉ là chỗ gần nhất"]
    }
    return lines
  }
}

extension Answer.Document {
  /// When it was published: a day, a window, or a bound; told apart if a reader inferred it.
  var date: String? {
    let text: String
    switch (earliest, latest) {
    case (let first?, let last?): text = first == last ? first : "between \(first) and \(last)"
    case (let first?, nil): text = "not before \(first)"
    case (nil, let last?): text = "not after \(last)"
    case (nil, nil): return nil
    }
    return text + (isDateInferred ? ", inferred" : "")
  }

  /// The documents that have the paragraphs `names`, with those of their paragraphs.
  static func all(citing names: Set<String>, in database: Database) throws -> [Answer.Document] {
    guard !names.isEmpty else { return [] }
    return try database.read { tx in
      var documents: [Answer.Document] = []
      let rows = try tx.query(
        """
        MATCH (p:Passage)-[:PASSAGE_OF]->(s:Source) WHERE p.name IN $names
        RETURN p.name AS name, p.line AS line, s.docId AS id, s.title AS title,
          s.publishedEarliest AS earliest, s.publishedLatest AS latest, s.publishedStatus AS status
        ORDER BY id, p.para
        """, ["names": names.sorted()])
      while let row = try rows.next() {
        let id = row["id"].plainText
        if documents.last?.id != id {
          documents.append(
            Answer.Document(
              id: id, title: row["title"].plainText, earliest: row["earliest"].text,
              latest: row["latest"].text, isDateInferred: row["status"].text == "inferred"))
        }
        let citation = Answer.Citation(
          name: row["name"].plainText, line: Int(row["line"].plainText))
        documents[documents.count - 1].citations.append(citation)
      }
      return documents
    }
  }
}

/// Which columns of an answer cite: `source`, `paragraph` and `line`, or the list `paragraphs`.
private struct CitationLayout {
  private let columns: [String]
  private let source: Int?
  private let paragraph: Int?
  private let list: Int?

  init(_ columns: [String]) {
    self.columns = columns
    list = columns.firstIndex(of: "paragraphs")
    let single = ["source", "paragraph", "line"].compactMap { columns.firstIndex(of: $0) }
    source = single.count == 3 ? single[0] : nil
    paragraph = single.count == 3 ? single[1] : nil
  }

  var isCiting: Bool { list != nil || source != nil }

  func citations(of row: [Value]) -> [Answer.Citation] {
    if let list { return row[list].texts.map { Answer.Citation(name: $0, line: nil) } }
    guard let source, let paragraph, !row[source].isNull else { return [] }
    return [
      Answer.Citation(name: "\(row[source].plainText):\(row[paragraph].plainText)", line: nil)
    ]
  }

  /// The columns that cite, and those that only repeat what is printed of the documents: their
  /// title and dates.
  func hidden(in rows: [[Value]], known documents: [Answer.Document]) -> Set<Int> {
    var hidden = Set(["source", "paragraph", "line"].compactMap { columns.firstIndex(of: $0) })
    guard let source else { return list.map { [$0] } ?? [] }
    func repeats(_ column: String, _ known: (Answer.Document) -> String?) -> Bool {
      guard let index = columns.firstIndex(of: column) else { return false }
      let isRepeated = rows.allSatisfy { row in
        documents.first { $0.id == row[source].text }.map { known($0) == row[index].text } ?? false
      }
      if isRepeated { hidden.insert(index) }
      return isRepeated
    }
    _ = repeats("title") { $0.title }
    if repeats("earliest", { $0.earliest }), repeats("latest", { $0.latest }) {
      _ = repeats("dated") { $0.isDateInferred ? "inferred" : "asserted" }
    }
    return hidden
  }
}
