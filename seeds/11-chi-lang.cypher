// Chi Lăng (Lạng Sơn): the study theme of 2018.
// Document 001, “Thực hiện chuyên đề năm 2018 ở Chi Lăng: Chuyển biến tích cực”.
//
// 30/11/2021 at the top of the page is not the date of the article, which speaks from the first
// quarter of 2019. The province is inferred from LSO. Thị trấn Chi Lăng is not the district.

// ---- The article and its paragraphs -------------------------------------------------------------

// The article.
UNWIND [
  {id: 'src:001', name: 'Thực hiện chuyên đề năm 2018 ở Chi Lăng: Chuyển biến tích cực',
   docId: '001', title: 'Thực hiện chuyên đề năm 2018 ở Chi Lăng: Chuyển biến tích cực',
   siteAcronym: 'LSO', language: 'vi', publishedEarliest: '2019-01-01',
   publishedLatest: '2019-03-31', publishedPrecision: 'window', publishedStatus: 'inferred',
   crawlDateInferred: '2021-11-30', file: '001_e542d213835a5d3b.txt',
   sha256: 'b9b2c3f2c8cd9e46ca174b2d19b35dd314f146136facf143976b9e7777dca2a6', lineCount: 31,
   paraCount: 16, articleParaCount: 15, status: 'asserted', cites: ['001:1', '001:2'],
   note: 'P1 "Thứ ba, 30/11/2021" là ngày in ở đầu trang, có lẽ là ngày thu thập, không phải ngày đăng: bài nói "dự kiến trong tháng 3/2019" và số liệu quý 1/2019'}
] AS row
MERGE (n:Source {id: row.id}) SET n = row;

// Its paragraphs: number (every line that is not empty), physical line, zone of the page.
UNWIND [
  {para: 1, line: 1, zone: 'siteHeader'},
  {para: 2, line: 3, zone: 'title'},
  {para: 3, line: 5, zone: 'lead'},
  {para: 4, line: 7, zone: 'body'},
  {para: 5, line: 9, zone: 'body'},
  {para: 6, line: 11, zone: 'caption'},
  {para: 7, line: 13, zone: 'body'},
  {para: 8, line: 15, zone: 'body'},
  {para: 9, line: 17, zone: 'body'},
  {para: 10, line: 19, zone: 'body'},
  {para: 11, line: 21, zone: 'body'},
  {para: 12, line: 23, zone: 'body'},
  {para: 13, line: 25, zone: 'body'},
  {para: 14, line: 27, zone: 'body'},
  {para: 15, line: 29, zone: 'body'},
  {para: 16, line: 31, zone: 'byline'}
] AS row
WITH row, '001:' + toString(row.para) AS name
MATCH (s:Source {id: 'src:001'})
MERGE (n:Passage {id: 'psg:' + name})
SET n = row {.*, id: 'psg:' + name, name: name, doc: '001', status: 'asserted', cites: [name],
  isArticle: row.zone IN ['title', 'kicker', 'lead', 'body',
    'caption', 'byline', 'dateline']}
MERGE (n)-[r:PASSAGE_OF]->(s) SET r = {status: 'asserted', cites: [name]};

// ---- Places -------------------------------------------------------------------------------------

// Provinces.
UNWIND [
  {id: 'province:lang-son', name: 'Lạng Sơn', kind: 'tỉnh', aliases: ['tỉnh Lạng Sơn'],
   status: 'inferred', basis: 'acronym', cites: ['001:3'],
   note: 'Tên tỉnh không xuất hiện trong bài; suy từ LSO = Lạng Sơn Online'}
] AS row
MERGE (n:Province {id: row.id}) SET n = row;

// The district.
UNWIND [
  {id: 'district:chi-lang', name: 'Chi Lăng', kind: 'huyện',
   aliases: ['huyện Chi Lăng', 'Chi Lang'], status: 'asserted',
   cites: ['001:2', '001:3', '001:6', '001:12', '001:15']}
] AS row
MERGE (n:District {id: row.id}) SET n = row;

// Communes and towns.
UNWIND [
  {id: 'commune:xa-nhan-ly', name: 'xã Nhân Lý', kind: 'xã', aliases: ['Nhân Lý'],
   status: 'asserted', cites: ['001:6']},
  {id: 'commune:tt-chi-lang', name: 'thị trấn Chi Lăng', kind: 'thị trấn',
   aliases: ['TT Chi Lăng'], status: 'asserted', cites: ['001:9'], note: 'Trùng tên với huyện'}
] AS row
MERGE (n:Commune {id: row.id}) SET n = row;

// The district the article is about.
MATCH (source:Source {id: 'src:001'}), (district:District {id: 'district:chi-lang'})
MERGE (source)-[r:ABOUT]->(district) SET r = {status: 'asserted', cites: ['001:2', '001:3']};

// What lies in what.
MATCH (district:District {id: 'district:chi-lang'}), (province:Province {id: 'province:lang-son'})
MERGE (district)-[r:PART_OF]->(province)
SET r = {status: 'inferred', basis: 'acronym', cites: ['001:3']};

UNWIND [
  {from: 'commune:xa-nhan-ly', to: 'district:chi-lang', status: 'asserted', cites: ['001:6']},
  {from: 'commune:tt-chi-lang', to: 'district:chi-lang', status: 'inferred', basis: 'context',
   cites: ['001:9'], note: 'Bài viết về huyện Chi Lăng; quan hệ thuộc huyện không viết ra'}
] AS row
MATCH (commune:Commune {id: row.from}), (district:District {id: row.to})
MERGE (commune)-[r:PART_OF]->(district) SET r = row {.*, from: null, to: null};

// ---- Party bodies, other bodies and unnamed groups ----------------------------------------------

// Party bodies.
UNWIND [
  {id: 'pc:ttr-chi-lang', name: 'Thường trực Huyện ủy Chi Lăng', kind: 'thường trực',
   level: 'huyện', status: 'asserted', cites: ['001:4']},
  {id: 'pc:btg-chi-lang', name: 'Ban Tuyên giáo Huyện ủy Chi Lăng', kind: 'ban tuyên giáo',
   level: 'huyện', aliases: ['BTG Huyện ủy Chi Lăng'], status: 'asserted',
   cites: ['001:4', '001:15']},
  {id: 'pc:hu-chi-lang', name: 'Huyện ủy Chi Lăng', kind: 'huyện ủy', level: 'huyện',
   aliases: ['HU Chi Lăng'], status: 'asserted',
   cites: ['001:4', '001:5', '001:8', '001:10', '001:11', '001:12', '001:15']},
  {id: 'pc:db-chi-lang', name: 'Đảng bộ huyện Chi Lăng', kind: 'đảng bộ', level: 'huyện',
   status: 'asserted', cites: ['001:5', '001:11', '001:14']},
  {id: 'pc:du-tt-chi-lang', name: 'Đảng ủy thị trấn Chi Lăng', kind: 'đảng ủy cơ sở', level: 'xã',
   status: 'asserted', cites: ['001:9']},
  {id: 'pc:bch-chi-lang', name: 'Ban Chấp hành Đảng bộ huyện Chi Lăng', kind: 'ban chấp hành',
   level: 'huyện', aliases: ['BCH Đảng bộ huyện Chi Lăng'], status: 'asserted', cites: ['001:11']},
  {id: 'pc:ubkt-chi-lang', name: 'Ủy ban Kiểm tra Huyện ủy Chi Lăng', kind: 'ủy ban kiểm tra',
   level: 'huyện', aliases: ['UBKT Huyện ủy Chi Lăng'], status: 'asserted', cites: ['001:11']},
  {id: 'pc:cap-tren-chi-lang', name: 'Cấp trên của Đảng bộ huyện Chi Lăng (không nêu tên)',
   kind: 'cấp trên', status: 'asserted', cites: ['001:14'], note: 'không nêu cơ quan cụ thể'}
] AS row
MERGE (n:PartyCommittee {id: row.id}) SET n = row;

// Bodies outside the Party.
UNWIND [
  {id: 'org:bpmc-nhan-ly', name: 'Bộ phận một cửa xã Nhân Lý', kind: 'bộ phận một cửa',
   level: 'xã', status: 'asserted', cites: ['001:6']},
  {id: 'org:pvhtt-chi-lang', name: 'Phòng Văn hóa – Thông tin huyện Chi Lăng',
   kind: 'phòng chuyên môn', level: 'huyện',
   aliases: ['Phòng Văn hóa - Thông tin huyện Chi Lăng', 'Phòng VH-TT huyện Chi Lăng'],
   status: 'asserted', cites: ['001:7']},
  {id: 'org:ttvh-chi-lang', name: 'Trung tâm Văn hóa, Thể thao và Truyền thông huyện Chi Lăng',
   kind: 'trung tâm văn hóa', level: 'huyện',
   aliases: ['TTVH-TT&TT huyện Chi Lăng', 'TTVH Chi Lăng'], status: 'asserted', cites: ['001:7']},
  {id: 'org:btc-cuoc-thi-chi-lang', name: 'Ban tổ chức cuộc thi viết (Chi Lăng)',
   kind: 'ban tổ chức', level: 'huyện', status: 'asserted', cites: ['001:12']}
] AS row
MERGE (n:Organization {id: row.id}) SET n = row;

// Collectives that act, are addressed or are counted, but have no name.
UNWIND [
  {id: 'ag:chi-lang-nhan-dan', name: 'Nhân dân huyện Chi Lăng', kind: 'cá nhân',
   status: 'asserted', cites: ['001:3', '001:11', '001:12']},
  {id: 'ag:chi-lang-cbdv', name: 'Cán bộ, đảng viên huyện Chi Lăng', kind: 'cá nhân',
   status: 'asserted',
   cites: ['001:3', '001:4', '001:5', '001:9', '001:10', '001:12', '001:14', '001:15']},
  {id: 'ag:chi-lang-chi-dang-bo', name: 'Các chi, đảng bộ trực thuộc huyện Chi Lăng',
   kind: 'tập thể', status: 'asserted', cites: ['001:4', '001:14', '001:15']},
  {id: 'ag:chi-lang-cap-tren-vhtt',
   name: 'Cấp trên của Phòng VH-TT và Trung tâm VH, TT&TT huyện Chi Lăng (không nêu tên)',
   kind: 'cấp trên', status: 'asserted', cites: ['001:7'],
   note: 'không rõ là cơ quan đảng hay chính quyền'},
  {id: 'ag:chi-lang-cap-uy', name: 'Các cấp ủy Đảng huyện Chi Lăng', kind: 'tập thể',
   status: 'asserted', cites: ['001:8']},
  {id: 'ag:chi-lang-chi-bo-tt', name: 'Một số chi bộ trực thuộc Đảng ủy thị trấn Chi Lăng',
   kind: 'tập thể', status: 'asserted', cites: ['001:9']},
  {id: 'ag:chi-lang-cap-tren-cuoc-thi',
   name: 'Cấp trên nhận tác phẩm dự thi (Chi Lăng, không nêu tên)', kind: 'cấp trên',
   status: 'asserted', cites: ['001:12']},
  {id: 'ag:chi-lang-bcv', name: 'Đội ngũ báo cáo viên, tuyên truyền viên huyện Chi Lăng',
   kind: 'tập thể', status: 'asserted', cites: ['001:13']}
] AS row
MERGE (n:ActorGroup {id: row.id}) SET n = row;

// Where bodies and groups belong.
UNWIND [
  {from: 'pc:ttr-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:4']},
  {from: 'pc:btg-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:4']},
  {from: 'pc:db-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:5']},
  {from: 'pc:hu-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:5']},
  {from: 'pc:du-tt-chi-lang', to: 'commune:tt-chi-lang', status: 'asserted', cites: ['001:9']},
  {from: 'pc:bch-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:11']},
  {from: 'pc:ubkt-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:11']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (place {id: row.to})
MERGE (body)-[r:BASED_IN]->(place) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'org:bpmc-nhan-ly', to: 'commune:xa-nhan-ly', status: 'asserted', cites: ['001:6']},
  {from: 'org:pvhtt-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:7']},
  {from: 'org:ttvh-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:7']},
  {from: 'org:btc-cuoc-thi-chi-lang', to: 'district:chi-lang', status: 'asserted',
   cites: ['001:12']}
] AS row
MATCH (body:Organization {id: row.from}), (place {id: row.to})
MERGE (body)-[r:BASED_IN]->(place) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'ag:chi-lang-nhan-dan', to: 'district:chi-lang', status: 'asserted', cites: ['001:3']},
  {from: 'ag:chi-lang-cbdv', to: 'district:chi-lang', status: 'asserted', cites: ['001:5']},
  {from: 'ag:chi-lang-cap-uy', to: 'district:chi-lang', status: 'asserted', cites: ['001:8']},
  {from: 'ag:chi-lang-chi-bo-tt', to: 'commune:tt-chi-lang', status: 'asserted', cites: ['001:9']},
  {from: 'ag:chi-lang-bcv', to: 'district:chi-lang', status: 'asserted', cites: ['001:13']},
  {from: 'ag:chi-lang-chi-dang-bo', to: 'district:chi-lang', status: 'asserted', cites: ['001:14']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (place {id: row.to})
MERGE (actors)-[r:BASED_IN]->(place) SET r = row {.*, from: null, to: null};

// Bodies inside bodies.
UNWIND [
  {from: 'pc:ttr-chi-lang', to: 'pc:hu-chi-lang', status: 'asserted', cites: ['001:4']},
  {from: 'pc:btg-chi-lang', to: 'pc:hu-chi-lang', status: 'asserted', cites: ['001:4']},
  {from: 'pc:hu-chi-lang', to: 'pc:db-chi-lang', status: 'inferred', basis: 'background',
   cites: ['001:5'], note: 'Huyện ủy là ban chấp hành của đảng bộ huyện theo Điều lệ'},
  {from: 'pc:du-tt-chi-lang', to: 'pc:db-chi-lang', status: 'inferred', basis: 'context',
   cites: ['001:9']},
  {from: 'pc:bch-chi-lang', to: 'pc:db-chi-lang', status: 'asserted', cites: ['001:11']},
  {from: 'pc:ubkt-chi-lang', to: 'pc:hu-chi-lang', status: 'asserted', cites: ['001:11']}
] AS row
MATCH (a:PartyCommittee {id: row.from}), (b:PartyCommittee {id: row.to})
MERGE (a)-[r:SUBUNIT_OF]->(b) SET r = row {.*, from: null, to: null};

// Who instructs whom.
UNWIND [
  {from: 'ag:chi-lang-cap-tren-vhtt', to: 'org:pvhtt-chi-lang', subject: 'tuyên truyền chuyên đề',
   status: 'asserted', cites: ['001:7']},
  {from: 'ag:chi-lang-cap-tren-vhtt', to: 'org:ttvh-chi-lang', subject: 'tuyên truyền chuyên đề',
   status: 'asserted', cites: ['001:7']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (body:Organization {id: row.to})
MERGE (actors)-[r:INSTRUCTS]->(body) SET r = row {.*, from: null, to: null};

// Who advises (tham mưu) whom.
MATCH (a:PartyCommittee {id: 'pc:btg-chi-lang'}), (b:PartyCommittee {id: 'pc:ttr-chi-lang'})
MERGE (a)-[r:ADVISES]->(b)
SET r = {subject: 'xây dựng kế hoạch, hướng dẫn triển khai chuyên đề 2018', status: 'asserted',
  cites: ['001:4']};

// Who rated whom.
MATCH (a:PartyCommittee {id: 'pc:cap-tren-chi-lang'}), (b:PartyCommittee {id: 'pc:db-chi-lang'})
MERGE (a)-[r:RATED]->(b)
SET r = {rating: 'hoàn thành tốt nhiệm vụ', year: 2018, status: 'asserted', cites: ['001:14']};

// Two names that a reader takes for one.
MATCH (a:PartyCommittee {id: 'pc:bch-chi-lang'}), (b:PartyCommittee {id: 'pc:hu-chi-lang'})
MERGE (a)-[r:SAME_AS]->(b)
SET r = {status: 'inferred', basis: 'background', cites: ['001:11'],
  note: 'Huyện ủy chính là Ban Chấp hành Đảng bộ huyện; bài dùng hai tên'};

// ---- Media --------------------------------------------------------------------------------------

// Newspapers, websites, radio, loudspeakers.
UNWIND [
  {id: 'media:lso', name: 'LSO', nameInferred: 'Lạng Sơn Online (Báo Lạng Sơn điện tử)',
   kind: 'báo điện tử', aliases: ['Lạng Sơn Online', 'Báo Lạng Sơn'], status: 'asserted',
   cites: ['001:3'], note: 'LSO được khẳng định; phần khai triển là suy luận'}
] AS row
MERGE (n:MediaChannel {id: row.id}) SET n = row;

// Publisher of the article.
MATCH (source:Source {id: 'src:001'}), (channel:MediaChannel {id: 'media:lso'})
MERGE (source)-[r:PUBLISHED_BY]->(channel) SET r = {status: 'asserted', cites: ['001:3']};

// ---- Officials, posts and other persons ---------------------------------------------------------

// Officials: named persons with a post.
UNWIND [
  {id: 'official:lo-minh-hong', name: 'Lô Minh Hồng', status: 'asserted', cites: ['001:4']},
  {id: 'official:hoang-van-eng', name: 'Hoàng Văn Éng', status: 'asserted', cites: ['001:9']}
] AS row
MERGE (n:Official {id: row.id}) SET n = row;

// Named persons without a post.
UNWIND [
  {id: 'person:thanh-mai', name: 'Thanh Mai', kind: 'tác giả', status: 'asserted',
   cites: ['001:16']}
] AS row
MERGE (n:Person {id: row.id}) SET n = row;

// Posts.
UNWIND [
  {id: 'post:tbtg-chi-lang', name: 'Trưởng Ban Tuyên giáo Huyện ủy Chi Lăng',
   kind: 'trưởng ban tuyên giáo', status: 'asserted', cites: ['001:4']},
  {id: 'post:bt-du-tt-chi-lang', name: 'Bí thư Đảng ủy thị trấn Chi Lăng', kind: 'bí thư',
   status: 'asserted', cites: ['001:9']}
] AS row
MERGE (n:Post {id: row.id}) SET n = row;

// By-line.
MATCH (person:Person {id: 'person:thanh-mai'}), (source:Source {id: 'src:001'})
MERGE (person)-[r:WROTE]->(source) SET r = {status: 'asserted', cites: ['001:16']};

// Who speaks or is cited in the article.
UNWIND [
  {from: 'official:lo-minh-hong', to: 'src:001', role: 'trả lời', status: 'asserted',
   cites: ['001:4']},
  {from: 'official:hoang-van-eng', to: 'src:001', role: 'trả lời', status: 'asserted',
   cites: ['001:9']}
] AS row
MATCH (official:Official {id: row.from}), (source:Source {id: row.to})
MERGE (official)-[r:QUOTED_IN]->(source) SET r = row {.*, from: null, to: null};

// The body of each post.
UNWIND [
  {from: 'post:tbtg-chi-lang', to: 'pc:btg-chi-lang', status: 'asserted', cites: ['001:4']},
  {from: 'post:bt-du-tt-chi-lang', to: 'pc:du-tt-chi-lang', status: 'asserted', cites: ['001:9']}
] AS row
MATCH (post:Post {id: row.from}), (body:PartyCommittee {id: row.to})
MERGE (post)-[r:POST_IN]->(body) SET r = row {.*, from: null, to: null};

// Who is shown in which post: the bounds enclose the one day of publication, not a term of office.
UNWIND [
  {from: 'official:lo-minh-hong', to: 'post:tbtg-chi-lang', attestedNotBefore: '2019-01-01',
   attestedNotAfter: '2019-03-31', attestedPrecision: 'window', attestedStatus: 'inferred',
   attestedBasis: 'ngày đăng suy ra của bài', status: 'asserted', cites: ['001:4']},
  {from: 'official:hoang-van-eng', to: 'post:bt-du-tt-chi-lang', attestedNotBefore: '2019-01-01',
   attestedNotAfter: '2019-03-31', attestedPrecision: 'window', attestedStatus: 'inferred',
   attestedBasis: 'ngày đăng suy ra của bài', status: 'asserted', cites: ['001:9']}
] AS row
MATCH (official:Official {id: row.from}), (post:Post {id: row.to})
MERGE (official)-[r:HOLDS_POST]->(post) SET r = row {.*, from: null, to: null};

// ---- Directives, resolutions, conclusions and plans ---------------------------------------------

// Directives.
UNWIND [
  // The study theme of 2018, on the working style of leaders and members
  {id: 'dir:cd-2018', name: 'Chuyên đề năm 2018',
   title: 'Xây dựng phong cách, tác phong công tác của người đứng đầu, của cán bộ, đảng viên trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
   kind: 'chuyên đề', level: 'trung ương', levelStatus: 'inferred', year: 2018,
   aliases: ['Chuyên đề 2018', 'chuyên đề năm 2018'], generic: false, numbered: false,
   status: 'asserted', cites: ['001:2', '001:3', '001:5', '001:7', '001:9', '001:15']},
  // Plan and guidance for the 2018 theme: a document without number or date
  {id: 'dir:kh-cd2018-chi-lang', name: 'Kế hoạch, hướng dẫn triển khai chuyên đề 2018 (Chi Lăng)',
   kind: 'kế hoạch', level: 'huyện',
   focus: ['tổ chức học tập quán triệt', 'đẩy mạnh thông tin tuyên truyền',
     'tăng cường kiểm tra giám sát'], generic: false, numbered: false, status: 'asserted',
   cites: ['001:4'], note: 'không có số, ngày; danh sách trọng tâm kết thúc bằng dấu "…" (để mở)'},
  // Propaganda plan of the two culture bodies for the 2018 theme, without number or date
  {id: 'dir:kh-tt-cd2018-chi-lang', name: 'Kế hoạch tuyên truyền chuyên đề 2018 (Chi Lăng)',
   kind: 'kế hoạch', level: 'huyện', generic: false, numbered: false, status: 'asserted',
   cites: ['001:7'], note: 'không có số, ngày'},
  // The study theme of 2019, on respect for the people
  {id: 'dir:cd-2019', name: 'Chuyên đề năm 2019',
   title: 'Xây dựng ý thức tôn trọng Nhân dân, phát huy dân chủ, chăm lo đời sống Nhân dân theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
   kind: 'chuyên đề', level: 'trung ương', levelStatus: 'inferred', year: 2019,
   aliases: ['Chuyên đề 2019', 'chuyên đề năm 2019'], generic: false, numbered: false,
   status: 'asserted', cites: ['001:15']},
  // Guidance of the District Committee on the 2019 theme, perhaps also on that of 2018
  {id: 'dir:hd-42-chi-lang', name: 'Hướng dẫn 42-HD/HU (Chi Lăng)', kind: 'hướng dẫn',
   level: 'huyện', number: '42-HD/HU', numberInt: 42, symbol: 'HD/HU', issuedDate: '2018-12-20',
   issuedPrecision: 'day',
   aliases: ['Hướng dẫn 42', 'Hướng dẫn số 42', 'HD 42', '42-HD/HU', 'Hướng dẫn số 42-HD/HU'],
   generic: false, numbered: true, status: 'asserted', cites: ['001:15']}
] AS row
MERGE (n:Directive {id: row.id}) SET n = row;

// Who issued or drew up which directive.
UNWIND [
  {from: 'dir:kh-cd2018-chi-lang', to: 'pc:ttr-chi-lang', status: 'inferred', basis: 'context',
   cites: ['001:4'],
   note: 'Ban Tuyên giáo tham mưu cho Thường trực xây dựng; bài không nói ai ban hành'},
  {from: 'dir:kh-tt-cd2018-chi-lang', to: 'org:pvhtt-chi-lang', status: 'asserted',
   cites: ['001:7']},
  {from: 'dir:kh-tt-cd2018-chi-lang', to: 'org:ttvh-chi-lang', status: 'asserted',
   cites: ['001:7']},
  {from: 'dir:hd-42-chi-lang', to: 'pc:hu-chi-lang', status: 'asserted', cites: ['001:15']}
] AS row
MATCH (directive:Directive {id: row.from}), (target {id: row.to})
MERGE (directive)-[r:ISSUED_BY]->(target) SET r = row {.*, from: null, to: null};

// What the district carries out (reported) or orders to be carried out (ordered).
UNWIND [
  {from: 'district:chi-lang', to: 'dir:cd-2018', modality: 'reported', status: 'asserted',
   cites: ['001:3', '001:5', '001:15']},
  {from: 'district:chi-lang', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'via-theme',
   confidence: 'high', cites: ['001:3', '001:5'],
   note: 'Bài không nêu Chỉ thị 05; suy qua chuyên đề học tập, làm theo Hồ Chí Minh 2018/2019'},
  {from: 'district:chi-lang', to: 'dir:kh-cd2018-chi-lang', modality: 'reported',
   status: 'asserted', cites: ['001:4']},
  {from: 'district:chi-lang', to: 'dir:kh-tt-cd2018-chi-lang', modality: 'reported',
   status: 'asserted', cites: ['001:7']},
  {from: 'district:chi-lang', to: 'dir:cd-2019', modality: 'ordered', status: 'asserted',
   cites: ['001:15'], note: 'việc của thời gian tới'},
  {from: 'district:chi-lang', to: 'dir:hd-42-chi-lang', modality: 'ordered', status: 'asserted',
   cites: ['001:15'], note: 'việc của thời gian tới'}
] AS row
MATCH (district:District {id: row.from}), (directive:Directive {id: row.to})
MERGE (district)-[r:IMPLEMENTS]->(directive) SET r = row {.*, from: null, to: null};

// Which body directs the implementation.
UNWIND [
  {from: 'pc:btg-chi-lang', to: 'dir:cd-2018', role: 'tham mưu, theo dõi', status: 'asserted',
   cites: ['001:4', '001:15']},
  {from: 'pc:hu-chi-lang', to: 'dir:cd-2018', status: 'asserted', cites: ['001:5']},
  {from: 'pc:du-tt-chi-lang', to: 'dir:cd-2018', role: 'quán triệt, theo dõi chi bộ',
   status: 'asserted', cites: ['001:9']},
  {from: 'pc:btg-chi-lang', to: 'dir:cd-2019', role: 'theo dõi, đôn đốc', status: 'asserted',
   cites: ['001:15']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (directive:Directive {id: row.to})
MERGE (body)-[r:LEADS]->(directive) SET r = row {.*, from: null, to: null};

// Which document spells out which higher one.
UNWIND [
  {from: 'dir:cd-2018', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'background',
   confidence: 'high', cites: ['001:3'], note: 'Bài không nhắc Chỉ thị 05'},
  {from: 'dir:kh-cd2018-chi-lang', to: 'dir:cd-2018', status: 'asserted', cites: ['001:4']},
  {from: 'dir:kh-tt-cd2018-chi-lang', to: 'dir:cd-2018', status: 'asserted', cites: ['001:7']},
  {from: 'dir:hd-42-chi-lang', to: 'dir:cd-2019', status: 'asserted', cites: ['001:15'],
   note: '"theo hướng dẫn số 42"'},
  {from: 'dir:hd-42-chi-lang', to: 'dir:cd-2018', status: 'inferred', basis: 'ambiguity',
   confidence: 'low', cites: ['001:15'],
   note: 'Câu có thể đọc là HD 42 áp dụng cho cả chuyên đề 2018'},
  {from: 'dir:cd-2019', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'background',
   confidence: 'high', cites: ['001:15'],
   note: 'Bài không nhắc Chỉ thị 05; chuyên đề 2019 toàn quốc thuộc Chỉ thị 05'}
] AS row
MATCH (a:Directive {id: row.from}), (b:Directive {id: row.to})
MERGE (a)-[r:CONCRETIZES]->(b) SET r = row {.*, from: null, to: null};

// ---- Campaigns and models -----------------------------------------------------------------------

// Campaigns, models, contests, programmes.
UNWIND [
  {id: 'mc:cuoc-thi-viet-chi-lang',
   name: 'Cuộc thi viết "Những tấm gương điển hình học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trên địa bàn huyện Chi Lăng"',
   kind: 'cuộc thi', scope: 'huyện',
   aliases: ['cuộc thi viết Chi Lăng', 'Những tấm gương điển hình'], startDate: '2018-10-01',
   startPrecision: 'month', participants: 'cán bộ, đảng viên và nhân dân', status: 'asserted',
   cites: ['001:12']},
  {id: 'mc:ra-quan-dau-xuan-chi-lang', name: 'Ra quân đầu xuân (Chi Lăng)', kind: 'hoạt động',
   scope: 'huyện', status: 'asserted', cites: ['001:13']}
] AS row
MERGE (n:ModelCampaign {id: row.id}) SET n = row;

// Who runs which campaign.
UNWIND [
  {from: 'district:chi-lang', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['001:3', '001:5', '001:14']},
  {from: 'district:chi-lang', to: 'mc:cuoc-thi-viet-chi-lang', status: 'asserted',
   cites: ['001:12']},
  {from: 'district:chi-lang', to: 'mc:ra-quan-dau-xuan-chi-lang', status: 'inferred',
   basis: 'presupposition', cites: ['001:13'], note: 'chỉ nói tuyên truyền mục đích, ý nghĩa'}
] AS row
MATCH (district:District {id: row.from}), (campaign:ModelCampaign {id: row.to})
MERGE (district)-[r:RUNS]->(campaign) SET r = row {.*, from: null, to: null};

MATCH (body:Organization {id: 'org:btc-cuoc-thi-chi-lang'}),
  (campaign:ModelCampaign {id: 'mc:cuoc-thi-viet-chi-lang'})
MERGE (body)-[r:RUNS]->(campaign) SET r = {status: 'asserted', cites: ['001:12']};

// Models under a campaign.
MATCH (a:ModelCampaign {id: 'mc:cuoc-thi-viet-chi-lang'}),
  (b:ModelCampaign {id: 'mc:hoc-tap-lam-theo-bac'})
MERGE (a)-[r:PART_OF_CAMPAIGN]->(b) SET r = {status: 'asserted', cites: ['001:12']};

// Yearly themes of a campaign.
UNWIND [
  {from: 'dir:cd-2018', to: 'mc:hoc-tap-lam-theo-bac', year: 2018, status: 'asserted',
   cites: ['001:3']},
  {from: 'dir:cd-2019', to: 'mc:hoc-tap-lam-theo-bac', year: 2019, status: 'asserted',
   cites: ['001:15']}
] AS row
MATCH (directive:Directive {id: row.from}), (campaign:ModelCampaign {id: row.to})
MERGE (directive)-[r:ANNUAL_THEME_OF]->(campaign) SET r = row {.*, from: null, to: null};

// Who started it.
MATCH (body:PartyCommittee {id: 'pc:hu-chi-lang'}),
  (campaign:ModelCampaign {id: 'mc:cuoc-thi-viet-chi-lang'})
MERGE (body)-[r:LAUNCHED]->(campaign)
SET r = {date: '2018-10-01', datePrecision: 'month', status: 'asserted', cites: ['001:12']};

// ---- Events -------------------------------------------------------------------------------------

// Events.
UNWIND [
  {id: 'ev:tt-cd2018-chi-lang',
   name: 'Tuyên truyền chuyên đề 2018 đến cán bộ, đảng viên (Chi Lăng)', kind: 'tuyên truyền',
   periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted', cites: ['001:5']},
  {id: 'ev:mot-cua-nhan-ly', name: 'Giải quyết thủ tục hành chính tại bộ phận một cửa xã Nhân Lý',
   kind: 'ảnh minh họa', status: 'asserted', cites: ['001:6'], note: 'chú thích ảnh'},
  {id: 'ev:tt-dai-chung-2018-chi-lang',
   name: 'Tuyên truyền chuyên đề trên phương tiện thông tin đại chúng (Chi Lăng)',
   kind: 'tuyên truyền', periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted',
   cites: ['001:7']},
  {id: 'ev:shcd-tt-chi-lang',
   name: 'Sinh hoạt chuyên đề học tập gương Bác tại chi bộ (thị trấn Chi Lăng)',
   kind: 'sinh hoạt chuyên đề', status: 'asserted', cites: ['001:9']},
  {id: 'ev:ky-luat-bch-2018',
   name: 'Thi hành kỷ luật 2018 của Ban Chấp hành Đảng bộ huyện Chi Lăng', kind: 'kỷ luật',
   periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted', cites: ['001:11']},
  {id: 'ev:ky-luat-ubkt-2018', name: 'Thi hành kỷ luật 2018 của Ủy ban Kiểm tra Huyện ủy Chi Lăng',
   kind: 'kỷ luật', periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted',
   cites: ['001:11']},
  {id: 'ev:tt-mieng-q1-2019', name: 'Tuyên truyền miệng quý 1/2019 (Chi Lăng)',
   kind: 'tuyên truyền miệng', periodStart: '2019-01-01', periodEnd: '2019-03-31',
   topics: ['thời sự trên địa bàn', 'ra quân đầu xuân', 'biểu dương mô hình, điển hình học Bác'],
   status: 'asserted', cites: ['001:13']},
  {id: 'ev:phan-loai-2018-chi-lang', name: 'Phân loại tổ chức đảng, đảng viên năm 2018 (Chi Lăng)',
   kind: 'đánh giá, xếp loại', periodStart: '2018-01-01', periodEnd: '2018-12-31',
   status: 'asserted', cites: ['001:14']}
] AS row
MERGE (n:Event {id: row.id}) SET n = row;

// Where it took place.
UNWIND [
  {from: 'ev:tt-cd2018-chi-lang', to: 'district:chi-lang', status: 'asserted', cites: ['001:5']},
  {from: 'ev:mot-cua-nhan-ly', to: 'commune:xa-nhan-ly', status: 'asserted', cites: ['001:6']},
  {from: 'ev:tt-dai-chung-2018-chi-lang', to: 'district:chi-lang', status: 'asserted',
   cites: ['001:7']},
  {from: 'ev:shcd-tt-chi-lang', to: 'commune:tt-chi-lang', status: 'asserted', cites: ['001:9']},
  {from: 'ev:ky-luat-bch-2018', to: 'district:chi-lang', status: 'asserted', cites: ['001:11']},
  {from: 'ev:ky-luat-ubkt-2018', to: 'district:chi-lang', status: 'asserted', cites: ['001:11']},
  {from: 'ev:tt-mieng-q1-2019', to: 'district:chi-lang', status: 'asserted', cites: ['001:13']},
  {from: 'ev:phan-loai-2018-chi-lang', to: 'district:chi-lang', status: 'asserted',
   cites: ['001:14']}
] AS row
MATCH (event:Event {id: row.from}), (target {id: row.to})
MERGE (event)-[r:HELD_IN]->(target) SET r = row {.*, from: null, to: null};

// Who organised what.
UNWIND [
  {from: 'pc:hu-chi-lang', to: 'ev:tt-cd2018-chi-lang', status: 'asserted', cites: ['001:5']},
  {from: 'pc:bch-chi-lang', to: 'ev:ky-luat-bch-2018', status: 'asserted', cites: ['001:11']},
  {from: 'pc:ubkt-chi-lang', to: 'ev:ky-luat-ubkt-2018', status: 'asserted', cites: ['001:11']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (event:Event {id: row.to})
MERGE (body)-[r:ORGANIZED]->(event) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'org:bpmc-nhan-ly', to: 'ev:mot-cua-nhan-ly', status: 'asserted', cites: ['001:6']},
  {from: 'org:pvhtt-chi-lang', to: 'ev:tt-dai-chung-2018-chi-lang', status: 'asserted',
   cites: ['001:7']},
  {from: 'org:ttvh-chi-lang', to: 'ev:tt-dai-chung-2018-chi-lang', status: 'asserted',
   cites: ['001:7']}
] AS row
MATCH (body:Organization {id: row.from}), (event:Event {id: row.to})
MERGE (body)-[r:ORGANIZED]->(event) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'ag:chi-lang-chi-bo-tt', to: 'ev:shcd-tt-chi-lang', status: 'asserted', cites: ['001:9']},
  {from: 'ag:chi-lang-bcv', to: 'ev:tt-mieng-q1-2019', status: 'asserted', cites: ['001:13']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (event:Event {id: row.to})
MERGE (actors)-[r:ORGANIZED]->(event) SET r = row {.*, from: null, to: null};

// ---- Results and lessons ------------------------------------------------------------------------

// Outcomes, ratings and trends that the district reports (HAS_RESULT).
UNWIND [
  {id: 'res:001-1',
   name: 'Chuyên đề 2018 được các cấp, ngành, nhân dân đồng tình; tạo chuyển biến tích cực',
   kind: 'nhận định', status: 'asserted', cites: ['001:3']},
  {id: 'res:001-2',
   name: 'Học tập, làm theo Bác thành nội dung sinh hoạt thường kỳ; cán bộ tự xây dựng kế hoạch',
   kind: 'nhận định', status: 'asserted', cites: ['001:5'],
   note: 'tự giác; kế hoạch cá nhân nêu mục tiêu năm 2018, việc cụ thể, giải pháp, lộ trình'},
  {id: 'res:001-3', name: 'Không để xảy ra thông tin sai lệch, thiếu định hướng',
   kind: 'nhận định', status: 'asserted', cites: ['001:7']},
  {id: 'res:001-11',
   name: 'Nhân dân hiểu sâu hơn việc học tập, làm theo gương Bác; phát hiện, nhân rộng điển hình',
   kind: 'nhận định', status: 'asserted', cites: ['001:7']},
  {id: 'res:001-9', name: 'Huyện ủy lãnh đạo nhiều giải pháp nâng cao chất lượng chi bộ',
   kind: 'nhận định', status: 'asserted', cites: ['001:8']},
  {id: 'res:001-4',
   name: 'Một số chi bộ ở thị trấn Chi Lăng thể hiện tinh thần tự phê bình và phê bình',
   kind: 'nhận định', status: 'asserted', cites: ['001:9']},
  {id: 'res:001-10',
   name: 'Lấy mức độ hoàn thành công việc và sự hài lòng của dân để đánh giá cán bộ, đảng viên',
   kind: 'quan điểm', status: 'asserted', cites: ['001:9'],
   note: 'lời Bí thư Đảng ủy thị trấn Chi Lăng'},
  {id: 'res:001-5', name: 'Nhân dân đồng tình với việc xử lý kỷ luật', kind: 'nhận định',
   status: 'asserted', cites: ['001:11']},
  {id: 'res:001-6', name: 'Cuộc thi trở thành đợt sinh hoạt chính trị sâu rộng', kind: 'nhận định',
   status: 'asserted', cites: ['001:12']},
  {id: 'res:001-7',
   name: 'Nâng cao chất lượng cán bộ, đảng viên, chi, đảng bộ trong sạch vững mạnh',
   kind: 'nhận định', status: 'asserted', cites: ['001:14']},
  {id: 'res:001-8', name: 'Đảng bộ huyện Chi Lăng được xếp hoàn thành tốt nhiệm vụ năm 2018',
   kind: 'xếp loại', year: 2018, rating: 'hoàn thành tốt nhiệm vụ', status: 'asserted',
   cites: ['001:14'], note: 'cấp trên đánh giá; năm 2018 theo câu trước'}
] AS row
MATCH (d:District {id: 'district:chi-lang'})
MERGE (n:Result {id: row.id}) SET n = row
MERGE (d)-[r:HAS_RESULT]->(n) SET r = row {.status, .cites};

// What the results are about.
UNWIND [
  {from: 'res:001-1', to: 'dir:cd-2018', status: 'asserted', cites: ['001:3']},
  {from: 'res:001-2', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['001:5']},
  {from: 'res:001-3', to: 'ev:tt-dai-chung-2018-chi-lang', status: 'asserted', cites: ['001:7']},
  {from: 'res:001-11', to: 'ev:tt-dai-chung-2018-chi-lang', status: 'asserted', cites: ['001:7']},
  {from: 'res:001-9', to: 'ag:chi-lang-cap-uy', status: 'asserted', cites: ['001:8']},
  {from: 'res:001-4', to: 'ev:shcd-tt-chi-lang', status: 'asserted', cites: ['001:9']},
  {from: 'res:001-10', to: 'pc:du-tt-chi-lang', status: 'asserted', cites: ['001:9']},
  {from: 'res:001-5', to: 'ev:ky-luat-ubkt-2018', status: 'asserted', cites: ['001:11']},
  {from: 'res:001-5', to: 'ev:ky-luat-bch-2018', status: 'asserted', cites: ['001:11']},
  {from: 'res:001-6', to: 'mc:cuoc-thi-viet-chi-lang', status: 'asserted', cites: ['001:12']},
  {from: 'res:001-7', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['001:14']},
  {from: 'res:001-8', to: 'pc:db-chi-lang', status: 'asserted', cites: ['001:14']},
  {from: 'res:001-8', to: 'ev:phan-loai-2018-chi-lang', status: 'asserted', cites: ['001:14']}
] AS row
MATCH (result:Result {id: row.from}), (target {id: row.to})
MERGE (result)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// ---- Shortcomings and violations ----------------------------------------------------------------
// Violations (vi phạm) are not limitations (hạn chế): kind tells them apart.

// Seen in the district (OBSERVED_IN).
UNWIND [
  {id: 'sc:001-4',
   name: 'Khuyết điểm đã chỉ ra trong tự phê bình và phê bình cuối năm (không liệt kê)',
   kind: 'hạn chế', enumerated: false, status: 'asserted', cites: ['001:10']},
  {id: 'sc:001-1', name: 'Đánh bạc', kind: 'vi phạm', ordinal: 1, status: 'asserted',
   cites: ['001:11'],
   note: 'Danh mục vi phạm kết thúc bằng "…" (để mở); cú pháp gắn với 14 đảng viên do UBKT kỷ luật'},
  {id: 'sc:001-2', name: 'Thiếu trách nhiệm trong quản lý, để xảy ra vi phạm pháp luật đất đai',
   kind: 'vi phạm', ordinal: 2, status: 'asserted', cites: ['001:11'],
   note: 'Danh mục vi phạm kết thúc bằng "…" (để mở); cú pháp gắn với 14 đảng viên do UBKT kỷ luật'},
  {id: 'sc:001-3', name: 'Buôn bán, tàng trữ trái phép vũ khí quân dụng', kind: 'vi phạm',
   ordinal: 3, status: 'asserted', cites: ['001:11'],
   note: 'Danh mục vi phạm kết thúc bằng "…" (để mở); cú pháp gắn với 14 đảng viên do UBKT kỷ luật'}
] AS row
MATCH (d:District {id: 'district:chi-lang'})
MERGE (n:Shortcoming {id: row.id}) SET n = row
MERGE (n)-[r:OBSERVED_IN]->(d) SET r = row {.status, .cites};

// What the shortcomings are about.
UNWIND [
  {from: 'sc:001-1', to: 'ev:ky-luat-ubkt-2018', status: 'asserted', cites: ['001:11']},
  {from: 'sc:001-2', to: 'ev:ky-luat-ubkt-2018', status: 'asserted', cites: ['001:11']},
  {from: 'sc:001-3', to: 'ev:ky-luat-ubkt-2018', status: 'asserted', cites: ['001:11']}
] AS row
MATCH (shortcoming:Shortcoming {id: row.from}), (event:Event {id: row.to})
MERGE (shortcoming)-[r:CONCERNS]->(event) SET r = row {.*, from: null, to: null};

// ---- Tasks --------------------------------------------------------------------------------------

// Tasks and subtasks.
UNWIND [
  {id: 'task:001-1',
   name: 'Gắn học tập, làm theo Bác với sửa chữa khuyết điểm; xử lý dứt điểm sai phạm của từng cán bộ, đảng viên',
   status: 'asserted', cites: ['001:10'], note: 'người thực hiện không nêu'},
  {id: 'task:001-2', name: 'Chọn xong tác phẩm dự thi chất lượng gửi cấp trên',
   deadlineKind: 'expected', deadline: '2019-03-31', deadlinePrecision: 'month',
   deadlineText: 'dự kiến trong tháng 3/2019', status: 'asserted', cites: ['001:12']},
  {id: 'task:001-3', name: 'Theo dõi, đôn đốc học tập chuyên đề 2018 và chuyên đề 2019',
   status: 'asserted', cites: ['001:15']}
] AS row
MERGE (n:Task {id: row.id}) SET n = row;

// What the tasks are about.
UNWIND [
  {from: 'task:001-1', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['001:10']},
  {from: 'task:001-1', to: 'sc:001-4', status: 'asserted', cites: ['001:10']},
  {from: 'task:001-1', to: 'ag:chi-lang-cbdv', status: 'asserted', cites: ['001:10']},
  {from: 'task:001-2', to: 'mc:cuoc-thi-viet-chi-lang', status: 'asserted', cites: ['001:12']},
  {from: 'task:001-2', to: 'ag:chi-lang-cap-tren-cuoc-thi', role: 'nơi nhận tác phẩm',
   status: 'asserted', cites: ['001:12']},
  {from: 'task:001-3', to: 'dir:cd-2018', status: 'asserted', cites: ['001:15']},
  {from: 'task:001-3', to: 'dir:cd-2019', status: 'asserted', cites: ['001:15']},
  {from: 'task:001-3', to: 'dir:hd-42-chi-lang', status: 'asserted', cites: ['001:15']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// Who gave the task.
MATCH (task:Task {id: 'task:001-1'}), (body:PartyCommittee {id: 'pc:hu-chi-lang'})
MERGE (task)-[r:ASSIGNED_BY]->(body) SET r = {status: 'asserted', cites: ['001:10']};

// Who has to do it.
UNWIND [
  {from: 'task:001-2', to: 'org:btc-cuoc-thi-chi-lang', status: 'asserted', cites: ['001:12']},
  {from: 'task:001-3', to: 'pc:btg-chi-lang', status: 'asserted', cites: ['001:15']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:ASSIGNED_TO]->(target) SET r = row {.*, from: null, to: null};

// Which task is meant to mend which shortcoming.
MATCH (task:Task {id: 'task:001-1'}), (shortcoming:Shortcoming {id: 'sc:001-4'})
MERGE (task)-[r:ADDRESSES]->(shortcoming) SET r = {status: 'asserted', cites: ['001:10']};

// ---- Figures ------------------------------------------------------------------------------------
// "Hơn 200" is printed twice: contest entries (001:12) and propaganda sessions (001:13).

// Each number with its meaning, reported by the district (HAS_FIGURE).
UNWIND [
  // 001:5
  {id: 'fig:001-1', name: 'Tỷ lệ cán bộ, đảng viên được tuyên truyền chuyên đề 2018',
   metric: 'propagandaReachShare', value: 100.0, unit: 'percent', comparator: '=', percent: 100.0,
   percentStatus: 'stated', period: '2018', periodStart: '2018-01-01', periodEnd: '2018-12-31',
   status: 'asserted', cites: ['001:5']},
  // 001:7
  {id: 'fig:001-2', name: 'Tin, bài tuyên truyền về học và làm theo gương Bác',
   metric: 'propagandaArticles', value: 78.0, unit: 'tin, bài', comparator: '=', period: '2018',
   periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted', cites: ['001:7']},
  {id: 'fig:001-3', name: 'Pa nô, khẩu hiệu', metric: 'propagandaPanels', value: 20.0,
   unit: 'pa nô, khẩu hiệu', comparator: '=', period: '2018', periodStart: '2018-01-01',
   periodEnd: '2018-12-31', status: 'asserted', cites: ['001:7']},
  // 001:11
  {id: 'fig:001-4', name: 'Đảng viên bị Ban Chấp hành Đảng bộ huyện kỷ luật',
   metric: 'disciplinedByCommittee', value: 1.0, unit: 'người', comparator: '=', period: '2018',
   periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted', cites: ['001:11'],
   note: 'là ủy viên Ban Chấp hành Đảng bộ huyện'},
  {id: 'fig:001-5', name: 'Đảng viên bị Ủy ban Kiểm tra Huyện ủy kỷ luật',
   metric: 'disciplinedByInspection', value: 14.0, unit: 'người', comparator: '=', period: '2018',
   periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted', cites: ['001:11'],
   note: 'nguồn viết "thi thành kỷ luật" (lỗi gõ của "thi hành")'},
  {id: 'fig:001-6', name: 'Tổng số bị kỷ luật (cộng hai cơ quan)', metric: 'disciplinedTotal',
   value: 15.0, unit: 'người', comparator: '=', period: '2018', periodStart: '2018-01-01',
   periodEnd: '2018-12-31', status: 'inferred', basis: 'computed', cites: ['001:11'],
   note: '1 + 14; bài không nêu tổng và không loại trừ trùng người'},
  // 001:12
  {id: 'fig:001-7', name: 'Bài dự thi viết đã nhận', metric: 'contestEntries', value: 200.0,
   unit: 'bài dự thi', comparator: '>', period: 'từ 10/2018 đến lúc viết bài',
   periodStart: '2018-10-01', periodEnd: '2019-03-31', status: 'asserted', cites: ['001:12']},
  // 001:13
  {id: 'fig:001-8', name: 'Buổi tuyên truyền miệng', metric: 'oralPropagandaSessions',
   value: 200.0, unit: 'buổi', comparator: '>', period: 'quý 1/2019', periodStart: '2019-01-01',
   periodEnd: '2019-03-31', status: 'asserted', cites: ['001:13']},
  {id: 'fig:001-9', name: 'Lượt người nghe tuyên truyền', metric: 'oralPropagandaListeners',
   value: 11000.0, unit: 'lượt người', comparator: '~>', period: 'quý 1/2019',
   periodStart: '2019-01-01', periodEnd: '2019-03-31', status: 'asserted', cites: ['001:13'],
   note: '"khoảng hơn"'},
  // 001:14
  {id: 'fig:001-10', name: 'Chi, đảng bộ trực thuộc hoàn thành tốt nhiệm vụ trở lên',
   metric: 'partyOrgsGoodOrBetter', value: 52.0, unit: 'chi, đảng bộ', comparator: '=',
   numerator: 52, denominator: 55, percent: 94.55, percentStatus: 'derived', period: '2018',
   periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted', cites: ['001:14']},
  {id: 'fig:001-11', name: 'Số chi, đảng bộ trực thuộc (mẫu số)', metric: 'affiliatedPartyOrgs',
   metricGroup: 'partyOrgCount', role: 'denominator', value: 55.0, unit: 'chi, đảng bộ',
   comparator: '=', period: '2018', periodStart: '2018-01-01', periodEnd: '2018-12-31',
   status: 'asserted', cites: ['001:14']},
  {id: 'fig:001-12', name: 'Đảng viên hoàn thành tốt nhiệm vụ trở lên',
   metric: 'partyMembersGoodOrBetter', value: 80.0, unit: 'percent', comparator: '=',
   percent: 80.0, percentStatus: 'stated', period: '2018', periodStart: '2018-01-01',
   periodEnd: '2018-12-31', status: 'asserted', cites: ['001:14'], note: 'không có số tuyệt đối'},
  {id: 'fig:001-13', name: 'Chi, đảng bộ dưới mức hoàn thành tốt', metric: 'partyOrgsBelowGood',
   value: 3.0, unit: 'chi, đảng bộ', comparator: '=', numerator: 3, denominator: 55, percent: 5.45,
   percentStatus: 'derived', period: '2018', periodStart: '2018-01-01', periodEnd: '2018-12-31',
   status: 'inferred', basis: 'computed', cites: ['001:14'], note: '55 − 52'}
] AS row
MATCH (d:District {id: 'district:chi-lang'})
MERGE (n:Figure {id: row.id}) SET n = row
MERGE (d)-[r:HAS_FIGURE]->(n) SET r = row {.status, .basis, .confidence, .cites};

// What each number counts.
UNWIND [
  // 001:5
  {from: 'fig:001-1', to: 'ev:tt-cd2018-chi-lang', status: 'asserted', cites: ['001:5']},
  {from: 'fig:001-1', to: 'dir:cd-2018', status: 'asserted', cites: ['001:5']},
  // 001:7
  {from: 'fig:001-2', to: 'ev:tt-dai-chung-2018-chi-lang', status: 'asserted', cites: ['001:7']},
  {from: 'fig:001-3', to: 'ev:tt-dai-chung-2018-chi-lang', status: 'asserted', cites: ['001:7']},
  // 001:11
  {from: 'fig:001-4', to: 'ev:ky-luat-bch-2018', status: 'asserted', cites: ['001:11']},
  {from: 'fig:001-4', to: 'pc:bch-chi-lang', status: 'asserted', cites: ['001:11']},
  {from: 'fig:001-5', to: 'ev:ky-luat-ubkt-2018', status: 'asserted', cites: ['001:11']},
  {from: 'fig:001-5', to: 'pc:ubkt-chi-lang', status: 'asserted', cites: ['001:11']},
  // 001:12
  {from: 'fig:001-7', to: 'mc:cuoc-thi-viet-chi-lang', status: 'asserted', cites: ['001:12']},
  // 001:13
  {from: 'fig:001-8', to: 'ev:tt-mieng-q1-2019', status: 'asserted', cites: ['001:13']},
  {from: 'fig:001-9', to: 'ev:tt-mieng-q1-2019', status: 'asserted', cites: ['001:13']},
  // 001:14
  {from: 'fig:001-10', to: 'ev:phan-loai-2018-chi-lang', status: 'asserted', cites: ['001:14']},
  {from: 'fig:001-10', to: 'ag:chi-lang-chi-dang-bo', status: 'asserted', cites: ['001:14']},
  {from: 'fig:001-11', to: 'ag:chi-lang-chi-dang-bo', status: 'asserted', cites: ['001:14']},
  {from: 'fig:001-12', to: 'ev:phan-loai-2018-chi-lang', status: 'asserted', cites: ['001:14']}
] AS row
MATCH (figure:Figure {id: row.from}), (target {id: row.to})
MERGE (figure)-[r:MEASURES]->(target) SET r = row {.*, from: null, to: null};

// Computed or repaired figures and what they come from.
UNWIND [
  {from: 'fig:001-6', to: 'fig:001-4', status: 'inferred', basis: 'computed', cites: ['001:11']},
  {from: 'fig:001-6', to: 'fig:001-5', status: 'inferred', basis: 'computed', cites: ['001:11']},
  {from: 'fig:001-13', to: 'fig:001-10', status: 'inferred', basis: 'computed', cites: ['001:14']}
] AS row
MATCH (a:Figure {id: row.from}), (b:Figure {id: row.to})
MERGE (a)-[r:DERIVED_FROM]->(b) SET r = row {.*, from: null, to: null};

// ---- Themes -------------------------------------------------------------------------------------

// Themes that the district stresses.
UNWIND [
  {from: 'district:chi-lang', to: 'theme:kiem-tra-giam-sat', status: 'asserted',
   cites: ['001:4', '001:10']},
  {from: 'district:chi-lang', to: 'theme:hoc-tap-quan-triet', status: 'asserted',
   cites: ['001:4', '001:9']},
  {from: 'district:chi-lang', to: 'theme:tuyen-truyen', status: 'asserted',
   cites: ['001:4', '001:5', '001:7', '001:13']},
  {from: 'district:chi-lang', to: 'theme:nhan-rong', status: 'asserted', cites: ['001:7']},
  {from: 'district:chi-lang', to: 'theme:tu-phe-binh', status: 'asserted',
   cites: ['001:9', '001:10']},
  {from: 'district:chi-lang', to: 'theme:vung-manh', status: 'asserted', cites: ['001:14']}
] AS row
MATCH (district:District {id: row.from}), (theme:Theme {id: row.to})
MERGE (district)-[r:EMPHASIZES]->(theme) SET r = row {.*, from: null, to: null};

// ---- Page furniture (quarantined: no answer may come from it) -----------------------------------

// Seen on the page (LISTED_ON), cited where it begins.
UNWIND [
  {id: 'sb:001-date', name: 'Ngày trên đầu trang "Thứ ba, 30/11/2021"', kind: 'ngày đầu trang',
   headerDate: '2021-11-30', status: 'asserted', cites: ['001:1']}
] AS row
MATCH (s:Source {id: 'src:001'})
MERGE (n:SidebarItem {id: row.id}) SET n = row
MERGE (n)-[r:LISTED_ON]->(s) SET r = {status: row.status, cites: row.cites[..1]};

// ---- Mentions -----------------------------------------------------------------------------------

// Whatever cites a paragraph of this article is mentioned in it.
MATCH (n) WHERE NOT n:Passage
UNWIND n.cites AS cite
MATCH (p:Passage {name: cite, doc: '001'})
MERGE (n)-[r:MENTIONED_IN]->(p) SET r = {status: n.status, cites: [cite]};

// The words of the article where they are not those of the name.
UNWIND [
  {id: 'src:001', at: '001:1', surface: 'Thứ ba, 30/11/2021'},
  {id: 'dir:cd-2018', at: '001:2', surface: 'chuyên đề năm 2018'},
  {id: 'district:chi-lang', at: '001:3', surface: 'huyện Chi Lăng'},
  {id: 'province:lang-son', at: '001:3', surface: 'LSO'},
  {id: 'media:lso', at: '001:3', surface: 'LSO'},
  {id: 'ag:chi-lang-nhan-dan', at: '001:3', surface: 'nhân dân'},
  {id: 'dir:cd-2018', at: '001:3', surface: 'chuyên đề'},
  {id: 'official:lo-minh-hong', at: '001:4', surface: 'Ông Lô Minh Hồng'},
  {id: 'post:tbtg-chi-lang', at: '001:4', surface: 'Trưởng Ban Tuyên giáo Huyện ủy'},
  {id: 'pc:ttr-chi-lang', at: '001:4', surface: 'Thường trực Huyện ủy'},
  {id: 'pc:btg-chi-lang', at: '001:4', surface: 'Ban Tuyên giáo'},
  {id: 'dir:kh-cd2018-chi-lang', at: '001:4', surface: 'kế hoạch, hướng dẫn'},
  {id: 'pc:db-chi-lang', at: '001:5', surface: 'Đảng bộ huyện'},
  {id: 'pc:hu-chi-lang', at: '001:5', surface: 'Huyện ủy Chi Lăng'},
  {id: 'dir:cd-2018', at: '001:5', surface: 'chuyên đề năm 2018'},
  {id: 'district:chi-lang', at: '001:6', surface: 'huyện Chi Lăng'},
  {id: 'org:bpmc-nhan-ly', at: '001:6', surface: 'bộ phận một cửa xã Nhân Lý'},
  {id: 'ag:chi-lang-cap-tren-vhtt', at: '001:7', surface: 'cấp trên'},
  {id: 'org:pvhtt-chi-lang', at: '001:7', surface: 'Phòng Văn hóa – Thông tin'},
  {id: 'org:ttvh-chi-lang', at: '001:7',
   surface: 'Trung tâm Văn hóa, Thể thao và Truyền thông huyện'},
  {id: 'dir:cd-2018', at: '001:7', surface: 'chuyên đề'},
  {id: 'dir:kh-tt-cd2018-chi-lang', at: '001:7', surface: 'kế hoạch tuyên truyền chuyên đề'},
  {id: 'mc:hoc-tap-lam-theo-bac', at: '001:7', surface: 'học và làm theo gương Bác'},
  {id: 'person:ho-chi-minh', at: '001:7', surface: 'Bác'},
  {id: 'pc:dang', at: '001:8', surface: 'Đảng'},
  {id: 'ag:chi-lang-cap-uy', at: '001:8', surface: 'các cấp ủy Đảng'},
  {id: 'official:hoang-van-eng', at: '001:9', surface: 'Ông Hoàng Văn Éng'},
  {id: 'ag:chi-lang-chi-bo-tt', at: '001:9', surface: 'Một số chi bộ trực thuộc'},
  {id: 'dir:cd-2018', at: '001:9', surface: 'chuyên đề 2018'},
  {id: 'person:ho-chi-minh', at: '001:9', surface: 'Bác'},
  {id: 'person:ho-chi-minh', at: '001:10', surface: 'Bác'},
  {id: 'pc:bch-chi-lang', at: '001:11', surface: 'Ban Chấp hành Đảng bộ huyện'},
  {id: 'pc:ubkt-chi-lang', at: '001:11', surface: 'Ủy ban Kiểm tra Huyện ủy'},
  {id: 'district:chi-lang', at: '001:12', surface: 'huyện Chi Lăng'},
  {id: 'ag:chi-lang-cap-tren-cuoc-thi', at: '001:12', surface: 'cấp trên'},
  {id: 'org:btc-cuoc-thi-chi-lang', at: '001:12', surface: 'ban tổ chức'},
  {id: 'mc:cuoc-thi-viet-chi-lang', at: '001:12', surface: 'cuộc thi viết'},
  {id: 'ag:chi-lang-bcv', at: '001:13', surface: 'đội ngũ báo cáo viên, tuyên truyền viên'},
  {id: 'mc:ra-quan-dau-xuan-chi-lang', at: '001:13', surface: 'ra quân đầu xuân'},
  {id: 'pc:cap-tren-chi-lang', at: '001:14', surface: 'cấp trên'},
  {id: 'ag:chi-lang-chi-dang-bo', at: '001:14', surface: 'chi, đảng bộ trực thuộc'},
  {id: 'dir:cd-2018', at: '001:15', surface: 'chuyên đề năm 2018'},
  {id: 'dir:cd-2019', at: '001:15', surface: 'chuyên đề 2019'},
  {id: 'dir:hd-42-chi-lang', at: '001:15', surface: 'hướng dẫn số 42-HD/HU ngày 20/12/2018'},
  {id: 'person:thanh-mai', at: '001:16', surface: 'THANH MAI'}
] AS row
MATCH (n {id: row.id})-[r:MENTIONED_IN]->(:Passage {name: row.at}) SET r.surface = row.surface;
