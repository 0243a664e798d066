/// Files of saved questions.
import Testing

@testable import KhoCommand

@Suite struct QuestionTests {
  @Test func `the header says what is asked and what it takes`() throws {
    let question = try Question(
      name: "who-runs",
      text: """
        // seed: seeds
        // en: Who runs a campaign: and where?
        // vi: Ai tiến hành một phong trào?
        // param: campaign :: ModelCampaign = 'Dân vận khéo'
        // param: atLeast::INTEGER=2
        // A remark.
        MATCH (n) RETURN n;
        // en: no longer the header
        //= in order
        """)
    #expect(question.english == "Who runs a campaign: and where?")
    #expect(question.vietnamese == "Ai tiến hành một phong trào?")
    #expect(
      question.parameters == [
        Question.Parameter(name: "campaign", type: "ModelCampaign", example: "'Dân vận khéo'"),
        Question.Parameter(name: "atLeast", type: "INTEGER", example: "2"),
      ])
    #expect(question.parameters.map(\.isEntity) == [true, false])
    #expect(question.usage == "who-runs <campaign> <atLeast>")
  }

  @Test(arguments: ["campaign", "campaign :: Label", "campaign = 2 :: Label"])
  func `a parameter without type or example is refused`(line: String) {
    #expect(throws: Failure.self) { try Question(name: "q", text: "// param: \(line)\nRETURN 1") }
  }

  @Test func `every question of the project has both languages, and its usage is its file's name`()
    throws
  {
    let questions = try Question.all(in: nil)
    #expect(questions.count > 20)
    for question in questions {
      #expect(!question.english.isEmpty && !question.vietnamese.isEmpty, "\(question.name)")
      #expect(question.usage.hasPrefix(question.name))
    }
  }
}
