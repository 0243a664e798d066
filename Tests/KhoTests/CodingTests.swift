/// Swift's types to values and back.
import Foundation
import Testing

@testable import Kho

@Suite struct CodingTests {
  struct Person: Codable, Equatable {
    var name: String
    var born: Int?
    var height: Double
    var tags: [String]
    var day: Temporal.Date
    var seen: Foundation.Date
    var home: Home
    var others: [String: Home]
    struct Home: Codable, Equatable { var street: String? }
  }

  static let ada = Person(
    name: "Ada", born: nil, height: 1.5, tags: ["a", "b"],
    day: Temporal.Date(daysSinceEpoch: -56_270), seen: Foundation.Date(timeIntervalSince1970: 1.5),
    home: Person.Home(street: "St James's Square"), others: ["x": Person.Home(street: nil)])

  @Test func `a codable struct becomes a map and comes back`() throws {
    let value = try Value(encoding: Self.ada)
    #expect(try value.decode(Person.self) == Self.ada)
    let map = try ValueMap(cypherValue: value)
    guard case .date? = map["day"], case .dateTime? = map["seen"] else { Issue.record(); return }
    #expect(map["born"] == nil)
  }

  @Test func `properties of a node are decoded`() throws {
    let map = try ValueMap(cypherValue: Value(encoding: Self.ada))
    let node = Node(id: NodeID(1), labels: ["Person"], properties: map)
    #expect(try Value.node(node).decode(Person.self) == Self.ada)
  }

  @Test func `a class hierarchy and enums with values pass through containers`() throws {
    enum Shape: Codable, Equatable { case circle(radius: Double), square, named(String) }
    let shapes: [Shape] = [.circle(radius: 1), .square, .named("x")]
    #expect(try Value(encoding: shapes).decode([Shape].self) == shapes)
  }

  @Test func `what is missing is named with its path`() throws {
    struct Row: Decodable { var home: Home; struct Home: Decodable { var number: Int } }
    let value: Value = ["home": ["number": "four"]]
    do {
      _ = try value.decode(Row.self)
      Issue.record("decoded")
    } catch {
      #expect(error.message == "expected INTEGER, found STRING at 'home.number'")
    }
    do {
      _ = try (["home": [:]] as Value).decode(Row.self)
      Issue.record("decoded")
    } catch {
      #expect(error.message == "expected a value for 'number', found none at 'home'")
    }
  }

  @Test func `numbers out of range are errors`() {
    #expect(throws: KhoError.self) { try Int8(cypherValue: 128) }
    #expect(throws: KhoError.self) { try UInt32(cypherValue: -1) }
    #expect(throws: KhoError.self) { try Value(encoding: UInt64.max) }
    #expect(throws: KhoError.self) { try (-1 as Value).decode(UInt.self) }
    #expect(throws: KhoError.self) { try Int(cypherValue: 1.0) }
  }

  @Test func `types that hold themselves end with an error`() {
    struct Endless: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(Endless())
      }
    }
    #expect(throws: KhoError.self) { try Value(encoding: Endless()) }
  }

  @Test func `dates outside of all calendars are moved to the bound`() {
    for interval in [Double.nan, .infinity, -.infinity, 1e300, -1e300] {
      let value = Foundation.Date(timeIntervalSince1970: interval).cypherValue
      guard case .dateTime(let instant) = value else { Issue.record(); continue }
      #expect(abs(instant.secondsSinceEpoch) <= 31_556_889_864_403_199)
    }
  }

  @Test func `parameters take Swift values, literals and nil`() throws {
    let name = "Ada"
    let unknown: Int? = nil
    let parameters: Parameters = ["name": name, "born": 1815, "unknown": unknown, "nothing": nil]
    #expect(parameters["name"]?.text == "'Ada'")
    #expect(parameters["born"]?.text == "1815")
    #expect(parameters["unknown"]?.isNull == true)
    #expect(parameters["nothing"]?.isNull == true)
    let encoded = try Parameters(encoding: Person.Home(street: "x"))
    #expect(encoded["street"]?.text == "'x'")
  }

  @Test func `a record answers by name and by index`() throws {
    let record = Record(columns: ["a", "b", "a"], values: [1, nil, 3])
    #expect(try record.get("a", as: Int.self) == 1)
    #expect(try record.get(2, as: Int.self) == 3)
    #expect(try record.get("b", as: Int?.self) == nil)
    #expect(record["none"].isNull)
    #expect(record[7].isNull)
    #expect(record[-1].isNull)
    do {
      _ = try record.get("b", as: Int.self)
      Issue.record("converted")
    } catch {
      #expect(error.message == "expected INTEGER, found NULL in column 'b'")
    }
    do {
      _ = try record.get("c", as: Int.self)
      Issue.record("found")
    } catch {
      #expect(error.detail == "UnknownColumn")
    }
  }
}
