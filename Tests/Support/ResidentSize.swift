/// How much of a mapped file is in the process's memory.

#if os(Linux)
  import Glibc

  /// Bytes of the file at `path` that are mapped into this process and resident: proc(5), "smaps".
  public func residentSize(of path: String) -> Int {
    guard let file = unsafe fopen("/proc/self/smaps", "r") else { return 0 }
    defer { unsafe fclose(file) }
    var size = 0
    var isOfFile = false
    while let line = unsafe readLine(from: file) {
      let fields = line.split(separator: " ")
      if fields.count > 4, fields[0].contains("-") {
        isOfFile = fields.last.map { path.hasSuffix($0) } ?? false
      } else if isOfFile, fields.count > 1, fields[0] == "Rss:" {
        size += 1_024 * (Int(fields[1]) ?? 0)
      }
    }
    return size
  }

  private func readLine(from file: UnsafeMutablePointer<FILE>) -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    // Safe: the system allocates the line, which is copied and freed.
    defer { unsafe free(line) }
    guard unsafe getline(&line, &capacity, file) > 0, let line = unsafe line else { return nil }
    return unsafe String(cString: line).filter { $0 != "\n" }
  }
#endif
