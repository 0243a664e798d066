/// A plan as people read it: one operator, and those it draws rows from.
public struct PlanDescription: Sendable, Hashable {
  public var name: String
  public var details: String
  public var estimatedRows: Double
  /// Rows handed on; PROFILE only.
  public var rows: Int?
  /// Time in this operator without its children; PROFILE only.
  public var seconds: Double?
  public var children: [PlanDescription]

  public init(
    name: String, details: String, estimatedRows: Double, rows: Int? = nil, seconds: Double? = nil,
    children: [PlanDescription] = []
  ) {
    self.name = name
    self.details = details
    self.estimatedRows = estimatedRows
    self.rows = rows
    self.seconds = seconds
    self.children = children
  }
}
