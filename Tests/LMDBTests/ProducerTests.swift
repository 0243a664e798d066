/// Work done ahead of who takes what comes of it.
import LMDB
import Synchronization
import Testing

@Suite struct ProducerTests {
  /// Counts what is made.
  private final class Counter: Sendable {
    private let made = Atomic(0)
    var count: Int { made.load(ordering: .relaxed) }
    func next(limit: Int) -> Int? {
      let number = made.add(1, ordering: .relaxed).oldValue
      return number < limit ? number : nil
    }
  }

  @Test(arguments: [1, 3, 1_000]) func `elements come in their order, and then none`(ahead: Int) {
    let counter = Counter()
    let producer = Producer(ahead: ahead) { counter.next(limit: 500) }
    var taken: [Int] = []
    while let element = producer.next() { taken.append(element) }
    #expect(taken == Array(0..<500))
    #expect(producer.next() == nil)
    // Nothing was asked for behind the end.
    #expect(counter.count == 501)
  }

  @Test func `no more is made ahead than may wait`() {
    let counter = Counter()
    let producer = Producer(ahead: 2) { counter.next(limit: .max) }
    for number in 0..<100 {
      #expect(producer.next() == number)
      // Two wait, and one more is made before it has to.
      #expect(counter.count <= number + 1 + 3 + 1)
    }
  }

  @Test func `what nobody takes any more ends with its producer`() {
    let counter = Counter()
    var producer: Producer<Int>? = Producer(ahead: 1) { counter.next(limit: .max) }
    #expect(producer?.next() == 0)
    producer = nil
    let count = counter.count
    #expect(count <= 4)
    // The thread was waited for: it makes no more.
    for _ in 0..<1_000 { #expect(counter.count == count) }
  }

  @Test func `an ended producer gives nothing`() {
    let counter = Counter()
    let producer = Producer(ahead: 4) { counter.next(limit: .max) }
    producer.end()
    #expect(producer.next() == nil)
  }
}
