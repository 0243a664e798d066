/// What entries of an index are compared with: by their bytes where these tell, by the stored
/// values where they do not.
internal import GraphModel
internal import LMDB

struct SeekBounds {
  /// Entries wanted are not before `start` and begin with `prefix`.
  private(set) var start: [UInt8] = []
  private(set) var prefix: [UInt8] = []
  private var equal: [Value]?
  private var text: String?
  private var lower: Bound?
  private var upper: Bound?
  /// The bytes of the bounds, each empty where there is none: read without counting references.
  private var lowerKey: [UInt8] = []
  private var upperKey: [UInt8] = []
  /// Whether the bounds themselves are wanted.
  private var includesLower = true
  private var includesUpper = true
  /// Whether bytes compare as the values do, and the bounds are not cut.
  private var isPlain = true

  private struct Bound {
    let value: Value
    let isIncluded: Bool
  }

  enum Verdict { case inside, outside, unknown, beyond }

  /// Nil for a seek that finds nothing: with null or NaN, of bounds of two types, or of another
  /// number of values than the index has keys.
  init?(_ seek: IndexSeek, keyCount: Int) {
    switch seek {
    case .equal(let values):
      guard values.count == keyCount, let key = IndexKey.value(values),
        values.allSatisfy({ $0.equals($0) == true })
      else { return nil }
      (start, prefix, equal) = (key, key, values)
      isPlain = values.allSatisfy(\.hasPlainOrder) && !IndexKey.isCut(key)
    case .prefix(let text):
      prefix = [IndexKey.textTag]
      prefix.append(orderedPrefix: text)
      start = prefix
      self.text = text
      isPlain = !IndexKey.isCut(prefix)
    case .range(let lowerValue, let includesLower, let upperValue, let includesUpper):
      for (value, isIncluded, isLower) in [
        (lowerValue, includesLower, true), (upperValue, includesUpper, false),
      ] {
        guard let value else { continue }
        guard let key = IndexKey.value([value]), let tag = key.first, value.equals(value) == true,
          prefix.isEmpty || prefix == [tag]
        else { return nil }
        let bound = Bound(value: value, isIncluded: isIncluded)
        if isLower {
          (lower, lowerKey, self.includesLower) = (bound, key, isIncluded)
        } else {
          (upper, upperKey, self.includesUpper) = (bound, key, isIncluded)
        }
        prefix = [tag]
        isPlain = isPlain && value.hasPlainOrder && !IndexKey.isCut(key)
      }
      start = lower == nil ? prefix : lowerKey
    }
  }

  /// What an entry's bytes tell.
  func verdict(_ entry: Bytes) -> Verdict {
    let order = upperKey.isEmpty ? -1 : upperKey.withBytes { entry[0, $0.count].order($0) }
    if order > 0 { return .beyond }
    guard isPlain else { return .unknown }
    if order == 0, !includesUpper { return .outside }
    if !includesLower, entry.starts(with: lowerKey) { return .outside }
    return entry.count >= IndexKey.longestValueInBytes ? .unknown : .inside
  }

  /// Whether the stored values satisfy the bounds, as a filter on the entity would say.
  func admit(_ values: [Value]) -> Bool {
    if let equal { return zip(equal, values).allSatisfy { $0.equals($1) == true } }
    guard let first = values.first else { return false }
    if let text {
      guard case .string(let value) = first else { return false }
      return value.utf8.starts(with: text.utf8)
    }
    if let lower {
      let comparison = first.compare(lower.value)
      guard comparison == .greater || lower.isIncluded && comparison == .equal else { return false }
    }
    if let upper {
      let comparison = first.compare(upper.value)
      guard comparison == .less || upper.isIncluded && comparison == .equal else { return false }
    }
    return true
  }
}

extension Value {
  /// Whether every two values of the type compare as their ordered bytes do. Lists and maps may
  /// hold what does not compare, and durations do not.
  fileprivate var hasPlainOrder: Bool {
    switch self {
    case .list, .map, .duration: false
    default: true
    }
  }
}

/// Entries with one cut key stand in the order of ids; here they are put into the order of values.
struct CutRun {
  private var key: [UInt8] = []
  private var entries: [(value: [UInt8], id: UInt32)] = []

  mutating func append(_ value: [UInt8], _ id: UInt32, _ entry: Bytes, to ids: inout [UInt32]) {
    if !entries.isEmpty, !key.withBytes({ entry.equals($0) }) { end(&ids) }
    if entries.isEmpty { key = entry.array }
    entries.append((value, id))
  }

  mutating func end(_ ids: inout [UInt32]) {
    if entries.isEmpty { return }
    entries.sort {
      $0.value == $1.value ? $0.id < $1.id : $0.value.lexicographicallyPrecedes($1.value)
    }
    ids.append(contentsOf: entries.map(\.id))
    entries.removeAll()
  }
}
