/// One request of the session protocol, read from its line.

/// What a line asks for.
struct SessionRequest {
  enum Action {
    case hello
    case reset
    case procedure(ProcedureTable)
    case query(String)
    case prepare(String)
    /// A prepared statement, by its handle.
    case execute(Int64)
    case release(Int64)
    case begin(InteractiveTransaction.Access)
    case commit
    case rollback
    case limits(QueryLimits)
    /// Ends the statement of the request with that id.
    case cancel(Int64)
  }

  var id: Int64
  var action: Action
  var parameters = Parameters()
  /// Rows in one reply line, for a result sent in several.
  var chunkSize: Int?

  /// - Throws: `.protocolError` with the place in the line.
  init(_ line: [UInt8]) throws(KhoError) {
    var reader = JSONReader(line)
    var partial = Partial()
    try reader.object { reader, key throws(KhoError) in
      try partial.read(key, from: &reader)
    }
    try reader.end()
    guard let id = partial.id else { throw reader.invalid("expected an integer 'id'") }
    guard let action = partial.action else { throw reader.invalid("expected a request") }
    self.id = id
    self.action = action
    parameters = partial.parameters
    chunkSize = partial.chunkSize
  }

  /// The id alone, of a line that is no request: to answer it.
  static func id(of line: [UInt8]) -> Int64? {
    var reader = JSONReader(line)
    var id: Int64?
    do {
      try reader.object { reader, key throws(KhoError) in
        if key == "id" { id = try reader.integer() } else { try reader.skip() }
      }
    } catch {}
    return id
  }

  private struct Partial {
    var id: Int64?
    var action: Action?
    var parameters = Parameters()
    var chunkSize: Int?

    mutating func read(_ key: String, from reader: inout JSONReader) throws(KhoError) {
      switch key {
      case "id": id = try reader.integer()
      case "params":
        for (name, value) in try reader.typedMap() { parameters[name] = value }
      case "chunk":
        let size = try reader.integer()
        guard size > 0 else { throw reader.invalid("expected a chunk of at least one row") }
        chunkSize = Int(clamping: size)
      default:
        guard let action = try Action(key, from: &reader) else { return try reader.skip() }
        guard self.action == nil else { throw reader.invalid("expected one request, found more") }
        self.action = action
      }
    }
  }
}

extension SessionRequest.Action {
  /// Reads the value of `key`; nil, and nothing read, if no request is called that.
  fileprivate init?(_ key: String, from reader: inout JSONReader) throws(KhoError) {
    switch key {
    case "hello":
      try reader.skip()
      self = .hello
    case "reset": self = try .flag(.reset, &reader)
    case "commit": self = try .flag(.commit, &reader)
    case "rollback": self = try .flag(.rollback, &reader)
    case "query": self = .query(try reader.string())
    case "prepare": self = .prepare(try reader.string())
    case "execute": self = .execute(try reader.integer())
    case "release": self = .release(try reader.integer())
    case "cancel": self = .cancel(try reader.integer())
    case "limits": self = .limits(try QueryLimits(&reader))
    case "procedure": self = .procedure(try ProcedureTable(&reader))
    case "begin":
      switch try reader.string() {
      case "read": self = .begin(.read)
      case "write": self = .begin(.write)
      default: throw reader.invalid("expected \"read\" or \"write\"")
      }
    default: return nil
    }
  }

  private static func flag(_ action: Self, _ reader: inout JSONReader) throws(KhoError) -> Self {
    guard reader.take("true") else { throw reader.invalid("expected true") }
    return action
  }
}

extension QueryLimits {
  /// `{"seconds":S,"memory":B,"rows":N}`: null lifts a bound, and so does leaving it out.
  fileprivate init(_ reader: inout JSONReader) throws(KhoError) {
    self.init(seconds: nil, memoryInBytes: nil, rows: nil)
    var limits = self
    try reader.object { reader, key throws(KhoError) in
      if reader.take("null") { return }
      switch key {
      case "seconds": limits.seconds = try reader.number()
      case "memory": limits.memoryInBytes = Int(clamping: try reader.integer())
      case "rows": limits.rows = Int(clamping: try reader.integer())
      default: try reader.skip()
      }
    }
    self = limits
  }
}

/// A test procedure: its whole behaviour is a table of arguments and results.
struct ProcedureTable: Sendable {
  var signature = ""
  private var columns: [String] = []
  private var rows: [[Value]] = []

  fileprivate init(_ reader: inout JSONReader) throws(KhoError) {
    var table = self
    try reader.object { reader, key throws(KhoError) in
      switch key {
      case "signature": table.signature = try reader.string()
      case "columns": table.columns = try reader.strings()
      case "rows":
        try reader.array { reader throws(KhoError) in table.rows.append(try reader.typedValues()) }
      default: try reader.skip()
      }
    }
    guard table.rows.allSatisfy({ $0.count == table.columns.count }) else {
      throw reader.invalid("a row does not fit the columns")
    }
    self = table
  }

  /// The results of the rows whose arguments are these; null is equal to null here.
  func results(_ arguments: [Value]) -> [[Value]] {
    rows.filter { row in
      row.count >= arguments.count
        && zip(row, arguments).allSatisfy { $0.isNull && $1.isNull || $0.equals($1) == true }
    }.map { Array($0.dropFirst(arguments.count)) }
  }
}
