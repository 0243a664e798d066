/// Procedures of the host program, for `CALL`.
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
  ///     the thread of the transaction; what it throws ends the statement.
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
        body: body))
  }

  /// Removes all procedures that were registered.
  public func removeAllProcedures() { engine.removeAllProcedures() }

  /// Removes everything: nodes, relationships, names, indexes, constraints and procedures.
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
