/// Adjacency blocks, hub chunks and the records of types present, against the relationships.
internal import GraphModel
internal import LMDB

extension StoreCheck {
  /// Every entry is compared with its relationship; since each relationship has one source and one
  /// target, and lists are strictly sorted, equal numbers then mean that none is missing.
  func checkAdjacency() {
    forEachRecord("adj", tables.adjacency) { key, value in
      let (list, number) = (
        AdjacencyList(rawValue: UInt32(truncatingIfNeeded: key.u64(0) >> 32)),
        UInt32(truncatingIfNeeded: key.u64(0))
      )
      guard Checksum.isIntact(value) else {
        return report("adjacency block \(key.u64(0)) does not match its checksum")
      }
      if let defect = AdjacencyBlock(value).defect {
        return report("adjacency block \(key.u64(0)): \(defect)")
      }
      checkBlock(list, number, AdjacencyBlock(value))
    }
    checkRecentAdjacency()
    for (list, count) in adjacencyCounts {
      let expected = counts[CountName(.outgoing, type: list.type.rawValue)]
      expect(
        count == expected,
        "type '\(transaction.name(of: list.type))' has \(count) \(list.direction) entries for "
          + "\(expected) relationships")
    }
    for id in transaction.catalog.types.all.indices {
      let type = RelationshipTypeID(UInt16(truncatingIfNeeded: id))
      for isIncoming in [false, true] where counts[CountName(.outgoing, type: type.rawValue)] > 0 {
        let list = AdjacencyList(type, isIncoming: isIncoming)
        expect(
          adjacencyCounts[list] != nil,
          "type '\(transaction.name(of: type))' has no \(list.direction) adjacency")
      }
    }
  }

  /// Checks the record of recent entries, and those of them whose blocks are not stored.
  private func checkRecentAdjacency() {
    attempt("recent adjacency") { () throws(KhoError) in
      let (isIntact, blocks) = try transaction.withRecentAdjacency { recent in
        var blocks: [(list: AdjacencyList, number: UInt32)] = []
        var index = 0
        while index < recent.count {
          blocks.append((recent.list(index), recent.node(index) >> 4))
          index = recent.end(ofBlockFrom: index)
        }
        return (recent.count == 0 || Checksum.isIntact(recent.bytes), blocks)
      }
      expect(isIntact, "recent adjacency does not match its checksum")
      for (list, number) in blocks {
        let stored = try transaction.storedAdjacencyBlock(list, number)
        if stored.bytes.isEmpty { checkBlock(list, number, stored) }
      }
    }
  }

  /// Checks a block with the recent entries in it.
  private func checkBlock(_ list: AdjacencyList, _ number: UInt32, _ stored: AdjacencyBlock) {
    let what = "adjacency block \(list.key(block: number))"
    attempt(what) { () throws(KhoError) in
      let block = try transaction.withRecent(list, number, stored)
      expect((0..<16).contains { block.degree($0) > 0 }, "\(what) is empty")
      let place = UInt64(list.isIncoming ? 1 : 0) << 32 | UInt64(number)
      presence[place, default: ([], [])].found.append(list.type)
      for slot in 0..<16 as Range<UInt32> {
        let node = NodeID(number << 4 | slot)
        if block.isHub(slot) {
          hubEntryCount += stored.degree(slot)
          checkHub(list, node, degree: block.degree(slot))
        } else {
          checkEntries(block.entries(slot), list, node, after: nil)
        }
      }
    }
  }

  /// Compares entries with their relationships. Returns the last.
  @discardableResult
  private func checkEntries(
    _ entries: AdjacencyEntries, _ list: AdjacencyList, _ node: NodeID, after: AdjacencyEntry?
  ) -> AdjacencyEntry? {
    var previous = after
    adjacencyCounts[list, default: 0] += entries.count
    for index in 0..<max(entries.count, 0) {
      let entry = entries[index]
      if let previous, previous >= entry {
        report("the \(list.direction) list of node \(node.rawValue) is out of order")
      }
      previous = entry
      attempt("the \(list.direction) list of node \(node.rawValue)") { () throws(KhoError) in
        let neighbour = NodeID(entry.neighbour)
        let ends = try transaction.endpoints(of: RelationshipID(entry.relationship))
        let (source, target) = list.isIncoming ? (neighbour, node) : (node, neighbour)
        expect(
          ends.map { $0.source == source && $0.target == target && $0.type == list.type } ?? false,
          "the \(list.direction) list of node \(node.rawValue) has relationship "
            + "\(entry.relationship), which does not run so")
      }
    }
    return previous
  }

  private func checkHub(_ list: AdjacencyList, _ node: NodeID, degree: Int) {
    attempt("the hub of node \(node.rawValue)") { () throws(KhoError) in
      var chunks: [[AdjacencyEntry]] = []
      _ = try transaction.forEachHubChunk(list, of: node, from: .first) { entries, start in
        chunks.append((start..<entries.count).map { entries[$0] })
        return true
      }
      var previous: AdjacencyEntry?
      for chunk in chunks {
        HubChunk.encoded(chunk).withBytes {
          previous = checkEntries(HubChunk($0).entries, list, node, after: previous)
        }
      }
      let count = chunks.reduce(0) { $0 + $1.count }
      expect(
        count == degree,
        "the hub of node \(node.rawValue) holds \(count) entries, expected \(degree)")
    }
  }

  /// The chunks of hubs that blocks announce were walked; here every chunk is counted, so that one
  /// of no hub shows.
  func checkHubs() {
    var count = 0
    forEachRecord("hub", tables.hub) { key, value in
      let chunk = HubChunk(value)
      if let defect = chunk.defect { return report(defect) }
      expect(Checksum.isIntact(value), "a hub chunk does not match its checksum")
      count += chunk.entries.count
      let first = AdjacencyList.entry(ofHubKey: key)
      // The entry that gave the key may be gone.
      expect(
        first == .first || chunk.entries.count > 0 && chunk.entries[0] >= first,
        "a hub chunk begins before the entry of its key")
    }
    expect(
      count == hubEntryCount, "hub chunks hold \(count) entries, blocks announce \(hubEntryCount)")
  }

  /// The records of types present say which blocks there are.
  func checkPresence() {
    forEachRecord("types", tables.presence) { key, value in
      let what = "types record \(key.u64(0))"
      if let defect = PresenceRecord.defect(value) { return report("\(what): \(defect)") }
      expect(Checksum.isIntact(value), "\(what) does not match its checksum")
      let number = key.u64(0) & 0xFFFF_FFFF
      guard number < 1 << 26 else { return report("\(what) is of no block") }
      let first = key.u64(0) & ~0xFFFF_FFFF | number << 6
      for entry in PresenceRecord.entries(value) {
        for block in 0..<64 as Range<UInt64> where entry.blocks >> block & 1 != 0 {
          presence[first | block, default: ([], [])].recorded.append(entry.type)
        }
      }
    }
    for (key, types) in presence where types.found.sorted() != types.recorded {
      let direction = AdjacencyList(rawValue: UInt32(truncatingIfNeeded: key >> 32)).direction
      report("the \(direction) types of nodes \((key & 0xFFFF_FFFF) << 4)… do not match the blocks")
    }
  }
}

extension AdjacencyList {
  fileprivate var direction: String { isIncoming ? "incoming" : "outgoing" }
}
