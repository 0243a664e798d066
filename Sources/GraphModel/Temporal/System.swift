#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the temporal types ask of the system: the time, and the bytes of a zone's file.
extension Temporal.DateTime {
  /// The system clock's time, in UTC.
  package static var current: Self {
    var time = timespec()
    // Safe: the call writes to the one structure that it is lent.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Self(
      secondsSinceEpoch: Int64(time.tv_sec), nanosecond: Int32(time.tv_nsec), offsetInSeconds: 0)
  }
}

extension Temporal {
  enum ZoneFile {
    private static let greatestSizeInBytes = 1 << 20

    /// The first folder of compiled time zones that is there.
    private static let folder = [
      "/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    ].first { (path: String) in
      // Safe: the string is passed as a C string that lives during the call.
      unsafe access(path, R_OK) == 0
    }

    static var isDatabaseInstalled: Bool { folder != nil }

    /// The content of the file `name`, which has been checked to stay within the folder; nil if
    /// there is none.
    static func content(of name: String) -> [UInt8]? {
      guard let folder else { return nil }
      // Safe: the string is passed as a C string that lives during the call.
      let file = unsafe open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 8_192)
      while bytes.count <= greatestSizeInBytes {
        let capacity = chunk.count
        // Safe: the call writes at most `capacity` bytes, which is what the buffer has.
        let count = unsafe chunk.withUnsafeMutableBytes {
          unsafe read(file, $0.baseAddress, capacity)
        }
        if count == 0 { return bytes }
        guard count > 0 || errno == EINTR else { return nil }
        bytes += chunk.prefix(max(0, count))
      }
      return nil
    }
  }
}
