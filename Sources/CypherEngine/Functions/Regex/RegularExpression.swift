internal import GraphModel

/// STUB
final class RegularExpression: Sendable {
  static func cached(_ pattern: String) throws(KhoError) -> RegularExpression {
    RegularExpression()
  }
  func matches(_ text: String) throws(KhoError) -> Bool {
    throw KhoError(.unsupported, "NotImplemented", "regular expressions are not there yet")
  }
}
