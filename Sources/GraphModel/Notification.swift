/// A warning about a statement that runs: an unknown label, a product of unconnected patterns …
public struct Notification: Sendable, Hashable {
  /// One word that programs can switch on: `UnknownLabel` …
  public var code: String
  /// A sentence for people: lower case.
  public var message: String
  /// Where in the statement's text, if it has a place.
  public var span: SourceSpan?
  /// A suggestion, such as "did you mean 'Person'?".
  public var hint: String?

  public init(code: String, message: String, span: SourceSpan?, hint: String? = nil) {
    self.code = code
    self.message = message
    self.span = span
    self.hint = hint
  }
}
