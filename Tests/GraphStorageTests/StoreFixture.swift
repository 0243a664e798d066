/// Stores for tests: a temporary one with a few names, and files with any content.
import GraphModel
import GraphStorage
import LMDB
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A temporary store with labels A and B, types R and S and keys k, l and m, ids in this order.
struct StoreFixture {
  let store: GraphStore
  let a = LabelID(0)
  let b = LabelID(1)
  let r = RelationshipTypeID(0)
  let s = RelationshipTypeID(1)
  let k = PropertyKeyID(0)
  let l = PropertyKeyID(1)
  let m = PropertyKeyID(2)

  init() throws {
    store = try GraphStore.temporary()
    try store.write { tx in
      for name in ["A", "B"] { _ = try tx.makeLabel(name) }
      for name in ["R", "S"] { _ = try tx.makeRelationshipType(name) }
      for name in ["k", "l", "m"] { _ = try tx.makePropertyKey(name) }
    }
  }

  /// Runs `body` in a write transaction, checks the store, and returns what `body` gave.
  @discardableResult func write<R>(_ body: (GraphTransaction) throws -> R) throws -> R {
    let result = try store.write(body)
    #expect(try store.check() == [])
    return result
  }
}

/// The detail of the error that `body` throws; nil if it throws none of Kho's.
func detail<R>(_ body: () throws -> R) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? KhoError)?.detail
  }
}

extension [UInt8] {
  /// With some bytes replaced, and cut off at the end.
  func damaged(using random: inout SeededRandom) -> [UInt8] {
    var bytes = self
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] =
        UInt8.random(in: 0...255, using: &random)
    }
    bytes.removeLast(Int.random(in: 0...3, using: &random))
    return bytes
  }
}

/// Writes a file of these bytes.
func write(_ bytes: [UInt8], to path: String) {
  // Safe: the system copies path and bytes.
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
  close(file)
}

/// The file's bytes.
func contents(of path: String) -> [UInt8] {
  // Safe: the system copies the path and fills the buffer.
  let file = unsafe open(path, O_RDONLY)
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return bytes }
    bytes += buffer[..<count]
  }
}
