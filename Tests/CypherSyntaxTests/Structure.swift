/// Trees as text without places, to compare them.

import GraphModel

@testable import CypherSyntax

/// `value` with everything in it, spans and the texts of items apart.
func structure(of value: Any) -> String {
  let mirror = Mirror(reflecting: value)
  switch value {
  case is SourceSpan: return ""
  case let value as Value: return "\(value.typeName) \(value.text)"
  default: break
  }
  if mirror.displayStyle == .optional {
    return mirror.children.first.map { structure(of: $0.value) } ?? "nil"
  }
  guard !mirror.children.isEmpty else { return String(reflecting: value) }
  var parts: [String] = []
  for child in mirror.children {
    if value is Projection.Item, child.label == "text" { continue }
    parts.append("\(child.label ?? "") \(structure(of: child.value))")
  }
  return "\(type(of: value))(\(parts.joined(separator: ", ")))"
}
