/// What stays in memory of a map that was read, and that letting go of it changes nothing.
#if os(Linux)
  import LMDB
  import Testing
  import TestSupport

  @Suite struct ResidentPagesTests {
    private static let count = 4_000
    /// Of one page or more each.
    private static let recordSize = 4_000

    /// An environment with records of a number's last byte each, and its table.
    private func makeEnvironment(
      _ path: String, residentSizeInBytes: Int?
    ) throws -> (Environment, Table) {
      var options = Environment.Options()
      options.isUnsynced = true
      options.residentSizeInBytes = residentSizeInBytes
      let environment = try Environment(path: path, options: options)
      let writer = try environment.beginWrite()
      let table = try writer.openTable("records", integerKeys: true, creates: true)
      for number in 0..<Self.count {
        let record = [UInt8](repeating: UInt8(number & 0xFF), count: Self.recordSize)
        try writer.put(table, UInt64(number), record)
      }
      try writer.commit()
      return (environment, table)
    }

    /// Whether all records are what was written.
    private func isWhole(_ table: Table, _ transaction: ReadTransaction) throws -> Bool {
      for number in 0..<Self.count {
        guard let record = try transaction.get(table, UInt64(number)),
          record.count == Self.recordSize, record.u8(0) == UInt8(number & 0xFF),
          record.u8(Self.recordSize - 1) == UInt8(number & 0xFF)
        else { return false }
      }
      return true
    }

    @Test func `pages beyond the limit are let go, and read again where they were`() throws {
      let file = TemporaryFile()
      let (environment, table) = try makeEnvironment(file.path, residentSizeInBytes: 1 << 20)
      #expect(try environment.exceedsResidentSize())
      let transaction = try environment.beginRead()
      let record = try #require(try transaction.get(table, 7 as UInt64))
      for _ in 0..<3 {
        #expect(try isWhole(table, transaction))
        let end = ContinuousClock.now + .seconds(60)
        while residentSize(of: file.path) > 1 << 20, .now < end { environment.boundResidentSize() }
        #expect(residentSize(of: file.path) <= 1 << 20)
        #expect(record.u8(0) == 7 && record.u8(Self.recordSize - 1) == 7)
      }
    }

    @Test func `within the limit, and without one, all pages stay`() throws {
      for limit in [nil, 1 << 40] {
        let file = TemporaryFile()
        let (environment, table) = try makeEnvironment(file.path, residentSizeInBytes: limit)
        #expect(try !environment.exceedsResidentSize())
        let transaction = try environment.beginRead()
        let end = ContinuousClock.now + .milliseconds(50)
        repeat {
          #expect(try isWhole(table, transaction))
          environment.boundResidentSize()
        } while .now < end
        #expect(residentSize(of: file.path) >= Self.count * Self.recordSize)
      }
    }

    @Test func `other threads read on while pages are let go`() throws {
      let file = TemporaryFile()
      let (environment, table) = try makeEnvironment(file.path, residentSizeInBytes: 1 << 20)
      let failures = Monitor(0)
      var threads: [SystemThread] = []
      for _ in 0..<4 {
        threads.append(
          try SystemThread.start(stackSizeInBytes: 1 << 20) {
            for _ in 0..<20 {
              let isWhole = (try? self.isWhole(table, environment.beginRead())) ?? false
              environment.boundResidentSize()
              if !isWhole { failures.update { $0 += 1 } }
            }
          })
      }
      for thread in threads { thread.end() }
      #expect(failures.withLock { $0 } == 0)
    }

    @Test func `a closed environment has nothing to let go of`() throws {
      let file = TemporaryFile()
      let (environment, _) = try makeEnvironment(file.path, residentSizeInBytes: 0)
      environment.close()
      let end = ContinuousClock.now + .milliseconds(20)
      while .now < end { environment.boundResidentSize() }
      #expect(throws: LMDBError.badTransaction) { try environment.exceedsResidentSize() }
    }
  }
#endif
