import GraphModel
import Testing

@testable import CypherEngine

@Suite struct TemporalFunctionsTests {
  @Test(arguments: ["date", "localtime", "time", "localdatetime", "datetime"])
  func `each type has its constructor, its clocks and its truncation`(name: String) throws {
    let constructor = try #require(FunctionLibrary.scalar(named: name))
    #expect(constructor.argumentCount == 0...1)
    for clock in ["statement", "transaction", "realtime"] {
      let function = try #require(FunctionLibrary.scalar(named: "\(name).\(clock)"))
      #expect(function.result == constructor.result)
      #expect(function.isDeterministic == (clock != "realtime"))
    }
    let truncation = try #require(FunctionLibrary.scalar(named: "\(name.uppercased()).Truncate"))
    #expect(truncation.argumentCount == 1...3)
    #expect(truncation.result == constructor.result)
  }

  @Test(arguments: [
    "datetime.fromepoch", "datetime.fromepochmillis", "duration", "duration.between",
    "duration.inMonths", "duration.inDays", "duration.inSeconds",
  ])
  func `the other functions are found in any case and pass null on`(name: String) throws {
    let function = try #require(FunctionLibrary.scalar(named: name))
    #expect(function.name == name.lowercased())
    #expect(function.isNullPropagating && function.isDeterministic)
  }
}
