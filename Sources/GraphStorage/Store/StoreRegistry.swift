/// The files open in this process: LMDB allows one environment for each.
internal import GraphModel
internal import LMDB

/// A file is the same by whatever path: see `FileIdentity`.
enum StoreRegistry {
  private struct Entry {
    let file: FileIdentity
    /// Nil while it is being opened or closed.
    var store: SharedStore?
    var count = 1
  }

  private struct State {
    /// Few, and looked at one by one.
    var entries: [Entry] = []
    private var processGeneration = ForkedProcess.generation

    /// In a forked child nothing is open: what the parent has open is the parent's.
    mutating func forgetParent() {
      if processGeneration != ForkedProcess.generation { self = State() }
    }

    func index(of file: FileIdentity) -> Int? { entries.firstIndex { $0.file == file } }

    /// Puts the entry in place of the file's, if it has one; nil removes that.
    mutating func set(_ file: FileIdentity, _ entry: Entry?) {
      entries.removeAll { $0.file == file }
      if let entry { entries.append(entry) }
    }
  }
  private static let monitor = Monitor(State())

  /// The store of the file, opened by `open` if nobody has it open.
  static func store(
    of file: FileIdentity, configuration: GraphStore.Configuration,
    open: () throws(KhoError) -> SharedStore
  ) throws(KhoError) -> SharedStore {
    monitor.withLock { $0.forgetParent() }
    let present = monitor.wait(until: { state in
      state.index(of: file).map { state.entries[$0].store != nil } ?? true
    }) { state -> SharedStore? in
      guard let index = state.index(of: file) else {
        state.entries.append(Entry(file: file))
        return nil
      }
      state.entries[index].count += 1
      return state.entries[index].store
    }
    if let present {
      if present.configuration.isReadOnly, !configuration.isReadOnly {
        close(file)
        throw KhoError(
          .misuse, "ReadOnlyDatabase", "the database is open read-only in this process",
          hint: "close it before it is opened for writing")
      }
      return present
    }
    do throws(KhoError) {
      let store = try open()
      monitor.update { $0.set(file, Entry(file: file, store: store)) }
      return store
    } catch {
      released(file)
      throw error
    }
  }

  /// Gives one opening back; the last closes the store.
  static func close(_ file: FileIdentity) {
    let last = monitor.update { state -> SharedStore? in
      state.forgetParent()
      guard let index = state.index(of: file), let store = state.entries[index].store else {
        return nil
      }
      state.entries[index].count -= 1
      guard state.entries[index].count == 0 else { return nil }
      state.entries[index].store = nil
      return store
    }
    last?.close()
  }

  /// The file's environment is closed, or was not opened.
  static func released(_ file: FileIdentity) {
    monitor.update { $0.set(file, nil) }
  }
}
