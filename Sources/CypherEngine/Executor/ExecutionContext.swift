internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// What one run of a statement shares: transaction, parameters, names, limits, counters. Belongs to
/// one thread.
final class ExecutionContext: FunctionContext {
  let parameters: ValueMap
  let limits: Limits
  let query: PreparedQuery
  let isProfiling: Bool
  /// Rows that an operator aims at per batch.
  let batchCapacity: Int
  var counters = UpdateCounters()
  /// Whether this statement deleted something: absent properties are then looked at twice.
  var hasDeleted = false

  /// Whether a `LenientTest` let a row pass for which its predicate throws.
  private(set) var hasPostponedErrors = false

  private var nodeProperties = NodeProperties()
  var shape = EntityShape()
  /// What is kept from run to run.
  let tree: OperatorTree
  private var ticks = 0
  /// Set at the first look at the clock: most queries are over before.
  private var deadline: Duration?
  private(set) var chargedBytes = 0
  /// Set while several threads work at an aggregation: they share an account of memory.
  var division: Division?
  /// The part of it that the operator at work has been charged with since it was asked for rows.
  var pendingBytes = 0

  /// Batches of a query that writes, which has run to its end; the next one last.
  var finished: [Batch]?
  /// The batch whose rows are being handed out, and the next of them.
  var current = Batch(count: 0, columns: [])
  var row = 0
  var rowCount = 0
  /// How many rows are handed out at once: more and more.
  var rowsAtOnce = 16
  var isDone = false

  init(
    transaction: GraphTransaction, parameters: ValueMap, limits: borrowing Limits,
    query: PreparedQuery
  ) {
    self.parameters =
      parameters.allSatisfy { $0.value.isASCII }
      ? parameters : ValueMap(parameters.map { ($0.key, $0.value.nfc) })
    self.limits = copy limits
    self.query = query
    isProfiling = query.mode == .profile
    batchCapacity = query.settings.batchCapacity
    tree = query.takeTree()
    super.init(transaction: transaction)
    tree.resolvedNames.adapt(to: transaction.catalogVersion)
  }

  /// The context of a thread that helps at a division, and ends when the others stop.
  convenience init(
    helping division: Division, _ setup: Division.Setup, transaction: GraphTransaction
  ) {
    var limits = setup.limits
    limits.host = Limits.Host(importFolder: nil) { division.isStopped }
    self.init(
      transaction: transaction, parameters: setup.parameters, limits: limits, query: setup.query)
    deadline = setup.deadline
    now = setup.now
    self.division = division
  }

  /// What a helper needs to run the tree's aggregation of that number as this context does; nil
  /// where none may.
  func setup(of ordinal: Int) -> Division.Setup? {
    guard let snapshot = SnapshotAccess(transaction) else { return nil }
    if deadline == nil, let seconds = limits.seconds {
      deadline = Self.origin.duration(to: .now) + .seconds(seconds)
    }
    return Division.Setup(
      snapshot: snapshot, query: query, parameters: parameters, limits: limits, deadline: deadline,
      now: now, ordinal: ordinal)
  }

  deinit {
    if isDone { query.giveBack(tree) }
  }

  // MARK: Names. Unknown ones are looked up again each time: the statement itself may make them.

  func label(_ index: Int) -> LabelID? {
    if let id = tree.resolvedNames.labels[index] { return id }
    let id = transaction.label(named: tree.names.labels[index])
    var labels = tree.resolvedNames.labels
    labels[index] = id
    tree.resolvedNames.labels = labels
    return id
  }

  func type(_ index: Int) -> RelationshipTypeID? {
    if let id = tree.resolvedNames.types[index] { return id }
    let id = transaction.relationshipType(named: tree.names.types[index])
    var types = tree.resolvedNames.types
    types[index] = id
    tree.resolvedNames.types = types
    return id
  }

  func key(_ index: Int) -> PropertyKeyID? {
    if let id = tree.resolvedNames.keys[index] { return id }
    let id = transaction.propertyKey(named: tree.names.keys[index])
    var keys = tree.resolvedNames.keys
    keys[index] = id
    tree.resolvedNames.keys = keys
    return id
  }

  func makeLabel(_ index: Int) throws(KhoError) -> LabelID {
    if let id = label(index) { return id }
    return try transaction.makeLabel(tree.names.labels[index])
  }

  func makeType(_ index: Int) throws(KhoError) -> RelationshipTypeID {
    if let id = type(index) { return id }
    return try transaction.makeRelationshipType(tree.names.types[index])
  }

  func makeKey(_ index: Int) throws(KhoError) -> PropertyKeyID {
    if let id = key(index) { return id }
    return try transaction.makePropertyKey(tree.names.keys[index])
  }

  /// The ids of types that were resolved before, where they are still the same.
  func types(_ known: inout ResolvedTypes) -> [RelationshipTypeID]? {
    guard let indices = known.indices else { return nil }
    if known.version != tree.resolvedNames.version || known.ids.count < indices.count {
      known.ids = types(indices) ?? []
      known.version = tree.resolvedNames.version
    }
    return known.ids
  }

  /// The known types among `indices`; nil for "any type" stays nil.
  func types(_ indices: [Int]?) -> [RelationshipTypeID]? {
    guard let indices else { return nil }
    var types: [RelationshipTypeID] = []
    types.reserveCapacity(indices.count)
    for index in indices { if let type = type(index) { types.append(type) } }
    return types
  }

  /// A property of many nodes, null for `.none`.
  func properties(_ key: PropertyKeyID, of nodes: [NodeID]) throws(KhoError) -> Column {
    query.isWriting
      ? Column(try transaction.properties(key, of: nodes))
      : try nodeProperties.column(key, of: nodes, self)
  }

  /// Notes an error of a predicate that was asked too soon; throws one that has to do with no row.
  func postpone(_ error: KhoError) throws(KhoError) {
    switch error.kind {
    case .cancelled, .storageError, .misuse: throw error
    case .limitExceeded where ["TimeLimit", "MemoryLimit"].contains(error.detail): throw error
    default: hasPostponedErrors = true
    }
  }

  // MARK: Limits

  /// To be called in every loop that a query can make long; looks at the clock every 1,024th time.
  func tick() throws(KhoError) {
    ticks &+= 1
    if ticks & 1_023 == 0 { try checkClock() }
  }

  /// To be called once a batch: looks at the clock every 16th time.
  func checkLimits() throws(KhoError) {
    transaction.boundMemory()
    ticks &+= 64
    if ticks & 1_023 < 64 { try checkClock() }
  }

  private static let origin = ContinuousClock.now

  func checkClock() throws(KhoError) {
    if let isCancelled = limits.host?.isCancelled, isCancelled() {
      throw KhoError(.cancelled, "QueryCancelled", "the query was cancelled")
    }
    guard let seconds = limits.seconds else { return }
    let now = Self.origin.duration(to: .now)
    if deadline == nil { deadline = now + .seconds(seconds) }
    if let deadline, now > deadline {
      throw KhoError(
        .limitExceeded, "TimeLimit",
        "the query ran longer than its limit of \(seconds) seconds")
    }
  }

  override func charge(bytes: Int) throws(KhoError) {
    chargedBytes = chargedBytes.addingReportingOverflow(bytes).partialValue
    pendingBytes = pendingBytes.addingReportingOverflow(bytes).partialValue
    if let limit = limits.memoryInBytes, division?.charge(bytes) ?? chargedBytes > limit {
      throw KhoError(
        .limitExceeded, "MemoryLimit", "the query needs more than its limit of \(limit) bytes")
    }
  }

  /// Charges for what stays when the operator at work is asked for more rows.
  func charge(beyondBatchBytes bytes: Int) throws(KhoError) {
    let pending = pendingBytes
    defer { pendingBytes = pending }
    try charge(bytes: bytes)
  }

  /// Takes back what the operator at work was charged with for values that are gone.
  func release(bytes: Int) {
    chargedBytes &-= bytes
    pendingBytes &-= bytes
    _ = division?.charge(-bytes)
  }

  /// Takes back what an operator was charged with when it was asked before.
  func release(earlierBytes: Int) {
    chargedBytes &-= earlierBytes
    _ = division?.charge(-earlierBytes)
  }

  /// The running form of a subquery expression, made at its first use.
  func runner(for subquery: SubqueryExpression) -> SubqueryRunner {
    if let runner = tree.runners[subquery.index] { return runner }
    let runner = SubqueryRunner(subquery, tree.planner)
    tree.runners[subquery.index] = runner
    return runner
  }
}

/// Names of a statement, by the indexes that expressions and plans hold; resolved per run.
struct NameTable: Sendable {
  /// The first use of each parameter: all have to be given, also those that no row asks for.
  private(set) var parameters: [ParameterExpression] = []
  private(set) var labels: [String] = []
  private(set) var types: [String] = []
  private(set) var keys: [String] = []

  mutating func parameter(_ name: String, at span: SourceSpan) -> ParameterExpression {
    let parameter = ParameterExpression(name, at: span)
    if !parameters.contains(where: { $0.name == name }) { parameters.append(parameter) }
    return parameter
  }

  mutating func label(_ name: String) -> Int { Self.index(of: name, in: &labels) }
  mutating func type(_ name: String) -> Int { Self.index(of: name, in: &types) }
  mutating func key(_ name: String) -> Int { Self.index(of: name, in: &keys) }

  private static func index(of name: String, in names: inout [String]) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    names.append(name)
    return names.count - 1
  }
}

/// Types of a pattern with their ids, as far as those are known.
struct ResolvedTypes {
  /// Nil for any type.
  let indices: [Int]?
  fileprivate var ids: [RelationshipTypeID] = []
  /// Of the catalog.
  fileprivate var version: UInt64?

  init(_ indices: [Int]?) { self.indices = indices }
}

/// Ids of a statement's names, as far as they are known under one version of the catalog.
final class ResolvedNames {
  var labels: [LabelID?]
  var types: [RelationshipTypeID?]
  var keys: [PropertyKeyID?]
  /// Of the catalog.
  private(set) var version: UInt64?

  init(_ names: NameTable) {
    labels = Array(repeating: nil, count: names.labels.count)
    types = Array(repeating: nil, count: names.types.count)
    keys = Array(repeating: nil, count: names.keys.count)
  }

  func adapt(to version: UInt64) {
    guard self.version != version else { return }
    labels = Array(repeating: nil, count: labels.count)
    types = Array(repeating: nil, count: types.count)
    keys = Array(repeating: nil, count: keys.count)
    self.version = version
  }
}
