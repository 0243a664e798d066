/// Line editing by libedit: history, completion, and what is typed as UTF-8.
///
/// The only file that calls libedit, which keeps its state in globals: one editor, used from the
/// main thread.
internal import CEditline

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

final class LineEditor {
  enum Line: Equatable {
    case text(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line.
    case end
  }

  /// What completes the word at the end of the text before the cursor.
  ///
  /// Safe: set once before the first line is read, and called by libedit on the thread that reads
  /// it.
  private nonisolated(unsafe) static var complete: (String) -> [String] = { _ in [] }
  private let historyPath: String?

  /// - Parameters:
  ///   - historyPath: a file for what was typed, made readable by its owner only; nil for none.
  ///   - complete: candidates for the last word of the line before the cursor.
  init(historyPath: String?, complete: @escaping (String) -> [String]) {
    self.historyPath = historyPath
    unsafe Self.complete = complete
    // Safe: the name is a literal and so outlives the program.
    unsafe kho_editline_set_up("kho") { _, _, end in
      unsafe LineEditor.matches(end: Int(end))
    }
    if let historyPath { unsafe read_history(historyPath) }
  }

  /// One line without its end.
  func readLine(prompt: String) -> Line {
    errno = 0
    // Safe: the text is libedit's gift, copied and freed.
    guard let line = unsafe readline(prompt) else { return errno == EINTR ? .interrupted : .end }
    defer { unsafe free(line) }
    return unsafe .text(String(cString: line))
  }

  /// Puts `entry` in the history and its file.
  func remember(_ entry: String) {
    // Safe: the text is copied by libedit; the path outlives the call.
    unsafe add_history(entry)
    if let historyPath { unsafe write_history(historyPath) }
  }

  /// libedit's list of matches: their common beginning, then each, then null; every one allocated
  /// by malloc.
  private static func matches(
    end: Int
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    // Safe: libedit's buffer is a text ended by zero while its callback runs.
    guard let buffer = unsafe kho_editline_line() else { return nil }
    let line = unsafe String(cString: buffer)
    let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(end)))
    let candidates = unsafe complete(before)
    guard let first = candidates.first else { return nil }
    let common = candidates.dropFirst().reduce(first) { String($0.commonPrefix(with: $1)) }
    let texts = candidates.count == 1 ? [first] : [common] + candidates
    // Safe: room for every text and the null after them; libedit frees all of it.
    let list = unsafe UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>(
      OpaquePointer(calloc(texts.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)))
    for (index, text) in texts.enumerated() { unsafe list?[index] = strdup(text) }
    return unsafe list
  }
}

extension String {
  /// The characters that both begin with.
  fileprivate func commonPrefix(with other: String) -> Substring {
    var end = startIndex
    for (a, b) in zip(self, other) {
      guard a == b else { break }
      end = index(after: end)
    }
    return self[..<end]
  }
}
