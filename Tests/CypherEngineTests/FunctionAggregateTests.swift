import GraphModel
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct FunctionAggregateTests {
  @Test(
    arguments: [
      ("count", [1, nil, "a"], 2), ("count", [], 0), ("sum", [1, 2, nil], 3),
      ("sum", [1, 0.5], 1.5),
      ("sum", [], 0), ("sum", [nil], 0), ("sum", [.integer(.max), 1, -1], .integer(.max)),
      ("avg", [1, 2], 1.5), ("avg", [], .null), ("avg", [2, 2.0], 2.0),
      ("min", [1, 2, 0, nil, -1], -1),
      ("max", [1, 2.0, 5, nil, 3.2], 5), ("max", [1, "a", nil, [1, 2], 0.2, "b"], 1),
      ("min", [1, "a", nil, [1, 2], 0.2, "b"], [1, 2]), ("min", [], .null),
      ("max", [[1], [2], [2, 1]], [2, 1]),
      ("collect", [1, nil, 2], [1, 2]), ("collect", [], []),
      ("stDev", [2, 4, 4, 4, 5, 5, 7, 9], 2.138089935299395),
      ("stDevP", [2, 4, 4, 4, 5, 5, 7, 9], 2.0), ("stDev", [1], 0.0), ("stDevP", [], 0.0),
    ] as [(String, [Value], Value)])
  func `an aggregate of values is`(name: String, values: [Value], expected: Value) throws {
    #expect(try aggregate(name, values.map { ($0, 1) }).text == expected.text)
  }

  @Test(
    arguments: [
      (0.0, 10, 10.0), (0.25, 10, 12.5), (0.5, 10, 15.0), (0.9, 20, 19.0), (1.0, 20, 20.0),
    ] as [(Value, Value, Value)])
  func `percentiles of 10 and 20`(part: Value, discrete: Value, continuous: Value) throws {
    let values: [(Value, Int)] = [(20, 1), (nil, 1), (10, 1)]
    #expect(try aggregate("percentileDisc", values, further: [part]).text == discrete.text)
    #expect(try aggregate("percentileCont", values, further: [part]).text == continuous.text)
  }

  @Test(arguments: [1.1, -1, 1000, .float(.nan)] as [Value])
  func `a percentile outside 0 to 1 is out of range`(part: Value) {
    for name in ["percentileCont", "percentileDisc"] {
      check(.argumentError, "NumberOutOfRange") { try aggregate(name, [(1, 1)], further: [part]) }
    }
  }

  @Test func `a value of weight n counts as n rows`() throws {
    var random = SeededRandom()
    for function in AggregateFunction.all {
      for _ in 0..<50 {
        let values = (0..<5).map { _ in
          (
            Value.integer(.random(in: -9...9, using: &random)),
            Int.random(in: 1...3, using: &random)
          )
        }
        let text: Comment = "seed \(random.seed): \(function.name) of \(values)"
        let rows = values.flatMap { value, weight in Array(repeating: (value, 1), count: weight) }
        let weighted = try aggregate(function.name, values, further: [0.3])
        let single = try aggregate(function.name, rows, further: [0.3])
        if case (.float(let a), .float(let b)) = (weighted, single) {
          #expect(abs(a - b) < 1e-9, text)
        } else {
          #expect(weighted.text == single.text, text)
        }
      }
    }
  }

  @Test func `distinct aggregates take one of equivalent values`() throws {
    let values: [(Value, Int)] = [
      (1, 3), (1.0, 1), (nil, 2), (.float(.nan), 1), (.float(.nan), 1), (2, 1),
    ]
    #expect(try aggregate("count", values, isDistinct: true).text == "3")
    #expect(try aggregate("collect", values, isDistinct: true).text == "[1, NaN, 2]")
    #expect(try aggregate("sum", [(2, 5), (3, 1)], isDistinct: true).text == "5")
  }

  @Test func `a sum beyond 64 bits is an error`() {
    check(.arithmeticError, "IntegerOverflow") { try aggregate("sum", [(.integer(.max), 2)]) }
  }

  @Test func `other values than numbers have no sum`() {
    for name in ["sum", "avg", "stDev", "percentileDisc"] {
      check(.typeError, "InvalidArgumentValue") { try aggregate(name, [("a", 1)], further: [0.5]) }
    }
  }

  @Test func `the values kept are accounted for`() throws {
    let groups = try #require(FunctionLibrary.aggregate(named: "collect")).accumulators()
    let text = Value.string(String(repeating: "x", count: 1_000))
    let kept = try groups.add(
      Accumulators.Rows(column: .values([text]), groups: [0], groupCount: 1))
    #expect(kept > 1_000)
  }

  private func aggregate(
    _ name: String, _ values: [(Value, Int)], isDistinct: Bool = false, further: [Value] = []
  ) throws -> Value {
    let function = try #require(FunctionLibrary.aggregate(named: name))
    let groups = function.accumulators(isDistinct: isDistinct)
    _ = try groups.add(
      Accumulators.Rows(
        column: .values(values.map(\.0)), further: further.map { .constant($0) },
        groups: values.map { _ in 0 }, groupCount: 1, weights: values.map { Int64($0.1) }))
    return try groups.results(1).value(at: 0)
  }

  private func check(_ kind: KhoError.Kind, _ detail: String, _ body: () throws -> Value) {
    #expect { try body() } throws: {
      ($0 as? KhoError)?.kind == kind && ($0 as? KhoError)?.detail == detail
    }
  }
}
