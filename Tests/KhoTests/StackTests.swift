/// Nesting at the limits on the small stacks that some threads have.
import Foundation
import Testing

@testable import Kho

@Suite struct StackTests {
  /// Runs `body` on a thread with a stack of 512 KiB, as macOS gives.
  func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
  }

  static let forms: [(String, String, String)] = [
    ("(", "1", ")"), ("[", "1", "]"), ("{a: ", "1", "}"), ("NOT ", "true", ""), ("-", "1", ""),
    ("abs(", "1", ")"), ("CASE WHEN true THEN ", "1", " END"), ("[x IN [1] | ", "x", "]"),
    ("reduce(a = 0, x IN [1] | a + ", "1", ")"), ("all(x IN [1] WHERE ", "true", ")"),
    ("EXISTS { MATCH (n) WHERE ", "true", "}"), ("COLLECT { RETURN ", "1", "}"),
    ("[1][", "0", "]"), ("{a: 1}[", "'a'", "]"), ("'a' + ", "'a'", ""), ("2 ^ (", "1", ")"),
    ("true AND (", "true", ")"), ("1 < (", "1", ")"),
  ]

  @Test(arguments: forms) func `nested expressions end with a value or an error`(
    open: String, middle: String, close: String
  ) throws {
    let database = try Database.temporary()
    onSmallStack {
      for depth in [1, 100, 199, 200, 201, 5_000] {
        let text =
          "RETURN " + String(repeating: open, count: depth) + middle
          + String(repeating: close, count: depth) + " AS x"
        do { _ = try database.execute(text).count() } catch {
          #expect(depth > 10, "\(error)")
        }
      }
    }
  }

  @Test func `nested values are encoded, decoded and sent`() throws {
    struct Endless: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(Endless())
      }
    }
    indirect enum Nested: Codable {
      case end
      case list([Nested])
      init(depth: Int) { self = depth == 0 ? .end : .list([Nested(depth: depth - 1)]) }
    }
    let database = try Database.temporary()
    onSmallStack {
      do {
        let value = try Value(encoding: Nested(depth: 60))
        _ = try value.decode(Nested.self)
        var nested: Value = 1
        for _ in 0..<Value.nestingLimit { nested = [nested] }
        let result = try database.execute("RETURN $x AS x", Parameters(["x": nested]))
        var bytes: [UInt8] = []
        try result.single().appendJSON(to: &bytes)
        #expect(bytes.count > 2 * Value.nestingLimit)
        #expect(nested.description.count == 2 * Value.nestingLimit + 1)
      } catch {
        Issue.record(error)
      }
      #expect(throws: KhoError.self) { try Value(encoding: Endless()) }
    }
  }
}
