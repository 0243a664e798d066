internal import CypherSyntax
package import GraphModel
package import GraphStorage
internal import Synchronization

/// Runs openCypher on a store: parse, bind, plan, execute.
///
/// Safe to use from several threads, each with a transaction of its own.
package final class Engine: Sendable {
  private struct State {
    var procedures: [String: Procedure] = [:]
    /// By their lower-case name.
    var functions: [String: ScalarFunction] = [:]
    /// Apart from the others, so that who asks one thing fills no dictionary.
    private var newestPlan: PreparedQuery?
    private var plans: [String: PreparedQuery] = [:]

    func plan(of text: String) -> PreparedQuery? {
      newestPlan?.text == text ? newestPlan : plans[text]
    }

    mutating func keep(_ plan: PreparedQuery) {
      if plans.count >= Engine.planLimit { plans.removeAll(keepingCapacity: true) }
      if let newestPlan, newestPlan.text != plan.text { plans[newestPlan.text] = newestPlan }
      newestPlan = plan
    }

    mutating func forgetPlans() {
      newestPlan = nil
      plans.removeAll()
    }
  }
  /// Plans kept; beyond it all are forgotten.
  private static let planLimit = 512
  /// Longer texts are planned each time.
  private static let cachedTextLimit = 16_384

  /// How queries are planned and run. Answers do not depend on it: tests compare several.
  package struct Settings: Sendable {
    /// Whether plans are chosen by counts, and use indexes; else patterns are followed as written.
    package var optimizes = true
    /// Rows that an operator aims at per batch.
    package var batchCapacity = 2_048
    /// Whether look-ups that need no operators are answered without them.
    package var readsShort = true
    /// Threads that may work at one query; nil: as many as there usually may be.
    package var threads: Int?
    var threadCount: Int { threads ?? HelperThreads.defaultCount }
    /// Divides aggregations into parts of so many ids, whatever is gained by it.
    package var idsPerPart: Int?
    package init() {}
  }

  private let settings: Settings
  private let state = Mutex(State())

  package init(store: GraphStore, settings: Settings = Settings()) { self.settings = settings }

  /// Parses and plans `text`, or takes the plan from the cache. Names are resolved in
  /// `transaction`'s catalog.
  package func prepare(
    _ text: String, in transaction: GraphTransaction
  ) throws(KhoError) -> PreparedQuery {
    let (cached, procedures, functions) = state.withLock {
      ($0.plan(of: text), $0.procedures, $0.functions)
    }
    if let cached, cached.isValid(in: transaction) { return cached }
    let prepared = try plan(text, in: transaction, procedures, functions)
    if prepared.isCacheable, text.utf8.count <= Self.cachedTextLimit {
      state.withLock { $0.keep(prepared) }
    }
    return prepared
  }

  private func plan(
    _ text: String, in transaction: GraphTransaction, _ procedures: [String: Procedure],
    _ functions: [String: ScalarFunction]
  ) throws(KhoError) -> PreparedQuery {
    let statement = try Cypher.parse(text)
    let query: Query
    var isCacheable = true
    var procedures = procedures
    switch statement.kind {
    case .query(let parsed): query = parsed
    case .show(let command):
      isCacheable = false
      let catalog = command.procedure(in: transaction, procedures, functions)
      procedures[catalog.name] = catalog
      query = command.query(calling: catalog, at: statement.span)
    case .schema(let command):
      return PreparedQuery(
        text: text, columns: [], isWriting: statement.mode != .explain, isCacheable: false,
        catalogVersion: transaction.catalogVersion, mode: statement.mode, settings: settings,
        content: .schema(command), notifications: [])
    }
    let binder = Binder(catalog: transaction, procedures: procedures, functions: functions)
    let bound = try binder.bind(query, isRoot: true)
    var planner = Planner(
      statistics: transaction, names: binder.names, slotCount: binder.slotCount,
      optimizes: settings.optimizes)
    planner.assumesCounts = settings.optimizes && !bound.isWriting
    var plan = planner.plan(bound)
    if planner.isTooDeep || !planner.hasRoom(above: plan) {
      throw KhoError(
        .limitExceeded, "StatementLimit",
        "the statement takes more than \(Planner.depthLimit) steps one upon the other; split it",
        phase: .compileTime)
    }
    if planner.isIncomplete {
      throw KhoError(
        .unsupported, "PatternOrder",
        "no order was found in which to match a pattern whose conditions read one another",
        phase: .compileTime, hint: "put the conditions in a WHERE after the pattern")
    }
    var assumptions: Set<Assumption> = []
    var slotCount = planner.slotCount
    if !bound.isWriting, settings.optimizes {
      if plan.largestRows >= planner.rowsWorthAssumptions {
        planner.assumesProperties = true
        plan = planner.plan(bound)
      }
      var optimizer = Optimizer(transaction, planner.names, slotCount: planner.slotCount)
      plan = optimizer.apply(to: plan)
      assumptions = optimizer.assumptions.union(planner.assumptions)
      slotCount = optimizer.slotCount
    }
    if bound.columns.isEmpty { plan = Plan(operation: .empty(plan), rows: 0) }
    var (storeCount, shortRead): (StoreCount?, ShortReadQuery?)
    if settings.readsShort, settings.optimizes, statement.mode == .run, !bound.isWriting {
      let slots = bound.columns.map(\.slot)
      storeCount = StoreCount(plan, columns: slots, names: planner.names, in: transaction)
      shortRead = ShortReadQuery(plan, columns: slots, names: planner.names, in: transaction)
    }
    let content = PreparedQuery.Content.plan(
      plan, columns: bound.columns.map(\.slot), names: planner.names,
      slotCount: slotCount, localCount: binder.localCount)
    return PreparedQuery(
      text: text, columns: bound.columns.map(\.name),
      isWriting: bound.isWriting && statement.mode != .explain,
      isRepeatable: settings.optimizes && !bound.isWriting && binder.isRepeatable,
      isCacheable: isCacheable, catalogVersion: transaction.catalogVersion, mode: statement.mode,
      settings: settings, content: content, storeCount: storeCount, shortRead: shortRead,
      notifications: binder.notifications, assumptions: Array(assumptions))
  }

  /// Starts a prepared query; rows are computed as they are asked for. A prepared query whose
  /// catalog version is old is planned anew. Queries that write run to their end before the first
  /// row is handed out.
  /// - Parameter readsShort: whether a short read is tried first; false where `shortRows` was.
  package func execute(
    _ query: PreparedQuery, parameters: ValueMap = [:], in transaction: GraphTransaction,
    limits: Limits = Limits(), readsShort: Bool = true
  ) throws(KhoError) -> Execution {
    try query.isCacheable && query.isValid(in: transaction)
      ? start(query, parameters, in: transaction, limits, readsShort: readsShort)
      : start(prepare(query.text, in: transaction), parameters, in: transaction, limits)
  }

  private func start(
    _ query: PreparedQuery, _ parameters: ValueMap, in transaction: GraphTransaction,
    _ limits: Limits, readsShort: Bool = true
  ) throws(KhoError) -> Execution {
    if query.isWriting, !transaction.isWritable {
      throw KhoError(
        .misuse, "ReadOnlyTransaction", "a query that writes needs a write transaction")
    }
    if readsShort,
      let rows = try query.rowsAtOnce(NamedValues(parameters), in: transaction, limits.rows)
    {
      return Execution(query, rows: rows)
    }
    return try Execution(query, parameters: parameters, in: transaction, limits: limits)
  }

  /// Registers a procedure, or replaces the one of that name.
  package func register(_ procedure: Procedure) {
    state.withLock {
      $0.procedures[procedure.name] = procedure
      $0.forgetPlans()
    }
  }

  /// Registers a function, or replaces the one of that name.
  /// - Throws: `.misuse` where the language has a function of that name.
  package func register(_ function: HostFunction) throws(KhoError) {
    let function = ScalarFunction(function)
    guard FunctionLibrary.scalar(named: function.name) == nil,
      FunctionLibrary.aggregate(named: function.name) == nil
    else {
      throw KhoError(
        .misuse, "FunctionExists", "the language has a function '\(function.displayName)' already",
        hint: "give it a name space: 'app.\(function.displayName)'")
    }
    state.withLock {
      $0.functions[function.name] = function
      $0.forgetPlans()
    }
  }

  /// Removes what the host program registered.
  package func removeAllProcedures() {
    state.withLock {
      $0.procedures.removeAll()
      $0.functions.removeAll()
      $0.forgetPlans()
    }
  }
}

/// A query parsed and planned, to be run any number of times.
package final class PreparedQuery: Sendable {
  enum Content: Sendable {
    case plan(Plan, columns: [Slot], names: NameTable, slotCount: Int, localCount: Int)
    case schema(SchemaCommand)
  }
  package let text: String
  package let columns: [String]
  /// Whether an execution has a plan to show.
  package var showsPlan: Bool { mode != .run }
  /// Whether it needs a writable transaction.
  package let isWriting: Bool
  /// Whether what depends on no row need be run only once: it gives the same each time.
  let isRepeatable: Bool
  let isCacheable: Bool
  let catalogVersion: UInt64
  let mode: Statement.Mode
  let settings: Engine.Settings
  let content: Content
  /// The whole plan as a count that the store keeps, or as a short read, where it is one.
  private let storeCount: StoreCount?
  private let shortRead: ShortReadQuery?
  /// Whether `shortRows` may answer it.
  package let isShortRead: Bool
  /// Warnings: an unknown label, type or property key …
  package let notifications: [Notification]
  private let assumptions: [Assumption]
  /// The state of the graph for which the assumptions were last seen to hold.
  private let checkedSnapshot = Atomic<UInt64>(0)
  private let pool = Mutex<[OperatorTree]>([])

  init(
    text: String, columns: [String], isWriting: Bool, isRepeatable: Bool = false,
    isCacheable: Bool, catalogVersion: UInt64,
    mode: Statement.Mode, settings: Engine.Settings, content: Content,
    storeCount: StoreCount? = nil, shortRead: ShortReadQuery? = nil, notifications: [Notification],
    assumptions: [Assumption] = []
  ) {
    self.assumptions = assumptions
    self.text = text
    self.columns = columns
    self.isWriting = isWriting
    self.isRepeatable = isRepeatable
    self.isCacheable = isCacheable
    self.catalogVersion = catalogVersion
    self.mode = mode
    self.settings = settings
    self.content = content
    self.shortRead = shortRead
    self.storeCount = storeCount
    isShortRead = (shortRead != nil || storeCount != nil) && notifications.isEmpty
    self.notifications = notifications
  }

  /// Whether the plan is still right: the catalog is the same, and what the plan assumes of the
  /// graph holds.
  func isValid(in transaction: GraphTransaction) -> Bool {
    guard catalogVersion == transaction.catalogVersion else { return false }
    if assumptions.isEmpty { return true }
    let snapshot = transaction.snapshotID
    if !transaction.isWritable, checkedSnapshot.load(ordering: .relaxed) == snapshot { return true }
    guard assumptions.allSatisfy({ $0.holds(in: transaction) }) else { return false }
    if !transaction.isWritable { checkedSnapshot.store(snapshot, ordering: .relaxed) }
    return true
  }

  /// Whether several threads may work at a run.
  private var isDivisible: Bool {
    settings.threads != 1 && settings.optimizes && mode == .run && !isWriting
  }

  /// All rows of a short read, whose run has nothing else to tell; nil where `Engine.execute` is to
  /// be asked.
  package func shortRows(
    _ parameters: borrowing NamedValues, in transaction: GraphTransaction, rowLimit: Int?
  ) throws(KhoError) -> ResultRows? {
    guard isShortRead, isValid(in: transaction) else { return nil }
    return try rowsAtOnce(parameters, in: transaction, rowLimit)
  }

  /// Nil where operators have to compute the rows.
  fileprivate func rowsAtOnce(
    _ parameters: borrowing NamedValues, in transaction: GraphTransaction, _ rowLimit: Int?
  ) throws(KhoError) -> ResultRows? {
    if let shortRead {
      return try shortRead.rows(parameters, in: transaction, rowLimit: rowLimit, columns: columns)
    }
    guard let storeCount, rowLimit ?? 1 > 0 else { return nil }
    try transaction.live()
    var rows = ResultRowsBuilder(capacity: columns.count)
    let count = Int64(storeCount.count(in: transaction))
    for _ in columns { rows.append(.integer(count)) }
    return rows.finish(columns)
  }

  /// An operator tree that no run uses: one of an earlier run, or a new one.
  func takeTree() -> OperatorTree {
    if let tree = pool.withLock({ $0.popLast() }) { return tree }
    switch content {
    case .plan(let plan, let columns, let names, let slotCount, let localCount):
      let planner = PhysicalPlanner(
        slotCount: slotCount, names: names, optimizes: settings.optimizes)
      return OperatorTree(
        plan, columns: columns, planner, localCount: localCount, isDivisible: isDivisible)
    case .schema:
      let planner = PhysicalPlanner(slotCount: 0, names: NameTable(), optimizes: false)
      return OperatorTree(Plan(operation: .argument, rows: 1), planner)
    }
  }

  /// Keeps the tree of a run that is over for the next one.
  func giveBack(_ tree: OperatorTree) {
    guard mode == .run else { return }
    tree.root.close()
    for runner in tree.runners.values { runner.close() }
    pool.withLock { if $0.count < 8 { $0.append(tree) } }
  }
}

/// The operators of a plan and what else is kept from run to run; used by one run at a time.
final class OperatorTree: @unchecked Sendable {
  let root: Operator
  let columns: [Slot]
  /// Makes operators of subqueries too, at their first use.
  let planner: PhysicalPlanner
  let resolvedNames: ResolvedNames
  var names: NameTable { planner.names }
  /// Columns of batches that are used up, all absent.
  private var spareColumns: [[Column]] = []
  private static let largestSpareCount = 8
  /// Variables of list expressions, by the index the binder gave them.
  var locals: [Value]
  /// By the index of their expression.
  var runners: [Int: SubqueryRunner] = [:]
  /// Those that several threads may work at.
  private(set) lazy var divisible = root.divisible

  init(
    _ plan: Plan, columns: [Slot] = [], _ planner: PhysicalPlanner, localCount: Int = 0,
    isDivisible: Bool = false
  ) {
    self.columns = columns
    self.planner = planner
    resolvedNames = ResolvedNames(planner.names)
    locals = Array(repeating: .null, count: localCount)
    let argument = ArgumentRows(isDivisible: isDivisible)
    argument.batch = Batch.unit(slotCount: planner.slotCount)
    root = planner.build(plan, needed: SlotSet(columns), argument: argument)
  }

  /// Columns for a new batch: absent, one for each slot.
  func emptyColumns() -> [Column] {
    spareColumns.popLast() ?? Array(repeating: .absent, count: planner.slotCount)
  }

  /// Takes the memory of a batch that nobody needs any more.
  func recycle(_ batch: consuming Batch) {
    guard spareColumns.count < Self.largestSpareCount, batch.columns.count == planner.slotCount
    else { return }
    var columns = batch.columns.mutableSpan
    for slot in columns.indices { columns[slot] = .absent }
    spareColumns.append(batch.columns)
  }
}

/// Bounds of one query; nil means none.
package struct Limits: Sendable {
  /// Wall time.
  package var seconds: Double? = 300
  /// Memory for values, sorting and aggregation.
  package var memoryInBytes: Int? = 1 << 30
  /// Rows of the result.
  package var rows: Int?
  package var host: Host?
  package init() {}

  /// What the host of the query allows and asks for.
  package final class Host: Sendable {
    /// The folder that LOAD CSV may read from; nil: none.
    package let importFolder: String?
    /// Asked once in a while, from the query's thread: true ends the query with `.cancelled`.
    package let isCancelled: (@Sendable () -> Bool)?

    package init(importFolder: String?, isCancelled: (@Sendable () -> Bool)? = nil) {
      self.importFolder = importFolder
      self.isCancelled = isCancelled
    }
  }
}
