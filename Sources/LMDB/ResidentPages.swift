/// Bounds how much of an environment's map stays in the process's memory.
///
/// Pages of a mapped file that were read count as the process's until the system wants their memory
/// for something else: who reads all of a file in the course of time comes to hold all of it.
/// Letting go of them is harmless: the map is shared and only read, they stay in the system's
/// cache, and each fault of a reader maps 16 of them again. Linux alone says cheaply how many there
/// are; elsewhere nothing is done.
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#endif

/// Used by any number of threads.
struct ResidentPages: ~Copyable {
  /// Bytes that may stay.
  let limit: Int
  /// The time when somebody looked last, and when pages were let go last.
  private let lastLook = Atomic(0)
  private let lastRelease = Atomic(0)
  /// Bytes of other files, and of the program, that are mapped and resident.
  private let others = Atomic(0)

  init(limit: Int?) {
    self.limit = limit ?? .max
    if limit != nil { others.store(Self.mappedSize ?? 0, ordering: .relaxed) }
  }

  /// The time, if nobody has looked at it yet; nil within some milliseconds of the last look, which
  /// takes a few nanoseconds.
  func turn() -> Int? {
    guard limit != .max, let now = Self.now else { return nil }
    let last = lastLook.load(ordering: .relaxed)
    guard last != now else { return nil }
    return lastLook.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
      ? now : nil
  }

  /// Lets go of all pages of the file where they are more than the limit.
  ///
  /// To map a byte again takes a tenth of a nanosecond. Two nanoseconds for each byte must have
  /// passed since the last time: who needs more than the limit at once spends no more than a
  /// twentieth of the time on it.
  /// - Parameters:
  ///   - file: the one that is mapped, and stays so meanwhile.
  ///   - now: given by `turn`.
  func bound(_ file: Int32, at now: Int) {
    guard let mapped = Self.mappedSize else { return }
    // Below zero, others have fewer than before, and nobody knows how many are the file's.
    let size = mapped - others.load(ordering: .relaxed)
    guard size < 0 || size > limit,
      (now - lastRelease.load(ordering: .relaxed)) / 2 >= max(size, limit)
    else { return }
    lastRelease.store(now, ordering: .relaxed)
    // What other threads map again before the look counts as others': a second one sees it.
    var left = mapped
    for map in Self.maps(of: file) {
      for _ in 0..<2 {
        Self.release(map)
        left = min(left, Self.mappedSize ?? mapped)
      }
    }
    others.store(left, ordering: .relaxed)
  }
}

#if os(Linux)
  extension ResidentPages {
    /// Nanoseconds, in steps of some milliseconds, which cost less than precise ones.
    private static var now: Int? {
      var time = timespec()
      // Safe: the system fills the record.
      guard unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time) == 0 else { return nil }
      return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    }

    /// Bytes of files that are mapped and resident: proc(5), "statm", the third number.
    private static var mappedSize: Int? {
      let numbers = contents(of: "/proc/self/statm").split(separator: UInt8(ascii: " "))
      guard numbers.count > 2, let pageCount = Int(String(decoding: numbers[2], as: UTF8.self))
      else { return nil }
      return pageCount &* sysconf(Int32(_SC_PAGESIZE))
    }

    /// Where the file's shared maps are: proc(5), "maps", `from-to rw-s offset device inode path`.
    private static func maps(of file: Int32) -> [Range<UInt>] {
      var maps: [Range<UInt>] = []
      var status = stat()
      // Safe: the system fills the record.
      guard unsafe fstat(file, &status) == 0 else { return maps }
      let inode = Array(String(status.st_ino).utf8)
      for line in contents(of: "/proc/self/maps").split(separator: UInt8(ascii: "\n")) {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
        guard fields.count > 4, fields[4].elementsEqual(inode),
          fields[1].last == UInt8(ascii: "s")
        else { continue }
        let ends = fields[0].split(separator: UInt8(ascii: "-")).compactMap {
          UInt(String(decoding: $0, as: UTF8.self), radix: 16)
        }
        if ends.count == 2, ends[0] < ends[1] { maps.append(ends[0]..<ends[1]) }
      }
      return maps
    }

    private static func release(_ map: Range<UInt>) {
      // Safe: a shared map's pages are the file's: what is read of them afterwards is the same.
      unsafe madvise(
        UnsafeMutableRawPointer(bitPattern: map.lowerBound), map.count, MADV_DONTNEED)
    }

    private static func contents(of path: String) -> [UInt8] {
      // Safe: the system copies the path.
      let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return [] }
      defer { _ = close(file) }
      var contents: [UInt8] = []
      var part = [UInt8](repeating: 0, count: 4_096)
      while true {
        // Safe: at most the array's size is read into it.
        let count = unsafe part.withUnsafeMutableBytes {
          unsafe read(file, $0.baseAddress, $0.count)
        }
        guard count > 0 else { return contents }
        contents += part.prefix(count)
      }
    }
  }
#else
  extension ResidentPages {
    private static var now: Int? { nil }
    private static var mappedSize: Int? { nil }
    private static func maps(of file: Int32) -> [Range<UInt>] { [] }
    private static func release(_ map: Range<UInt>) {}
  }
#endif
