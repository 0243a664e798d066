internal import GraphModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that LOAD CSV may read: inside the one folder that the host program allows, and nowhere
/// else.
enum ImportFile {
  /// The file named by `url`: a path relative to `folder`, also written
  /// `file:///path`. Links are followed before it is judged whether the file lies in the folder.
  static func open(_ url: String, in folder: String?) throws(KhoError) -> InputFile {
    guard let folder else {
      throw KhoError(
        .unsupported, "LoadCSVNotAllowed", "LOAD CSV is off: no folder is allowed to be read",
        hint: "the host program allows one by Configuration.importFolder")
    }
    var path = url
    if path.lowercased().hasPrefix("file:///") {
      path = String(path.dropFirst("file:///".count))
    } else if path.contains("://") {
      throw KhoError(
        .argumentError, "InvalidURL", "LOAD CSV reads files of the import folder, no URLs")
    }
    guard let root = resolved(folder), let file = resolved(folder + "/" + path),
      file.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    else {
      throw KhoError(
        .argumentError, "FileNotFound", "the import folder has no file '\(path)'")
    }
    return try InputFile(file, name: path)
  }

  private static func resolved(_ path: String) -> String? {
    // Safe: the result is freed here, after it has been copied.
    guard !path.utf8.contains(0), let pointer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }
}
