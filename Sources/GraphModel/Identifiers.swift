/// Identifiers of what a store holds. All are dense, count from 0, and are never used again within
/// a file's life.

/// A node's identifier.
public struct NodeID: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// A relationship's identifier.
public struct RelationshipID: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: RelationshipID, b: RelationshipID) -> Bool {
    a.rawValue < b.rawValue
  }
}

/// A label's identifier in the catalog.
public struct LabelID: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  public var rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public init(_ rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: LabelID, b: LabelID) -> Bool { a.rawValue < b.rawValue }
}

/// A relationship type's identifier in the catalog.
public struct RelationshipTypeID: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable
{
  public var rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public init(_ rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: RelationshipTypeID, b: RelationshipTypeID) -> Bool {
    a.rawValue < b.rawValue
  }
}

/// A property key's identifier in the catalog.
public struct PropertyKeyID: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  public var rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public init(_ rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: PropertyKeyID, b: PropertyKeyID) -> Bool {
    a.rawValue < b.rawValue
  }
}

extension NodeID {
  /// No node: the null of id vectors. Never assigned.
  @inlinable public static var none: NodeID { NodeID(UInt32.max) }
}

extension RelationshipID {
  /// No relationship: the null of id vectors. Never assigned.
  @inlinable public static var none: RelationshipID { RelationshipID(UInt32.max) }
}
