/// Many relationships at once, on their way into a load.
package import GraphModel

/// Relationships to be added, with their properties side by side.
package struct BulkRelationships: Sendable {
  package struct Row: Sendable, BitwiseCopyable {
    package var source: NodeID
    package var target: NodeID
    package var type: RelationshipTypeID
    private var firstProperty: UInt32
    private var propertyCount: UInt32

    /// - Parameter properties: where its properties are.
    package init(
      _ type: RelationshipTypeID, from source: NodeID, to target: NodeID, properties: Range<Int>
    ) {
      (self.type, self.source, self.target) = (type, source, target)
      firstProperty = UInt32(clamping: properties.lowerBound)
      propertyCount = UInt32(clamping: properties.count)
    }

    @inline(__always) package var properties: Range<Int> {
      Int(firstProperty)..<Int(firstProperty) + Int(propertyCount)
    }
  }
  package var rows: [Row] = []
  package var properties: [(key: PropertyKeyID, value: Value)] = []

  package init() {}
}

extension BulkRelationships {
  /// Whether it can be told at a glance that those properties are stored in blocks as they are.
  @inline(__always) func arePlain(_ range: Range<Int>) -> Bool {
    for index in range {
      switch properties[index].value {
      case .boolean, .integer, .float, .date, .localTime: break
      case .string(let text):
        guard text.utf8.count <= LongValue.threshold, properties[index].value.isInStoredForm else {
          return false
        }
      default: return false
      }
      for other in range.lowerBound..<index where properties[other].key == properties[index].key {
        return false
      }
    }
    return true
  }
}
