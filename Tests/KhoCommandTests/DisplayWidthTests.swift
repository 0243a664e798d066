/// Columns of text on a terminal.
import Testing

@testable import KhoCommand

@Suite struct DisplayWidthTests {
  @Test func `letters take one column, with their marks or without`() {
    #expect("Cầu Ngang".displayWidth == 9)
    #expect("Ca\u{302}\u{300}u Ngang".displayWidth == 9)
    #expect("đường".displayWidth == 5)
    #expect("".displayWidth == 0)
  }

  @Test func `East Asian wide characters and emoji take two`() {
    #expect("漢字".displayWidth == 4)
    #expect("한".displayWidth == 2)
    #expect("\u{1112}\u{1161}\u{11AB}".displayWidth == 2)
    #expect("Ａ".displayWidth == 2)
    #expect("🙂".displayWidth == 2)
    #expect("👩‍👩‍👧".displayWidth == 2)
    #expect("🇻🇳".displayWidth == 2)
  }

  @Test func `controls and joiners take none`() {
    #expect("\u{1B}".displayWidth == 0)
    #expect("\u{200B}\u{FEFF}\u{301}".displayWidth == 0)
  }

  @Test func `a text that fits is not cut`() {
    #expect("Cầu Ngang".cut(toWidth: 9) == "Cầu Ngang")
    #expect("".cut(toWidth: 0) == "")
  }

  @Test func `a cut text ends in an ellipsis and is never wider than the limit`() {
    #expect("Cầu Ngang".cut(toWidth: 8) == "Cầu Nga…")
    #expect("漢字漢字".cut(toWidth: 4) == "漢…")
    #expect("漢字".cut(toWidth: 3) == "漢…")
    #expect("ab".cut(toWidth: 1) == "…")
    for limit in 1...12 { #expect("Chỉ thị 漢字".cut(toWidth: limit).displayWidth <= limit) }
  }

  @Test func `padding counts columns`() {
    #expect("漢".padded(toWidth: 4) + "|" == "漢  |")
    #expect("Ngãi".padded(toWidth: 6, isRight: true) == "  Ngãi")
    #expect("toolong".padded(toWidth: 3) == "toolong")
  }

  @Test func `text is wrapped at spaces, and long words where they must be`() {
    #expect(
      "học tập và làm theo".wrapped(toWidth: 8)
        == ["học tập ", "và làm ", "theo"].map(\.trimmingTrailingSpaces))
    #expect("Đăngkýdài".wrapped(toWidth: 4) == ["Đăng", "kýdà", "i"])
    #expect("".wrapped(toWidth: 4) == [""])
    for limit in 2...9 {
      #expect("một 漢字漢字 câu dài".wrapped(toWidth: limit).allSatisfy { $0.displayWidth <= limit })
    }
  }

  @Test func `controls are made visible`() {
    #expect("a\nb\t\u{1B}[31m".visible == "a\\nb\\t\\u001B[31m")
    #expect("Cầu".visible == "Cầu")
  }
}
