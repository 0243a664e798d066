internal import GraphModel

/// Functions of values of any type, of chance and of the clock.

extension FunctionLibrary {
  static let generalFunctions: [ScalarFunction] = [
    ScalarFunction("coalesce", [.any], arguments: 1...Int.max, returns: .any, propagatesNull: false)
    {
      $1.first { !$0.isNull } ?? .null
    },
    ScalarFunction("nullIf", [.any, .any], returns: .any, propagatesNull: false) {
      $1[0].equals($1[1]) == true ? .null : $1[0]
    },
    ScalarFunction("exists", [.any], returns: .boolean, propagatesNull: false) {
      .boolean(!$1[0].isNull)
    },
    ScalarFunction("valueType", [.any], returns: .string, propagatesNull: false) {
      .string(ValueType(of: $1[0]).description)
    },
    ScalarFunction("isEmpty", [[.string, .list, .map]], returns: .boolean) {
      switch $1[0] {
      case .string(let text): .boolean(text.isEmpty)
      case .list(let values): .boolean(values.isEmpty)
      case .map(let map): .boolean(map.isEmpty)
      default: .null
      }
    },
    ScalarFunction("timestamp", [], returns: .integer) { context, _ throws(KhoError) in
      .integer(try context.now.millisecondsSinceEpoch())
    },
    ScalarFunction("rand", [], returns: .float, isDeterministic: false) { _, _ in
      .float(Double.random(in: 0..<1))
    },
    ScalarFunction("randomUUID", [], returns: .string, isDeterministic: false) { _, _ in
      .string(randomUUID())
    },
  ]

  /// A version 4 UUID (RFC 9562).
  private static func randomUUID() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }
}
