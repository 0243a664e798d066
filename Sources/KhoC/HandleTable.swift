/// Numbers that stand for objects, so that a wrong handle reaches no memory.
internal import GraphModel
internal import LMDB
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Objects of one kind by their handles. A handle is never given twice before four thousand million
/// others have had its place.
///
///     63    60 59    56 55              24 23           0
///     ┌───────┬────────┬──────────────────┬──────────────┐
///     │ forks │ kind   │ serial           │ place        │   a handle
///     └───────┴────────┴──────────────────┴──────────────┘
///     63                32     31      30              0
///     ┌──────────────────┬────────────┬──────────────────┐
///     │ serial           │ is open    │ calls inside     │   the word of a place
///     └──────────────────┴────────────┴──────────────────┘
///
/// A call goes in by one exchange of the place's word and keeps the object alive until it leaves:
/// no lock is taken, so that `find` may be called in a signal handler. A removed object is freed
/// by the last call that leaves.
@safe struct HandleTable<Object: AnyObject & Sendable>: ~Copyable, @unchecked Sendable {
  @safe private struct Place: ~Copyable {
    let word = Atomic<UInt64>(0)
    /// Set before the word says that the place is open, until the last call has left.
    var object: Unmanaged<Object>?
  }

  /// Places to be used again; a forked child has a list of its own, as some thread that it does not
  /// have may hold the lock of its parent's.
  private final class FreePlaces: Sendable {
    let indexes = Mutex<[Int]>([])
  }

  private static var placeLimit: Int { 1 << 20 }
  private let places: UnsafeMutableBufferPointer<Place>
  private let usedCount = Atomic(0)
  private let free = (0..<16).map { _ in FreePlaces() }
  private let kind: HandleKind

  init(_ kind: HandleKind) {
    self.kind = kind
    // Safe: zeros are closed places, and the system gives them memory when they are used. Never
    // freed: tables live as long as the process.
    let memory = unsafe calloc(Self.placeLimit, MemoryLayout<Place>.stride)
    unsafe places = UnsafeMutableBufferPointer(
      start: memory?.bindMemory(to: Place.self, capacity: Self.placeLimit),
      count: unsafe memory == nil ? 0 : Self.placeLimit)
  }

  /// - Throws: `.limitExceeded` beyond a million open handles.
  func insert(_ object: Object) throws(KhoError) -> UInt64 {
    let forks = Handles.forks
    let index =
      free[Int(forks)].indexes.withLock { $0.popLast() }
      ?? usedCount.add(1, ordering: .relaxed).oldValue
    guard unsafe index < places.count else {
      throw KhoError(.limitExceeded, "TooManyHandles", "too many handles are open")
    }
    // Safe: within the places; a closed one that is on no list belongs to us.
    let old = unsafe places[index].word.load(ordering: .relaxed)
    let word = UInt64(UInt32(truncatingIfNeeded: old >> 32) &+ 1) << 32 | 1 << 31
    unsafe places[index].object = Unmanaged.passRetained(object)
    unsafe places[index].word.store(word, ordering: .releasing)
    return forks << 60 | kind.rawValue << 56 | (word >> 32) << 24 | UInt64(index)
  }

  /// The object, for any number of calls at once.
  /// - Throws: `.misuse` with a detail that tells what is wrong with the handle.
  func find(_ handle: UInt64) throws(KhoError) -> Object {
    try inside(handle, alone: false) { $0 }
  }

  /// Runs `body` with the object while no other call does.
  /// - Throws: as `find`; `.misuse` where another thread, or a procedure called by the object, is
  ///   inside.
  @inline(__always) func use<R>(
    _ handle: UInt64, _ body: (Object) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    try inside(handle, alone: true, body)
  }

  /// Takes the object out: its handle is not valid any more.
  func remove(_ handle: UInt64) throws(KhoError) -> Object {
    try inside(handle, alone: false, closing: true) { $0 }
  }

  @inline(__always) private func inside<R>(
    _ handle: UInt64, alone: Bool, closing: Bool = false,
    _ body: (Object) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    guard handle >> 56 & 15 == kind.rawValue, handle >> 60 == Handles.forks else {
      throw Handles.refusal(of: handle, kind)
    }
    let index = Int(handle & 0xFF_FFFF)
    guard unsafe index < places.count else { throw kind.closed }
    // Safe: within the places, by the line above; the object lives while this call is inside.
    var word = unsafe places[index].word.load(ordering: .relaxed)
    while true {
      guard word >> 31 == UInt64(handle.serial) << 1 | 1 else { throw kind.closed }
      if alone, word << 33 != 0 { throw kind.busy }
      let (hasEntered, found) = unsafe places[index].word.weakCompareExchange(
        expected: word, desired: closing ? word - (1 << 31) + 1 : word + 1,
        successOrdering: .acquiring, failureOrdering: .relaxed)
      if hasEntered { break }
      word = found
    }
    defer {
      let old = unsafe places[index].word.wrappingSubtract(
        1, ordering: .acquiringAndReleasing
      ).oldValue
      if UInt32(truncatingIfNeeded: old) == 1 { freePlace(index) }
    }
    guard let object = unsafe places[index].object else { throw kind.closed }
    // Not `takeUnretainedValue`, which counts one more reference.
    return try unsafe object._withUnsafeGuaranteedRef { object in
      Result { () throws(KhoError) in try body(object) }
    }.get()
  }

  /// Lets the object of a closed place go, which the last call has left.
  @inline(never) private func freePlace(_ index: Int) {
    // Safe: nobody enters a closed place; the reference is the one that `insert` took.
    unsafe places[index].object?.release()
    unsafe places[index].object = nil
    free[Int(Handles.forks)].indexes.withLock { $0.append(index) }
  }
}

extension UInt64 {
  fileprivate var serial: UInt32 { UInt32(truncatingIfNeeded: self >> 24) }
}

/// What a handle stands for.
enum HandleKind: UInt64 {
  case database = 1
  case statement, rows

  fileprivate var name: String { "\(self)" }

  /// The error for a handle whose object is gone.
  fileprivate var closed: KhoError {
    switch self {
    case .database: KhoError(.misuse, "DatabaseClosed", "the database is closed")
    case .statement: KhoError(.misuse, "StatementFinalized", "the statement is finalized")
    case .rows: KhoError(.misuse, "CallFinished", "the call of the procedure has ended")
    }
  }

  fileprivate var busy: KhoError {
    KhoError(.misuse, "StatementBusy", "the \(name) is in use by another call")
  }
}

/// The tables of this process.
enum Handles {
  static let databases = HandleTable<Connection>(.database)
  static let statements = HandleTable<Statement>(.statement)
  static let rows = HandleTable<ProcedureCall>(.rows)

  /// How often this process was forked from the one that loaded the library, modulo 16: a forked
  /// child may not touch what it inherited.
  static var forks: UInt64 { UInt64(truncatingIfNeeded: ForkedProcess.generation) & 15 }

  /// Why a handle is not one of `kind` and this process.
  fileprivate static func refusal(of handle: UInt64, _ kind: HandleKind) -> KhoError {
    guard handle != 0 else {
      return KhoError(.misuse, "NullHandle", "expected the handle of a \(kind.name), found 0")
    }
    guard let found = HandleKind(rawValue: handle >> 56 & 15), found == kind else {
      let name = HandleKind(rawValue: handle >> 56 & 15).map { "that of a \($0.name)" }
      return KhoError(
        .misuse, "WrongHandle",
        "expected the handle of a \(kind.name), found \(name ?? "what is no handle")")
    }
    return KhoError(
      .misuse, "ForkedProcess",
      "the \(kind.name) was opened before fork(); open it again in this process")
  }
}
