/// Bounds of what the parser accepts, so that no text can exhaust the stack.
enum Limits {
  /// How deep queries, expressions, path patterns and label expressions may stand in each other,
  /// and how many nodes high an expression's tree may be. Stages after the parser may recurse over
  /// a tree without counting.
  static let nesting = 200
  /// Bytes of a text, so that offsets fit in a `SourceSpan`.
  static let textSizeInBytes = Int(UInt32.max) / 2
}
