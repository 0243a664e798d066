/// Words that a shell can complete.

/// Words of the language, for completion and colouring.
public enum Completion {
  /// Keywords, upper case, in alphabetical order.
  public static let keywords: [String] = [
    "ALL", "AND", "AS", "ASC", "ASCENDING", "BY", "CALL", "CASE", "CONSTRAINT", "CONTAINS", "CREATE",
    "DELETE", "DESC", "DESCENDING", "DETACH", "DISTINCT", "DROP", "ELSE", "END", "ENDS", "EXISTS",
    "EXPLAIN", "FALSE", "FOR", "FOREACH", "IF", "IN", "INDEX", "IS", "LIMIT", "MATCH", "MERGE", "NOT",
    "NULL", "ON", "OPTIONAL", "OR", "ORDER", "PROFILE", "REMOVE", "REQUIRE", "RETURN", "SET", "SHOW",
    "SKIP", "STARTS", "THEN", "TRUE", "UNION", "UNIQUE", "UNWIND", "WHEN", "WHERE", "WITH", "XOR",
    "YIELD",
  ]
  /// Functions as they are written: `toInteger`, `date.truncate`, in alphabetical order.
  public static let functions: [String] = []
}
