/// Loops that fill arrays without a check for each element.

extension OutputSpan {
  /// Appends `count` elements, each made of its number from 0 on, if there is room for them all.
  /// One check for all: a simple `element` makes a loop that the compiler can make parallel.
  @inlinable @inline(__always)
  package mutating func append(count: Int, _ element: (Int) -> Element) {
    guard count > 0, count <= freeCapacity else { return }
    // Safe: by the line above there is room, and all that is counted is initialized.
    unsafe withUnsafeMutableBufferPointer { buffer, initialized in
      let target = unsafe buffer.baseAddress.unsafelyUnwrapped + initialized
      for index in 0..<count { unsafe (target + index).initialize(to: element(index)) }
      initialized += count
    }
  }
}

extension Array {
  /// Appends `count` elements, each made of its number from 0 on. Room is made for no more: who
  /// appends in many steps reserves it for all.
  @inlinable @inline(__always)
  package mutating func append(count: Int, _ element: (Int) -> Element) {
    append(addingCapacity: Swift.max(count, 0)) { $0.append(count: count, element) }
  }
}
