internal import Synchronization

/// The time zones of the tz database that is installed on the system, read when a name is first
/// used.
extension Temporal {
  package enum TimeZones {
    private static let cache = Mutex<[String: TimeZoneRules]>([:])

    /// The name as the database has it: a blank stands for `_`. Throws `InvalidArgumentValue` if no
    /// zone has it.
    package static func canonical(_ name: String) throws(KhoError) -> String {
      let canonical = String(name.map { $0 == " " ? "_" : $0 })
      _ = try rules(of: canonical)
      return canonical
    }

    /// The offsets of a zone. Throws `InvalidArgumentValue` if there is no such zone.
    static func rules(of name: String) throws(KhoError) -> TimeZoneRules {
      if let rules = cache.withLock({ $0[name] }) { return rules }
      guard let rules = load(name) else {
        throw Temporal.invalid(
          "expected the name of a time zone or an offset, found another text",
          hint: ZoneFile.isDatabaseInstalled ? nil : "install the tz database (package tzdata)")
      }
      cache.withLock { $0[name] = rules }
      return rules
    }

    private static func load(_ name: String) -> TimeZoneRules? {
      guard isWellFormed(name) else { return nil }
      if name == "UTC" { return TimeZoneRules(offset: 0) }
      return ZoneFile.content(of: merged[name] ?? name).flatMap { TimeZoneRules(file: $0) }
    }

    /// Whether `name` can be a zone's: parts of letters, digits, `_`, `+` and `-` between `/`, a
    /// capital letter first, which the database's other files and its variants with leap seconds do
    /// not have.
    private static func isWellFormed(_ name: String) -> Bool {
      guard name.utf8.count <= 64, let first = name.utf8.first, (0x41...0x5a).contains(first) else {
        return false
      }
      return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2b, 0x2d, 0x5f: true
            default: false
            }
          }
      }
    }

    /// Zones which the tz database merged because they agree since 1970. Some distributions still
    /// build them apart, with other offsets before that year; following the database gives the same
    /// result on every system.
    private static let merged: [String: String] = {
      var targets: [String: String] = [:]
      for line in mergedNames.split(separator: "\n") {
        let names = line.split(separator: " ").map(String.init)
        for name in names.dropFirst() { targets[name] = names[0] }
      }
      return targets
    }()

    /// A zone and, behind it, those merged into it.
    private static let mergedNames = """
      Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Conakry Africa/Dakar \
      Africa/Freetown Africa/Lome Africa/Nouakchott Africa/Ouagadougou Atlantic/Reykjavik \
      Atlantic/St_Helena Iceland
      Africa/Johannesburg Africa/Maseru Africa/Mbabane
      Africa/Lagos Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa \
      Africa/Libreville Africa/Luanda Africa/Malabo Africa/Niamey Africa/Porto-Novo
      Africa/Maputo Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali \
      Africa/Lubumbashi Africa/Lusaka
      Africa/Nairobi Africa/Addis_Ababa Africa/Asmara Africa/Dar_es_Salaam Africa/Djibouti \
      Africa/Kampala Africa/Mogadishu Indian/Antananarivo Indian/Comoro Indian/Mayotte
      America/Chicago CST6CDT
      America/Denver MST7MDT
      America/Los_Angeles PST8PDT
      America/New_York EST5EDT
      America/Panama America/Atikokan America/Cayman
      America/Phoenix America/Creston
      America/Puerto_Rico America/Anguilla America/Antigua America/Aruba America/Blanc-Sablon \
      America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Montserrat \
      America/Port_of_Spain America/St_Kitts America/St_Lucia America/St_Thomas \
      America/St_Vincent America/Tortola
      America/Toronto America/Nassau
      Asia/Bangkok Asia/Phnom_Penh Asia/Vientiane Indian/Christmas
      Asia/Dubai Asia/Muscat Indian/Mahe Indian/Reunion
      Asia/Kuching Asia/Brunei
      Asia/Qatar Asia/Bahrain
      Asia/Riyadh Antarctica/Syowa Asia/Aden Asia/Kuwait
      Asia/Singapore Asia/Kuala_Lumpur
      Asia/Yangon Indian/Cocos
      Europe/Athens EET
      Europe/Belgrade Europe/Ljubljana Europe/Sarajevo Europe/Skopje Europe/Zagreb
      Europe/Berlin Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Copenhagen Europe/Oslo \
      Europe/Stockholm
      Europe/Brussels CET Europe/Amsterdam Europe/Luxembourg MET
      Europe/Lisbon WET
      Europe/London Europe/Guernsey Europe/Isle_of_Man Europe/Jersey
      Europe/Paris Europe/Monaco
      Europe/Zurich Europe/Vaduz
      Indian/Maldives Indian/Kerguelen
      Pacific/Auckland Antarctica/McMurdo
      Pacific/Guadalcanal Pacific/Pohnpei
      Pacific/Guam Pacific/Saipan
      Pacific/Pago_Pago Pacific/Midway
      Pacific/Port_Moresby Antarctica/DumontDUrville Pacific/Chuuk
      Pacific/Tarawa Pacific/Funafuti Pacific/Majuro Pacific/Wake Pacific/Wallis
      """
  }
}
