internal import GraphModel

/// Three-valued logic, IN, and the predicates on text.

extension Operations {
  /// A value as an operand of AND, OR, XOR and NOT; nil is null.
  static func truth(of value: Value) throws(KhoError) -> Bool? {
    switch value {
    case .boolean(let truth): return truth
    case .null: return nil
    default:
      throw KhoError(
        .typeError, "InvalidArgumentType", "expected BOOLEAN, found \(value.typeName)")
    }
  }

  static func and(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }

  static func or(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == true || b == true { return true }
    return a == nil || b == nil ? nil : false
  }

  static func xor(_ a: Bool?, _ b: Bool?) -> Bool? {
    guard let a, let b else { return nil }
    return a != b
  }

  static func not(_ a: Bool?) -> Bool? { a.map { !$0 } }

  /// `element IN list`: null where the element is not found but null is among what it is compared
  /// with.
  static func contains(_ list: Value, _ element: Value) throws(KhoError) -> Bool? {
    if list.isNull { return nil }
    guard case .list(let values) = list else {
      throw KhoError(.typeError, "InvalidArgumentType", "expected LIST, found \(list.typeName)")
    }
    var result: Bool? = false
    for value in values {
      switch element.equals(value) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    return result
  }

  // The predicates on text compare code points, and are null where an operand is not text.

  static func startsWith(_ text: Value, _ prefix: Value) -> Bool? {
    guard case (.string(let text), .string(let prefix)) = (text, prefix) else { return nil }
    return text.utf8.starts(with: prefix.utf8)
  }

  static func endsWith(_ text: Value, _ suffix: Value) -> Bool? {
    guard case (.string(let text), .string(let suffix)) = (text, suffix) else { return nil }
    return text.utf8.count >= suffix.utf8.count
      && text.utf8.reversed().starts(with: suffix.utf8.reversed())
  }

  static func containsText(_ text: Value, _ part: Value) -> Bool? {
    guard case (.string(let text), .string(let part)) = (text, part) else { return nil }
    return TextSearch(part).first(in: text.utf8.span, from: 0) != nil
  }

  /// `text =~ pattern`: whether the whole text matches the regular expression.
  static func matches(_ text: Value, _ pattern: Value) throws(KhoError) -> Bool? {
    guard case (.string(let text), .string(let pattern)) = (text, pattern) else { return nil }
    return try RegularExpression.cached(pattern).matches(text)
  }
}
