internal import GraphModel
internal import Synchronization

/// A regular expression, compiled to an automaton that reads a text once and keeps all its states
/// at the same time (Thompson): the time is at most proportional to text × pattern, whatever the
/// pattern.
final class RegularExpression: Sendable {
  static let instructionLimit = 10_000
  /// Of text length × instructions of one match.
  static let workLimit = 1 << 32

  private enum Instruction: Sendable {
    /// Goes on where the class with this index contains the next code point.
    case one(Int)
    case split(Int, Int)
    case jump(Int)
    case assertion(RegularExpressionNode.Assertion)
    case accept
  }

  private let program: [Instruction]
  private let classes: [CompiledClass]
  /// Whether what a state leads to depends on more than the next code point.
  let hasAssertions: Bool

  /// Throws `InvalidRegularExpression`, also for one that compiles to too many instructions.
  init(_ pattern: String) throws(KhoError) {
    var compiler = Compiler()
    try compiler.emit(try RegularExpressionParser.parse(pattern))
    try compiler.append(.accept)
    program = compiler.program
    classes = compiler.classes
    hasAssertions = program.contains { if case .assertion = $0 { true } else { false } }
  }

  /// Whether the whole text matches. O(text × pattern).
  func matches(_ text: String) throws(KhoError) -> Bool {
    if text.utf8.count.multipliedReportingOverflow(by: program.count).partialValue > Self.workLimit
    {
      throw KhoError(
        .limitExceeded, "RegularExpressionTooSlow",
        "the text is too long for this regular expression")
    }
    var current = StateSet(count: program.count)
    var following = StateSet(count: program.count)
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    enter(0, to: &current) { $0.holds(at: index, in: scalars) }
    while index < scalars.endIndex {
      if current.states.isEmpty { return false }
      let scalar = scalars[index]
      index = scalars.index(after: index)
      following.removeAll()
      step(current.states, scalar, to: &following) { $0.holds(at: index, in: scalars) }
      swap(&current, &following)
    }
    return accepts(current.states)
  }

  /// The states before a text; of an expression without assertions.
  var start: [Int] {
    var set = StateSet(count: program.count)
    enter(0, to: &set) { _ in false }
    return resting(set)
  }

  /// The states after some and a code point; of an expression without assertions.
  func states(after states: [Int], _ scalar: Unicode.Scalar) -> [Int] {
    var set = StateSet(count: program.count)
    step(states, scalar, to: &set) { _ in false }
    return resting(set)
  }

  func accepts(_ states: [Int]) -> Bool {
    states.contains { if case .accept = program[$0] { true } else { false } }
  }

  /// Those that read or accept, in order: what tells sets apart.
  private func resting(_ set: StateSet) -> [Int] {
    set.states.sorted().filter {
      switch program[$0] {
      case .one, .accept: true
      case .split, .jump, .assertion: false
      }
    }
  }

  private func step(
    _ states: [Int], _ scalar: Unicode.Scalar, to set: inout StateSet,
    holds: (RegularExpressionNode.Assertion) -> Bool
  ) {
    for state in states {
      if case .one(let id) = program[state], classes[id].contains(scalar) {
        enter(state + 1, to: &set, holds: holds)
      }
    }
  }

  /// Adds a state, and those it leads to without reading, to `set`.
  private func enter(
    _ start: Int, to set: inout StateSet, holds: (RegularExpressionNode.Assertion) -> Bool
  ) {
    set.pending.append(start)
    while let state = set.pending.popLast() {
      guard set.insert(state) else { continue }
      switch program[state] {
      case .one, .accept: break
      case .jump(let target): set.pending.append(target)
      case .split(let first, let second):
        set.pending.append(first)
        set.pending.append(second)
      case .assertion(let assertion):
        if holds(assertion) { set.pending.append(state + 1) }
      }
    }
  }

  /// States in the order of their arrival, each once.
  private struct StateSet {
    private(set) var states: [Int] = []
    private var marks: [UInt32]
    private var generation: UInt32 = 1
    var pending: [Int] = []

    init(count: Int) { marks = Array(repeating: 0, count: count) }

    mutating func insert(_ state: Int) -> Bool {
      if marks[state] == generation { return false }
      marks[state] = generation
      states.append(state)
      return true
    }

    mutating func removeAll() {
      states.removeAll(keepingCapacity: true)
      generation &+= 1
    }
  }

  /// A class with a bitmap of its ASCII members.
  private struct CompiledClass: Sendable {
    private let members: CharacterClass
    private var bitmap: (UInt64, UInt64) = (0, 0)

    init(_ members: CharacterClass) {
      self.members = members
      for value in UInt8(0)..<64 {
        if members.contains(Unicode.Scalar(value)) { bitmap.0 |= 1 << value }
        if members.contains(Unicode.Scalar(value + 64)) { bitmap.1 |= 1 << value }
      }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0..<64: bitmap.0 & 1 << UInt64(scalar.value) != 0
      case 64..<128: bitmap.1 & 1 << UInt64(scalar.value - 64) != 0
      default: members.contains(scalar)
      }
    }
  }

  private struct Compiler {
    var program: [Instruction] = []
    var classes: [CompiledClass] = []

    mutating func append(_ instruction: Instruction) throws(KhoError) {
      if program.count >= RegularExpression.instructionLimit {
        throw KhoError(
          .argumentError, "InvalidRegularExpression",
          "the regular expression is too large: it repeats too much")
      }
      program.append(instruction)
    }

    mutating func emit(_ node: RegularExpressionNode) throws(KhoError) {
      switch node {
      case .one(let members):
        try append(.one(classes.count))
        classes.append(CompiledClass(members))
      case .assertion(let assertion): try append(.assertion(assertion))
      case .sequence(let parts): for part in parts { try emit(part) }
      case .alternation(let branches):
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
          guard index + 1 < branches.count else {
            try emit(branch)
            break
          }
          let split = program.count
          try append(.accept)
          try emit(branch)
          ends.append(program.count)
          try append(.accept)
          program[split] = .split(split + 1, program.count)
        }
        for end in ends { program[end] = .jump(program.count) }
      case .repetition(let part, let minimum, let maximum):
        let start = program.count
        for _ in 0..<minimum {
          try emit(part)
          // What reads nothing need not be repeated.
          if program.count == start { break }
        }
        guard let maximum else {
          let split = program.count
          try append(.accept)
          try emit(part)
          try append(.jump(split))
          program[split] = .split(split + 1, program.count)
          return
        }
        var splits: [Int] = []
        for _ in minimum..<maximum {
          splits.append(program.count)
          try append(.accept)
          try emit(part)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
      }
    }
  }

  // MARK: Cache

  private static let cache = Mutex<[String: RegularExpression]>([:])

  /// The compiled form of `pattern`, remembered for the next row.
  static func cached(_ pattern: String) throws(KhoError) -> RegularExpression {
    if let known = cache.withLock({ $0[pattern] }) { return known }
    let expression = try RegularExpression(pattern)
    cache.withLock {
      if $0.count >= 64 { $0.removeAll() }
      $0[pattern] = expression
    }
    return expression
  }
}

extension RegularExpressionNode.Assertion {
  /// Whether the condition holds before the code point at `index`.
  func holds(at index: String.Index, in scalars: String.UnicodeScalarView) -> Bool {
    let after = index < scalars.endIndex ? scalars[index] : nil
    let before = index > scalars.startIndex ? scalars[scalars.index(before: index)] : nil
    let isInsideLineBreak = before == "\r" && after == "\n"
    switch self {
    case .textStart: return before == nil
    case .textEnd: return after == nil
    case .lineStart:
      return before == nil || before?.isLineTerminator == true && after != nil && !isInsideLineBreak
    case .lineEnd: return after == nil || after?.isLineTerminator == true && !isInsideLineBreak
    case .lastLineEnd:
      guard let after else { return true }
      let rest = scalars[scalars.index(after: index)...]
      return after.isLineTerminator && !isInsideLineBreak
        && (rest.isEmpty || after == "\r" && rest.elementsEqual(["\n"]))
    case .wordBoundary, .noWordBoundary:
      let word = CharacterClass.Property.word
      let isBoundary = (before.map(word.contains) ?? false) != (after.map(word.contains) ?? false)
      return isBoundary == (self == .wordBoundary)
    }
  }
}
