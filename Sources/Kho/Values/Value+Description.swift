/// Values as people read them.

extension Value: CustomStringConvertible {
  /// The value as openCypher writes it: `'it\'s'`, `[1, 2.0]`, `(:District {name: 'Cầu Ngang'})`.
  public var description: String { text }
}
