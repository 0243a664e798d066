/// Words that a shell can complete.
internal import CypherEngine
internal import CypherSyntax

/// Words of the language, for completion and colouring. Names in a database are in its `schema()`.
public enum Completion {
  /// Words with a meaning in the grammar, in capitals and alphabetical order.
  public static let keywords: [String] = Cypher.keywords.sorted()
  /// Functions as they are written, `toInteger`, `date.truncate`, in alphabetical order.
  public static let functions: [String] = FunctionLibrary.names
}
