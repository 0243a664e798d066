/// The tables of a database file.
internal import GraphModel
internal import LMDB

struct Tables {
  /// LMDB's main table, which has the names of the others too.
  let meta: Table
  let token: Table
  let node: Table
  let relationship: Table
  let adjacency: Table
  let presence: Table
  let hub: Table
  let index: Table
  let long: Table

  /// Opens the tables; makes them where `creates` is set.
  init(_ transaction: ReadTransaction, creates: Bool) throws(LMDBError) {
    func open(_ name: String, integerKeys: Bool) throws(LMDBError) -> Table {
      try transaction.openTable(name, integerKeys: integerKeys, creates: creates)
    }
    meta = try transaction.openMainTable()
    token = try open("token", integerKeys: true)
    node = try open("node", integerKeys: true)
    relationship = try open("rel", integerKeys: true)
    adjacency = try open("adj", integerKeys: true)
    presence = try open("types", integerKeys: true)
    hub = try open("hub", integerKeys: false)
    index = try open("idx", integerKeys: false)
    long = try open("long", integerKeys: true)
  }

  @inline(__always) subscript(_ entities: EntityTable) -> Table {
    entities == .node ? node : relationship
  }

  /// Those that have names.
  var named: [(name: String, table: Table)] {
    [
      ("token", token), ("node", node), ("rel", relationship), ("adj", adjacency),
      ("types", presence), ("hub", hub), ("idx", index), ("long", long),
    ]
  }

  var all: [(name: String, table: Table)] { [("meta", meta)] + named }

  /// Whether the record of table `meta` is LMDB's, about another table.
  func isName(_ key: Bytes) -> Bool { named.contains { key.equals($0.name) } }
}

extension Bytes {
  fileprivate func equals(_ text: String) -> Bool { Array(text.utf8).withBytes { equals($0) } }
}
