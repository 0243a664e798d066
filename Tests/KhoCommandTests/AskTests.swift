/// Saved questions asked of the built-in knowledge.
import Foundation
import Testing

@Suite struct AskTests {
  /// One sandbox for all, so that the default database is built once.
  private static let sandbox = Result { try Sandbox() }

  private func ask(_ arguments: String) throws -> Run {
    try Self.sandbox.get().bash("kho ask " + arguments)
  }

  @Test func `without a name the questions are listed`() throws {
    let run = try ask("")
    #expect(run.status == 0 && run.output.contains("districts-implementing <directive>\n"))
    #expect(run.output.contains("Những huyện nào thực hiện một chỉ thị"))
  }

  @Test func `the districts that implement a directive come with their sources`() throws {
    let run = try ask("districts-implementing 05-CT/TW")
    #expect(run.status == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("Cao Lãnh") && $0.hasSuffix("003:4, 003:11") })
    #expect(lines.contains { $0.hasPrefix("Cầu Ngang") && $0.hasSuffix("000:5") })
    #expect(lines.contains("       003:4 line 7 · 003:11 line 22"))
    #expect(run.output.contains("(between 2022-03-24 and 2023-03-31, inferred)"))
    #expect(run.output.contains("(2023-07-15)"))
  }

  @Test(arguments: ["'Chỉ thị 05'", "'chi thi so 05'", "'CT 05'", "ct05", "dir:ct-05-ct-tw", ""])
  func `a directive may be typed in any form`(typed: String) throws {
    let expected = try ask("districts-implementing 05-CT/TW --format tsv")
    #expect(expected.output.split(separator: "\n").count == 8)
    #expect(try ask("districts-implementing \(typed) --format tsv").output == expected.output)
  }

  @Test(arguments: [
    "'cau ngang'", "'Cầu Ngang'", "'huyện Cầu Ngang'", "$'Ca\\u0302\\u0300u Ngang'",
  ])
  func `a district may be typed with and without accents`(typed: String) throws {
    let expected = try ask("directives-of-district district:cau-ngang")
    #expect(expected.status == 0 && expected.output.contains("05-CT/TW"))
    #expect(try ask("directives-of-district \(typed)").output == expected.output)
  }

  @Test func `other accents find nothing and suggest what looks alike`() throws {
    let run = try ask("directives-of-district 'Câu Ngang'")
    #expect(run.status == 3 && run.output == "")
    #expect(run.error.contains("did you mean 'Cầu Ngang'"))
  }

  @Test func `a name that several have lists them`() throws {
    let run = try ask("districts-implementing 'Kế hoạch'")
    #expect(run.status == 4 && run.output == "")
    #expect(run.error.contains("dir:kh-76-cau-ngang") && run.error.contains("dir:kh-91-tan-uyen"))
  }

  @Test func `a name instead of a question lists what can be asked about it`() throws {
    let run = try ask("'chi thi 05'")
    #expect(run.status == 0 && run.output.contains("kho ask districts-implementing 'chi thi 05'"))
    #expect(!run.output.contains("directives-of-district"))
  }

  @Test func `an unknown question suggests others`() throws {
    let run = try ask("districts-implementin x")
    #expect(run.status == 3 && run.error.contains("did you mean 'districts-implementing'?"))
  }

  @Test func `too many arguments and wrong types exit with 2`() throws {
    #expect(try ask("districts-implementing CT 05").status == 2)
    #expect(try ask("campaigns-shared many").status == 2)
  }

  @Test func `every question is answered for its examples`() throws {
    let names = try ask("").output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      .map { $0.prefix { $0 != " " } }
    for name in names {
      let run = try ask(String(name))
      #expect(run.status == 0 && run.output.contains("│"), "\(name): \(run.error)")
    }
  }
}
