// Cầu Ngang (Trà Vinh): political and ideological work, and studying and following Hồ Chí Minh.
// Document 000, “Cầu Ngang: Tăng cường công tác chính trị, tư tưởng và học tập, làm theo Bác”.
//
// The page prints no date: it was published between 24/3/2022 and 31/3/2023, a reader's inference.
// Paragraphs 000:1 to 000:13 are the article, 000:15 to 000:32 the site's furniture and imprint.
// Two officials and four posts appear only in the undated imprint.

// ---- The article and its paragraphs -------------------------------------------------------------

// The article.
UNWIND [
  {id: 'src:000',
   name: 'Cầu Ngang: Tăng cường công tác chính trị, tư tưởng và học tập, làm theo Bác',
   docId: '000',
   title: 'Cầu Ngang: Tăng cường công tác chính trị, tư tưởng và học tập, làm theo Bác',
   language: 'vi', publishedEarliest: '2022-03-24', publishedLatest: '2023-03-31',
   publishedPrecision: 'window', publishedStatus: 'inferred', file: '000_c6073d5bad957edc.txt',
   sha256: '0a50f50fcdc50c867290625d0039b697200db7fb21b303db3764b0cb21d2ee81', lineCount: 51,
   paraCount: 32, articleParaCount: 13, status: 'asserted', cites: ['000:1'],
   note: 'Trang không in ngày đăng. Mốc sớm nhất = ngày Kế hoạch 76-KH/HU (P6); mốc muộn nhất = hạn quý I/2023 còn ở phía trước (P10).'}
] AS row
MERGE (n:Source {id: row.id}) SET n = row;

// Its paragraphs: number (every line that is not empty), physical line, zone of the page.
UNWIND [
  {para: 1, line: 1, zone: 'title'},
  {para: 2, line: 2, zone: 'lead'},
  {para: 3, line: 4, zone: 'caption'},
  {para: 4, line: 6, zone: 'body'},
  {para: 5, line: 8, zone: 'body'},
  {para: 6, line: 10, zone: 'body'},
  {para: 7, line: 12, zone: 'body'},
  {para: 8, line: 14, zone: 'body'},
  {para: 9, line: 16, zone: 'body'},
  {para: 10, line: 18, zone: 'body'},
  {para: 11, line: 20, zone: 'body'},
  {para: 12, line: 22, zone: 'body'},
  {para: 13, line: 24, zone: 'byline'},
  {para: 14, line: 26, zone: 'blank'},
  {para: 15, line: 27, zone: 'pager'},
  {para: 16, line: 28, zone: 'sidebar'},
  {para: 17, line: 31, zone: 'sidebar'},
  {para: 18, line: 34, zone: 'sidebar'},
  {para: 19, line: 35, zone: 'counter'},
  {para: 20, line: 36, zone: 'counter'},
  {para: 21, line: 37, zone: 'counter'},
  {para: 22, line: 38, zone: 'counter'},
  {para: 23, line: 39, zone: 'siteFooter'},
  {para: 24, line: 40, zone: 'siteFooter'},
  {para: 25, line: 41, zone: 'siteFooter'},
  {para: 26, line: 42, zone: 'siteFooter'},
  {para: 27, line: 43, zone: 'siteFooter'},
  {para: 28, line: 44, zone: 'siteFooter'},
  {para: 29, line: 45, zone: 'siteFooter'},
  {para: 30, line: 46, zone: 'siteFooter'},
  {para: 31, line: 49, zone: 'sidebar'},
  {para: 32, line: 51, zone: 'sidebar'}
] AS row
WITH row, '000:' + toString(row.para) AS name
MATCH (s:Source {id: 'src:000'})
MERGE (n:Passage {id: 'psg:' + name})
SET n = row {.*, id: 'psg:' + name, name: name, doc: '000', status: 'asserted', cites: [name],
  isArticle: row.zone IN ['title', 'kicker', 'lead', 'body',
    'caption', 'byline', 'dateline']}
MERGE (n)-[r:PASSAGE_OF]->(s) SET r = {status: 'asserted', cites: [name]};

// ---- Places -------------------------------------------------------------------------------------

// Provinces.
UNWIND [
  {id: 'province:tra-vinh', name: 'Trà Vinh', kind: 'tỉnh', aliases: ['tỉnh Trà Vinh'],
   status: 'asserted', cites: ['000:10', '000:25']}
] AS row
MERGE (n:Province {id: row.id}) SET n = row;

// The district.
UNWIND [
  {id: 'district:cau-ngang', name: 'Cầu Ngang', kind: 'huyện',
   aliases: ['huyện Cầu Ngang', 'H. Cầu Ngang', 'Cau Ngang'], status: 'asserted',
   cites: ['000:1', '000:2', '000:11', '000:23', '000:24', '000:25', '000:30']}
] AS row
MERGE (n:District {id: row.id}) SET n = row;

// Communes and towns.
UNWIND [
  {id: 'commune:tt-cau-ngang', name: 'thị trấn Cầu Ngang', kind: 'thị trấn',
   aliases: ['TT Cầu Ngang'], status: 'asserted', cites: ['000:25']}
] AS row
MERGE (n:Commune {id: row.id}) SET n = row;

// Other places.
UNWIND [
  {id: 'place:khom-minh-thuan-a', name: 'khóm Minh Thuận A', kind: 'khóm', status: 'asserted',
   cites: ['000:25']}
] AS row
MERGE (n:Place {id: row.id}) SET n = row;

// The district the article is about.
MATCH (source:Source {id: 'src:000'}), (district:District {id: 'district:cau-ngang'})
MERGE (source)-[r:ABOUT]->(district) SET r = {status: 'asserted', cites: ['000:1', '000:2']};

// What lies in what.
MATCH (district:District {id: 'district:cau-ngang'}), (province:Province {id: 'province:tra-vinh'})
MERGE (district)-[r:PART_OF]->(province) SET r = {status: 'asserted', cites: ['000:25']};

MATCH (commune:Commune {id: 'commune:tt-cau-ngang'}), (district:District {id: 'district:cau-ngang'})
MERGE (commune)-[r:PART_OF]->(district) SET r = {status: 'asserted', cites: ['000:25']};

MATCH (place:Place {id: 'place:khom-minh-thuan-a'}), (commune:Commune {id: 'commune:tt-cau-ngang'})
MERGE (place)-[r:PART_OF]->(commune) SET r = {status: 'asserted', cites: ['000:25']};

// ---- Party bodies, other bodies and unnamed groups ----------------------------------------------

// Party bodies.
UNWIND [
  {id: 'pc:db-cau-ngang', name: 'Đảng bộ huyện Cầu Ngang', kind: 'đảng bộ', level: 'huyện',
   aliases: ['Đảng bộ huyện Cầu Ngang'], status: 'asserted', cites: ['000:2']},
  {id: 'pc:btv-cau-ngang', name: 'Ban Thường vụ Huyện ủy Cầu Ngang', kind: 'ban thường vụ',
   level: 'huyện', aliases: ['BTV Huyện ủy Cầu Ngang'], status: 'asserted',
   cites: ['000:2', '000:6', '000:8', '000:9']},
  {id: 'pc:hu-cau-ngang', name: 'Huyện ủy Cầu Ngang', kind: 'huyện ủy', level: 'huyện',
   aliases: ['Huyện ủy Cầu Ngang', 'HU Cầu Ngang'], status: 'asserted',
   cites: ['000:3', '000:7', '000:11']},
  {id: 'pc:tu-tra-vinh', name: 'Tỉnh ủy Trà Vinh', kind: 'tỉnh ủy', level: 'tỉnh',
   aliases: ['Tỉnh ủy Trà Vinh'], status: 'asserted', cites: ['000:4'],
   note: 'Văn bản chỉ viết "Tỉnh ủy"; tỉnh lấy từ chân trang P25'},
  {id: 'pc:bch-tw-xiii', name: 'Ban Chấp hành Trung ương Đảng khóa XIII',
   kind: 'ban chấp hành trung ương', level: 'trung ương', term: 'XIII',
   aliases: ['BCH TW khóa XIII'], status: 'inferred', basis: 'context', cites: ['000:5']},
  {id: 'pc:dkt-cau-ngang', name: 'Đoàn kiểm tra cấp huyện (Cầu Ngang)', kind: 'đoàn kiểm tra',
   level: 'huyện', status: 'asserted', cites: ['000:8']},
  {id: 'pc:btg-cau-ngang', name: 'Ban Tuyên giáo Huyện ủy Cầu Ngang', kind: 'ban tuyên giáo',
   level: 'huyện', aliases: ['BTG Huyện ủy Cầu Ngang'], status: 'asserted', cites: ['000:11']}
] AS row
MERGE (n:PartyCommittee {id: row.id}) SET n = row;

// Bodies outside the Party.
UNWIND [
  {id: 'org:ttvh-cau-ngang', name: 'Trung tâm Văn hóa - Thông tin và Thể thao huyện Cầu Ngang',
   kind: 'trung tâm văn hóa', level: 'huyện',
   aliases: ['TTVH-TT&TT huyện Cầu Ngang', 'TTVH Cầu Ngang'], status: 'asserted',
   cites: ['000:11']},
  {id: 'org:ubnd-cau-ngang', name: 'Ủy ban nhân dân huyện Cầu Ngang', kind: 'ủy ban nhân dân',
   level: 'huyện', aliases: ['UBND huyện Cầu Ngang'], phone: ['02943.825.017', '02943.825.373'],
   status: 'asserted', cites: ['000:24', '000:26', '000:28']},
  {id: 'org:bbt-cau-ngang', name: 'Ban Biên tập Trang Thông tin điện tử huyện Cầu Ngang',
   kind: 'ban biên tập', level: 'huyện', aliases: ['Ban Biên tập Cầu Ngang'],
   phone: ['02943.825.048'], status: 'asserted', cites: ['000:26', '000:27', '000:28']},
  {id: 'org:pvhtt-cau-ngang', name: 'Phòng Văn hóa - Thông tin huyện Cầu Ngang',
   kind: 'phòng chuyên môn', level: 'huyện', aliases: ['Phòng VH-TT huyện Cầu Ngang'],
   status: 'asserted', cites: ['000:27']}
] AS row
MERGE (n:Organization {id: row.id}) SET n = row;

// Collectives that act, are addressed or are counted, but have no name.
UNWIND [
  {id: 'ag:cau-ngang-cbdv', name: 'Cán bộ, đảng viên, đoàn viên, hội viên huyện Cầu Ngang',
   kind: 'cá nhân', status: 'asserted', cites: ['000:2', '000:4', '000:5', '000:10', '000:11']},
  {id: 'ag:cau-ngang-duoc-khen',
   name: 'Cá nhân xuất sắc về công tác Tuyên giáo được khen (Cầu Ngang)', kind: 'cá nhân',
   status: 'asserted', cites: ['000:3'], note: 'Không nêu tên, không nêu số người'},
  {id: 'ag:cau-ngang-cap-uy-co-quan', name: 'Các cấp ủy đảng, cơ quan, đơn vị huyện Cầu Ngang',
   kind: 'tập thể', status: 'asserted', cites: ['000:4', '000:8']},
  {id: 'ag:cau-ngang-chi-dang-bo', name: 'Các chi, đảng bộ huyện Cầu Ngang', kind: 'tập thể',
   status: 'asserted', cites: ['000:6', '000:9']},
  {id: 'ag:cau-ngang-chi-dang-bo-co-so', name: 'Các chi, đảng bộ cơ sở huyện Cầu Ngang',
   kind: 'tập thể', status: 'asserted', cites: ['000:12']}
] AS row
MERGE (n:ActorGroup {id: row.id}) SET n = row;

// Where bodies and groups belong.
UNWIND [
  {from: 'pc:db-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:2']},
  {from: 'pc:btv-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:2']},
  {from: 'pc:hu-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:3'],
   note: 'Văn bản chỉ viết "Huyện ủy"; huyện rõ từ ngữ cảnh'},
  {from: 'pc:tu-tra-vinh', to: 'province:tra-vinh', status: 'inferred', basis: 'context',
   cites: ['000:4']},
  {from: 'pc:dkt-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:8']},
  {from: 'pc:btg-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:11']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (place {id: row.to})
MERGE (body)-[r:BASED_IN]->(place) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'org:ttvh-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:11']},
  {from: 'org:ubnd-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:24']},
  {from: 'org:bbt-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:26']},
  {from: 'org:pvhtt-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:27']}
] AS row
MATCH (body:Organization {id: row.from}), (district:District {id: row.to})
MERGE (body)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'ag:cau-ngang-duoc-khen', to: 'district:cau-ngang', status: 'asserted', cites: ['000:3']},
  {from: 'ag:cau-ngang-cap-uy-co-quan', to: 'district:cau-ngang', status: 'asserted',
   cites: ['000:8']},
  {from: 'ag:cau-ngang-chi-dang-bo', to: 'district:cau-ngang', status: 'asserted',
   cites: ['000:9']},
  {from: 'ag:cau-ngang-cbdv', to: 'district:cau-ngang', status: 'asserted', cites: ['000:10']},
  {from: 'ag:cau-ngang-chi-dang-bo-co-so', to: 'district:cau-ngang', status: 'asserted',
   cites: ['000:12']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (district:District {id: row.to})
MERGE (actors)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

// Bodies inside bodies.
UNWIND [
  {from: 'pc:btv-cau-ngang', to: 'pc:hu-cau-ngang', status: 'asserted', cites: ['000:2']},
  {from: 'pc:hu-cau-ngang', to: 'pc:db-cau-ngang', status: 'inferred', basis: 'background',
   cites: ['000:3'], note: 'Huyện ủy là ban chấp hành của đảng bộ huyện theo Điều lệ'},
  {from: 'pc:btg-cau-ngang', to: 'pc:hu-cau-ngang', status: 'asserted', cites: ['000:11']}
] AS row
MATCH (a:PartyCommittee {id: row.from}), (b:PartyCommittee {id: row.to})
MERGE (a)-[r:SUBUNIT_OF]->(b) SET r = row {.*, from: null, to: null};

// Who instructs whom.
MATCH (body:PartyCommittee {id: 'pc:tu-tra-vinh'}),
  (actors:ActorGroup {id: 'ag:cau-ngang-cap-uy-co-quan'})
MERGE (body)-[r:INSTRUCTS]->(actors)
SET r = {subject: 'viết bài thu hoạch học tập nghị quyết', status: 'asserted', cites: ['000:4']};

// ---- Media --------------------------------------------------------------------------------------

// Newspapers, websites, radio, loudspeakers.
UNWIND [
  {id: 'media:web-cau-ngang', name: 'Trang Thông tin điện tử huyện Cầu Ngang',
   kind: 'trang thông tin điện tử',
   aliases: ['Trang tin điện tử huyện Cầu Ngang', 'TRANG THÔNG TIN ĐIỆN TỬ HUYỆN CẦU NGANG',
     'website huyện Cầu Ngang'],
   address: 'số 09, đường 3/2, khóm Minh Thuận A, thị trấn Cầu Ngang',
   email: 'bbtwebsite.caungang@travinh.gov.vn', status: 'asserted',
   cites: ['000:11', '000:23', '000:25', '000:29', '000:30'],
   note: '"đường 3/2" là tên đường, không phải ngày hay tỷ số'},
  {id: 'media:to-thong-tin-cau-ngang', name: 'Tờ Thông tin Cầu Ngang', kind: 'bản tin',
   status: 'asserted', cites: ['000:11']},
  {id: 'media:zalo-cau-ngang', name: 'Nhóm Zalo tiếp nhận tin, bài, ảnh (Cầu Ngang)',
   kind: 'nhóm zalo', url: 'https://zalo.me/g/zheifb748', status: 'asserted', cites: ['000:29']}
] AS row
MERGE (n:MediaChannel {id: row.id}) SET n = row;

// Publisher of the article.
MATCH (source:Source {id: 'src:000'}), (channel:MediaChannel {id: 'media:web-cau-ngang'})
MERGE (source)-[r:PUBLISHED_BY]->(channel)
SET r = {status: 'asserted', cites: ['000:23', '000:30']};

// Which channel serves the district.
UNWIND [
  {from: 'media:web-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:11']},
  {from: 'media:to-thong-tin-cau-ngang', to: 'district:cau-ngang', status: 'asserted',
   cites: ['000:11']},
  {from: 'media:zalo-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:29']}
] AS row
MATCH (channel:MediaChannel {id: row.from}), (district:District {id: row.to})
MERGE (channel)-[r:OPERATES_IN]->(district) SET r = row {.*, from: null, to: null};

// Who runs which channel.
UNWIND [
  {from: 'org:ubnd-cau-ngang', to: 'media:web-cau-ngang', attested: 'chân trang',
   status: 'asserted', cites: ['000:24']},
  {from: 'org:bbt-cau-ngang', to: 'media:web-cau-ngang', attested: 'chân trang', role: 'biên tập',
   status: 'asserted', cites: ['000:26']}
] AS row
MATCH (body:Organization {id: row.from}), (channel:MediaChannel {id: row.to})
MERGE (body)-[r:MANAGES]->(channel) SET r = row {.*, from: null, to: null};

// Postal address.
MATCH (channel:MediaChannel {id: 'media:web-cau-ngang'}),
  (place:Place {id: 'place:khom-minh-thuan-a'})
MERGE (channel)-[r:LOCATED_AT]->(place) SET r = {status: 'asserted', cites: ['000:25']};

// ---- Officials, posts and other persons ---------------------------------------------------------
// Trần Minh Bảnh speaks in the article; Hồng Thanh Vũ and Nguyễn Văn Tài stand only in the imprint.

// Officials: named persons with a post.
UNWIND [
  {id: 'official:tran-minh-banh', name: 'Trần Minh Bảnh', aliases: ['đ/c Trần Minh Bảnh'],
   status: 'asserted', cites: ['000:3', '000:7']},
  {id: 'official:nguyen-phu-trong', name: 'Nguyễn Phú Trọng',
   aliases: ['Tổng Bí thư Nguyễn Phú Trọng'], status: 'asserted', cites: ['000:6']},
  {id: 'official:hong-thanh-vu', name: 'Hồng Thanh Vũ', status: 'asserted', cites: ['000:26']},
  {id: 'official:nguyen-van-tai', name: 'Nguyễn Văn Tài', status: 'asserted', cites: ['000:27']}
] AS row
MERGE (n:Official {id: row.id}) SET n = row;

// Named persons without a post.
UNWIND [
  {id: 'person:phu-luy', name: 'Phú Lũy', kind: 'tác giả', status: 'asserted', cites: ['000:13']}
] AS row
MERGE (n:Person {id: row.id}) SET n = row;

// Posts.
UNWIND [
  {id: 'post:pbt-ttr-hu-cau-ngang', name: 'Phó Bí thư Thường trực Huyện ủy Cầu Ngang',
   kind: 'phó bí thư thường trực', status: 'asserted', cites: ['000:3', '000:7']},
  {id: 'post:tong-bi-thu', name: 'Tổng Bí thư', kind: 'tổng bí thư', status: 'asserted',
   cites: ['000:6']},
  {id: 'post:pct-ubnd-cau-ngang', name: 'Phó Chủ tịch UBND huyện Cầu Ngang', kind: 'phó chủ tịch',
   status: 'asserted', cites: ['000:26']},
  {id: 'post:tbbt-web-cau-ngang', name: 'Trưởng Ban Biên tập Trang TTĐT huyện Cầu Ngang',
   kind: 'trưởng ban biên tập', status: 'asserted', cites: ['000:26']},
  {id: 'post:tp-vhtt-cau-ngang', name: 'Trưởng Phòng Văn hóa - Thông tin huyện Cầu Ngang',
   kind: 'trưởng phòng', status: 'asserted', cites: ['000:27']},
  {id: 'post:ptb-ttr-bbt-cau-ngang',
   name: 'Phó Trưởng ban Thường trực Ban Biên tập Trang TTĐT huyện Cầu Ngang',
   kind: 'phó trưởng ban thường trực', status: 'asserted', cites: ['000:27']}
] AS row
MERGE (n:Post {id: row.id}) SET n = row;

// By-line.
MATCH (person:Person {id: 'person:phu-luy'}), (source:Source {id: 'src:000'})
MERGE (person)-[r:WROTE]->(source) SET r = {status: 'asserted', cites: ['000:13']};

// Who speaks or is cited in the article.
MATCH (official:Official {id: 'official:tran-minh-banh'}), (source:Source {id: 'src:000'})
MERGE (official)-[r:QUOTED_IN]->(source)
SET r = {role: 'chỉ đạo', status: 'asserted', cites: ['000:7']};

// The body of each post.
UNWIND [
  {from: 'post:pbt-ttr-hu-cau-ngang', to: 'pc:hu-cau-ngang', status: 'asserted', cites: ['000:3']},
  {from: 'post:tong-bi-thu', to: 'pc:dang', status: 'asserted', cites: ['000:6']},
  {from: 'post:pct-ubnd-cau-ngang', to: 'org:ubnd-cau-ngang', status: 'asserted',
   cites: ['000:26']},
  {from: 'post:tbbt-web-cau-ngang', to: 'org:bbt-cau-ngang', status: 'asserted', cites: ['000:26']},
  {from: 'post:tp-vhtt-cau-ngang', to: 'org:pvhtt-cau-ngang', status: 'asserted',
   cites: ['000:27']},
  {from: 'post:ptb-ttr-bbt-cau-ngang', to: 'org:bbt-cau-ngang', status: 'asserted',
   cites: ['000:27']}
] AS row
MATCH (post:Post {id: row.from}), (target {id: row.to})
MERGE (post)-[r:POST_IN]->(target) SET r = row {.*, from: null, to: null};

// Who is shown in which post: the bounds enclose the one day of publication, not a term of office.
UNWIND [
  {from: 'official:tran-minh-banh', to: 'post:pbt-ttr-hu-cau-ngang',
   attestedNotBefore: '2022-03-24', attestedNotAfter: '2023-03-31', attestedPrecision: 'window',
   attestedStatus: 'inferred', attestedBasis: 'ngày đăng suy ra của bài', status: 'asserted',
   cites: ['000:3', '000:7']},
  {from: 'official:nguyen-phu-trong', to: 'post:tong-bi-thu', attestedNotBefore: '2022-03-24',
   attestedNotAfter: '2023-03-31', attestedPrecision: 'window', attestedStatus: 'inferred',
   attestedBasis: 'ngày đăng suy ra của bài', status: 'asserted', cites: ['000:6']},
  {from: 'official:hong-thanh-vu', to: 'post:pct-ubnd-cau-ngang', attestedPrecision: 'unknown',
   attestedBasis: 'chân trang, ngày thu thập không rõ', status: 'asserted', cites: ['000:26']},
  {from: 'official:hong-thanh-vu', to: 'post:tbbt-web-cau-ngang', attestedPrecision: 'unknown',
   attestedBasis: 'chân trang, ngày thu thập không rõ', status: 'asserted', cites: ['000:26']},
  {from: 'official:nguyen-van-tai', to: 'post:tp-vhtt-cau-ngang', attestedPrecision: 'unknown',
   attestedBasis: 'chân trang, ngày thu thập không rõ', status: 'asserted', cites: ['000:27']},
  {from: 'official:nguyen-van-tai', to: 'post:ptb-ttr-bbt-cau-ngang', attestedPrecision: 'unknown',
   attestedBasis: 'chân trang, ngày thu thập không rõ', status: 'asserted', cites: ['000:27'],
   note: 'Dòng P27 kết thúc bằng "Phó Trưởng ban." không kèm tên người thứ hai'}
] AS row
MATCH (official:Official {id: row.from}), (post:Post {id: row.to})
MERGE (official)-[r:HOLDS_POST]->(post) SET r = row {.*, from: null, to: null};

// ---- Directives, resolutions, conclusions and plans ---------------------------------------------

// Directives.
UNWIND [
  // Resolution of the 13th Party Congress
  {id: 'dir:nq-dh-xiii', name: 'Nghị quyết Đại hội XIII của Đảng', kind: 'nghị quyết',
   level: 'trung ương', term: 'XIII', aliases: ['NQ Đại hội XIII', 'Nghị quyết Đại hội 13'],
   generic: false, numbered: false, status: 'asserted', cites: ['000:2']},
  // "Many important documents" of the Standing Board, not named: generic, never counted
  {id: 'dir:vb-chung-cau-ngang',
   name: 'Các văn bản của Ban Thường vụ Huyện ủy Cầu Ngang (nói chung)', kind: 'văn bản',
   level: 'huyện', generic: true, numbered: false, status: 'asserted', cites: ['000:2', '000:8'],
   note: 'không nêu số lượng hay tên; P2 nói về 2021-2022'},
  // "Resolutions and directives of the Party" in general: generic, never counted
  {id: 'dir:nq-ct-chung-cau-ngang',
   name: 'Các nghị quyết, chỉ thị của Đảng (nói chung, Cầu Ngang)', kind: 'chỉ thị, nghị quyết',
   generic: true, numbered: false, status: 'asserted', cites: ['000:4']},
  // Plenum 4 of term XIII: 000 prints "nghị quyết, kết luận … khóa XII, XIII", read distributively
  {id: 'dir:kl-tw4-xiii', name: 'Kết luận Trung ương 4 khóa XIII', kind: 'kết luận',
   level: 'trung ương', term: 'XIII', numberInferred: '21-KL/TW',
   aliases: ['KL TW4 khóa XIII', 'Kết luận TW 4 khóa XIII'], generic: false, numbered: false,
   status: 'asserted', cites: ['000:5'],
   note: 'Cách đọc phân phối: nghị quyết ↔ khóa XII, kết luận ↔ khóa XIII'},
  // Plan of the Standing Board: ten tasks and solutions for renewing ideological work
  {id: 'dir:kh-76-cau-ngang', name: 'Kế hoạch 76-KH/HU (Cầu Ngang)', kind: 'kế hoạch',
   level: 'huyện', number: '76-KH/HU', numberInt: 76, symbol: 'KH/HU',
   subject: '10 nhiệm vụ, giải pháp đổi mới công tác tư tưởng của Đảng', issuedDate: '2022-03-24',
   issuedPrecision: 'day',
   aliases: ['Kế hoạch 76', 'Kế hoạch số 76', 'KH 76', '76-KH/HU', 'Kế hoạch số 76-KH/HU'],
   generic: false, numbered: true, status: 'asserted', cites: ['000:6']},
  // Plan of the Standing Board: criteria for models of studying and following, 2021-2025
  {id: 'dir:kh-56-cau-ngang', name: 'Kế hoạch 56-KH/HU (Cầu Ngang)',
   title: 'Xác định tiêu chí và cách thức xây dựng, củng cố, nâng cao chất lượng và nhân rộng mô hình, điển hình tiên tiến trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trên địa bàn huyện, giai đoạn 2021- 2025',
   kind: 'kế hoạch', level: 'huyện', number: '56-KH/HU', numberInt: 56, symbol: 'KH/HU',
   issuedDate: '2021-12-22', issuedPrecision: 'day', periodStart: '2021-01-01',
   periodEnd: '2025-12-31',
   aliases: ['Kế hoạch 56', 'Kế hoạch số 56', 'KH 56', '56-KH/HU', 'Kế hoạch số 56-KH/HU'],
   generic: false, numbered: true, status: 'asserted', cites: ['000:9']},
  // The province's study theme of 2023
  {id: 'dir:cd-2023-tra-vinh', name: 'Chuyên đề năm 2023 của tỉnh Trà Vinh',
   title: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về phát huy sức mạnh đại đoàn kết toàn dân tộc, khơi dậy khát vọng xây dựng quê hương Trà Vinh phát triển trong giai đoạn mới',
   kind: 'chuyên đề', level: 'tỉnh', year: 2023, aliases: ['Chuyên đề 2023', 'Chuyên đề năm 2023'],
   generic: false, numbered: false, status: 'asserted', cites: ['000:10', '000:11']}
] AS row
MERGE (n:Directive {id: row.id}) SET n = row;

// Who issued or drew up which directive.
UNWIND [
  {from: 'dir:nq-dh-xiii', to: 'pc:dang', status: 'asserted', cites: ['000:2'],
   note: 'thông qua tại Đại hội XIII'},
  {from: 'dir:vb-chung-cau-ngang', to: 'pc:btv-cau-ngang', status: 'asserted',
   cites: ['000:2', '000:8']},
  {from: 'dir:kl-tw4-xiii', to: 'pc:bch-tw-xiii', status: 'inferred', basis: 'context',
   cites: ['000:5']},
  {from: 'dir:kh-76-cau-ngang', to: 'pc:btv-cau-ngang', status: 'asserted', cites: ['000:6']},
  {from: 'dir:kh-56-cau-ngang', to: 'pc:btv-cau-ngang', status: 'asserted', cites: ['000:9']},
  {from: 'dir:cd-2023-tra-vinh', to: 'pc:tu-tra-vinh', status: 'inferred', basis: 'context',
   cites: ['000:10'], note: 'Văn bản chỉ nói "của tỉnh"'}
] AS row
MATCH (directive:Directive {id: row.from}), (body:PartyCommittee {id: row.to})
MERGE (directive)-[r:ISSUED_BY]->(body) SET r = row {.*, from: null, to: null};

// What the district carries out (reported) or orders to be carried out (ordered).
UNWIND [
  {from: 'district:cau-ngang', to: 'dir:nq-dh-xiii', modality: 'reported', status: 'asserted',
   cites: ['000:2'], note: '"theo tinh thần"'},
  {from: 'district:cau-ngang', to: 'dir:vb-chung-cau-ngang', modality: 'reported',
   status: 'asserted', cites: ['000:2']},
  {from: 'district:cau-ngang', to: 'dir:nq-ct-chung-cau-ngang', modality: 'reported',
   status: 'asserted', cites: ['000:4']},
  {from: 'district:cau-ngang', to: 'dir:ct-05-ct-tw', modality: 'reported', status: 'asserted',
   cites: ['000:5']},
  {from: 'district:cau-ngang', to: 'dir:nq-tw4-xii', modality: 'reported', status: 'asserted',
   cites: ['000:5']},
  {from: 'district:cau-ngang', to: 'dir:kl-tw4-xiii', modality: 'reported', status: 'asserted',
   cites: ['000:5']},
  {from: 'district:cau-ngang', to: 'dir:kh-76-cau-ngang', modality: 'reported', status: 'asserted',
   cites: ['000:6'], note: 'có thực hiện nhưng còn hạn chế'},
  {from: 'district:cau-ngang', to: 'dir:kl-01-kl-tw', status: 'inferred', basis: 'presupposition',
   confidence: 'high', cites: ['000:8'],
   note: 'Bài nói đoàn kiểm tra cấp huyện đã kiểm tra việc thực hiện KL 01; câu "huyện thực hiện KL 01" không được viết ra'},
  {from: 'district:cau-ngang', to: 'dir:kh-56-cau-ngang', modality: 'ordered', status: 'asserted',
   cites: ['000:9'], note: 'nêu trong các nội dung chỉ đạo cho thời gian tới ("tiếp tục")'},
  {from: 'district:cau-ngang', to: 'dir:cd-2023-tra-vinh', modality: 'ordered', status: 'asserted',
   cites: ['000:10', '000:11'],
   note: 'huyện yêu cầu báo cáo kết quả triển khai và định kỳ đăng nội dung'}
] AS row
MATCH (district:District {id: row.from}), (directive:Directive {id: row.to})
MERGE (district)-[r:IMPLEMENTS]->(directive) SET r = row {.*, from: null, to: null};

// Which body directs the implementation.
UNWIND [
  {from: 'pc:db-cau-ngang', to: 'dir:nq-dh-xiii', status: 'asserted', cites: ['000:2']},
  {from: 'pc:btv-cau-ngang', to: 'dir:kh-76-cau-ngang', status: 'inferred', basis: 'context',
   confidence: 'high', cites: ['000:2', '000:6'],
   note: 'Ban Thường vụ là nơi ban hành; P6, P9 nói các chi, đảng bộ chỉ đạo thực hiện; P2 chỉ nói chung là Ban Thường vụ tổ chức triển khai'},
  {from: 'pc:btv-cau-ngang', to: 'dir:kh-56-cau-ngang', status: 'inferred', basis: 'context',
   confidence: 'high', cites: ['000:2', '000:9'],
   note: 'Ban Thường vụ là nơi ban hành; P6, P9 nói các chi, đảng bộ chỉ đạo thực hiện; P2 chỉ nói chung là Ban Thường vụ tổ chức triển khai'},
  {from: 'pc:btv-cau-ngang', to: 'dir:vb-chung-cau-ngang', status: 'asserted', cites: ['000:2']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (directive:Directive {id: row.to})
MERGE (body)-[r:LEADS]->(directive) SET r = row {.*, from: null, to: null};

// Which document spells out which higher one.
UNWIND [
  {from: 'dir:kh-56-cau-ngang', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'topic',
   confidence: 'high', cites: ['000:9'],
   note: 'Tên kế hoạch là về mô hình học tập, làm theo Hồ Chí Minh; bài không nói KH 56 cụ thể hóa văn bản nào'},
  {from: 'dir:kh-56-cau-ngang', to: 'dir:kl-01-kl-tw', status: 'inferred', basis: 'topic',
   confidence: 'medium', cites: ['000:9'], note: 'Ban hành 7 tháng sau KL 01; bài không nói rõ'},
  {from: 'dir:cd-2023-tra-vinh', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'topic',
   confidence: 'high', cites: ['000:10']},
  {from: 'dir:cd-2023-tra-vinh', to: 'dir:kl-01-kl-tw', status: 'inferred', basis: 'topic',
   confidence: 'medium', cites: ['000:10']}
] AS row
MATCH (a:Directive {id: row.from}), (b:Directive {id: row.to})
MERGE (a)-[r:CONCRETIZES]->(b) SET r = row {.*, from: null, to: null};

// Documents carried out together ("gắn với") in a district.
UNWIND [
  {from: 'dir:ct-05-ct-tw', to: 'dir:nq-tw4-xii', district: 'district:cau-ngang',
   status: 'asserted', cites: ['000:5'], note: '"gắn với"'},
  {from: 'dir:ct-05-ct-tw', to: 'dir:kl-tw4-xiii', district: 'district:cau-ngang',
   status: 'asserted', cites: ['000:5'], note: '"gắn với"'}
] AS row
MATCH (a:Directive {id: row.from}), (b:Directive {id: row.to})
MERGE (a)-[r:COMBINED_WITH]->(b) SET r = row {.*, from: null, to: null};

// Specific documents that a general wording may cover.
UNWIND [
  {from: 'dir:vb-chung-cau-ngang', to: 'dir:kh-76-cau-ngang', status: 'inferred', basis: 'context',
   confidence: 'high', cites: ['000:2', '000:6'],
   note: 'cùng cơ quan ban hành, ngày ban hành nằm trong 2021-2022'},
  {from: 'dir:vb-chung-cau-ngang', to: 'dir:kh-56-cau-ngang', status: 'inferred', basis: 'context',
   confidence: 'high', cites: ['000:2', '000:9'],
   note: 'cùng cơ quan ban hành, ngày ban hành nằm trong 2021-2022'}
] AS row
MATCH (a:Directive {id: row.from}), (b:Directive {id: row.to})
MERGE (a)-[r:MAY_INCLUDE]->(b) SET r = row {.*, from: null, to: null};

// ---- Campaigns and models -----------------------------------------------------------------------

// Campaigns, models, contests, programmes.
UNWIND [
  {id: 'mc:tren-lam-guong', name: 'Trên làm gương mẫu mực, dưới tích cực làm theo',
   kind: 'mô hình', scope: 'huyện', aliases: ['Trên làm gương mẫu mực'], status: 'asserted',
   cites: ['000:6', '000:9']},
  {id: 'mc:mo-hinh-hoc-bac-cau-ngang', name: 'Mô hình học tập và làm theo gương Bác (Cầu Ngang)',
   kind: 'nhóm mô hình', scope: 'huyện', aliases: ['mô hình học tập và làm theo Bác Cầu Ngang'],
   status: 'asserted', cites: ['000:6', '000:9']}
] AS row
MERGE (n:ModelCampaign {id: row.id}) SET n = row;

// Who runs which campaign.
UNWIND [
  {from: 'district:cau-ngang', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['000:1', '000:9', '000:10']},
  {from: 'district:cau-ngang', to: 'mc:tren-lam-guong', status: 'asserted',
   cites: ['000:6', '000:9']},
  {from: 'district:cau-ngang', to: 'mc:mo-hinh-hoc-bac-cau-ngang', status: 'asserted',
   cites: ['000:9']},
  {from: 'district:cau-ngang', to: 'mc:dan-van-kheo', status: 'inferred', basis: 'presupposition',
   confidence: 'high', cites: ['000:9'],
   note: 'Quy tắc không dùng chung mô hình hàm ý huyện có làm Dân vận khéo'},
  {from: 'district:cau-ngang', to: 'mc:thi-dua-yeu-nuoc', status: 'inferred',
   basis: 'presupposition', confidence: 'high', cites: ['000:9'],
   note: 'chỉ nói phát hiện điển hình trong các phong trào; không nói huyện tiến hành'}
] AS row
MATCH (district:District {id: row.from}), (campaign:ModelCampaign {id: row.to})
MERGE (district)-[r:RUNS]->(campaign) SET r = row {.*, from: null, to: null};

// Models under a campaign.
UNWIND [
  {from: 'mc:mo-hinh-hoc-bac-cau-ngang', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['000:9']},
  {from: 'mc:tren-lam-guong', to: 'mc:hoc-tap-lam-theo-bac', status: 'inferred', basis: 'context',
   cites: ['000:9'], note: 'xếp cùng mục với mô hình học tập, làm theo Bác'}
] AS row
MATCH (a:ModelCampaign {id: row.from}), (b:ModelCampaign {id: row.to})
MERGE (a)-[r:PART_OF_CAMPAIGN]->(b) SET r = row {.*, from: null, to: null};

// Which document orders the campaign.
MATCH (directive:Directive {id: 'dir:ct-05-ct-tw'}),
  (campaign:ModelCampaign {id: 'mc:hoc-tap-lam-theo-bac'})
MERGE (directive)-[r:MANDATES]->(campaign)
SET r = {status: 'inferred', basis: 'background', cites: ['000:5'],
  note: 'Chỉ thị 05 là về đẩy mạnh học tập và làm theo…; bài 003 P4/P11 đặt Chỉ thị 05 bên cạnh cuộc học tập nhưng không nêu tên chỉ thị'};

// Yearly themes of a campaign.
MATCH (directive:Directive {id: 'dir:cd-2023-tra-vinh'}),
  (campaign:ModelCampaign {id: 'mc:hoc-tap-lam-theo-bac'})
MERGE (directive)-[r:ANNUAL_THEME_OF]->(campaign)
SET r = {year: 2023, status: 'asserted', cites: ['000:10']};

// Which plan sets the criteria.
MATCH (directive:Directive {id: 'dir:kh-56-cau-ngang'}),
  (campaign:ModelCampaign {id: 'mc:mo-hinh-hoc-bac-cau-ngang'})
MERGE (directive)-[r:SETS_CRITERIA_FOR]->(campaign) SET r = {status: 'asserted', cites: ['000:9']};

// A model chosen for one may not be used for the other.
MATCH (a:ModelCampaign {id: 'mc:mo-hinh-hoc-bac-cau-ngang'}),
  (b:ModelCampaign {id: 'mc:dan-van-kheo'})
MERGE (a)-[r:NOT_COMBINABLE_WITH]->(b)
SET r = {status: 'asserted', cites: ['000:9'],
  note: 'mô hình đã chọn để học Bác không được dùng làm mô hình Dân vận khéo'};

// ---- Events -------------------------------------------------------------------------------------

// Events.
UNWIND [
  {id: 'ev:dai-hoi-xiii', name: 'Đại hội XIII của Đảng', kind: 'đại hội', level: 'trung ương',
   status: 'asserted', cites: ['000:2']},
  {id: 'ev:trao-giay-khen-cau-ngang', name: 'Trao giấy khen công tác Tuyên giáo (Cầu Ngang)',
   kind: 'khen thưởng', level: 'huyện', status: 'asserted', cites: ['000:3']},
  {id: 'ev:hoc-tap-nq-cau-ngang', name: 'Học tập, quán triệt nghị quyết (Cầu Ngang)',
   kind: 'học tập nghị quyết', level: 'huyện', mode: 'trực tiếp và trực tuyến',
   reach: 'từ huyện đến các xã, thị trấn', status: 'asserted', cites: ['000:4']},
  {id: 'ev:hntw4-xiii', name: 'Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng khóa XIII',
   kind: 'hội nghị trung ương', level: 'trung ương', term: 'XIII', status: 'asserted',
   cites: ['000:5']},
  {id: 'ev:sinh-hoat-ct-cau-ngang', name: 'Đợt sinh hoạt chính trị, tư tưởng (Cầu Ngang)',
   kind: 'sinh hoạt chính trị', level: 'huyện', status: 'asserted', cites: ['000:6', '000:8']},
  {id: 'ev:kiem-tra-kl01-cau-ngang',
   name: 'Kiểm tra cấp huyện việc thực hiện KL 01-KL/TW (Cầu Ngang)', kind: 'kiểm tra',
   level: 'huyện', status: 'asserted', cites: ['000:8']}
] AS row
MERGE (n:Event {id: row.id}) SET n = row;

// Where it took place.
UNWIND [
  {from: 'ev:trao-giay-khen-cau-ngang', to: 'district:cau-ngang', status: 'asserted',
   cites: ['000:3']},
  {from: 'ev:hoc-tap-nq-cau-ngang', to: 'district:cau-ngang', status: 'asserted', cites: ['000:4']},
  {from: 'ev:sinh-hoat-ct-cau-ngang', to: 'district:cau-ngang', status: 'asserted',
   cites: ['000:6']},
  {from: 'ev:kiem-tra-kl01-cau-ngang', to: 'district:cau-ngang', status: 'asserted',
   cites: ['000:8']}
] AS row
MATCH (event:Event {id: row.from}), (district:District {id: row.to})
MERGE (event)-[r:HELD_IN]->(district) SET r = row {.*, from: null, to: null};

// Who organised what.
MATCH (body:PartyCommittee {id: 'pc:dkt-cau-ngang'}),
  (event:Event {id: 'ev:kiem-tra-kl01-cau-ngang'})
MERGE (body)-[r:ORGANIZED]->(event) SET r = {status: 'asserted', cites: ['000:8']};

// Who took part.
MATCH (actors:ActorGroup {id: 'ag:cau-ngang-duoc-khen'}),
  (event:Event {id: 'ev:trao-giay-khen-cau-ngang'})
MERGE (actors)-[r:PARTICIPATED_IN]->(event)
SET r = {role: 'nhận giấy khen', status: 'asserted', cites: ['000:3']};

MATCH (official:Official {id: 'official:tran-minh-banh'}),
  (event:Event {id: 'ev:trao-giay-khen-cau-ngang'})
MERGE (official)-[r:PARTICIPATED_IN]->(event)
SET r = {role: 'trao giấy khen', status: 'asserted', cites: ['000:3']};

// What compliance is inspected.
MATCH (event:Event {id: 'ev:kiem-tra-kl01-cau-ngang'}),
  (directive:Directive {id: 'dir:kl-01-kl-tw'})
MERGE (event)-[r:INSPECTS]->(directive) SET r = {status: 'asserted', cites: ['000:8']};

// Where it was adopted.
UNWIND [
  {from: 'dir:nq-dh-xiii', to: 'ev:dai-hoi-xiii', status: 'asserted', cites: ['000:2']},
  {from: 'dir:kl-tw4-xiii', to: 'ev:hntw4-xiii', status: 'asserted', cites: ['000:5']}
] AS row
MATCH (directive:Directive {id: row.from}), (event:Event {id: row.to})
MERGE (directive)-[r:ADOPTED_AT]->(event) SET r = row {.*, from: null, to: null};

// Whose work was studied.
MATCH (event:Event {id: 'ev:sinh-hoat-ct-cau-ngang'}),
  (official:Official {id: 'official:nguyen-phu-trong'})
MERGE (event)-[r:STUDIES_WORK_BY]->(official)
SET r = {status: 'asserted', cites: ['000:6'], note: 'tên tác phẩm không nêu'};

// ---- Results and lessons ------------------------------------------------------------------------

// Outcomes, ratings and trends that the district reports (HAS_RESULT).
UNWIND [
  {id: 'res:000-1',
   name: 'Ban Thường vụ ban hành nhiều văn bản trong 2021-2022 và tổ chức triển khai',
   kind: 'nhận định', periodStart: '2021-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['000:2'], note: 'không nêu số lượng văn bản'},
  {id: 'res:000-2',
   name: 'Góp phần xây dựng hệ thống chính trị, thống nhất trong Đảng, đồng thuận xã hội',
   kind: 'nhận định', status: 'asserted', cites: ['000:2']},
  {id: 'res:000-3',
   name: 'Cấp ủy cụ thể hóa văn bản, tổ chức học tập kịp thời, kế hoạch sát thực tế',
   kind: 'nhận định', status: 'asserted', cites: ['000:4']},
  {id: 'res:000-4', name: 'Tỷ lệ tham gia học tập nghị quyết đạt cao (không có con số)',
   kind: 'nhận định', metric: 'studyParticipationShare', status: 'asserted', cites: ['000:4'],
   note: 'chỉ tiêu có nhắc nhưng không có giá trị số'},
  {id: 'res:000-5', name: 'Thực hiện Chỉ thị 05 đi vào chiều sâu', kind: 'nhận định',
   status: 'asserted', cites: ['000:5']},
  {id: 'res:000-6', name: 'Thúc đẩy cải cách hành chính, kỷ cương tăng cường', kind: 'nhận định',
   status: 'asserted', cites: ['000:5']},
  {id: 'res:000-7', name: 'Nhiều mô hình tiêu biểu được lan tỏa, nhân rộng', kind: 'nhận định',
   status: 'asserted', cites: ['000:5'], note: 'mâu thuẫn nhẹ với hạn chế sc:000-1 (P6)'},
  {id: 'res:000-8', name: 'Nắm tình hình tư tưởng, dư luận xã hội được chú trọng',
   kind: 'nhận định', status: 'asserted', cites: ['000:5']}
] AS row
MATCH (d:District {id: 'district:cau-ngang'})
MERGE (n:Result {id: row.id}) SET n = row
MERGE (d)-[r:HAS_RESULT]->(n) SET r = row {.status, .cites};

// What the results are about.
UNWIND [
  {from: 'res:000-1', to: 'dir:vb-chung-cau-ngang', status: 'asserted', cites: ['000:2']},
  {from: 'res:000-3', to: 'ev:hoc-tap-nq-cau-ngang', status: 'asserted', cites: ['000:4']},
  {from: 'res:000-4', to: 'ev:hoc-tap-nq-cau-ngang', status: 'asserted', cites: ['000:4']},
  {from: 'res:000-5', to: 'dir:ct-05-ct-tw', status: 'asserted', cites: ['000:5']},
  {from: 'res:000-6', to: 'dir:ct-05-ct-tw', status: 'asserted', cites: ['000:5']},
  {from: 'res:000-7', to: 'mc:mo-hinh-hoc-bac-cau-ngang', status: 'asserted', cites: ['000:5']}
] AS row
MATCH (result:Result {id: row.from}), (target {id: row.to})
MERGE (result)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// ---- Shortcomings and violations ----------------------------------------------------------------
// Four limitations in the order of listing (000:6), and those an inspection found (000:8).

// Seen in the district (OBSERVED_IN).
UNWIND [
  {id: 'sc:000-1',
   name: 'Củng cố, nhân rộng mô hình, điển hình còn thiếu tập trung, chưa chuyển biến rõ về hiệu quả và lan tỏa',
   kind: 'hạn chế', ordinal: 1, status: 'asserted', cites: ['000:6']},
  {id: 'sc:000-2',
   name: 'Sinh hoạt chính trị về xây dựng Đảng và tác phẩm của Tổng Bí thư chưa thường xuyên, chưa bảo đảm nội dung, hình thức',
   kind: 'hạn chế', ordinal: 2, status: 'asserted', cites: ['000:6']},
  {id: 'sc:000-3',
   name: 'Thực hiện 10 nhiệm vụ, giải pháp theo KH 76 có lúc chưa sâu, chuyển biến chậm',
   kind: 'hạn chế', ordinal: 3, status: 'asserted', cites: ['000:6']},
  {id: 'sc:000-4',
   name: 'Mô hình Trên làm gương mẫu mực có đăng ký nhưng kiểm tra, sơ kết, báo cáo chưa tốt',
   kind: 'hạn chế', ordinal: 4, status: 'asserted', cites: ['000:6']},
  {id: 'sc:000-5',
   name: 'Hạn chế do đoàn kiểm tra cấp huyện chỉ ra về thực hiện KL 01 (không liệt kê)',
   kind: 'hạn chế', enumerated: false, status: 'asserted', cites: ['000:8']}
] AS row
MATCH (d:District {id: 'district:cau-ngang'})
MERGE (n:Shortcoming {id: row.id}) SET n = row
MERGE (n)-[r:OBSERVED_IN]->(d) SET r = row {.status, .cites};

// What the shortcomings are about.
UNWIND [
  // 000:6
  {from: 'sc:000-1', to: 'mc:mo-hinh-hoc-bac-cau-ngang', status: 'asserted', cites: ['000:6']},
  {from: 'sc:000-2', to: 'ev:sinh-hoat-ct-cau-ngang', status: 'asserted', cites: ['000:6']},
  {from: 'sc:000-3', to: 'dir:kh-76-cau-ngang', status: 'asserted', cites: ['000:6']},
  {from: 'sc:000-4', to: 'mc:tren-lam-guong', status: 'asserted', cites: ['000:6']},
  {from: 'sc:000-1', to: 'ag:cau-ngang-chi-dang-bo', role: 'nơi xảy ra', status: 'asserted',
   cites: ['000:6']},
  {from: 'sc:000-2', to: 'ag:cau-ngang-chi-dang-bo', role: 'nơi xảy ra', status: 'asserted',
   cites: ['000:6']},
  {from: 'sc:000-3', to: 'ag:cau-ngang-chi-dang-bo', role: 'nơi xảy ra', status: 'asserted',
   cites: ['000:6']},
  {from: 'sc:000-4', to: 'ag:cau-ngang-chi-dang-bo', role: 'nơi xảy ra', status: 'asserted',
   cites: ['000:6']},
  // 000:8
  {from: 'sc:000-5', to: 'dir:kl-01-kl-tw', status: 'asserted', cites: ['000:8']},
  {from: 'sc:000-5', to: 'ev:kiem-tra-kl01-cau-ngang', status: 'asserted', cites: ['000:8']}
] AS row
MATCH (shortcoming:Shortcoming {id: row.from}), (target {id: row.to})
MERGE (shortcoming)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// ---- Tasks --------------------------------------------------------------------------------------
// What Trần Minh Bảnh orders for the time ahead, Một là to Năm là (000:8 to 000:12).

// Tasks and subtasks.
UNWIND [
  // 000:8
  {id: 'task:000-1',
   name: 'Kiểm tra, rà soát việc triển khai các văn bản của Ban Thường vụ và khắc phục hạn chế',
   ordinal: 1, ordinalText: 'Một là', status: 'asserted', cites: ['000:8']},
  {id: 'task:000-1a',
   name: 'Rà soát, đánh giá thực trạng triển khai các văn bản về sinh hoạt chính trị và học tập gương Bác',
   status: 'asserted', cites: ['000:8']},
  {id: 'task:000-1b', name: 'Thực hiện ngay nhiệm vụ chưa triển khai',
   deadlineText: 'khẩn trương, ngay', status: 'asserted', cites: ['000:8']},
  {id: 'task:000-1c', name: 'Kiểm điểm cấp ủy, tổ chức đảng, người đứng đầu làm chậm, qua loa',
   status: 'asserted', cites: ['000:8']},
  {id: 'task:000-1d', name: 'Khắc phục hạn chế đoàn kiểm tra chỉ ra về KL 01', status: 'asserted',
   cites: ['000:8']},
  // 000:9
  {id: 'task:000-2', name: 'Củng cố, xây dựng và nhân rộng mô hình học tập, làm theo Bác',
   ordinal: 2, ordinalText: 'Hai là', status: 'asserted', cites: ['000:9']},
  {id: 'task:000-2a', name: 'Bảo đảm 5 nhóm mô hình, 5 tiêu chí theo KH 56', status: 'asserted',
   cites: ['000:9']},
  {id: 'task:000-2b',
   name: 'Lựa chọn thật kỹ mô hình; không dùng mô hình đã chọn để học Bác làm mô hình Dân vận khéo',
   status: 'asserted', cites: ['000:9']},
  {id: 'task:000-2c',
   name: 'Phát hiện điển hình, nhân tố mới trong thi đua yêu nước để bổ sung kế hoạch nhân rộng',
   status: 'asserted', cites: ['000:9']},
  {id: 'task:000-2d', name: 'Báo cáo tiến độ, kết quả mô hình Trên làm gương mẫu mực',
   recurrence: '6 tháng và cuối năm', status: 'asserted', cites: ['000:9']},
  // 000:10
  {id: 'task:000-3', name: 'Báo cáo kết quả Chuyên đề 2023 và hoàn chỉnh kế hoạch hành động 2023',
   ordinal: 3, ordinalText: 'Ba là', deadlineKind: 'deadline', deadline: '2023-03-31',
   deadlinePrecision: 'quarter', deadlineText: 'quý I năm 2023', status: 'asserted',
   cites: ['000:10'],
   note: 'Câu đầu không nêu chủ thể; chỉ kế hoạch hành động (task:000-3b) giao cho cán bộ, đảng viên, đoàn viên, hội viên'},
  {id: 'task:000-3a',
   name: 'Xây dựng báo cáo kết quả triển khai, quán triệt Chuyên đề 2023 của tỉnh',
   deadlineKind: 'deadline', deadline: '2023-03-31', deadlinePrecision: 'quarter',
   deadlineText: 'quý I năm 2023', status: 'asserted', cites: ['000:10'],
   note: 'chủ thể không nêu'},
  {id: 'task:000-3b', name: 'Hoàn chỉnh kế hoạch hành động học tập, làm theo Bác năm 2023',
   deadlineKind: 'deadline', deadline: '2023-03-31', deadlinePrecision: 'quarter',
   deadlineText: 'quý I năm 2023', status: 'asserted', cites: ['000:10']},
  // 000:11
  {id: 'task:000-4',
   name: 'Lập chuyên trang, định kỳ đăng nội dung Chuyên đề 2023, gương người tốt việc tốt, mô hình hay',
   ordinal: 4, ordinalText: 'Bốn là', recurrence: 'định kỳ', status: 'asserted', cites: ['000:11']},
  {id: 'task:000-4a', name: 'Cung cấp tư liệu cho các chi bộ, đoàn thể sinh hoạt lệ',
   status: 'asserted', cites: ['000:11']},
  // 000:12
  {id: 'task:000-5',
   name: 'Lấy công tác chính trị, tư tưởng và học Bác làm nội dung xét chất lượng tổ chức đảng, đảng viên, người đứng đầu cuối 2023',
   ordinal: 5, ordinalText: 'Năm là', deadlineKind: 'evaluation', deadline: '2023-12-31',
   deadlinePrecision: 'year-end', deadlineText: 'cuối năm 2023', status: 'asserted',
   cites: ['000:12']}
] AS row
MERGE (n:Task {id: row.id}) SET n = row;

// What the tasks are about.
UNWIND [
  // 000:8
  {from: 'task:000-1a', to: 'ev:sinh-hoat-ct-cau-ngang', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1a', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1a', to: 'dir:vb-chung-cau-ngang', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1d', to: 'dir:kl-01-kl-tw', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1d', to: 'sc:000-5', status: 'asserted', cites: ['000:8']},
  // 000:9
  {from: 'task:000-2', to: 'mc:mo-hinh-hoc-bac-cau-ngang', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2a', to: 'dir:kh-56-cau-ngang', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2b', to: 'mc:dan-van-kheo', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2c', to: 'mc:thi-dua-yeu-nuoc', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2d', to: 'mc:tren-lam-guong', status: 'asserted', cites: ['000:9']},
  // 000:10
  {from: 'task:000-3', to: 'dir:cd-2023-tra-vinh', status: 'asserted', cites: ['000:10']},
  {from: 'task:000-3a', to: 'dir:cd-2023-tra-vinh', status: 'asserted', cites: ['000:10']},
  {from: 'task:000-3b', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['000:10']},
  // 000:11
  {from: 'task:000-4', to: 'dir:cd-2023-tra-vinh', status: 'asserted', cites: ['000:11']},
  // 000:12
  {from: 'task:000-5', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['000:12']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// Parts of a task.
UNWIND [
  // 000:8
  {from: 'task:000-1a', to: 'task:000-1', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1b', to: 'task:000-1', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1c', to: 'task:000-1', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1d', to: 'task:000-1', status: 'asserted', cites: ['000:8']},
  // 000:9
  {from: 'task:000-2a', to: 'task:000-2', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2b', to: 'task:000-2', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2c', to: 'task:000-2', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2d', to: 'task:000-2', status: 'asserted', cites: ['000:9']},
  // 000:10
  {from: 'task:000-3a', to: 'task:000-3', status: 'asserted', cites: ['000:10']},
  {from: 'task:000-3b', to: 'task:000-3', status: 'asserted', cites: ['000:10']},
  // 000:11
  {from: 'task:000-4a', to: 'task:000-4', status: 'asserted', cites: ['000:11']}
] AS row
MATCH (a:Task {id: row.from}), (b:Task {id: row.to})
MERGE (a)-[r:SUBTASK_OF]->(b) SET r = row {.*, from: null, to: null};

// Who gave the task.
UNWIND [
  {from: 'task:000-1', to: 'official:tran-minh-banh', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-2', to: 'official:tran-minh-banh', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-3', to: 'official:tran-minh-banh', status: 'asserted', cites: ['000:10']},
  {from: 'task:000-4', to: 'official:tran-minh-banh', status: 'asserted', cites: ['000:11']},
  {from: 'task:000-5', to: 'official:tran-minh-banh', status: 'asserted', cites: ['000:12']}
] AS row
MATCH (task:Task {id: row.from}), (official:Official {id: row.to})
MERGE (task)-[r:ASSIGNED_BY]->(official) SET r = row {.*, from: null, to: null};

// Who has to do it.
UNWIND [
  // 000:8
  {from: 'task:000-1', to: 'ag:cau-ngang-cap-uy-co-quan', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1a', to: 'ag:cau-ngang-cap-uy-co-quan', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1b', to: 'ag:cau-ngang-cap-uy-co-quan', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1c', to: 'ag:cau-ngang-cap-uy-co-quan', status: 'asserted', cites: ['000:8']},
  {from: 'task:000-1d', to: 'ag:cau-ngang-cap-uy-co-quan', status: 'asserted', cites: ['000:8']},
  // 000:9
  {from: 'task:000-2', to: 'ag:cau-ngang-chi-dang-bo', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2a', to: 'ag:cau-ngang-chi-dang-bo', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2b', to: 'ag:cau-ngang-chi-dang-bo', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2c', to: 'ag:cau-ngang-chi-dang-bo', status: 'asserted', cites: ['000:9']},
  {from: 'task:000-2d', to: 'ag:cau-ngang-chi-dang-bo', status: 'asserted', cites: ['000:9']},
  // 000:10
  {from: 'task:000-3b', to: 'ag:cau-ngang-cbdv', status: 'asserted', cites: ['000:10']},
  // 000:11
  {from: 'task:000-4', to: 'pc:btg-cau-ngang', status: 'asserted', cites: ['000:11']},
  {from: 'task:000-4', to: 'org:ttvh-cau-ngang', status: 'asserted', cites: ['000:11']},
  {from: 'task:000-4', to: 'media:web-cau-ngang', status: 'asserted', cites: ['000:11']},
  {from: 'task:000-4', to: 'media:to-thong-tin-cau-ngang', status: 'asserted', cites: ['000:11']},
  // 000:12
  {from: 'task:000-5', to: 'ag:cau-ngang-chi-dang-bo-co-so', status: 'asserted', cites: ['000:12']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:ASSIGNED_TO]->(target) SET r = row {.*, from: null, to: null};

// Which task is meant to mend which shortcoming.
UNWIND [
  {from: 'task:000-2', to: 'sc:000-1', status: 'inferred', basis: 'context', cites: ['000:7'],
   note: 'P7 nói chung là các nội dung nhằm khắc phục hạn chế; ghép cặp là suy luận'},
  {from: 'task:000-1a', to: 'sc:000-2', status: 'inferred', basis: 'context', cites: ['000:7'],
   note: 'P7 nói chung là các nội dung nhằm khắc phục hạn chế; ghép cặp là suy luận'},
  {from: 'task:000-1b', to: 'sc:000-3', status: 'inferred', basis: 'context', cites: ['000:7'],
   note: 'P7 nói chung là các nội dung nhằm khắc phục hạn chế; ghép cặp là suy luận'},
  {from: 'task:000-2d', to: 'sc:000-4', status: 'inferred', basis: 'context', cites: ['000:7'],
   note: 'P7 nói chung là các nội dung nhằm khắc phục hạn chế; ghép cặp là suy luận'},
  {from: 'task:000-1d', to: 'sc:000-5', status: 'asserted', cites: ['000:8']}
] AS row
MATCH (task:Task {id: row.from}), (shortcoming:Shortcoming {id: row.to})
MERGE (task)-[r:ADDRESSES]->(shortcoming) SET r = row {.*, from: null, to: null};

// ---- Figures ------------------------------------------------------------------------------------

// Each number with its meaning, reported by the district (HAS_FIGURE).
UNWIND [
  {id: 'fig:000-1', name: 'Số nhiệm vụ, giải pháp trong Kế hoạch 76-KH/HU',
   metric: 'planTaskCount', value: 10.0, unit: 'nhiệm vụ, giải pháp', comparator: '=',
   status: 'asserted', cites: ['000:6']},
  {id: 'fig:000-2', name: 'Số nhóm mô hình theo Kế hoạch 56-KH/HU', metric: 'modelGroupCount',
   value: 5.0, unit: 'nhóm mô hình', comparator: '=', status: 'asserted', cites: ['000:9']},
  {id: 'fig:000-3', name: 'Số tiêu chí theo Kế hoạch 56-KH/HU', metric: 'modelCriteriaCount',
   value: 5.0, unit: 'tiêu chí', comparator: '=', status: 'asserted', cites: ['000:9']}
] AS row
MATCH (d:District {id: 'district:cau-ngang'})
MERGE (n:Figure {id: row.id}) SET n = row
MERGE (d)-[r:HAS_FIGURE]->(n) SET r = row {.status, .basis, .confidence, .cites};

// What each number counts.
UNWIND [
  {from: 'fig:000-1', to: 'dir:kh-76-cau-ngang', status: 'asserted', cites: ['000:6']},
  {from: 'fig:000-2', to: 'dir:kh-56-cau-ngang', status: 'asserted', cites: ['000:9']},
  {from: 'fig:000-3', to: 'dir:kh-56-cau-ngang', status: 'asserted', cites: ['000:9']}
] AS row
MATCH (figure:Figure {id: row.from}), (directive:Directive {id: row.to})
MERGE (figure)-[r:MEASURES]->(directive) SET r = row {.*, from: null, to: null};

// ---- Themes -------------------------------------------------------------------------------------

// Themes, as a catalogue for comparing districts.
UNWIND [
  {id: 'theme:cai-cach-hanh-chinh', name: 'Cải cách hành chính', status: 'asserted',
   cites: ['000:5']}
] AS row
MERGE (n:Theme {id: row.id}) SET n = row;

// Themes that the district stresses.
UNWIND [
  // 000:2
  {from: 'district:cau-ngang', to: 'theme:doan-ket', status: 'asserted', cites: ['000:2']},
  {from: 'district:cau-ngang', to: 'theme:vung-manh', status: 'asserted', cites: ['000:2']},
  // 000:4
  {from: 'district:cau-ngang', to: 'theme:hoc-tap-quan-triet', status: 'asserted',
   cites: ['000:4', '000:8']},
  // 000:5
  {from: 'district:cau-ngang', to: 'theme:neu-guong', status: 'asserted', cites: ['000:5']},
  {from: 'district:cau-ngang', to: 'theme:du-luan', status: 'asserted', cites: ['000:5']},
  {from: 'district:cau-ngang', to: 'theme:kiem-tra-giam-sat', status: 'asserted',
   cites: ['000:5', '000:6', '000:8']},
  {from: 'district:cau-ngang', to: 'theme:nhan-rong', status: 'asserted',
   cites: ['000:5', '000:6', '000:9', '000:11']},
  {from: 'district:cau-ngang', to: 'theme:cai-cach-hanh-chinh', status: 'asserted',
   cites: ['000:5']},
  // 000:11
  {from: 'district:cau-ngang', to: 'theme:tuyen-truyen', status: 'asserted', cites: ['000:11']}
] AS row
MATCH (district:District {id: row.from}), (theme:Theme {id: row.to})
MERGE (district)-[r:EMPHASIZES]->(theme) SET r = row {.*, from: null, to: null};

// ---- Page furniture (quarantined: no answer may come from it) -----------------------------------
// Line 37 prints "1 155": one number with a space.

// Seen on the page (LISTED_ON), cited where it begins.
UNWIND [
  {id: 'sb:000-pager', name: 'Bộ chuyển trang "1 2 3 4 5"', kind: 'pager', status: 'asserted',
   cites: ['000:15']},
  {id: 'sb:000-bando', name: 'Bản đồ hành chính', kind: 'menu', status: 'asserted',
   cites: ['000:16']},
  {id: 'sb:000-ad', name: 'image advertisement', kind: 'quảng cáo', status: 'asserted',
   cites: ['000:17']},
  {id: 'sb:000-tk', name: 'Thống kê truy cập', kind: 'menu', status: 'asserted', cites: ['000:18']},
  {id: 'sb:000-online', name: 'Đang online', kind: 'bộ đếm', value: 1.0, status: 'asserted',
   cites: ['000:19']},
  {id: 'sb:000-today', name: 'Hôm nay', kind: 'bộ đếm', value: 3.0, status: 'asserted',
   cites: ['000:20']},
  {id: 'sb:000-week', name: 'Trong tuần', kind: 'bộ đếm', value: 1155.0, status: 'asserted',
   cites: ['000:21'], note: 'viết "1 155": dấu cách ngăn hàng nghìn'},
  {id: 'sb:000-all', name: 'Tất cả', kind: 'bộ đếm', value: 3762383.0, status: 'asserted',
   cites: ['000:22']},
  {id: 'sb:000-tinnhiem', name: 'Chứng nhận Tín nhiệm mạng', kind: 'huy hiệu', status: 'asserted',
   cites: ['000:31']},
  {id: 'sb:000-banner', name: 'image banner', kind: 'quảng cáo', status: 'asserted',
   cites: ['000:32']}
] AS row
MATCH (s:Source {id: 'src:000'})
MERGE (n:SidebarItem {id: row.id}) SET n = row
MERGE (n)-[r:LISTED_ON]->(s) SET r = {status: row.status, cites: row.cites[..1]};

// ---- Mentions -----------------------------------------------------------------------------------

// Whatever cites a paragraph of this article is mentioned in it.
MATCH (n) WHERE NOT n:Passage
UNWIND n.cites AS cite
MATCH (p:Passage {name: cite, doc: '000'})
MERGE (n)-[r:MENTIONED_IN]->(p) SET r = {status: n.status, cites: [cite]};

// The words of the article where they are not those of the name.
UNWIND [
  {id: 'mc:hoc-tap-lam-theo-bac', at: '000:1', surface: 'học tập, làm theo Bác'},
  {id: 'person:ho-chi-minh', at: '000:1', surface: 'Bác'},
  {id: 'district:cau-ngang', at: '000:2', surface: 'huyện Cầu Ngang'},
  {id: 'pc:dang', at: '000:2', surface: 'Đảng'},
  {id: 'pc:btv-cau-ngang', at: '000:2', surface: 'Ban Thường vụ Huyện ủy'},
  {id: 'dir:vb-chung-cau-ngang', at: '000:2', surface: 'nhiều văn bản quan trọng'},
  {id: 'ev:dai-hoi-xiii', at: '000:2', surface: 'Đại hội XIII của Đảng'},
  {id: 'pc:hu-cau-ngang', at: '000:3', surface: 'Huyện ủy'},
  {id: 'post:pbt-ttr-hu-cau-ngang', at: '000:3', surface: 'Phó Bí thư Thường trực Huyện ủy'},
  {id: 'pc:dang', at: '000:4', surface: 'Đảng'},
  {id: 'pc:tu-tra-vinh', at: '000:4', surface: 'Tỉnh ủy'},
  {id: 'ag:cau-ngang-cap-uy-co-quan', at: '000:4', surface: 'các cấp ủy đảng'},
  {id: 'dir:nq-ct-chung-cau-ngang', at: '000:4', surface: 'các nghị quyết, chỉ thị của Đảng'},
  {id: 'dir:ct-05-ct-tw', at: '000:5', surface: 'Chỉ thị 05-CT/TW của Bộ Chính trị'},
  {id: 'dir:nq-tw4-xii', at: '000:5', surface: 'nghị quyết, kết luận Trung ương 4 khóa XII, XIII'},
  {id: 'dir:kl-tw4-xiii', at: '000:5', surface: 'nghị quyết, kết luận Trung ương 4 khóa XII, XIII'},
  {id: 'pc:bch-tw-xiii', at: '000:5', surface: 'Trung ương 4 khóa XII, XIII'},
  {id: 'ev:hntw4-xii', at: '000:5', surface: 'Trung ương 4 khóa XII'},
  {id: 'ev:hntw4-xiii', at: '000:5', surface: 'Trung ương 4 khóa XII, XIII'},
  {id: 'pc:dang', at: '000:6', surface: 'Đảng'},
  {id: 'pc:btv-cau-ngang', at: '000:6', surface: 'Ban Thường vụ Huyện ủy'},
  {id: 'official:nguyen-phu-trong', at: '000:6', surface: 'Tổng Bí thư Nguyễn Phú Trọng'},
  {id: 'ag:cau-ngang-chi-dang-bo', at: '000:6', surface: 'các chi, đảng bộ, cơ quan, đơn vị'},
  {id: 'dir:kh-76-cau-ngang', at: '000:6', surface: 'Kế hoạch số 76-KH/HU, ngày 24/3/2022'},
  {id: 'person:ho-chi-minh', at: '000:6', surface: 'Bác'},
  {id: 'pc:hu-cau-ngang', at: '000:7', surface: 'Huyện ủy'},
  {id: 'official:tran-minh-banh', at: '000:7', surface: 'đồng chí Trần Minh Bảnh'},
  {id: 'post:pbt-ttr-hu-cau-ngang', at: '000:7', surface: 'Phó Bí thư Thường trực Huyện ủy'},
  {id: 'pc:bo-chinh-tri', at: '000:8', surface: 'Bộ Chính trị'},
  {id: 'pc:btv-cau-ngang', at: '000:8', surface: 'Ban Thường vụ Huyện ủy'},
  {id: 'pc:dkt-cau-ngang', at: '000:8', surface: 'đoàn kiểm tra cấp huyện'},
  {id: 'dir:kl-01-kl-tw', at: '000:8', surface: 'Kết luận 01-KL/TW của Bộ Chính trị'},
  {id: 'dir:vb-chung-cau-ngang', at: '000:8',
   surface: 'các văn bản đã được Ban Thường vụ Huyện ủy ban hành'},
  {id: 'person:ho-chi-minh', at: '000:8', surface: 'Bác'},
  {id: 'pc:btv-cau-ngang', at: '000:9', surface: 'Ban Thường vụ Huyện ủy'},
  {id: 'dir:kh-56-cau-ngang', at: '000:9', surface: 'Kế hoạch số 56-KH/HU, ngày 22/12/2021'},
  {id: 'mc:dan-van-kheo', at: '000:9', surface: 'mô hình “Dân vận khéo”'},
  {id: 'mc:thi-dua-yeu-nuoc', at: '000:9', surface: 'các phong trào thi đua yêu nước'},
  {id: 'province:tra-vinh', at: '000:10', surface: 'quê hương Trà Vinh'},
  {id: 'dir:cd-2023-tra-vinh', at: '000:10', surface: 'Chuyên đề năm 2023 của tỉnh'},
  {id: 'pc:hu-cau-ngang', at: '000:11', surface: 'Huyện ủy'},
  {id: 'pc:btg-cau-ngang', at: '000:11', surface: 'Ban Tuyên giáo Huyện ủy'},
  {id: 'org:ttvh-cau-ngang', at: '000:11',
   surface: 'Trung tâm Văn hóa - Thông tin và Thể thao huyện'},
  {id: 'media:web-cau-ngang', at: '000:11', surface: 'Trang Thông tin điện tử huyện'},
  {id: 'dir:cd-2023-tra-vinh', at: '000:11', surface: 'Chuyên đề năm 2023 của tỉnh'},
  {id: 'person:ho-chi-minh', at: '000:12', surface: 'Bác'},
  {id: 'media:web-cau-ngang', at: '000:23', surface: 'TRANG THÔNG TIN ĐIỆN TỬ HUYỆN CẦU NGANG'},
  {id: 'district:cau-ngang', at: '000:25', surface: 'huyện Cầu Ngang'},
  {id: 'province:tra-vinh', at: '000:25', surface: 'tỉnh Trà Vinh'},
  {id: 'org:ubnd-cau-ngang', at: '000:26', surface: 'UBND huyện'},
  {id: 'org:bbt-cau-ngang', at: '000:26', surface: 'Ban Biên tập'},
  {id: 'official:hong-thanh-vu', at: '000:26', surface: 'ông Hồng Thanh Vũ'},
  {id: 'org:pvhtt-cau-ngang', at: '000:27', surface: 'Phòng Văn hóa - Thông tin huyện'},
  {id: 'official:nguyen-van-tai', at: '000:27', surface: 'ông Nguyễn Văn Tài'},
  {id: 'org:ubnd-cau-ngang', at: '000:28', surface: 'đơn vị quản lý'},
  {id: 'media:web-cau-ngang', at: '000:30', surface: 'Trang tin điện tử huyện Cầu Ngang'}
] AS row
MATCH (n {id: row.id})-[r:MENTIONED_IN]->(:Passage {name: row.at}) SET r.surface = row.surface;
