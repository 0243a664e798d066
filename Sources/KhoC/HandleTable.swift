/// Numbers that stand for objects, so that a wrong handle reaches no memory.
internal import GraphModel
internal import LMDB
internal import Synchronization

/// Objects of one kind by their handles. A handle is never given twice before four thousand million
/// others have had its place.
///
///     63    60 59    56 55            24 23           4 3      0
///     ┌───────┬────────┬────────────────┬──────────────┬────────┐
///     │ forks │ kind   │ serial         │ place        │ shard  │
///     └───────┴────────┴────────────────┴──────────────┴────────┘
final class HandleTable<Object: AnyObject & Sendable>: Sendable {
  private struct Entry {
    var serial: UInt32 = 0
    var object: Object?
  }

  /// Objects are spread over shards, so that threads seldom meet at a lock.
  private final class Shard: Sendable {
    struct State {
      var entries: [Entry] = []
      var free: [Int] = []
    }
    let state = Mutex(State())
  }

  private let shards = (0..<16).map { _ in Shard() }
  private let nextShard = Atomic<UInt64>(0)
  private let kind: HandleKind
  private static var placeLimit: Int { 1 << 20 }

  init(_ kind: HandleKind) { self.kind = kind }

  /// - Throws: `.limitExceeded` beyond a million open handles in a shard.
  func insert(_ object: Object) throws(KhoError) -> UInt64 {
    let shard = nextShard.add(1, ordering: .relaxed).oldValue & 15
    let place: (index: Int, serial: UInt32)? = shards[Int(shard)].state.withLock { state in
      if state.free.isEmpty {
        guard state.entries.count < Self.placeLimit else { return nil }
        state.free.append(state.entries.count)
        state.entries.append(Entry())
      }
      let index = state.free.removeLast()
      let serial = state.entries[index].serial &+ 1
      state.entries[index] = Entry(serial: serial, object: object)
      return (index, serial)
    }
    guard let place else {
      throw KhoError(.limitExceeded, "TooManyHandles", "too many handles are open")
    }
    return Handles.forks << 60 | kind.rawValue << 56 | UInt64(place.serial) << 24
      | UInt64(place.index) << 4 | shard
  }

  /// - Throws: `.misuse` with a detail that tells what is wrong with the handle.
  func find(_ handle: UInt64) throws(KhoError) -> Object {
    try check(handle)
    let object = shards[Int(handle & 15)].state.withLock { state -> Object? in
      let index = Int(handle >> 4 & 0xF_FFFF)
      guard index < state.entries.count, state.entries[index].serial == handle.serial else {
        return nil
      }
      return state.entries[index].object
    }
    guard let object else { throw kind.closed }
    return object
  }

  /// Takes the object out: its handle is not valid any more.
  func remove(_ handle: UInt64) throws(KhoError) -> Object {
    try check(handle)
    let object = shards[Int(handle & 15)].state.withLock { state -> Object? in
      let index = Int(handle >> 4 & 0xF_FFFF)
      guard index < state.entries.count, state.entries[index].serial == handle.serial,
        let object = state.entries[index].object
      else { return nil }
      state.entries[index].object = nil
      state.free.append(index)
      return object
    }
    guard let object else { throw kind.closed }
    return object
  }

  private func check(_ handle: UInt64) throws(KhoError) {
    guard handle >> 56 & 15 == kind.rawValue, handle >> 60 == Handles.forks else {
      throw Handles.refusal(of: handle, kind)
    }
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
}

/// The tables of this process.
enum Handles {
  struct Tables: Sendable {
    let databases = HandleTable<Connection>(.database)
    let statements = HandleTable<Statement>(.statement)
    let rows = HandleTable<ProcedureCall>(.rows)
  }
  /// A forked child has tables of its own, as it may not touch what it inherited: some thread that
  /// it does not have may hold a lock there.
  private static let tables = (0..<16).map { _ in Tables() }

  /// How often this process was forked from the one that loaded the library, modulo 16.
  static var forks: UInt64 { UInt64(truncatingIfNeeded: ForkedProcess.generation) & 15 }

  static var databases: HandleTable<Connection> { tables[Int(forks)].databases }
  static var statements: HandleTable<Statement> { tables[Int(forks)].statements }
  static var rows: HandleTable<ProcedureCall> { tables[Int(forks)].rows }

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
