/// Coverage-guided fuzzing of the parser: any bytes give a tree or a `KhoError`, and a tree that is
/// printed parses to the same print. `Tests/Fuzz/run` builds and runs it.
import CypherSyntax
import GraphModel

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  guard let statement = try? Cypher.parse(text) else { return 0 }
  let printed = statement.description
  guard let again = try? Cypher.parse(printed) else { fatalError("does not parse: \(printed)") }
  if again.description != printed { fatalError("prints otherwise: \(printed)") }
  return 0
}
