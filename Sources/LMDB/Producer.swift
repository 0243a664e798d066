/// Work done ahead on a thread of its own, while another one takes what comes of it.

/// Gives out what a closure makes, which runs a few elements ahead. One thread takes.
package final class Producer<Element: Sendable> {
  private struct State {
    var made: [Element] = []
    var isEnding = false
  }
  private let make: @Sendable () -> Element?
  private let monitor = Monitor(State())
  private var thread: SystemThread?

  /// - Parameters:
  ///   - ahead: how many elements wait to be taken, at most.
  ///   - make: gives one element after the other, and nil at their end. It runs on one thread, and
  ///     no more once the producer has ended. Without memory for a thread it runs when it is asked.
  package init(ahead: Int, _ make: @escaping @Sendable () -> Element?) {
    self.make = make
    thread = try? SystemThread.start(stackSizeInBytes: 16 << 20) { [monitor] in
      while let element = make() {
        monitor.wait(until: { $0.made.count < ahead || $0.isEnding }, then: { _ in })
        let isWanted = monitor.update { state in
          if !state.isEnding { state.made.append(element) }
          return !state.isEnding
        }
        if !isWanted { return }
      }
      monitor.update { $0.isEnding = true }
    }
  }

  deinit { end() }

  /// The next element, when it is made; nil at the end.
  package func next() -> Element? {
    guard thread != nil else {
      let element = monitor.withLock { $0.isEnding } ? nil : make()
      if element == nil { monitor.update { $0.isEnding = true } }
      return element
    }
    monitor.wait(until: { !$0.made.isEmpty || $0.isEnding }, then: { _ in })
    return monitor.update { $0.made.isEmpty ? nil : $0.made.removeFirst() }
  }

  /// Ends the work: waits for the element being made, which is lost with those not taken.
  package func end() {
    monitor.update { state in
      state.isEnding = true
      state.made = []
    }
    thread?.end()
    thread = nil
  }
}
