/// The one error of Kho: what went wrong, when, where in the text, and what to do about it.
///
/// Kind, phase and detail are those of the openCypher TCK for errors of the language; errors of the
/// store use `.storageError` with a detail of their own. Parameter values never enter `message`.
public struct KhoError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What sort of error it is: the openCypher error types, and those of the store. Open-ended.
  public struct Kind: RawRepresentable, Sendable, Hashable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text is no statement, or names what is not there.
    public static let syntaxError = Kind(rawValue: "SyntaxError")
    /// The text is a statement that makes no sense with this graph: MERGE of null …
    public static let semanticError = Kind(rawValue: "SemanticError")
    /// The statement asks for a parameter that was not given.
    public static let parameterMissing = Kind(rawValue: "ParameterMissing")
    /// The graph breaks a rule of the language: a node deleted that still has relationships.
    public static let constraintVerificationFailed = Kind(rawValue: "ConstraintVerificationFailed")
    /// A change breaks a constraint of the schema.
    public static let constraintValidationFailed = Kind(rawValue: "ConstraintValidationFailed")
    /// A node or relationship that was deleted is asked for.
    public static let entityNotFound = Kind(rawValue: "EntityNotFound")
    /// A value is of a type that does not belong there.
    public static let typeError = Kind(rawValue: "TypeError")
    /// A value is of the right type and still not one that is taken.
    public static let argumentError = Kind(rawValue: "ArgumentError")
    /// Division by zero, or a number out of range.
    public static let arithmeticError = Kind(rawValue: "ArithmeticError")
    /// A procedure or function of the host failed, or no procedure is called so.
    public static let procedureError = Kind(rawValue: "ProcedureError")
    /// The file, the disk or the lock: see `detail`.
    public static let storageError = Kind(rawValue: "StorageError")
    /// A limit of time, memory, rows or nesting was reached.
    public static let limitExceeded = Kind(rawValue: "LimitExceeded")
    /// The query was cancelled from another thread or task.
    public static let cancelled = Kind(rawValue: "Cancelled")
    /// The API was used against its rules: a closed database, a write in a read transaction.
    public static let misuse = Kind(rawValue: "Misuse")
    /// Legal openCypher that this version does not run.
    public static let unsupported = Kind(rawValue: "Unsupported")
  }

  /// When an error is raised: before any row is read, or while rows are read.
  public enum Phase: String, Sendable, Hashable {
    case compileTime = "compile time"
    case runtime = "runtime"
  }

  public var kind: Kind
  public var phase: Phase
  /// One word that programs can switch on, as in the TCK: `UndefinedVariable`,
  /// `InvalidArgumentType` …
  public var detail: String
  /// A sentence for people: lower case, "expected X, found Y".
  public var message: String
  /// Where in the query's text, if it has a place.
  public var span: SourceSpan?
  /// A suggestion on a line of its own, such as "did you mean 'name'?".
  public var hint: String?

  public init(
    _ kind: Kind, _ detail: String, _ message: String, phase: Phase = .runtime,
    at span: SourceSpan? = nil, hint: String? = nil
  ) {
    self.kind = kind
    self.phase = phase
    self.detail = detail
    self.message = message
    self.span = span
    self.hint = hint
  }

  /// One line: kind, detail, message and hint.
  public var description: String {
    "\(kind.rawValue) (\(detail)): \(message)" + (hint.map { "; \($0)" } ?? "")
  }

  /// This error placed at `span`, unless it already has a place.
  public func located(at span: SourceSpan?) -> KhoError {
    var copy = self
    copy.span = copy.span ?? span
    return copy
  }
}
