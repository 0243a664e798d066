/// Asking for memory ahead of its use: the one call of C that is made in other targets, too.
public import CLMDB

extension Bytes {
  /// Has the processor fetch so many bytes from `start` on: memory is slow where it cannot foresee
  /// what will be read.
  @inlinable @inline(__always) package func prefetch(_ start: Int, count: Int) {
    var offset = start
    repeat {
      // Safe: nothing is read, and where nothing lies nothing happens.
      unsafe kho_prefetch(base + offset)
      offset &+= 64
    } while offset < start &+ count
  }
}
