/// How a database is opened, and the bounds of the queries run in it.

/// How `Database` opens its file.
///
/// ```swift
/// var configuration = Configuration()
/// configuration.isReadOnly = true
/// configuration.limits.seconds = 5
/// let database = try Database(path: "people.kho", configuration: configuration)
/// ```
public struct Configuration: Sendable {
  /// What a commit survives.
  public enum Durability: Sendable {
    /// A returned commit survives loss of power.
    case full
    /// Loss of power may take back the last commit; the file stays sound.
    case relaxed
  }

  /// Opens for reading only: every `write` and every writing statement throws `.misuse`. Enforced
  /// by the store, not by looking at the query's text.
  public var isReadOnly = false
  /// Makes the file where there is none; otherwise opening an absent file throws `.storageError`.
  public var createsFile = true
  /// What a commit survives; a commit that has returned is never half there.
  public var durability = Durability.full
  /// Bounds of every statement, unless its transaction sets others.
  public var limits = QueryLimits()
  /// Checks the file's structure and checksums while reading: for files that come from somebody
  /// else.
  public var isUntrusted = false
  /// Address space for the file to begin with, at least a mebibyte: nothing is taken of memory or
  /// disk. The map grows by itself; where address space is scarce (a limit of the process, 32-bit
  /// systems), a small beginning helps. Nil: a tebibyte, or as much as there is.
  public var mapSizeInBytes: Int?
  /// How much of the file may stay in the process's memory once it was read; 128 MiB unless set.
  /// Beyond it the process lets go of all of it, and maps again what it reads again, mostly from
  /// the system's cache. A bound for what stays, not for what a query needs at once: to read it
  /// anew may take no more than a twentieth of the time. On Linux alone, elsewhere all of it stays;
  /// as it does with nil, until the system wants the memory for something else. Of several
  /// databases opened on one file, the first decides.
  public var residentSizeInBytes: Int? = 128 << 20
  /// How many threads may work at one query that takes long: the calling one, and threads of the
  /// process that Kho keeps for it. 1: none but the calling one. Nil: as many as the environment
  /// variable KHO_THREADS says, else as there are processors.
  public var threads: Int?
  /// The folder whose files LOAD CSV may read, and those below it; nil: LOAD CSV is off.
  public var importFolder: String?

  public init() {}
}

/// Bounds of one statement. Reaching one throws `.limitExceeded`; nil means no bound.
public struct QueryLimits: Sendable, Hashable {
  /// Wall time; 300 unless set.
  public var seconds: Double? = 300
  /// Memory for values, sorting and aggregation; 1 GiB unless set. Rows that the caller keeps are
  /// not counted.
  public var memoryInBytes: Int? = 1 << 30
  /// Rows of the result; no bound unless set.
  public var rows: Int?

  public init() {}

  public init(seconds: Double?, memoryInBytes: Int? = 1 << 30, rows: Int? = nil) {
    self.seconds = seconds
    self.memoryInBytes = memoryInBytes
    self.rows = rows
  }
}
