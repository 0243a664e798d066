/// Entities of a database, for arguments that name them.
import Kho

extension Entity {
  /// The nodes of `label` that have an id; for `ANY`, those of all labels that have other names.
  static func all(_ label: String, in database: Database) throws -> [Entity] {
    let pattern =
      label == "ANY"
      ? "(n) WHERE n.aliasKeys IS NOT NULL AND n.id IS NOT NULL"
      : "(n:`\(label.replacing("`", with: "``"))`) WHERE n.id IS NOT NULL"
    return try database.read { tx in
      try tx.query(
        """
        MATCH \(pattern)
        RETURN n.id AS id, labels(n)[0] AS label, n.name AS name, n.number AS number,
          n.kind AS kind, [n.title, n.subject] AS topics, n.aliases AS aliases, n.aliasKeys AS keys
        ORDER BY id
        """
      ).map { record in
        let id = record["id"].plainText
        return Entity(
          id: id, label: record["label"].plainText, name: record["name"].text ?? id,
          number: record["number"].text, kind: record["kind"].text,
          aliases: record["aliases"].texts + record["topics"].texts, keys: record["keys"].texts)
      }
    }
  }
}

extension Value {
  /// The text of a string.
  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The strings of a list.
  var texts: [String] {
    if case .list(let values) = self { return values.compactMap(\.text) }
    return []
  }
}
