/// A path for a test's file, removed with its lock file at the end.
import LMDB

struct TemporaryFile: ~Copyable {
  let path = DatabaseFile.temporaryPath()

  deinit {
    DatabaseFile.remove(path)
    DatabaseFile.remove(path + "-lock")
  }
}
