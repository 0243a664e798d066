/// Signatures of procedures.
import Testing

@testable import Kho

@Suite struct ProcedureSignatureTests {
  @Test func `names and types are read`() throws {
    let signature = try ProcedureSignature(
      "test.my.proc(name :: STRING?, id::LIST<INTEGER?>?) :: (city :: STRING?)")
    #expect(signature.name == "test.my.proc")
    #expect(
      signature.inputs == [
        ProcedureSignature.Field(name: "name", type: "STRING?"),
        ProcedureSignature.Field(name: "id", type: "LIST<INTEGER?>?"),
      ])
    #expect(signature.outputs == [ProcedureSignature.Field(name: "city", type: "STRING?")])
  }

  @Test func `both sides may be empty`() throws {
    let signature = try ProcedureSignature(" test.doNothing ( ) :: ( ) ")
    #expect(signature.inputs.isEmpty)
    #expect(signature.outputs.isEmpty)
  }

  @Test(arguments: [
    ("", 0), ("a", 1), ("a()", 3), ("a() ::", 6), ("a() :: (", 8), ("a(x) :: ()", 3),
    ("a(x :: INTEGER y) :: ()", 15), ("a() :: () b", 10), ("a(,) :: ()", 2), ("(a) :: ()", 0),
  ]) func `a malformed signature is an error with its place`(text: String, offset: Int) {
    do {
      _ = try ProcedureSignature(text)
      Issue.record("read")
    } catch {
      #expect(error.kind == .syntaxError)
      #expect(error.span?.start == UInt32(offset))
    }
  }
}
