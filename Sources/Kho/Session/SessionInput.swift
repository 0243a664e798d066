/// The lines of a session's input, and a look ahead for `cancel` while a statement runs.
internal import Synchronization

/// Reads lines. While a statement runs on some thread, `isCancelled` looks for a request to end it
/// among the lines that have come meanwhile; they stay to be answered in their order.
final class SessionInput: Sendable {
  fileprivate struct State {
    var bytes: [UInt8] = []
    /// Where the next line begins.
    var start = 0
    /// Up to where `nextLine` has looked for a line's end.
    var scanned = 0
    /// Up to where `isCancelled` has read lines.
    var examined = 0
    var isAtEnd = false
    var lastLook = ContinuousClock.now
    var isCancelled = false
  }
  private let state = Mutex(State())
  private let file: FileDescriptor

  /// How much may wait unread while a statement runs.
  private static let lookAheadInBytes = 1 << 20
  private static let timeBetweenLooks = Duration.milliseconds(5)

  init(_ file: FileDescriptor) { self.file = file }

  /// The next line without its end; nil at the end of the input.
  func nextLine() throws(KhoError) -> [UInt8]? {
    try state.withLock { state throws(KhoError) in
      while true {
        if let end = state.bytes[state.scanned...].firstIndex(of: UInt8(ascii: "\n")) {
          return state.takeLine(endingAt: end, next: end + 1)
        }
        state.scanned = state.bytes.count
        if state.isAtEnd {
          let rest = state.takeLine(endingAt: state.bytes.count, next: state.bytes.count)
          return rest.isEmpty ? nil : rest
        }
        try state.fill(from: file)
      }
    }
  }

  /// Begins to look for a `cancel`.
  func beginStatement() {
    state.withLock { state in
      state.isCancelled = false
      state.examined = state.start
      state.lastLook = .now
    }
  }

  /// Whether a `cancel` of request `id` has come.
  func isCancelled(_ id: Int64) -> Bool {
    state.withLock { state in
      let now = ContinuousClock.now
      guard !state.isCancelled, state.lastLook.duration(to: now) >= Self.timeBetweenLooks else {
        return state.isCancelled
      }
      state.lastLook = now
      while !state.isAtEnd, state.bytes.count - state.start < Self.lookAheadInBytes,
        file.isReadable
      {
        do { try state.fill(from: file) } catch { state.isAtEnd = true }
      }
      while let end = state.bytes[state.examined...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(state.bytes[state.examined..<end])
        state.examined = end + 1
        if let request = try? SessionRequest(line), case .cancel(id) = request.action {
          state.isCancelled = true
        }
      }
      return state.isCancelled
    }
  }
}

extension SessionInput.State {
  fileprivate mutating func fill(from file: FileDescriptor) throws(KhoError) {
    isAtEnd = try file.receive(upTo: 1 << 16, into: &bytes) == 0
  }

  fileprivate mutating func takeLine(endingAt end: Int, next: Int) -> [UInt8] {
    let line = Array(bytes[start..<end])
    start = next
    if start == bytes.count || start > 1 << 20 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    scanned = start
    return line
  }
}
