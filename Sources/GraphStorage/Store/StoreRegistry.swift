/// The files open in this process: LMDB allows one environment for each.
internal import GraphModel
internal import LMDB

/// A file is the same by whatever path: see `FileIdentity`.
enum StoreRegistry {
  private struct State {
    var open: [FileIdentity: (store: SharedStore, count: Int)] = [:]
    /// Being opened or closed.
    var busy: Set<FileIdentity> = []
    private var processGeneration = ForkedProcess.generation

    /// In a forked child nothing is open: what the parent has open is the parent's.
    mutating func forgetParent() {
      if processGeneration != ForkedProcess.generation { self = State() }
    }
  }
  private static let monitor = Monitor(State())

  /// The store of the file, opened by `open` if nobody has it open.
  static func store(
    of file: FileIdentity, configuration: GraphStore.Configuration,
    open: () throws(KhoError) -> SharedStore
  ) throws(KhoError) -> SharedStore {
    monitor.withLock { $0.forgetParent() }
    let present = monitor.wait(until: { !$0.busy.contains(file) }) { state in
      if let store = state.open[file]?.store {
        state.open[file]?.count += 1
        return store as SharedStore?
      }
      state.busy.insert(file)
      return nil
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
      monitor.update { state in
        state.open[file] = (store, 1)
        state.busy.remove(file)
      }
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
      guard let entry = state.open[file] else { return nil }
      state.open[file]?.count -= 1
      guard entry.count == 1 else { return nil }
      state.open[file] = nil
      state.busy.insert(file)
      return entry.store
    }
    last?.close()
  }

  /// The file's environment is closed, or was not opened.
  static func released(_ file: FileIdentity) {
    monitor.update { state in _ = state.busy.remove(file) }
  }
}
