/// Long output by the page.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum Pager {
  /// `$PAGER`, else `less` where there is one; nil for none.
  static let command: String? = {
    if let pager = environment("PAGER") { return pager }
    let folders = (environment("PATH") ?? "").split(separator: ":")
    return folders.contains { Files.exists($0 + "/less") } ? "less -FRX" : nil
  }()

  /// Shows `bytes` in the pager, until it ends.
  /// - Returns: false where there is no pager.
  static func show(_ bytes: [UInt8]) -> Bool {
    // Safe: the command outlives the call; the stream is closed once, by pclose, and not used after
    // it.
    guard let command, let stream = unsafe popen(command, "w") else { return false }
    // Safe: pointer and count are those of the array, which outlives the call.
    _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
    _ = unsafe pclose(stream)
    return true
  }
}
