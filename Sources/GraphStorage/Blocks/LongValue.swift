/// Values too long for a block, in pieces under a page.
///
/// Table `long`: key = entity kind (1 bit) | id (32) | property key (16) | piece (15); value = the
/// next 2,000 bytes of the payload. The block's column holds the payload's size in its low and the
/// checksum in its high 32 bits.
internal import GraphModel
internal import LMDB

enum LongValue {
  /// Longer payloads go out of line.
  static let threshold = 1_024
  static let pieceSizeInBytes = 2_000
  static let largestSizeInBytes = pieceSizeInBytes << 15
  /// A block is kept within four pages by moving values out of line, but none shorter than this.
  static let largestBlockInBytes = 4 * 4096 - 16
  static let shortestMoved = 64

  static func key(_ entity: EntityReference, _ key: UInt16, piece: Int) -> UInt64 {
    (entity.isRelationship ? 1 << 63 : 0) | UInt64(entity.id) << 31 | UInt64(key) << 15
      | UInt64(truncatingIfNeeded: piece & 0x7FFF)
  }

  static func pieceCount(_ word: UInt64) -> Int {
    (Int(word & 0xFFFF_FFFF) + pieceSizeInBytes - 1) / pieceSizeInBytes
  }
}

extension GraphTransaction {
  /// Reads the pieces together. O(size).
  func longValue(
    _ type: ColumnType, _ word: UInt64, _ entity: EntityReference, _ key: UInt16
  ) throws(KhoError) -> Value {
    var payload: [UInt8] = []
    for piece in 0..<min(LongValue.pieceCount(word), 1 << 15) {
      let bytes = try lmdb { () throws(LMDBError) in
        try transaction.get(tables.long, LongValue.key(entity, key, piece: piece))
      }
      guard let bytes else { throw .corrupted("a long value lacks a piece") }
      payload.append(bytes)
    }
    return try payload.withBytes { (bytes) throws(KhoError) in
      guard bytes.count == Int(word & 0xFFFF_FFFF), Checksum.of(bytes) == UInt32(word >> 32) else {
        throw .corrupted("a long value does not match its checksum")
      }
      return try ValueDecoder.value(type, bytes)
    }
  }

  /// Writes the pieces and returns the column's word.
  func putLongValue(
    _ payload: [UInt8], _ entity: EntityReference, _ key: UInt16
  ) throws(KhoError) -> UInt64 {
    let pending = try writable()
    guard payload.count <= LongValue.largestSizeInBytes else {
      let failure = KhoError(
        .limitExceeded, "ValueTooLong",
        "expected a property of at most \(LongValue.largestSizeInBytes) bytes, "
          + "found \(payload.count)")
      pending.failure = failure
      throw failure
    }
    for (piece, start) in stride(from: 0, to: payload.count, by: LongValue.pieceSizeInBytes)
      .enumerated()
    {
      let end = min(start + LongValue.pieceSizeInBytes, payload.count)
      try lmdb { () throws(LMDBError) in
        try pending.writer.put(
          tables.long, LongValue.key(entity, key, piece: piece), Array(payload[start..<end]))
      }
    }
    return UInt64(payload.count) | UInt64(payload.withBytes { Checksum.of($0) }) << 32
  }

  func deleteLongValue(
    _ word: UInt64, _ entity: EntityReference, _ key: UInt16
  ) throws(KhoError) {
    guard let pending else { throw .readOnly }
    for piece in 0..<min(LongValue.pieceCount(word), 1 << 15) {
      try lmdb { () throws(LMDBError) in
        try pending.writer.delete(tables.long, LongValue.key(entity, key, piece: piece))
      }
    }
  }
}
