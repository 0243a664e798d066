/// Records, cursors, and what a transaction says after its end.
import LMDB
import Testing

@Suite struct EnvironmentTests {
  /// An environment with one table of each kind.
  private func makeEnvironment(
    _ path: String
  ) throws -> (environment: Environment, numbers: Table, names: Table) {
    let environment = try Environment(path: path)
    let transaction = try environment.beginWrite()
    let numbers = try transaction.openTable("numbers", integerKeys: true, creates: true)
    let names = try transaction.openTable("names", integerKeys: false, creates: true)
    try transaction.commit()
    return (environment, numbers, names)
  }

  private func text(_ bytes: Bytes?) -> String? { bytes?.text }

  @Test func `what was put is got, replaced and deleted`() throws {
    let file = TemporaryFile()
    let (environment, numbers, names) = try makeEnvironment(file.path)
    let writer = try environment.beginWrite()
    try writer.put(numbers, 7 as UInt64, Array("seven".utf8))
    try writer.put(names, Array("a".utf8), Array("first".utf8))
    try writer.put(names, Array("a".utf8), Array("second".utf8))
    #expect(text(try writer.get(numbers, 7 as UInt64)) == "seven")
    try writer.commit()
    let reader = try environment.beginRead()
    #expect(text(try reader.get(names, Array("a".utf8))) == "second")
    #expect(text(try reader.get(names, Array("b".utf8))) == nil)
    let next = try environment.beginWrite()
    #expect(try next.delete(names, Array("a".utf8)))
    #expect(try !next.delete(names, Array("a".utf8)))
    try next.commit()
    #expect(text(try reader.get(names, Array("a".utf8))) == "second")
    reader.reset()
    try reader.renew()
    #expect(text(try reader.get(names, Array("a".utf8))) == nil)
  }

  @Test func `a cursor walks in key order and seeks the next key`() throws {
    let file = TemporaryFile()
    let (environment, numbers, _) = try makeEnvironment(file.path)
    let writer = try environment.beginWrite()
    for number in [30, 10, 20] as [UInt64] { try writer.put(numbers, number, [UInt8(number)]) }
    try writer.commit()
    let reader = try environment.beginRead()
    try reader.withCursor(numbers, convert: { $0 }) { (cursor) throws(LMDBError) in
      var seen: [UInt64] = []
      while try cursor.next() { seen.append(cursor.integerKey) }
      #expect(seen == [10, 20, 30])
      #expect(try cursor.seek(11 as UInt64) && cursor.integerKey == 20)
      #expect(try cursor.previous() && cursor.integerKey == 10)
      #expect(try !cursor.previous())
      #expect(try !cursor.seek(31 as UInt64))
      #expect(try cursor.last() && cursor.value.u8(0) == 30)
    }
  }

  @Test func `nothing of an aborted transaction remains`() throws {
    let file = TemporaryFile()
    let (environment, numbers, _) = try makeEnvironment(file.path)
    let writer = try environment.beginWrite()
    try writer.put(numbers, 1 as UInt64, [1])
    writer.abort()
    #expect(throws: LMDBError.badTransaction) { try writer.put(numbers, 2 as UInt64, [2]) }
    #expect(throws: LMDBError.badTransaction) { try writer.commit() }
    let reader = try environment.beginRead()
    #expect(try reader.get(numbers, 1 as UInt64) == nil)
    reader.reset()
    #expect(throws: LMDBError.badTransaction) { try reader.get(numbers, 1 as UInt64) }
  }

  @Test func `a closed environment refuses transactions`() throws {
    let file = TemporaryFile()
    let (environment, _, _) = try makeEnvironment(file.path)
    environment.close()
    environment.close()
    #expect(throws: LMDBError.badTransaction) { try environment.beginRead() }
    #expect(!environment.isUsable)
  }

  @Test func `keys longer than LMDB takes are an error`() throws {
    let file = TemporaryFile()
    let (environment, _, names) = try makeEnvironment(file.path)
    let writer = try environment.beginWrite()
    try writer.put(names, [UInt8](repeating: 1, count: 511), [])
    #expect(throws: LMDBError.self) {
      try writer.put(names, [UInt8](repeating: 1, count: 512), [])
    }
  }

  @Test func `a full map is an error that a larger map cures`() throws {
    let file = TemporaryFile()
    var options = Environment.Options()
    options.mapSizeInBytes = 1 << 20
    let environment = try Environment(path: file.path, options: options)
    let value = [UInt8](repeating: 0, count: 4 << 20)
    let full = try environment.beginWrite()
    let table = try full.openTable("t", integerKeys: true, creates: true)
    #expect(throws: LMDBError.mapFull) { try full.put(table, 1 as UInt64, value) }
    full.abort()
    try environment.setMapSize(16 << 20)
    let larger = try environment.beginWrite()
    let again = try larger.openTable("t", integerKeys: true, creates: true)
    try larger.put(again, 1 as UInt64, value)
    try larger.commit()
    #expect(try environment.information().mapSizeInBytes == 16 << 20)
  }
}
