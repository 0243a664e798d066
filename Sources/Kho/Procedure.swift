/// Procedures of the host program, for `CALL`, and its functions, for expressions.
internal import CypherEngine
internal import GraphStorage

/// What a procedure takes or gives: a name and a type, as signatures write them.
public struct ProcedureSignature: Sendable, Hashable {
  public struct Field: Sendable, Hashable {
    public var name: String
    /// `STRING?`, `INTEGER?`, `FLOAT?`, `NUMBER?`, `BOOLEAN?`, `ANY?`, `LIST<STRING?>?` …
    public var type: String
  }

  /// The name with its name space: `test.my.proc`.
  public var name: String
  public var inputs: [Field]
  public var outputs: [Field]
}

extension Database {
  /// Makes a Swift closure callable by `CALL`, in place of any procedure of that name.
  ///
  /// ```swift
  /// try database.register("text.words(text :: STRING?) :: (word :: STRING?)") { arguments in
  ///   try String(cypherValue: arguments[0]).split(separator: " ").map { [.string(String($0))] }
  /// }
  /// let words = try database.execute("CALL text.words('one two') YIELD word RETURN word")
  /// ```
  /// - Parameters:
  ///   - signature: `name(input :: TYPE, …) :: (output :: TYPE, …)`; `() :: ()` for one without.
  ///   - body: arguments, converted to the inputs' types, to rows of the outputs' width. Called on
  ///     the transaction's thread, where it may read and not write; what it throws ends the
  ///     statement with `.procedureError`.
  /// - Throws: `.syntaxError` for a malformed signature.
  public func register(
    _ signature: String, body: @escaping @Sendable ([Value]) throws -> [[Value]]
  ) throws(KhoError) {
    let signature = try ProcedureSignature(signature)
    engine.register(
      Procedure(
        name: signature.name,
        inputs: signature.inputs.map { Procedure.Field(name: $0.name, type: $0.type) },
        outputs: signature.outputs.map { Procedure.Field(name: $0.name, type: $0.type) },
        body: { arguments in
          let rows = try body(arguments)
          try checkNesting(rows.joined())
          return rows
        }))
  }

  /// Makes a Swift closure a function of expressions, in place of any registered one of that name.
  ///
  /// ```swift
  /// try database.registerFunction("text.initials(text :: STRING?) :: STRING?") { arguments in
  ///   let words = try String?(cypherValue: arguments[0])?.split(separator: " ")
  ///   return .string(words?.compactMap { $0.first.map(String.init) }.joined() ?? "")
  /// }
  /// let initials = try database.execute("RETURN text.initials('Ada Lovelace')")
  /// ```
  /// - Parameters:
  ///   - signature: `name(input :: TYPE, …) :: TYPE`. Names ignore case.
  ///   - isDeterministic: whether equal arguments give equal results; calls on constants are then
  ///     computed once in a statement.
  ///   - body: arguments, converted to the inputs' types, nulls too, to a value of the output's
  ///     type. Called on the transaction's thread, where it may read and not write; what it throws
  ///     ends the statement with `.procedureError`.
  /// - Throws: `.syntaxError` for a malformed signature; `.misuse` if the language has a function
  ///   of that name.
  public func registerFunction(
    _ signature: String, isDeterministic: Bool = true,
    body: @escaping @Sendable ([Value]) throws -> Value
  ) throws(KhoError) {
    var parser = SignatureParser(signature)
    let name = try parser.name("a function's name")
    let inputs = try parser.fields()
    try parser.symbol("::")
    let output = try parser.name("a type")
    try parser.end()
    try engine.register(
      HostFunction(
        name: name, inputs: inputs.map { Procedure.Field(name: $0.name, type: $0.type) },
        output: output, isDeterministic: isDeterministic,
        body: { arguments in
          let value = try body(arguments)
          try checkNesting(CollectionOfOne(value))
          return value
        }))
  }

  /// Removes all procedures and functions that were registered.
  public func removeAllProcedures() { engine.removeAllProcedures() }

  /// Removes everything: nodes, relationships, names, indexes, constraints, procedures, functions.
  /// Temporary databases only.
  /// - Throws: `.misuse` for any other database.
  public func reset() throws(KhoError) {
    guard isTemporary else { throw .notTemporary }
    try store.reset()
    engine.removeAllProcedures()
  }
}

extension ProcedureSignature {
  /// Reads `name(input :: TYPE, …) :: (output :: TYPE, …)`.
  /// - Throws: `.syntaxError` with its place in `text`.
  public init(_ text: String) throws(KhoError) {
    var parser = SignatureParser(text)
    name = try parser.name("a procedure's name")
    inputs = try parser.fields()
    try parser.symbol("::")
    outputs = try parser.fields()
    try parser.end()
  }
}

/// The engine relies on the nesting of every value that enters it.
private func checkNesting(_ values: some Sequence<Value>) throws(KhoError) {
  for value in values where !value.isNested(within: Value.nestingLimit) {
    throw KhoError(
      .limitExceeded, "NestingTooDeep",
      "a value of the host program nests deeper than \(Value.nestingLimit) levels")
  }
}

/// Signature = Name Fields "::" Fields;  Fields = "(" [Name "::" Type {"," Name "::" Type}] ")"
private struct SignatureParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func fields() throws(KhoError) -> [ProcedureSignature.Field] {
    var fields: [ProcedureSignature.Field] = []
    try symbol("(")
    while !takeSymbol(")") {
      if !fields.isEmpty { try symbol(",") }
      let name = try name("a name")
      try symbol("::")
      fields.append(ProcedureSignature.Field(name: name, type: try self.name("a type")))
    }
    return fields
  }

  /// A run of bytes that are no white space and no punctuation of signatures; types may hold `<`
  /// and `?`.
  mutating func name(_ expected: String) throws(KhoError) -> String {
    skipSpaces()
    let start = position
    while position < bytes.count, !" \t\n\r(),:".utf8.contains(bytes[position]) { position += 1 }
    guard position > start else { throw unexpected(expected) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func symbol(_ text: StaticString) throws(KhoError) {
    guard takeSymbol(text) else { throw unexpected("'\(text)'") }
  }

  mutating func end() throws(KhoError) {
    skipSpaces()
    guard position == bytes.count else { throw unexpected("the end") }
  }

  private mutating func takeSymbol(_ text: StaticString) -> Bool {
    skipSpaces()
    let symbol = "\(text)".utf8
    guard bytes[position...].starts(with: symbol) else { return false }
    position += symbol.count
    return true
  }

  private mutating func skipSpaces() {
    while position < bytes.count, " \t\n\r".utf8.contains(bytes[position]) { position += 1 }
  }

  private func unexpected(_ expected: String) -> KhoError {
    let found =
      position < bytes.count
      ? "'\(String(decoding: bytes[position...].prefix(1), as: UTF8.self))'" : "the end"
    let start = UInt32(clamping: position)
    return KhoError(
      .syntaxError, "InvalidSignature", "expected \(expected), found \(found)", phase: .compileTime,
      at: SourceSpan(start: start, end: start + 1))
  }
}
