/// Damage is found: every bit of every table's records, and tables that contradict each other.
import GraphModel
import GraphStorage
import LMDB
import TestSupport
import Testing

@Suite struct CheckTests {
  /// A store with something in every table, closed.
  private func makeDatabase() throws -> String {
    let path = temporaryDatabasePath()
    let store = try GraphStore.open(path: path)
    try store.write { tx in
      let label = try tx.makeLabel("A")
      let type = try tx.makeRelationshipType("R")
      let key = try tx.makePropertyKey("k")
      _ = try tx.createIndex(name: "i", entity: .node(label), keys: [key], kind: .index)
      let nodes = try (0..<400).map { number in
        try tx.createNode(labels: [label], properties: [(key, .integer(Int64(number)))])
      }
      try tx.setProperty(key, of: nodes[0], to: .string(String(repeating: "long ", count: 1_000)))
      for (number, node) in (nodes + nodes).enumerated() {
        _ = try tx.createRelationship(
          type: type, from: node, to: nodes[number % 7], properties: [(key, "text")])
      }
      for _ in 0..<300 {
        _ = try tx.createRelationship(type: type, from: nodes[1], to: nodes[2], properties: [])
      }
    }
    #expect(try store.check() == [])
    store.close()
    return path
  }

  /// Every record of a table.
  private func records(
    _ transaction: ReadTransaction, _ table: Table
  ) throws -> [(key: [UInt8], value: [UInt8])] {
    var records: [(key: [UInt8], value: [UInt8])] = []
    try transaction.withCursor(table, convert: { $0 }) { (cursor) throws(LMDBError) in
      while try cursor.next() { records.append((cursor.key.array, cursor.value.array)) }
    }
    return records
  }

  /// "meta" is the main table.
  private func open(
    _ table: (name: String, integerKeys: Bool), _ transaction: ReadTransaction
  ) throws -> Table {
    try table.name == "meta"
      ? transaction.openMainTable()
      : transaction.openTable(table.name, integerKeys: table.integerKeys, creates: false)
  }

  /// Changes one record behind the store's back, and puts it back afterwards.
  private func withChange(
    _ path: String, _ table: (name: String, integerKeys: Bool), _ key: [UInt8], _ value: [UInt8]?,
    then body: () throws -> Void
  ) throws {
    func put(_ value: [UInt8]?) throws -> [UInt8]? {
      let environment = try Environment(path: path)
      defer { environment.close() }
      let transaction = try environment.beginWrite()
      let table = try open(table, transaction)
      let old = try transaction.get(table, key)?.array
      if let value {
        try transaction.put(table, key, value)
      } else {
        try transaction.delete(table, key)
      }
      try transaction.commit()
      return old
    }
    let old = try put(value)
    try body()
    _ = try put(old)
  }

  static let tables: [(name: String, integerKeys: Bool)] = [
    ("node", true), ("rel", true), ("adj", true), ("hub", false), ("long", true),
  ]

  @Test(arguments: tables.indices) func `a flipped bit in a record is found`(index: Int) throws {
    let path = try makeDatabase()
    defer { removeDatabase(path) }
    let table = Self.tables[index]
    let environment = try Environment(path: path)
    let transaction = try environment.beginRead()
    let all = try records(transaction, open(table, transaction))
    transaction.abort()
    environment.close()
    #expect(!all.isEmpty)
    var random = SeededRandom(seed: 3)
    for (key, value) in all.prefix(4) {
      for _ in 0..<12 {
        var damaged = value
        damaged[Int.random(in: damaged.indices, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
        try withChange(path, table, key, damaged) {
          try expectDamage(path)
        }
      }
    }
    #expect(try problems(path) == [])
  }

  private func expectDamage(_ path: String, _ table: String = "") throws {
    #expect(try problems(path) != [], "\(table)")
  }

  private func problems(_ path: String) throws -> [String] {
    let store = try GraphStore.open(path: path)
    defer { store.close() }
    return try store.check()
  }

  @Test func `a lost record of any table is found`() throws {
    let path = try makeDatabase()
    defer { removeDatabase(path) }
    for table in Self.tables + [("idx", false), ("token", true)] {
      let environment = try Environment(path: path)
      let transaction = try environment.beginRead()
      let all = try records(transaction, open(table, transaction))
      transaction.abort()
      environment.close()
      for (key, _) in [all[0], all[all.count / 2]] {
        try withChange(path, table, key, nil) {
          try expectDamage(path, table.name)
        }
      }
    }
    #expect(try problems(path) == [])
  }

  @Test func `wrong counts are found`() throws {
    let path = try makeDatabase()
    defer { removeDatabase(path) }
    let environment = try Environment(path: path)
    let transaction = try environment.beginRead()
    let all = try records(transaction, transaction.openMainTable())
    transaction.abort()
    environment.close()
    for (key, value) in all
    where key == Array("header".utf8) || key.starts(with: Array("count".utf8)) {
      var wrong = value
      // The node count of the header, and the low byte of a count.
      wrong[key.count == 6 ? 16 : 0] ^= 1
      try withChange(path, ("meta", false), key, wrong) {
        try expectDamage(path)
      }
    }
    #expect(try problems(path) == [])
  }

  @Test func `an untrusted file's damaged block is an error when it is touched`() throws {
    let path = try makeDatabase()
    defer { removeDatabase(path) }
    let key: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
    let environment = try Environment(path: path)
    let transaction = try environment.beginRead()
    let table = try transaction.openTable("node", integerKeys: true, creates: false)
    var value = try #require(try transaction.get(table, key)?.array)
    transaction.abort()
    environment.close()
    value[value.count - 1] ^= 1
    try withChange(path, ("node", true), key, value) {
      var configuration = GraphStore.Configuration()
      configuration.isUntrusted = true
      let store = try GraphStore.open(path: path, configuration: configuration)
      defer { store.close() }
      #expect(detail { try store.read { try $0.exists(NodeID(0)) } } == "Corrupted")
    }
  }

  @Test func `a backup is a sound copy, and replaces nothing`() throws {
    let path = try makeDatabase()
    let copy = temporaryDatabasePath()
    defer { for path in [path, copy] { removeDatabase(path) } }
    let store = try GraphStore.open(path: path)
    try store.backup(to: copy)
    #expect(detail { try store.backup(to: copy) } == "FileExists")
    #expect(detail { try store.backup(to: copy + " is no folder/file") } == "FileNotFound")
    #expect(try problems(copy) == [])
    let other = try GraphStore.open(path: copy)
    #expect(try other.read { $0.relationshipCount } == store.read { $0.relationshipCount })
    let information = try other.information()
    #expect(information.formatVersion == 8 && information.libraryVersion.hasPrefix("0.9."))
    #expect(information.usedSizeInBytes <= information.fileSizeInBytes)
    #expect(information.tables.allSatisfy { $0.recordCount > 0 })
  }
}
