/// One row of a result.

/// A row: values by column, by name or by index. May outlive its transaction.
///
/// ```swift
/// let name = try record.get("name", as: String.self)
/// let born: Int? = try record.get("born")
/// print(record["name"], record[1])
/// ```
public struct Record: Sendable {
  /// This row and others that were computed with it.
  private let rows: ResultRows
  private let start: Int

  init(_ rows: ResultRows, start: Int) {
    self.rows = rows
    self.start = start
  }

  init(columns: [String], values: [Value]) {
    self.init(ResultRows(columns: columns, values: values), start: 0)
  }

  /// Names of the columns, in order.
  public var columns: [String] { rows.columns }
  /// Values in the order of the columns.
  public var values: [Value] { Array(slice) }
  var slice: Slice<ResultRows> { rows[start..<start + rows.columnCount] }

  /// The value of a column; null if there is no such column.
  public subscript(column: String) -> Value {
    columns.firstIndex(of: column).map { self[$0] } ?? .null
  }

  /// The value of the column at `index`, counted from 0; null if there is no such column.
  public subscript(index: Int) -> Value {
    index >= 0 && index < rows.columnCount ? rows[start + index] : .null
  }

  /// The value of a column as a Swift type.
  /// - Throws: `.misuse` if there is no such column; `.typeError` if its value is of another type,
  ///   null included unless `T` is an optional.
  public func get<T: ValueConvertible>(
    _ column: String, as type: T.Type = T.self
  ) throws(KhoError) -> T {
    guard let index = columns.firstIndex(of: column) else { throw unknownColumn("'\(column)'") }
    return try get(index, as: type)
  }

  /// The value of the column at `index`, counted from 0, as a Swift type.
  /// - Throws: as `get` by name.
  public func get<T: ValueConvertible>(
    _ index: Int, as type: T.Type = T.self
  ) throws(KhoError) -> T {
    guard columns.indices.contains(index) else { throw unknownColumn("\(index)") }
    do throws(KhoError) {
      return try T(cypherValue: rows[start + index])
    } catch {
      var error = error
      error.message += " in column '\(columns[index])'"
      throw error
    }
  }

  /// The row as a value of a `Decodable` type, its properties taken from the columns of those
  /// names.
  /// - Throws: `.typeError` if a column lacks or is of another type.
  public func decode<T: Decodable>(_ type: T.Type = T.self) throws(KhoError) -> T {
    try Value.map(map).decode(type)
  }

  /// One column's value as a value of a `Decodable` type: of a node, relationship or map its
  /// properties are decoded.
  ///
  /// ```swift
  /// let row = try tx.query("MATCH (p:Person {name: 'Ada'}) RETURN p").single()
  /// let ada = try row.decode(Person.self, from: "p")
  /// ```
  public func decode<T: Decodable>(
    _ type: T.Type = T.self, from column: String
  ) throws(KhoError) -> T {
    guard let index = columns.firstIndex(of: column) else { throw unknownColumn("'\(column)'") }
    return try self[index].decode(type)
  }

  /// The row as a map of column names to values.
  public var map: ValueMap { ValueMap(zip(columns, values).map { (key: $0, value: $1) }) }

  private func unknownColumn(_ column: String) -> KhoError {
    KhoError(
      .misuse, "UnknownColumn", "no column \(column)",
      hint: "columns are \(columns.map { "'\($0)'" }.joined(separator: ", "))")
  }
}
