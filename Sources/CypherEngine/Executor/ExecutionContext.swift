internal import GraphModel
internal import GraphStorage

/// What one run of a statement shares: transaction, parameters, names, limits, counters. Belongs to one thread.
final class ExecutionContext {
  let transaction: GraphTransaction
  let parameters: [String: Value]
  let limits: Limits
  let functions: FunctionContext
  let isProfiling: Bool
  let slotCount: Int
  /// Variables of list expressions, by the index the binder gave them.
  var locals: [Value]
  var counters = UpdateCounters()
  /// Whether this statement deleted something: absent properties are then looked at twice.
  var hasDeleted = false

  private let names: NameTable
  private var labels: [LabelID?]
  private var types: [RelationshipTypeID?]
  private var keys: [PropertyKeyID?]
  /// By the index of their expression; kept from run to run.
  private(set) var runners: [Int: SubqueryRunner]

  private let deadline: ContinuousClock.Instant?
  private var ticks = 0
  private var chargedBytes = 0

  init(
    transaction: GraphTransaction, parameters: [String: Value], limits: Limits,
    names: NameTable = NameTable(), localCount: Int = 0, slotCount: Int = 0,
    isProfiling: Bool = false, runners: [Int: SubqueryRunner] = [:]
  ) {
    self.transaction = transaction
    self.parameters = parameters
    self.limits = limits
    self.names = names
    self.slotCount = slotCount
    self.isProfiling = isProfiling
    self.runners = runners
    functions = FunctionContext(transaction: transaction)
    locals = Array(repeating: .null, count: localCount)
    labels = Array(repeating: nil, count: names.labels.count)
    types = Array(repeating: nil, count: names.types.count)
    keys = Array(repeating: nil, count: names.keys.count)
    deadline = limits.seconds.map { ContinuousClock.now + .seconds($0) }
    functions.charge = { [weak self] (bytes) throws(KhoError) in try self?.charge(bytes: bytes) }
  }

  // MARK: Names. Unknown ones are looked up again each time: the statement itself may make them.

  func label(_ index: Int) -> LabelID? {
    if let id = labels[index] { return id }
    labels[index] = transaction.label(named: names.labels[index])
    return labels[index]
  }

  func type(_ index: Int) -> RelationshipTypeID? {
    if let id = types[index] { return id }
    types[index] = transaction.relationshipType(named: names.types[index])
    return types[index]
  }

  func key(_ index: Int) -> PropertyKeyID? {
    if let id = keys[index] { return id }
    keys[index] = transaction.propertyKey(named: names.keys[index])
    return keys[index]
  }

  func makeLabel(_ index: Int) throws(KhoError) -> LabelID {
    if let id = label(index) { return id }
    return try transaction.makeLabel(names.labels[index])
  }

  func makeType(_ index: Int) throws(KhoError) -> RelationshipTypeID {
    if let id = type(index) { return id }
    return try transaction.makeRelationshipType(names.types[index])
  }

  func makeKey(_ index: Int) throws(KhoError) -> PropertyKeyID {
    if let id = key(index) { return id }
    return try transaction.makePropertyKey(names.keys[index])
  }

  /// The known types among `indices`; nil for "any type" stays nil.
  func types(_ indices: [Int]?) -> [RelationshipTypeID]? {
    indices.map { $0.compactMap { type($0) } }
  }

  // MARK: Limits

  /// To be called in every loop that a query can make long; looks at the clock every 1,024th time.
  func tick() throws(KhoError) {
    ticks &+= 1
    if ticks & 1_023 == 0 { try checkLimits() }
  }

  /// To be called once a batch.
  func checkLimits() throws(KhoError) {
    if let isCancelled = limits.isCancelled, isCancelled() {
      throw KhoError(.cancelled, "QueryCancelled", "the query was cancelled")
    }
    if let deadline, ContinuousClock.now > deadline {
      throw KhoError(
        .limitExceeded, "TimeLimit",
        "the query ran longer than its limit of \(limits.seconds ?? 0) seconds")
    }
  }

  /// Accounts for memory before it is taken.
  func charge(bytes: Int) throws(KhoError) {
    chargedBytes = chargedBytes.addingReportingOverflow(bytes).partialValue
    if let limit = limits.memoryInBytes, chargedBytes > limit {
      throw KhoError(
        .limitExceeded, "MemoryLimit", "the query needs more than its limit of \(limit) bytes")
    }
  }

  /// The running form of a subquery expression, made at its first use.
  func runner(for subquery: SubqueryExpression) -> SubqueryRunner {
    if let runner = runners[subquery.index] { return runner }
    let runner = SubqueryRunner(subquery, slotCount: slotCount)
    runners[subquery.index] = runner
    return runner
  }
}

/// Names of a statement, by the indexes that expressions and plans hold; resolved per run.
struct NameTable: Sendable {
  private(set) var labels: [String] = []
  private(set) var types: [String] = []
  private(set) var keys: [String] = []

  mutating func label(_ name: String) -> Int { Self.index(of: name, in: &labels) }
  mutating func type(_ name: String) -> Int { Self.index(of: name, in: &types) }
  mutating func key(_ name: String) -> Int { Self.index(of: name, in: &keys) }

  private static func index(of name: String, in names: inout [String]) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    names.append(name)
    return names.count - 1
  }
}
