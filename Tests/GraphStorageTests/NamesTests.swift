/// Names of the catalog and their ids.
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct NamesTests {
  @Test func `a name has the id of its place, read or appended`() {
    var random = SeededRandom(seed: 5)
    let names = (0..<300).map { "tên \($0)" }.shuffled(using: &random)
    let read = Catalog.Names(names)
    var appended = Catalog.Names()
    for name in names { appended.append(name) }
    for (id, name) in names.enumerated() {
      #expect(read.id(of: name) == UInt16(id))
      #expect(appended.id(of: name) == UInt16(id))
      #expect(read[UInt16(id)] == name)
    }
    #expect(read.id(of: "tên") == nil && read.id(of: "") == nil && read.id(of: "u") == nil)
    #expect(Catalog.Names().id(of: "tên 1") == nil)
  }
}
