/// Names as people type them, and the entities they mean.
import Testing

@testable import KhoCommand

@Suite struct EntityResolverTests {
  private let directives = EntityResolver([
    Entity(
      id: "dir:ct-05-ct-tw", name: "Chỉ thị 05-CT/TW", number: "05-CT/TW",
      aliases: ["Chỉ thị số 05 của Bộ Chính trị"]),
    Entity(id: "dir:kl-01-kl-tw", name: "Kết luận 01-KL/TW", number: "01-KL/TW"),
    Entity(
      id: "dir:kh-76-cau-ngang", name: "Kế hoạch 76-KH/HU (Cầu Ngang)", number: "76-KH/HU"),
    Entity(
      id: "dir:kh-56-cau-ngang", name: "Kế hoạch 56-KH/HU (Cầu Ngang)", number: "56-KH/HU"),
    Entity(id: "dir:nq-39-nq-tw", name: "Nghị quyết 39-NQ/TW", number: "39-NQ/TW"),
    Entity(
      id: "dir:quy-dinh", name: "Quy định 8-QĐ/TW", number: "8-QĐ/TW",
      keys: ["trach nhiem neu guong"]),
  ])
  private let districts = EntityResolver([
    Entity(
      id: "district:cau-ngang", name: "Cầu Ngang", kind: "huyện", aliases: ["Cau Ngang"],
      keys: ["cau ngang", "huyen cau ngang"]),
    Entity(id: "district:tan-uyen", name: "Tân Uyên", kind: "huyện", keys: ["tan uyen"]),
    Entity(id: "district:hoa-binh", name: "Hòa Bình"),
  ])
  private let communes = EntityResolver([
    Entity(id: "commune:tt-tan-uyen", name: "thị trấn Tân Uyên", kind: "thị trấn"),
    Entity(id: "commune:xa-nhan-ly", name: "xã Nhân Lý", kind: "xã"),
  ])

  private func check(
    _ resolver: EntityResolver, _ typed: String, _ expected: String...,
    at location: SourceLocation = #_sourceLocation
  ) {
    let ids: [String] =
      switch resolver.resolve(typed) {
      case .one(let entity): [entity.id]
      case .several(let entities): entities.map(\.id)
      case .none: []
      }
    #expect(ids == expected, "\(typed)", sourceLocation: location)
  }

  @Test(arguments: [
    "dir:ct-05-ct-tw", "05-CT/TW", "Chỉ thị 05-CT/TW", "Chỉ thị 05", "chi thi so 05", "CT 05",
    "CT05", "ct-5",
    "CHỈ THỊ SỐ 05", "chi thi 5 ct/tw", "05 ct tw", "05 –CT / TW", "Chỉ thị số 05 của Bộ Chính trị",
    "05",
    "Chi\u{309} thi\u{323} 05",
  ])
  func `a document number is known in every written form`(typed: String) {
    check(directives, typed, "dir:ct-05-ct-tw")
  }

  @Test func `other kinds of document are told apart`() {
    check(directives, "KL 01", "dir:kl-01-kl-tw")
    check(directives, "kết luận số 1", "dir:kl-01-kl-tw")
    check(directives, "NQ 39", "dir:nq-39-nq-tw")
    check(directives, "QĐ 08", "dir:quy-dinh")
    check(directives, "qd 8", "dir:quy-dinh")
    check(directives, "trách nhiệm")
    check(directives, "trach nhiem neu guong", "dir:quy-dinh")
    check(directives, "CT 39")
  }

  @Test func `words in any order and in part find a document, and several are listed`() {
    check(directives, "Cầu Ngang KH 76", "dir:kh-76-cau-ngang")
    check(directives, "KH/HU", "dir:kh-76-cau-ngang", "dir:kh-56-cau-ngang")
    check(directives, "kế hoạch", "dir:kh-76-cau-ngang", "dir:kh-56-cau-ngang")
  }

  @Test(arguments: [
    "cau ngang", "Cầu Ngang", "CẦU NGANG", "huyện Cầu Ngang", "h. cau ngang", "Huyen Cau Ngang",
    "Cầu ngang", "Ca\u{302}\u{300}u Ngang", "cầu",
  ])
  func `a district is known with its unit and without`(typed: String) {
    check(districts, typed, "district:cau-ngang")
  }

  @Test func `other accents than those typed do not match`() {
    check(districts, "Câu Ngang")
    check(districts, "Cáu Ngang")
    check(districts, "Tấn Uyên")
  }

  @Test func `both ways of placing a tone are one spelling`() {
    check(districts, "Hoà Bình", "district:hoa-binh")
    check(districts, "Hỏa Bình")
  }

  @Test func `a unit that the place is not of does not match`() {
    check(districts, "thị trấn Tân Uyên")
    check(communes, "huyện Tân Uyên")
    check(communes, "TT Tân Uyên", "commune:tt-tan-uyen")
    check(communes, "tan uyen", "commune:tt-tan-uyen")
    check(communes, "xa nhan ly", "commune:xa-nhan-ly")
  }

  @Test func `a miss suggests names that look alike`() {
    #expect(districts.resolve("Câu Ngang") == .none(near: ["Cầu Ngang"]))
    #expect(districts.resolve("Tan Uyn") == .none(near: ["Tân Uyên"]))
    #expect(districts.resolve("Hà Nội") == .none(near: []))
    #expect(districts.resolve("") == .none(near: []))
  }
}
