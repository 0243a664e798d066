/// Whether a file is built as LMDB builds them, found with plain reads before LMDB follows its
/// pointers: on a damaged or hostile file these would lead it out of the map, around in circles or
/// into an assertion, and the process would end.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// LMDB 0.9's file, little-endian, in pages:
/// ```
/// page    0  u64 number | u16 pad | u16 flags | u16 lower | u16 upper   (overflow: u32 pageCount)
/// meta   16  u32 magic | u32 version | u64 address | u64 mapSize
///        40  tree free | tree main | u64 lastPage | u64 transaction
/// tree    0  u32 pad (of free: page size) | u16 flags | u16 depth | u64 branchPages
///        16  u64 leafPages | u64 overflowPages | u64 entries | u64 root
/// node    0  u16 low | u16 high | u16 flags | u16 keySize | key | data
/// ```
/// From `lower` down to byte 16 a page holds the offsets of its nodes, sorted by key; nodes grow
/// from the end down to `upper`. A leaf's node has its data's size in low and high; a branch's has
/// a page number in low, high and flags.
package struct FileStructure {
  private static let pageHeader = 16
  private static let (branch, leaf, overflow, meta): (UInt16, UInt16, UInt16, UInt16) = (1, 2, 4, 8)
  private static let (bigData, subtree): (UInt16, UInt16) = (1, 2)
  private static let integerKeys: UInt16 = 8
  private static let noPage = UInt64.max
  private static let deepestTree = 32
  private static let longestKey = 511

  private struct Defect: Error { let text: String }

  private let file: Int32
  private let fileSize: UInt64
  private var pageSize = 0
  private var lastPage: UInt64 = 0
  /// One bit for each page that something uses.
  private var used: [UInt64] = []

  /// What is wrong with the snapshot of this number, or nil. The caller holds a read transaction on
  /// it, so that its pages stay. Nil is also the answer where the snapshot's meta page is already
  /// overwritten: it cannot be looked at any more, and `isLost` is set. O(file size).
  package static func defect(of path: String, transaction: UInt64) -> (text: String?, isLost: Bool)
  {
    do throws(Defect) {
      var structure = try FileStructure(path)
      defer { close(structure.file) }
      guard let tree = try structure.metas().first(where: { $0.transaction == transaction }) else {
        return (nil, true)
      }
      try structure.walk(tree)
      return (nil, false)
    } catch {
      return (error.text, false)
    }
  }

  /// What is wrong with the meta pages, from which LMDB computes at once, or nil; and whether the
  /// file is shorter than they say, which is no fault by itself.
  package static func metaDefect(of path: String) -> (text: String?, isShort: Bool) {
    do throws(Defect) {
      var structure = try FileStructure(path)
      defer { close(structure.file) }
      let newest = try structure.metas().max { $0.transaction < $1.transaction }
      let (end, overflow) = ((newest?.lastPage ?? 0) + 1).multipliedReportingOverflow(
        by: UInt64(structure.pageSize))
      return (nil, overflow || end > structure.fileSize)
    } catch {
      return (error.text, false)
    }
  }

  private init(_ path: String) throws(Defect) {
    var status = stat()
    // Safe: the system copies the path and fills the record.
    file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0, unsafe fstat(file, &status) == 0 else {
      throw Defect(text: "the file cannot be read")
    }
    fileSize = UInt64(clamping: status.st_size)
  }

  // MARK: Pages

  /// The page's bytes.
  private func page(_ number: UInt64, size: Int) throws(Defect) -> [UInt8] {
    let (offset, overflow) = number.multipliedReportingOverflow(by: UInt64(size))
    guard !overflow, offset <= fileSize, fileSize - offset >= UInt64(size) else {
      throw Defect(text: "page \(number) lies beyond the end of the file")
    }
    var page = [UInt8](repeating: 0, count: size)
    // Safe: the system fills the buffer and no more.
    let count = unsafe page.withUnsafeMutableBytes {
      unsafe pread(file, $0.baseAddress, size, off_t(offset))
    }
    guard count == size else { throw Defect(text: "page \(number) cannot be read") }
    return page
  }

  /// Notes that something uses these pages, which nothing may share.
  private mutating func use(_ first: UInt64, count: UInt64 = 1) throws(Defect) {
    guard first >= 2, first <= lastPage, count <= lastPage - first + 1 else {
      throw Defect(text: "page \(first) lies outside of the file's pages")
    }
    for number in first..<first + count {
      let (word, bit) = (Int(number / 64), UInt64(1) << (number % 64))
      guard used[word] & bit == 0 else { throw Defect(text: "page \(number) is used twice") }
      used[word] |= bit
    }
  }

  // MARK: Meta pages

  private struct Tree {
    let flags: UInt16
    let depth: Int
    let pages: (branch: UInt64, leaf: UInt64, overflow: UInt64)
    let entries: UInt64
    let root: UInt64

    init(_ bytes: Bytes) {
      flags = bytes.u16(4)
      depth = Int(bytes.u16(6))
      pages = (bytes.u64(8), bytes.u64(16), bytes.u64(24))
      entries = bytes.u64(32)
      root = bytes.u64(40)
    }
    static let sizeInBytes = 48
  }

  private struct Meta {
    let transaction: UInt64
    let lastPage: UInt64
    let free: Tree
    let main: Tree
  }

  private mutating func metas() throws(Defect) -> [Meta] {
    let first = try page(0, size: 256)
    pageSize = first.withBytes { Int($0.u32(40)) }
    guard (512...65_536).contains(pageSize), pageSize.nonzeroBitCount == 1 else {
      throw Defect(text: "the page size is \(pageSize)")
    }
    var metas: [Meta] = []
    for number in 0..<2 as Range<UInt64> {
      let bytes = try page(number, size: pageSize)
      let meta = try bytes.withBytes { (page) throws(Defect) in
        guard page.u16(10) & FileStructure.meta != 0, page.u32(16) == 0xBEEF_C0DE,
          page.u32(20) == 1,
          Int(page.u32(40)) == pageSize, page.u64(136) < 1 << 47 / UInt64(pageSize)
        else { throw Defect(text: "meta page \(number) is damaged") }
        return Meta(
          transaction: page.u64(144), lastPage: page.u64(136),
          free: Tree(page[40, 88]), main: Tree(page[88, 136]))
      }
      metas.append(meta)
    }
    return metas
  }

  // MARK: Trees

  private mutating func walk(_ meta: Meta) throws(Defect) {
    // The bitmap is bounded by what the file can hold: a page beyond its end cannot be read anyway.
    lastPage = min(meta.lastPage, max(fileSize / UInt64(pageSize), 1) - 1)
    used = Array(repeating: 0, count: Int(lastPage / 64) + 1)
    var subtrees: [Tree] = []
    try walk(meta.main, "the main table") { (data, flags) throws(Defect) in
      // The names of the other tables lie among records.
      guard flags == FileStructure.subtree else { return }
      guard data.count == Tree.sizeInBytes else {
        throw Defect(text: "the main table names something else than a table")
      }
      subtrees.append(Tree(data))
    }
    for tree in subtrees { try walk(tree, "a table") { (_, _) throws(Defect) in } }
    var free: [UInt64] = []
    try walk(meta.free, "the list of free pages") { (data, _) throws(Defect) in
      let count = data.u64(0)
      guard count < UInt64(data.count / 8) else {
        throw Defect(text: "a list of free pages is cut off")
      }
      var previous = UInt64.max
      for index in 0..<Int(count) {
        let number = data.u64(8 * (index + 1))
        guard number < previous else { throw Defect(text: "a list of free pages is out of order") }
        previous = number
        free.append(number)
      }
    }
    // Free pages may lie beyond the end of a file that was never written so far.
    var beyond: Set<UInt64> = []
    for number in free where number > lastPage {
      guard number <= meta.lastPage, beyond.insert(number).inserted else {
        throw Defect(text: "page \(number) is free twice or does not exist")
      }
    }
    for number in free where number <= lastPage { try use(number) }
  }

  private typealias Visit = (_ data: Bytes, _ flags: UInt16) throws(Defect) -> Void

  private mutating func walk(_ tree: Tree, _ what: String, _ visit: Visit) throws(Defect) {
    var counts = Counts()
    if tree.root != FileStructure.noPage {
      guard tree.depth >= 1, tree.depth <= FileStructure.deepestTree else {
        throw Defect(text: "\(what) has depth \(tree.depth)")
      }
      try walk(tree.root, tree, depth: 1, from: nil, to: nil, &counts, visit)
    }
    guard counts.entries == tree.entries, counts.branch == tree.pages.branch,
      counts.leaf == tree.pages.leaf, counts.overflow == tree.pages.overflow
    else { throw Defect(text: "\(what) is counted wrong") }
  }

  private struct Counts {
    var entries: UInt64 = 0
    var branch: UInt64 = 0
    var leaf: UInt64 = 0
    var overflow: UInt64 = 0
  }

  /// One page of a tree and what is below. Keys lie from `first` on and before `end`.
  private mutating func walk(
    _ number: UInt64, _ tree: Tree, depth: Int, from first: [UInt8]?, to end: [UInt8]?,
    _ counts: inout Counts, _ visit: Visit
  ) throws(Defect) {
    try use(number)
    let content = try page(number, size: pageSize)
    let isLeaf = depth == tree.depth
    var children: [(key: [UInt8], page: UInt64)] = []
    try content.withBytes { (page) throws(Defect) in
      let (flags, lower, upper) = (page.u16(10), Int(page.u16(12)), Int(page.u16(14)))
      let count = (lower - FileStructure.pageHeader) / 2
      guard page.u64(0) == number, flags == (isLeaf ? FileStructure.leaf : FileStructure.branch),
        lower % 2 == 0, count >= (isLeaf ? 1 : 2), lower <= upper, upper <= pageSize
      else { throw Defect(text: "page \(number) has a wrong header") }
      if isLeaf { counts.leaf += 1 } else { counts.branch += 1 }
      var previous: [UInt8]?
      for index in 0..<count {
        let offset = Int(page.u16(FileStructure.pageHeader + 2 * index))
        let node = page[offset, pageSize]
        let keySize = Int(node.u16(6))
        let data = 8 + keySize
        guard offset >= upper, node.count >= data, keySize <= FileStructure.longestKey,
          keySize > 0 || !isLeaf && index == 0,
          tree.flags & FileStructure.integerKeys == 0 || keySize == 8 || keySize == 0
        else { throw Defect(text: "page \(number) has a node outside of it") }
        let key = ordered(node[8, data].array, tree)
        // The first key of a branch is not used: it stands for all that is less than the second.
        if isLeaf || index > 0 {
          let least = previous ?? first
          let isInOrder = least.map { bound in
            previous == nil
              ? !key.lexicographicallyPrecedes(bound) : bound.lexicographicallyPrecedes(key)
          }
          guard isInOrder ?? true, end.map({ key.lexicographicallyPrecedes($0) }) ?? true else {
            throw Defect(text: "page \(number) has keys out of order")
          }
          previous = key
        }
        let size = Int(node.u16(0)) | Int(node.u16(2)) << 16
        if isLeaf {
          counts.entries += 1
          try visitLeaf(node[data, node.count], size, node.u16(4), number, &counts, visit)
        } else {
          children.append((key, UInt64(size) | UInt64(node.u16(4)) << 32))
        }
      }
    }
    for (index, child) in children.enumerated() {
      try walk(
        child.page, tree, depth: depth + 1, from: index == 0 ? first : child.key,
        to: index + 1 < children.count ? children[index + 1].key : end, &counts, visit)
    }
  }

  /// A key in the form in which bytes sort as the tree sorts.
  private func ordered(_ key: [UInt8], _ tree: Tree) -> [UInt8] {
    tree.flags & FileStructure.integerKeys == 0 ? key : key.reversed()
  }

  private mutating func visitLeaf(
    _ data: Bytes, _ size: Int, _ flags: UInt16, _ number: UInt64, _ counts: inout Counts,
    _ visit: Visit
  ) throws(Defect) {
    switch flags {
    case 0, FileStructure.subtree:
      guard data.count >= size else { throw Defect(text: "page \(number) has data outside of it") }
      try visit(data[0, size], flags)
    case FileStructure.bigData:
      guard data.count >= 8 else { throw Defect(text: "page \(number) has data outside of it") }
      let first = data.u64(0)
      let pageCount = (FileStructure.pageHeader + size - 1) / pageSize + 1
      let header = try page(first, size: pageSize)
      // Data that became shorter keeps the pages that it had.
      let taken = header.withBytes { bytes -> UInt32? in
        bytes.u64(0) == first && bytes.u16(10) == FileStructure.overflow
          && bytes.u32(12) >= UInt32(pageCount) ? bytes.u32(12) : nil
      }
      guard let taken else { throw Defect(text: "page \(first) is no page of long data") }
      try use(first, count: UInt64(taken))
      counts.overflow += UInt64(taken)
      var content: [UInt8] = []
      for index in 0..<UInt64(pageCount) { content += try page(first + index, size: pageSize) }
      try content.withBytes { (bytes) throws(Defect) in
        try visit(bytes[FileStructure.pageHeader, FileStructure.pageHeader + size], 0)
      }
    default: throw Defect(text: "page \(number) has data of an unknown kind")
    }
  }
}
