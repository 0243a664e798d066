/// Damaged files are refused or answer with errors: the process goes on.
import GraphModel
import GraphStorage
import LMDB
import TestSupport
import Testing

@Suite struct HostileFileTests {
  /// A sound file with deep trees, hubs, long values and free pages.
  private static func makeDatabase() throws -> [UInt8] {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let store = try GraphStore.open(path: path)
    for round in 0..<4 {
      try store.write { tx in
        let label = try tx.makeLabel("A")
        let type = try tx.makeRelationshipType("R")
        let key = try tx.makePropertyKey("k")
        if round == 0 {
          _ = try tx.createIndex(name: "i", entity: .node(label), keys: [key], kind: .index)
        }
        let nodes = try (0..<300).map { number in
          try tx.createNode(
            labels: [label], properties: [(key, .string("\(number) of \(round)"))])
        }
        for (number, node) in nodes.enumerated() {
          _ = try tx.createRelationship(type: type, from: node, to: nodes[0], properties: [])
          if number % 100 == 0 {
            let text = String(repeating: "long ", count: 2_000)
            try tx.setProperty(key, of: node, to: .string(text))
          }
        }
      }
    }
    store.close()
    return contents(of: path)
  }

  /// Opens the file as untrusted, checks it, and writes to it. Whether all went well.
  private func use(_ bytes: [UInt8]) -> Bool {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    write(bytes, to: path)
    var configuration = GraphStore.Configuration()
    configuration.isUntrusted = true
    configuration.mapSizeInBytes = 1 << 30
    do {
      let store = try GraphStore.open(path: path, configuration: configuration)
      defer { store.close() }
      let problems = try store.check()
      try store.write { tx in
        let node = try tx.createNode(labels: [LabelID(0)], properties: [(PropertyKeyID(0), 1)])
        _ = try tx.createRelationship(
          type: RelationshipTypeID(0), from: node, to: NodeID(0), properties: [])
        for id in 1..<20 as Range<UInt32> {
          try tx.setProperty(PropertyKeyID(0), of: NodeID(id), to: .string("changed"))
        }
      }
      return problems.isEmpty
    } catch {
      #expect(error is KhoError)
      return false
    }
  }

  @Test func `a sound file is accepted, also when it is shorter than it says`() throws {
    let sound = try Self.makeDatabase()
    #expect(use(sound))
  }

  @Test func `damaged files neither end the process nor pass as sound where it matters`() throws {
    let sound = try Self.makeDatabase()
    let seed = UInt64.random(in: 0 ... .max)
    print("hostile file seed \(seed)")
    var random = SeededRandom(seed: seed)
    var refused = 0
    let pageCount = sound.count / 4_096
    for round in 0..<300 {
      var bytes = sound
      let start = Int.random(in: 0..<pageCount, using: &random) * 4_096
      switch round % 5 {
      case 0:
        // A bit in the part of a page that structure lives in.
        bytes[start + Int.random(in: 0..<96, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      case 1:
        for offset in 0..<4_096 { bytes[start + offset] = 0 }
      case 2:
        for offset in 0..<4_096 { bytes[start + offset] = .random(in: 0...255, using: &random) }
      case 3:
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      default:
        // One page in another's place.
        let other = Int.random(in: 0..<pageCount, using: &random) * 4_096
        bytes.replaceSubrange(start..<start + 4_096, with: sound[other..<other + 4_096])
      }
      if !use(bytes) { refused += 1 }
    }
    // Damage to a free page is no damage.
    #expect(refused > 150)
  }

  @Test(arguments: [0, 8, 16, 24], [4, 7])
  func `a header with numbers that cannot be right is refused`(field: Int, byte: Int) throws {
    var bytes = try Self.makeDatabase()
    // Four numbers of the header, which all count 1,200; also in pages that are used no more.
    let header = (0..<4).flatMap { _ in [0xB0, 0x04, 0, 0, 0, 0, 0, 0] as [UInt8] }
    let places = bytes.indices.filter { bytes[$0...].starts(with: header) }
    for place in places { bytes[place + field + byte] = 0x81 }
    #expect(!places.isEmpty)
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    write(bytes, to: path)
    // Identifiers have 32 bits, and there are no more entities than identifiers.
    let found = detail { try GraphStore.open(path: path).read { _ = $0.nodeCount } }
    #expect(found == "Corrupted")
  }

  @Test func `a file cut anywhere is refused even when trusted`() throws {
    let sound = try Self.makeDatabase()
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    var refused = 0
    for size in stride(from: 4_096, to: sound.count - 4_096, by: 8_192) {
      write(Array(sound.prefix(size)), to: path)
      if detail({ try GraphStore.open(path: path).close() }) == "Corrupted" { refused += 1 }
    }
    #expect(refused > sound.count / 8_192 / 2)
  }
}
