/// The last error of each thread, as kho_errmsg and its like tell it.
internal import Kho

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a call on this thread failed with, and its texts as C has them.
final class LastError {
  private let error: KhoError
  /// The statement that the error's place is in.
  private let statement: String?
  private let texts = TextArena()
  private var known: [Int32: CText] = [:]

  private init(_ error: KhoError, in statement: String?) {
    self.error = error
    self.statement = statement
  }

  /// The last error of this thread.
  static var current: LastError? {
    // Safe: the slot holds what `record` put there, which lives until the next one.
    guard let pointer = unsafe pthread_getspecific(key) else { return nil }
    return unsafe Unmanaged<LastError>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Makes `error` the last one of this thread.
  /// - Returns: its code.
  static func record(_ error: KhoError, in statement: String? = nil) -> Int32 {
    replace(with: LastError(error, in: statement))
    return error.code.number
  }

  static func clear() { replace(with: nil) }

  private static func replace(with error: LastError?) {
    let old = unsafe pthread_getspecific(key)
    // Safe: the slot owns one reference, which is taken back here or at the thread's end.
    _ = unsafe pthread_setspecific(key, error.map { unsafe Unmanaged.passRetained($0).toOpaque() })
    if let old = unsafe old { unsafe Unmanaged<LastError>.fromOpaque(old).release() }
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    // Safe: the destructor takes back the slot's reference when its thread ends.
    #if canImport(Darwin)
      unsafe pthread_key_create(&key) { unsafe Unmanaged<LastError>.fromOpaque($0).release() }
    #else
      unsafe pthread_key_create(&key) { pointer in
        guard let pointer = unsafe pointer else { return }
        unsafe Unmanaged<LastError>.fromOpaque(pointer).release()
      }
    #endif
    return key
  }()

  var code: Int32 { error.code.number }

  var position: KhoError.Position? { statement.flatMap { error.position(in: $0) } }

  /// One of the `KHO_TEXT_` parts; nil where the error has none.
  func text(_ part: Int32) -> CText? {
    if let known = known[part] { return known }
    let text: String? =
      switch part {
      case 0: error.message
      case 1: error.kind.rawValue
      case 2: error.detail
      case 3: error.phase.rawValue
      case 4: error.hint
      case 5: statement.map { error.rendered(in: $0) } ?? error.message
      default: nil
      }
    guard let text else { return nil }
    let kept = texts.keep(text)
    known[part] = kept
    return kept
  }
}

extension KhoError {
  typealias Code = (number: Int32, name: StaticString)

  /// Result codes of kinds of errors: the numbers of kho.h.
  private static let codes: [Kind: Code] = [
    .syntaxError: (2, "KHO_SYNTAX_ERROR"),
    .semanticError: (3, "KHO_SEMANTIC_ERROR"),
    .parameterMissing: (4, "KHO_PARAMETER_MISSING"),
    .constraintVerificationFailed: (5, "KHO_CONSTRAINT_VERIFICATION"),
    .constraintValidationFailed: (6, "KHO_CONSTRAINT_VALIDATION"),
    .entityNotFound: (7, "KHO_ENTITY_NOT_FOUND"),
    .typeError: (8, "KHO_TYPE_ERROR"),
    .argumentError: (9, "KHO_ARGUMENT_ERROR"),
    .arithmeticError: (10, "KHO_ARITHMETIC_ERROR"),
    .procedureError: (11, "KHO_PROCEDURE_ERROR"),
    .storageError: (12, "KHO_STORAGE_ERROR"),
    .limitExceeded: (13, "KHO_LIMIT_EXCEEDED"),
    .cancelled: (14, "KHO_CANCELLED"),
    .misuse: (15, "KHO_MISUSE"),
    .unsupported: (16, "KHO_UNSUPPORTED"),
    .protocolError: (17, "KHO_PROTOCOL_ERROR"),
  ]

  var code: Code { Self.codes[kind] ?? (1, "KHO_ERROR") }

  /// The name of a result code; nil for a number that is none.
  static func codeName(_ number: Int32) -> StaticString? {
    switch number {
    case 0: "KHO_OK"
    case 1: "KHO_ERROR"
    case 100: "KHO_ROW"
    case 101: "KHO_DONE"
    default: codes.values.first { $0.number == number }?.name
    }
  }
}
