// Tân Uyên (Lai Châu): quality of ideological work.
// Document 004, “Đảng bộ Tân Uyên nâng cao chất lượng, hiệu quả công tác tư tưởng”.
//
// Published 15/07/2023 05:55. Not Tân Uyên of Bình Dương. From 004:14 on the page is furniture,
// among it five documents of 2024 that have nothing to do with the article.

// ---- The article and its paragraphs -------------------------------------------------------------

// The article.
UNWIND [
  {id: 'src:004', name: 'Đảng bộ Tân Uyên nâng cao chất lượng, hiệu quả công tác tư tưởng',
   docId: '004', title: 'Đảng bộ Tân Uyên nâng cao chất lượng, hiệu quả công tác tư tưởng',
   language: 'vi', publishedAt: '2023-07-15T05:55:00', publishedEarliest: '2023-07-15',
   publishedLatest: '2023-07-15', publishedPrecision: 'minute', publishedStatus: 'asserted',
   viewsInferred: 441, commentsInferred: 0, file: '004_8883bf7a7285d397.txt',
   sha256: '1ec55fcec32fd0fbb07336a96ef13164f591ad3dc415af84559dba3dc4a65733', lineCount: 70,
   paraCount: 41, articleParaCount: 13, status: 'asserted', cites: ['004:1', '004:2'],
   note: 'Tên cơ quan xuất bản không có trong tệp. Dòng P2 in "441 0" không nhãn, đọc là lượt xem và bình luận'}
] AS row
MERGE (n:Source {id: row.id}) SET n = row;

// Its paragraphs: number (every line that is not empty), physical line, zone of the page.
UNWIND [
  {para: 1, line: 1, zone: 'title'},
  {para: 2, line: 3, zone: 'dateline'},
  {para: 3, line: 5, zone: 'caption'},
  {para: 4, line: 7, zone: 'caption'},
  {para: 5, line: 8, zone: 'lead'},
  {para: 6, line: 9, zone: 'body'},
  {para: 7, line: 11, zone: 'body'},
  {para: 8, line: 13, zone: 'body'},
  {para: 9, line: 15, zone: 'body'},
  {para: 10, line: 17, zone: 'body'},
  {para: 11, line: 19, zone: 'body'},
  {para: 12, line: 21, zone: 'body'},
  {para: 13, line: 23, zone: 'byline'},
  {para: 14, line: 25, zone: 'ui'},
  {para: 15, line: 27, zone: 'sidebar'},
  {para: 16, line: 29, zone: 'sidebar'},
  {para: 17, line: 31, zone: 'sidebar'},
  {para: 18, line: 33, zone: 'sidebar'},
  {para: 19, line: 35, zone: 'sidebar'},
  {para: 20, line: 37, zone: 'sidebar'},
  {para: 21, line: 39, zone: 'sidebar'},
  {para: 22, line: 41, zone: 'sidebar'},
  {para: 23, line: 43, zone: 'sidebar'},
  {para: 24, line: 45, zone: 'sidebar'},
  {para: 25, line: 47, zone: 'sidebar'},
  {para: 26, line: 49, zone: 'sidebar'},
  {para: 27, line: 51, zone: 'sidebar'},
  {para: 28, line: 53, zone: 'sidebar'},
  {para: 29, line: 55, zone: 'sidebar'},
  {para: 30, line: 57, zone: 'sidebar'},
  {para: 31, line: 58, zone: 'sidebar'},
  {para: 32, line: 60, zone: 'sidebar'},
  {para: 33, line: 62, zone: 'sidebar'},
  {para: 34, line: 63, zone: 'counter'},
  {para: 35, line: 64, zone: 'counter'},
  {para: 36, line: 65, zone: 'counter'},
  {para: 37, line: 66, zone: 'counter'},
  {para: 38, line: 67, zone: 'counter'},
  {para: 39, line: 68, zone: 'ui'},
  {para: 40, line: 69, zone: 'ui'},
  {para: 41, line: 70, zone: 'ui'}
] AS row
WITH row, '004:' + toString(row.para) AS name
MATCH (s:Source {id: 'src:004'})
MERGE (n:Passage {id: 'psg:' + name})
SET n = row {.*, id: 'psg:' + name, name: name, doc: '004', status: 'asserted', cites: [name],
  isArticle: row.zone IN ['title', 'kicker', 'lead', 'body',
    'caption', 'byline', 'dateline']}
MERGE (n)-[r:PASSAGE_OF]->(s) SET r = {status: 'asserted', cites: [name]};

// ---- Places -------------------------------------------------------------------------------------

// Provinces.
UNWIND [
  {id: 'province:lai-chau', name: 'Lai Châu', kind: 'tỉnh', aliases: ['tỉnh Lai Châu'],
   status: 'asserted', cites: ['004:6', '004:31', '004:32'],
   note: '"tỉnh Lai Châu" chỉ có ở khung bên P31, P32; trong bài suy từ thành phố Lai Châu và "Đảng bộ tỉnh"'}
] AS row
MERGE (n:Province {id: row.id}) SET n = row;

// The district.
UNWIND [
  {id: 'district:tan-uyen', name: 'Tân Uyên', kind: 'huyện',
   aliases: ['huyện Tân Uyên', 'Tân uyên', 'Tan Uyen'], status: 'asserted',
   cites: ['004:1', '004:3', '004:5', '004:6', '004:7', '004:8', '004:10', '004:11', '004:12'],
   note: 'P5 viết "Tân uyên" (lỗi chữ hoa); trùng tên với Tân Uyên (Bình Dương)'}
] AS row
MERGE (n:District {id: row.id}) SET n = row;

// Communes and towns.
UNWIND [
  {id: 'commune:tt-tan-uyen', name: 'thị trấn Tân Uyên', kind: 'thị trấn',
   aliases: ['TT Tân Uyên'], status: 'asserted', cites: ['004:7']}
] AS row
MERGE (n:Commune {id: row.id}) SET n = row;

// Other places.
UNWIND [
  {id: 'place:tp-lai-chau', name: 'thành phố Lai Châu', kind: 'thành phố',
   aliases: ['TP Lai Châu'], status: 'asserted', cites: ['004:6']}
] AS row
MERGE (n:Place {id: row.id}) SET n = row;

// The district the article is about.
MATCH (source:Source {id: 'src:004'}), (district:District {id: 'district:tan-uyen'})
MERGE (source)-[r:ABOUT]->(district)
SET r = {status: 'asserted', cites: ['004:1', '004:5', '004:6']};

// What lies in what.
MATCH (district:District {id: 'district:tan-uyen'}), (province:Province {id: 'province:lai-chau'})
MERGE (district)-[r:PART_OF]->(province)
SET r = {status: 'inferred', basis: 'context', cites: ['004:6']};

MATCH (commune:Commune {id: 'commune:tt-tan-uyen'}), (district:District {id: 'district:tan-uyen'})
MERGE (commune)-[r:PART_OF]->(district) SET r = {status: 'asserted', cites: ['004:7']};

MATCH (place:Place {id: 'place:tp-lai-chau'}), (province:Province {id: 'province:lai-chau'})
MERGE (place)-[r:PART_OF]->(province)
SET r = {status: 'inferred', basis: 'context', cites: ['004:6']};

// Distance and direction.
MATCH (district:District {id: 'district:tan-uyen'}), (place:Place {id: 'place:tp-lai-chau'})
MERGE (district)-[r:NEAR]->(place)
SET r = {distanceKm: 60, comparator: '<', direction: 'Đông Nam', status: 'asserted',
  cites: ['004:6'], note: 'huyện ở phía Đông Nam thành phố, gần 60 km'};

// ---- Party bodies, other bodies and unnamed groups ----------------------------------------------

// Party bodies.
UNWIND [
  {id: 'pc:db-tan-uyen', name: 'Đảng bộ huyện Tân Uyên', kind: 'đảng bộ', level: 'huyện',
   aliases: ['Đảng bộ Tân Uyên'], status: 'asserted',
   cites: ['004:1', '004:5', '004:6', '004:10', '004:11', '004:12']},
  {id: 'pc:tu-lai-chau', name: 'Tỉnh ủy Lai Châu', kind: 'tỉnh ủy', level: 'tỉnh',
   aliases: ['Tỉnh ủy Lai Châu', 'Ban Chấp hành Đảng bộ tỉnh Lai Châu'], status: 'asserted',
   cites: ['004:5', '004:6', '004:9'], note: 'tỉnh suy ra'},
  {id: 'pc:db-tinh-lai-chau', name: 'Đảng bộ tỉnh (Lai Châu)', kind: 'đảng bộ', level: 'tỉnh',
   status: 'asserted', cites: ['004:5', '004:6']},
  {id: 'pc:btv-tan-uyen', name: 'Ban Thường vụ Huyện ủy Tân Uyên', kind: 'ban thường vụ',
   level: 'huyện', aliases: ['BTV Huyện ủy Tân Uyên'], status: 'asserted',
   cites: ['004:6', '004:8', '004:9', '004:10']},
  {id: 'pc:hu-tan-uyen', name: 'Huyện ủy Tân Uyên', kind: 'huyện ủy', level: 'huyện',
   status: 'asserted', cites: ['004:8', '004:11']},
  {id: 'pc:bcd35-tan-uyen', name: 'Ban Chỉ đạo 35 huyện Tân Uyên', kind: 'ban chỉ đạo',
   level: 'huyện', aliases: ['BCĐ 35', 'Ban Chỉ đạo 35'], status: 'asserted', cites: ['004:8'],
   note: '35 là tên ban, không phải số lượng'}
] AS row
MERGE (n:PartyCommittee {id: row.id}) SET n = row;

// Bodies outside the Party.
UNWIND [
  {id: 'org:dt-tan-uyen', name: 'Các đoàn thể (Tân Uyên)', kind: 'đoàn thể', level: 'huyện',
   status: 'asserted', cites: ['004:7', '004:8', '004:9']},
  {id: 'org:ttct-tan-uyen', name: 'Trung tâm chính trị huyện Tân Uyên',
   kind: 'trung tâm chính trị', level: 'huyện',
   aliases: ['TTCT huyện Tân Uyên', 'Trung tâm chính trị Tân Uyên'], status: 'asserted',
   cites: ['004:8']},
  {id: 'org:mttq-tan-uyen', name: 'Mặt trận Tổ quốc (Tân Uyên)', kind: 'mặt trận', level: 'huyện',
   aliases: ['MTTQ Tân Uyên'], status: 'asserted', cites: ['004:9']}
] AS row
MERGE (n:Organization {id: row.id}) SET n = row;

// Collectives that act, are addressed or are counted, but have no name.
UNWIND [
  // 004:6
  {id: 'ag:tan-uyen-tccsd', name: 'Các tổ chức cơ sở đảng huyện Tân Uyên', kind: 'tập thể',
   status: 'asserted', cites: ['004:6', '004:10']},
  {id: 'ag:tan-uyen-dang-vien', name: 'Đảng viên Đảng bộ huyện Tân Uyên', kind: 'cá nhân',
   status: 'asserted', cites: ['004:6', '004:10']},
  {id: 'ag:tan-uyen-dan-toc', name: '10 dân tộc cùng chung sống (Tân Uyên)', kind: 'tập thể',
   status: 'asserted', cites: ['004:6'], note: 'không kể tên'},
  {id: 'ag:tan-uyen-xa-thi-tran', name: 'Các xã, thị trấn huyện Tân Uyên',
   kind: 'đơn vị hành chính', status: 'asserted', cites: ['004:6', '004:7', '004:8']},
  // 004:8
  {id: 'ag:tan-uyen-bcv', name: 'Đội ngũ báo cáo viên, tuyên truyền viên huyện Tân Uyên',
   kind: 'tập thể', status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-giang-vien', name: 'Giảng viên Trung tâm chính trị huyện Tân Uyên',
   kind: 'cá nhân', status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-can-bo', name: 'Cán bộ, đảng viên huyện Tân Uyên', kind: 'cá nhân',
   status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-cb-btv-quan-ly',
   name: 'Cán bộ thuộc diện Ban Thường vụ Huyện ủy Tân Uyên quản lý', kind: 'cá nhân',
   status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-doi-van-nghe', name: 'Đội văn nghệ quần chúng huyện Tân Uyên', kind: 'tập thể',
   status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-nghe-nhan', name: 'Nghệ nhân truyền dạy văn hóa truyền thống (Tân Uyên)',
   kind: 'cá nhân', status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-clb',
   name: 'Câu lạc bộ bảo tồn văn hóa các dân tộc thiểu số trong trường học (Tân Uyên)',
   kind: 'tập thể', status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-thanh-nien', name: 'Đoàn viên, thanh niên, học sinh huyện Tân Uyên',
   kind: 'cá nhân', status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-ctv-dlxh', name: 'Cộng tác viên dư luận xã hội, cán bộ cơ sở (Tân Uyên)',
   kind: 'cá nhân', status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-co-quan-chuc-nang', name: 'Các cơ quan chức năng huyện Tân Uyên',
   kind: 'tập thể', status: 'asserted', cites: ['004:8']},
  {id: 'ag:tan-uyen-2-xa-bien-soan', name: 'Hai xã đang biên soạn lịch sử Đảng bộ (Tân Uyên)',
   kind: 'đơn vị hành chính', status: 'asserted', cites: ['004:8'], note: 'không nêu tên'},
  // 004:11
  {id: 'ag:tan-uyen-cap-uy', name: 'Các cấp ủy Đảng huyện Tân Uyên', kind: 'tập thể',
   status: 'asserted', cites: ['004:11']}
] AS row
MERGE (n:ActorGroup {id: row.id}) SET n = row;

// Where bodies and groups belong.
UNWIND [
  {from: 'pc:db-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:1']},
  {from: 'pc:tu-lai-chau', to: 'province:lai-chau', status: 'inferred', basis: 'context',
   cites: ['004:5']},
  {from: 'pc:db-tinh-lai-chau', to: 'province:lai-chau', status: 'inferred', basis: 'context',
   cites: ['004:5']},
  {from: 'pc:btv-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:6']},
  {from: 'pc:hu-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'pc:bcd35-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (place {id: row.to})
MERGE (body)-[r:BASED_IN]->(place) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'org:ttct-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'org:mttq-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:9']},
  {from: 'org:dt-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:9']}
] AS row
MATCH (body:Organization {id: row.from}), (district:District {id: row.to})
MERGE (body)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

UNWIND [
  // 004:6
  {from: 'ag:tan-uyen-tccsd', to: 'district:tan-uyen', status: 'asserted', cites: ['004:6']},
  {from: 'ag:tan-uyen-dang-vien', to: 'district:tan-uyen', status: 'asserted', cites: ['004:6']},
  {from: 'ag:tan-uyen-dan-toc', to: 'district:tan-uyen', status: 'asserted', cites: ['004:6']},
  {from: 'ag:tan-uyen-xa-thi-tran', to: 'district:tan-uyen', status: 'asserted', cites: ['004:6']},
  // 004:8
  {from: 'ag:tan-uyen-bcv', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-giang-vien', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-can-bo', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-cb-btv-quan-ly', to: 'district:tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'ag:tan-uyen-doi-van-nghe', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-nghe-nhan', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-clb', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-thanh-nien', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-ctv-dlxh', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ag:tan-uyen-co-quan-chuc-nang', to: 'district:tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'ag:tan-uyen-2-xa-bien-soan', to: 'district:tan-uyen', status: 'asserted',
   cites: ['004:8']},
  // 004:11
  {from: 'ag:tan-uyen-cap-uy', to: 'district:tan-uyen', status: 'asserted', cites: ['004:11']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (district:District {id: row.to})
MERGE (actors)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

// Bodies inside bodies.
UNWIND [
  {from: 'pc:btv-tan-uyen', to: 'pc:hu-tan-uyen', status: 'asserted', cites: ['004:6']},
  {from: 'pc:tu-lai-chau', to: 'pc:db-tinh-lai-chau', status: 'asserted', cites: ['004:6'],
   note: 'Ban Chấp hành Đảng bộ tỉnh'},
  {from: 'pc:hu-tan-uyen', to: 'pc:db-tan-uyen', status: 'inferred', basis: 'background',
   cites: ['004:11'], note: 'Huyện ủy là ban chấp hành của đảng bộ huyện theo Điều lệ'}
] AS row
MATCH (a:PartyCommittee {id: row.from}), (b:PartyCommittee {id: row.to})
MERGE (a)-[r:SUBUNIT_OF]->(b) SET r = row {.*, from: null, to: null};

// Who instructs whom.
UNWIND [
  {from: 'pc:hu-tan-uyen', to: 'ag:tan-uyen-xa-thi-tran', subject: 'xây dựng Trang TTĐT',
   status: 'inferred', basis: 'context', confidence: 'medium', cites: ['004:7'],
   note: 'chủ ngữ bài ghi là "Huyện"'},
  {from: 'pc:hu-tan-uyen', to: 'org:ttct-tan-uyen',
   subject: 'đưa lịch sử Đảng bộ địa phương vào giảng dạy', status: 'asserted', cites: ['004:8']},
  {from: 'pc:hu-tan-uyen', to: 'ag:tan-uyen-co-quan-chuc-nang',
   subject: 'kế hoạch đào tạo, bồi dưỡng chính trị hằng năm', status: 'asserted', cites: ['004:8']},
  {from: 'pc:tu-lai-chau', to: 'pc:btv-tan-uyen', subject: 'triển khai KL 01', status: 'asserted',
   cites: ['004:9']},
  {from: 'pc:trung-uong', to: 'pc:btv-tan-uyen', subject: 'triển khai KL 01', status: 'asserted',
   cites: ['004:9']},
  {from: 'pc:btv-tan-uyen', to: 'org:mttq-tan-uyen', subject: 'giám sát, phản biện xã hội',
   status: 'asserted', cites: ['004:9']},
  {from: 'pc:btv-tan-uyen', to: 'org:dt-tan-uyen', subject: 'giám sát, phản biện xã hội',
   status: 'asserted', cites: ['004:9']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (target {id: row.to})
MERGE (body)-[r:INSTRUCTS]->(target) SET r = row {.*, from: null, to: null};

// ---- Media --------------------------------------------------------------------------------------

// Newspapers, websites, radio, loudspeakers.
UNWIND [
  {id: 'media:dai-ttth-tan-uyen', name: 'Đài Truyền thanh - Truyền hình huyện Tân Uyên',
   kind: 'đài truyền thanh - truyền hình', aliases: ['Đài TT-TH Tân Uyên'], status: 'asserted',
   cites: ['004:7'], note: 'nguồn đảo trật tự từ'},
  {id: 'media:tram-tan-uyen', name: 'Các trạm truyền thanh xã (Tân Uyên)',
   kind: 'trạm truyền thanh', status: 'asserted', cites: ['004:7']},
  {id: 'media:loa-tan-uyen', name: 'Các cụm loa truyền thanh bản, tổ dân phố (Tân Uyên)',
   kind: 'cụm loa', status: 'asserted', cites: ['004:7']},
  {id: 'media:web-tan-uyen', name: 'Trang thông tin điện tử huyện Tân Uyên',
   kind: 'trang thông tin điện tử', aliases: ['Trang TTĐT huyện Tân Uyên'], status: 'asserted',
   cites: ['004:7']},
  {id: 'media:web-xa-tan-uyen', name: 'Trang TTĐT các xã, thị trấn (Tân Uyên)',
   kind: 'trang thông tin điện tử', status: 'asserted', cites: ['004:7']},
  {id: 'media:mxh-tan-uyen',
   name: 'Fanpage, facebook, nhóm zalo các ngành, đoàn thể, địa phương (Tân Uyên)',
   kind: 'mạng xã hội', status: 'asserted', cites: ['004:7', '004:8']},
  {id: 'media:mxh-bcd35-tan-uyen', name: 'Fanpage, facebook, zalo của Ban Chỉ đạo 35 (Tân Uyên)',
   kind: 'mạng xã hội', status: 'asserted', cites: ['004:8']}
] AS row
MERGE (n:MediaChannel {id: row.id}) SET n = row;

// Which channel serves the district.
UNWIND [
  {from: 'media:dai-ttth-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'media:tram-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'media:loa-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'media:web-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'media:web-xa-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'media:mxh-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'media:mxh-bcd35-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']}
] AS row
MATCH (channel:MediaChannel {id: row.from}), (district:District {id: row.to})
MERGE (channel)-[r:OPERATES_IN]->(district) SET r = row {.*, from: null, to: null};

// Who runs which channel.
MATCH (body:PartyCommittee {id: 'pc:bcd35-tan-uyen'}),
  (channel:MediaChannel {id: 'media:mxh-bcd35-tan-uyen'})
MERGE (body)-[r:MANAGES]->(channel) SET r = {status: 'asserted', cites: ['004:8']};

// ---- Officials, posts and other persons ---------------------------------------------------------

// Named persons without a post.
UNWIND [
  {id: 'person:truong-giang', name: 'Trường Giang', kind: 'tác giả', status: 'asserted',
   cites: ['004:13']}
] AS row
MERGE (n:Person {id: row.id}) SET n = row;

// By-line.
MATCH (person:Person {id: 'person:truong-giang'}), (source:Source {id: 'src:004'})
MERGE (person)-[r:WROTE]->(source) SET r = {status: 'asserted', cites: ['004:13']};

// ---- Directives, resolutions, conclusions and plans ---------------------------------------------

// Directives.
UNWIND [
  // Provincial conclusion that continues the ideological-work scheme
  {id: 'dir:kl-224-kl-tu', name: 'Kết luận 224-KL/TU (Lai Châu)',
   title: 'Về tiếp tục thực hiện Đề án “Nâng cao hiệu quả, chất lượng công tác tư tưởng của Đảng bộ tỉnh”',
   kind: 'kết luận', level: 'tỉnh', number: '224-KL/TU', numberInt: 224, symbol: 'KL/TU',
   issuedDate: '2021-10-18', issuedPrecision: 'day',
   aliases: ['Kết luận 224', 'Kết luận số 224', 'KL 224', '224-KL/TU', 'Kết luận số 224-KL/TU'],
   generic: false, numbered: true, status: 'asserted', cites: ['004:5', '004:6']},
  // Provincial scheme for ideological work, number and date not stated
  {id: 'dir:da-cttt-lai-chau',
   name: 'Đề án "Nâng cao hiệu quả, chất lượng công tác tư tưởng của Đảng bộ tỉnh"', kind: 'đề án',
   level: 'tỉnh',
   aliases: ['Đề án công tác tư tưởng', 'đề án nâng cao hiệu quả chất lượng công tác tư tưởng'],
   generic: false, numbered: false, status: 'asserted', cites: ['004:5', '004:6'],
   note: 'không nêu số, ngày'},
  // Plan that spells out conclusion 224 in the district, date not stated
  {id: 'dir:kh-91-tan-uyen', name: 'Kế hoạch 91-KH/HU (Tân Uyên)', kind: 'kế hoạch',
   level: 'huyện', number: '91-KH/HU', numberInt: 91, symbol: 'KH/HU',
   aliases: ['Kế hoạch 91', 'Kế hoạch số 91', 'KH 91', '91-KH/HU', 'Kế hoạch số 91-KH/HU'],
   generic: false, numbered: true, status: 'asserted', cites: ['004:6'],
   note: 'không nêu ngày; 91 cũng là số cụm loa (P7) và tỷ lệ cơ quan văn hóa (P8)'},
  // Training plan for staff, 2021-2025, without number or date
  {id: 'dir:kh-dao-tao-tan-uyen', name: 'Kế hoạch đào tạo, bồi dưỡng cán bộ 2021-2025 (Tân Uyên)',
   kind: 'kế hoạch', level: 'huyện', periodStart: '2021-01-01', periodEnd: '2025-12-31',
   generic: false, numbered: false, status: 'asserted', cites: ['004:8'],
   note: 'không số, không ngày'},
  // "Resolutions on building and rectifying the Party": generic
  {id: 'dir:nq-xay-dung-dang', name: 'Các nghị quyết về xây dựng, chỉnh đốn Đảng (không nêu số)',
   kind: 'nghị quyết', level: 'trung ương', generic: true, numbered: false, status: 'asserted',
   cites: ['004:9']},
  // Central regulations on setting an example: generic
  {id: 'dir:quy-dinh-neu-guong', name: 'Các quy định của Trung ương về nêu gương (không nêu số)',
   kind: 'quy định', level: 'trung ương', generic: true, numbered: false, status: 'asserted',
   cites: ['004:9']}
] AS row
MERGE (n:Directive {id: row.id}) SET n = row;

// Who issued or drew up which directive.
UNWIND [
  {from: 'dir:kl-224-kl-tu', to: 'pc:tu-lai-chau', status: 'asserted', cites: ['004:5', '004:6'],
   note: 'P5 ghi Tỉnh ủy, P6 ghi Ban Chấp hành Đảng bộ tỉnh: cùng một cơ quan'},
  {from: 'dir:kh-91-tan-uyen', to: 'pc:btv-tan-uyen', status: 'asserted', cites: ['004:6']},
  {from: 'dir:kh-dao-tao-tan-uyen', to: 'pc:hu-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'dir:quy-dinh-neu-guong', to: 'pc:trung-uong', status: 'asserted', cites: ['004:9']}
] AS row
MATCH (directive:Directive {id: row.from}), (body:PartyCommittee {id: row.to})
MERGE (directive)-[r:ISSUED_BY]->(body) SET r = row {.*, from: null, to: null};

// What the district carries out (reported) or orders to be carried out (ordered).
UNWIND [
  // 004:5
  {from: 'district:tan-uyen', to: 'dir:kl-224-kl-tu', modality: 'reported', status: 'asserted',
   cites: ['004:5', '004:6']},
  // 004:6
  {from: 'district:tan-uyen', to: 'dir:kh-91-tan-uyen', modality: 'reported', status: 'asserted',
   cites: ['004:6']},
  {from: 'district:tan-uyen', to: 'dir:da-cttt-lai-chau', status: 'inferred',
   basis: 'via-continuation', confidence: 'high', cites: ['004:6']},
  // 004:8
  {from: 'district:tan-uyen', to: 'dir:kh-dao-tao-tan-uyen', modality: 'reported',
   status: 'asserted', cites: ['004:8']},
  // 004:9
  {from: 'district:tan-uyen', to: 'dir:kl-tw4-xiii', status: 'inferred', basis: 'background',
   confidence: 'medium', cites: ['004:9'],
   note: 'Cụm "xây dựng Đảng và hệ thống chính trị", "kiên quyết ngăn chặn, đẩy lùi" gần với tên Kết luận 21-KL/TW (kiến thức nền); nhưng bài viết "nghị quyết", không viết "kết luận"'},
  {from: 'district:tan-uyen', to: 'dir:kl-01-kl-tw', modality: 'reported', status: 'asserted',
   cites: ['004:9']},
  {from: 'district:tan-uyen', to: 'dir:quy-dinh-neu-guong', modality: 'reported',
   status: 'asserted', cites: ['004:9']},
  {from: 'district:tan-uyen', to: 'dir:nq-xay-dung-dang', modality: 'reported', status: 'asserted',
   cites: ['004:9'],
   note: 'Ban Thường vụ lãnh đạo triển khai chủ trương, nghị quyết về xây dựng Đảng; câu sau nhắc lại bằng "gắn với"'},
  {from: 'district:tan-uyen', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'via-continuation',
   confidence: 'high', cites: ['004:9'],
   note: 'Bài chỉ nêu KL 01; KL 01 tiếp tục Chỉ thị 05 là kiến thức nền'},
  {from: 'district:tan-uyen', to: 'dir:nq-tw4-xii', status: 'inferred', basis: 'cross-document',
   confidence: 'medium', cites: ['004:9'],
   note: 'chỉ nói "các nghị quyết về xây dựng chỉnh đốn Đảng"'}
] AS row
MATCH (district:District {id: row.from}), (directive:Directive {id: row.to})
MERGE (district)-[r:IMPLEMENTS]->(directive) SET r = row {.*, from: null, to: null};

// Which body directs the implementation.
UNWIND [
  {from: 'pc:db-tan-uyen', to: 'dir:kl-224-kl-tu', status: 'asserted', cites: ['004:5']},
  {from: 'pc:btv-tan-uyen', to: 'dir:kl-224-kl-tu', status: 'asserted', cites: ['004:6']},
  {from: 'pc:btv-tan-uyen', to: 'dir:kh-91-tan-uyen', status: 'asserted', cites: ['004:6']},
  {from: 'pc:hu-tan-uyen', to: 'dir:kh-dao-tao-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'pc:btv-tan-uyen', to: 'dir:kl-01-kl-tw', status: 'asserted', cites: ['004:9']},
  {from: 'pc:btv-tan-uyen', to: 'dir:quy-dinh-neu-guong', status: 'asserted', cites: ['004:9']},
  {from: 'pc:btv-tan-uyen', to: 'dir:nq-xay-dung-dang', status: 'asserted', cites: ['004:9']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (directive:Directive {id: row.to})
MERGE (body)-[r:LEADS]->(directive) SET r = row {.*, from: null, to: null};

// Which document spells out which higher one.
MATCH (a:Directive {id: 'dir:kh-91-tan-uyen'}), (b:Directive {id: 'dir:kl-224-kl-tu'})
MERGE (a)-[r:CONCRETIZES]->(b) SET r = {status: 'asserted', cites: ['004:6']};

// Which document prolongs which.
UNWIND [
  {from: 'dir:kl-224-kl-tu', to: 'dir:da-cttt-lai-chau', status: 'asserted',
   cites: ['004:5', '004:6']},
  {from: 'dir:kl-01-kl-tw', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'background',
   cites: ['004:9'],
   note: 'Tên đầy đủ của KL 01 là về tiếp tục thực hiện Chỉ thị 05; không bài nào trong 5 bài nói điều này; P9 chỉ nêu nội dung KL 01'}
] AS row
MATCH (a:Directive {id: row.from}), (b:Directive {id: row.to})
MERGE (a)-[r:CONTINUES]->(b) SET r = row {.*, from: null, to: null};

// Documents carried out together ("gắn với") in a district.
MATCH (a:Directive {id: 'dir:kl-01-kl-tw'}), (b:Directive {id: 'dir:nq-xay-dung-dang'})
MERGE (a)-[r:COMBINED_WITH]->(b)
SET r = {district: 'district:tan-uyen', status: 'asserted', cites: ['004:9'], note: '"gắn với"'};

// Specific documents that a general wording may cover.
UNWIND [
  {from: 'dir:nq-xay-dung-dang', to: 'dir:kl-tw4-xiii', status: 'inferred', basis: 'background',
   confidence: 'medium', cites: ['004:9'],
   note: 'Cụm "xây dựng Đảng và hệ thống chính trị", "kiên quyết ngăn chặn, đẩy lùi" gần với tên Kết luận 21-KL/TW (kiến thức nền); nhưng bài viết "nghị quyết", không viết "kết luận"'},
  {from: 'dir:nq-xay-dung-dang', to: 'dir:nq-tw4-xii', status: 'inferred', basis: 'cross-document',
   confidence: 'medium', cites: ['004:9'],
   note: 'Cùng nội dung suy thoái, "tự diễn biến", "tự chuyển hóa" như tên nghị quyết ở 002 P4; số nhiều, có thể gồm cả văn bản khác'}
] AS row
MATCH (a:Directive {id: row.from}), (b:Directive {id: row.to})
MERGE (a)-[r:MAY_INCLUDE]->(b) SET r = row {.*, from: null, to: null};

// ---- Campaigns and models -----------------------------------------------------------------------

// Campaigns, models, contests, programmes.
UNWIND [
  {id: 'mc:van-nghe-quan-chung-tan-uyen', name: 'Phong trào văn nghệ quần chúng (Tân Uyên)',
   kind: 'phong trào', scope: 'huyện', status: 'asserted', cites: ['004:3', '004:4', '004:8'],
   note: 'P3 và P4 là cùng một chú thích ảnh lặp hai lần'},
  {id: 'mc:toan-dan-doan-ket', name: 'Toàn dân đoàn kết xây dựng đời sống văn hóa',
   kind: 'phong trào', scope: 'toàn quốc', aliases: ['phong trào Toàn dân đoàn kết'],
   status: 'asserted', cites: ['004:8']}
] AS row
MERGE (n:ModelCampaign {id: row.id}) SET n = row;

// Who runs which campaign.
UNWIND [
  {from: 'district:tan-uyen', to: 'mc:van-nghe-quan-chung-tan-uyen', status: 'asserted',
   cites: ['004:3', '004:8']},
  {from: 'district:tan-uyen', to: 'mc:toan-dan-doan-ket', status: 'asserted', cites: ['004:8']},
  {from: 'district:tan-uyen', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['004:9']},
  {from: 'district:tan-uyen', to: 'mc:nong-thon-moi', status: 'asserted', cites: ['004:10']}
] AS row
MATCH (district:District {id: row.from}), (campaign:ModelCampaign {id: row.to})
MERGE (district)-[r:RUNS]->(campaign) SET r = row {.*, from: null, to: null};

// Which document orders the campaign.
MATCH (directive:Directive {id: 'dir:kl-01-kl-tw'}),
  (campaign:ModelCampaign {id: 'mc:hoc-tap-lam-theo-bac'})
MERGE (directive)-[r:MANDATES]->(campaign) SET r = {status: 'asserted', cites: ['004:9']};

// ---- Events -------------------------------------------------------------------------------------

// Events.
UNWIND [
  // 004:7
  {id: 'ev:sua-tram-2022-tan-uyen',
   name: 'Sửa chữa, bảo dưỡng trạm truyền thanh cơ sở 2022 (Tân Uyên)', kind: 'đầu tư',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['004:7']},
  {id: 'ev:hoc-tap-nq-tan-uyen', name: 'Quán triệt, học tập nghị quyết (Tân Uyên)',
   kind: 'học tập nghị quyết', mode: 'trực tuyến kết hợp trực tiếp', status: 'asserted',
   cites: ['004:7']},
  // 004:8
  {id: 'ev:cu-dao-tao-tan-uyen', name: 'Cử cán bộ đi đào tạo (Tân Uyên)', kind: 'đào tạo',
   period: '10/2021–5/2023', periodStart: '2021-10-01', periodEnd: '2023-05-31',
   status: 'asserted', cites: ['004:8']},
  {id: 'ev:lop-ttct-tan-uyen',
   name: 'Các lớp đào tạo, bồi dưỡng, tập huấn của Trung tâm chính trị huyện Tân Uyên',
   kind: 'lớp học', period: '10/2021–5/2023', periodStart: '2021-10-01', periodEnd: '2023-05-31',
   status: 'asserted', cites: ['004:8']},
  {id: 'ev:hoi-nghi-tsu-tan-uyen', name: 'Các hội nghị thông tin thời sự (Tân Uyên)',
   kind: 'hội nghị', period: '10/2021–5/2023', periodStart: '2021-10-01', periodEnd: '2023-05-31',
   status: 'asserted', cites: ['004:8'],
   note: 'chủ ngữ lược: Trung tâm chính trị huyện hoặc huyện'},
  {id: 'ev:lop-66-tan-uyen',
   name: 'Lớp bồi dưỡng, cập nhật kiến thức cho cán bộ diện Ban Thường vụ Huyện ủy quản lý (Tân Uyên)',
   kind: 'lớp học', period: '10/2021–5/2023', periodStart: '2021-10-01', periodEnd: '2023-05-31',
   status: 'asserted', cites: ['004:8'], note: 'phối hợp mở; không nêu đơn vị phối hợp'},
  {id: 'ev:noi-chuyen-truyen-thong-tan-uyen',
   name: 'Các buổi tuyên truyền, nói chuyện truyền thống (Tân Uyên)', kind: 'tuyên truyền',
   period: '2 năm', status: 'asserted', cites: ['004:8']},
  {id: 'ev:bien-soan-ls-tan-uyen', name: 'Biên soạn lịch sử Đảng bộ các xã, thị trấn (Tân Uyên)',
   kind: 'biên soạn lịch sử', status: 'asserted', cites: ['004:8']},
  {id: 'ev:binh-xet-vh-2022-tan-uyen',
   name: 'Bình xét cơ quan, khu dân cư, gia đình văn hóa 2022 (Tân Uyên)',
   kind: 'đánh giá, xếp loại', period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31',
   status: 'asserted', cites: ['004:8']},
  {id: 'ev:doi-thoai-tan-uyen', name: 'Tiếp xúc, đối thoại trực tiếp với nhân dân (Tân Uyên)',
   kind: 'đối thoại', status: 'asserted', cites: ['004:8']},
  // 004:10
  {id: 'ev:danh-gia-2022-tan-uyen',
   name: 'Đánh giá, xếp loại tổ chức đảng, đảng viên năm 2022 (Tân Uyên)',
   kind: 'đánh giá, xếp loại', period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31',
   status: 'asserted', cites: ['004:10']}
] AS row
MERGE (n:Event {id: row.id}) SET n = row;

// Where it took place.
UNWIND [
  // 004:7
  {from: 'ev:sua-tram-2022-tan-uyen', to: 'district:tan-uyen', status: 'asserted',
   cites: ['004:7']},
  {from: 'ev:hoc-tap-nq-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:7']},
  // 004:8
  {from: 'ev:cu-dao-tao-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ev:lop-ttct-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ev:hoi-nghi-tsu-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ev:lop-66-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ev:noi-chuyen-truyen-thong-tan-uyen', to: 'district:tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'ev:bien-soan-ls-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'ev:binh-xet-vh-2022-tan-uyen', to: 'district:tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'ev:doi-thoai-tan-uyen', to: 'district:tan-uyen', status: 'asserted', cites: ['004:8']},
  // 004:10
  {from: 'ev:danh-gia-2022-tan-uyen', to: 'district:tan-uyen', status: 'asserted',
   cites: ['004:10']}
] AS row
MATCH (event:Event {id: row.from}), (district:District {id: row.to})
MERGE (event)-[r:HELD_IN]->(district) SET r = row {.*, from: null, to: null};

// Who organised what.
MATCH (body:PartyCommittee {id: 'pc:hu-tan-uyen'}), (event:Event {id: 'ev:bien-soan-ls-tan-uyen'})
MERGE (body)-[r:ORGANIZED]->(event) SET r = {status: 'asserted', cites: ['004:8']};

UNWIND [
  {from: 'org:ttct-tan-uyen', to: 'ev:lop-ttct-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'org:ttct-tan-uyen', to: 'ev:hoi-nghi-tsu-tan-uyen', status: 'inferred',
   basis: 'ambiguity', confidence: 'medium', cites: ['004:8'], note: 'chủ ngữ lược'},
  {from: 'org:ttct-tan-uyen', to: 'ev:lop-66-tan-uyen', status: 'inferred', basis: 'ambiguity',
   confidence: 'medium', cites: ['004:8'], note: 'chủ ngữ lược'}
] AS row
MATCH (body:Organization {id: row.from}), (event:Event {id: row.to})
MERGE (body)-[r:ORGANIZED]->(event) SET r = row {.*, from: null, to: null};

// Who took part.
UNWIND [
  {from: 'ag:tan-uyen-cb-btv-quan-ly', to: 'ev:lop-66-tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'ag:tan-uyen-thanh-nien', to: 'ev:noi-chuyen-truyen-thong-tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'ag:tan-uyen-can-bo', to: 'ev:lop-ttct-tan-uyen', status: 'asserted', cites: ['004:8']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (event:Event {id: row.to})
MERGE (actors)-[r:PARTICIPATED_IN]->(event) SET r = row {.*, from: null, to: null};

// What the events are about.
UNWIND [
  {from: 'ev:sua-tram-2022-tan-uyen', to: 'media:tram-tan-uyen', status: 'asserted',
   cites: ['004:7']},
  {from: 'ev:binh-xet-vh-2022-tan-uyen', to: 'mc:toan-dan-doan-ket', status: 'asserted',
   cites: ['004:8']}
] AS row
MATCH (event:Event {id: row.from}), (target {id: row.to})
MERGE (event)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// ---- Results and lessons ------------------------------------------------------------------------

// Outcomes, ratings and trends that the district reports (HAS_RESULT).
UNWIND [
  // 004:3
  {id: 'res:004-11',
   name: 'Phong trào văn nghệ quần chúng phát triển mạnh và phục vụ nhiệm vụ chính trị',
   kind: 'nhận định', status: 'asserted', cites: ['004:3', '004:4', '004:8']},
  // 004:5
  {id: 'res:004-1',
   name: 'Kết quả bước đầu quan trọng sau 2 năm thực hiện KL 224; chất lượng công tác tư tưởng nâng lên',
   kind: 'nhận định', status: 'asserted', cites: ['004:5']},
  // 004:7
  {id: 'res:004-2',
   name: 'Hệ thống truyền thông khai thác hiệu quả, hoạt động thường xuyên, ổn định',
   kind: 'nhận định', status: 'asserted', cites: ['004:7']},
  // 004:8
  {id: 'res:004-3', name: 'Tuyên truyền miệng được coi trọng; đội ngũ báo cáo viên kiện toàn',
   kind: 'nhận định', status: 'asserted', cites: ['004:8']},
  {id: 'res:004-4', name: 'Chất lượng giảng dạy lý luận chính trị nâng lên', kind: 'nhận định',
   method: 'thuyết trình kết hợp đối thoại và trình chiếu', status: 'asserted', cites: ['004:8']},
  {id: 'res:004-5', name: 'Điều tra, nắm dư luận xã hội tăng cường', kind: 'nhận định',
   status: 'asserted', cites: ['004:8']},
  {id: 'res:004-6',
   name: 'Bảo vệ nền tảng tư tưởng, phản bác quan điểm sai trái triển khai tích cực',
   kind: 'nhận định', status: 'asserted', cites: ['004:8']},
  {id: 'res:004-7', name: 'Bảo tồn văn hóa truyền thống các dân tộc được chú trọng',
   kind: 'nhận định', status: 'asserted', cites: ['004:8']},
  // 004:10
  {id: 'res:004-8',
   name: 'Ban Thường vụ Huyện ủy Tân Uyên được xếp hoàn thành tốt nhiệm vụ năm 2022',
   kind: 'xếp loại', year: 2022, rating: 'hoàn thành tốt nhiệm vụ', status: 'asserted',
   cites: ['004:10']},
  {id: 'res:004-9', name: 'Cơ bản hoàn thành các tiêu chí huyện nông thôn mới', kind: 'nhận định',
   status: 'asserted', cites: ['004:10'], note: '"cơ bản": chưa phải được công nhận'},
  {id: 'res:004-10', name: 'Đời sống nâng lên, niềm tin của nhân dân được củng cố',
   kind: 'nhận định', status: 'asserted', cites: ['004:10']},
  {id: 'res:004-12',
   name: 'Lãnh đạo thắng lợi các mục tiêu kinh tế - xã hội, bảo đảm quốc phòng - an ninh',
   kind: 'nhận định', status: 'asserted', cites: ['004:10']}
] AS row
MATCH (d:District {id: 'district:tan-uyen'})
MERGE (n:Result {id: row.id}) SET n = row
MERGE (d)-[r:HAS_RESULT]->(n) SET r = row {.status, .cites};

// The caption 004:3, printed twice, only names it; the report of the district is 004:8.
MATCH (:District {id: 'district:tan-uyen'})-[r:HAS_RESULT]->(:Result {id: 'res:004-11'})
SET r.cites = ['004:8'];

// What the results are about.
UNWIND [
  // 004:5
  {from: 'res:004-1', to: 'dir:kl-224-kl-tu', status: 'asserted', cites: ['004:5']},
  // 004:7
  {from: 'res:004-2', to: 'media:loa-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'res:004-2', to: 'media:dai-ttth-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'res:004-2', to: 'media:tram-tan-uyen', status: 'asserted', cites: ['004:7']},
  // 004:8
  {from: 'res:004-3', to: 'ag:tan-uyen-bcv', status: 'asserted', cites: ['004:8']},
  {from: 'res:004-4', to: 'org:ttct-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'res:004-5', to: 'ag:tan-uyen-ctv-dlxh', status: 'asserted', cites: ['004:8']},
  {from: 'res:004-6', to: 'pc:bcd35-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'res:004-7', to: 'ag:tan-uyen-nghe-nhan', status: 'asserted', cites: ['004:8']},
  {from: 'res:004-11', to: 'mc:van-nghe-quan-chung-tan-uyen', status: 'asserted', cites: ['004:8']},
  // 004:10
  {from: 'res:004-8', to: 'pc:btv-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'res:004-8', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'res:004-9', to: 'mc:nong-thon-moi', status: 'asserted', cites: ['004:10']}
] AS row
MATCH (result:Result {id: row.from}), (target {id: row.to})
MERGE (result)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// ---- Shortcomings and violations ----------------------------------------------------------------
// A difficulty (khó khăn), not a limitation.

// Seen in the district (OBSERVED_IN).
UNWIND [
  {id: 'sc:004-1', name: 'Còn nhiều khó khăn (không nêu cụ thể) khi biên soạn lịch sử Đảng bộ',
   kind: 'khó khăn', enumerated: false, status: 'asserted', cites: ['004:8']}
] AS row
MATCH (d:District {id: 'district:tan-uyen'})
MERGE (n:Shortcoming {id: row.id}) SET n = row
MERGE (n)-[r:OBSERVED_IN]->(d) SET r = row {.status, .cites};

// What the shortcomings are about.
MATCH (shortcoming:Shortcoming {id: 'sc:004-1'}), (event:Event {id: 'ev:bien-soan-ls-tan-uyen'})
MERGE (shortcoming)-[r:CONCERNS]->(event) SET r = {status: 'asserted', cites: ['004:8']};

// ---- Tasks --------------------------------------------------------------------------------------
// What the District Committee sets itself: seven emphases (004:11), five works (004:12).

// Tasks and subtasks.
UNWIND [
  // 004:8
  {id: 'task:004-3', name: 'Hai xã hoàn thành biên soạn lịch sử Đảng bộ', deadlineKind: 'expected',
   deadline: '2023-12-31', deadlinePrecision: 'year',
   deadlineText: 'dự kiến hoàn thành trong năm 2023', status: 'asserted', cites: ['004:8']},
  // 004:11
  {id: 'task:004-1', name: 'Tăng cường lãnh đạo công tác tư tưởng với bảy trọng tâm', ordinal: 1,
   ordinalStatus: 'inferred', status: 'asserted', cites: ['004:11'],
   note: 'nguyên tắc: toàn Đảng làm công tác tư tưởng, trước hết là cán bộ lãnh đạo, bí thư, cấp ủy'},
  {id: 'task:004-1a', name: 'Đổi mới quán triệt, học tập, tuyên truyền chủ trương, chính sách',
   status: 'asserted', cites: ['004:11']},
  {id: 'task:004-1b', name: 'Phát triển văn hóa, văn nghệ', status: 'asserted', cites: ['004:11']},
  {id: 'task:004-1c', name: 'Nâng cao công tác lý luận chính trị', status: 'asserted',
   cites: ['004:11']},
  {id: 'task:004-1d', name: 'Sơ kết, tổng kết chỉ thị, nghị quyết', status: 'asserted',
   cites: ['004:11']},
  {id: 'task:004-1e', name: 'Giáo dục truyền thống', status: 'asserted', cites: ['004:11']},
  {id: 'task:004-1f', name: 'Bảo vệ nền tảng tư tưởng, phản bác quan điểm sai trái',
   status: 'asserted', cites: ['004:11']},
  {id: 'task:004-1g', name: 'Nắm tình hình tư tưởng, dư luận; xử lý vấn đề tại cơ sở',
   status: 'asserted', cites: ['004:11']},
  // 004:12
  {id: 'task:004-2', name: 'Củng cố nguồn lực cho công tác tư tưởng (năm việc)', ordinal: 2,
   ordinalStatus: 'inferred', status: 'asserted', cites: ['004:12'],
   note: 'chủ thể bài ghi là "huyện"; không nêu ai thực hiện'},
  {id: 'task:004-2a', name: 'Kiện toàn, bồi dưỡng đội ngũ làm công tác tư tưởng',
   status: 'asserted', cites: ['004:12']},
  {id: 'task:004-2b', name: 'Thường xuyên định hướng hoạt động', status: 'asserted',
   cites: ['004:12']},
  {id: 'task:004-2c', name: 'Đầu tư cơ sở vật chất, thiết bị, thiết chế văn hóa cơ sở',
   status: 'asserted', cites: ['004:12']},
  {id: 'task:004-2d', name: 'Hỗ trợ phát triển các phong trào', status: 'asserted',
   cites: ['004:12']},
  {id: 'task:004-2e', name: 'Tăng cường kiểm tra, giám sát công tác tư tưởng', status: 'asserted',
   cites: ['004:12']}
] AS row
MERGE (n:Task {id: row.id}) SET n = row;

// What the tasks are about.
MATCH (task:Task {id: 'task:004-3'}), (event:Event {id: 'ev:bien-soan-ls-tan-uyen'})
MERGE (task)-[r:CONCERNS]->(event) SET r = {status: 'asserted', cites: ['004:8']};

// Parts of a task.
UNWIND [
  // 004:11
  {from: 'task:004-1a', to: 'task:004-1', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-1b', to: 'task:004-1', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-1c', to: 'task:004-1', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-1d', to: 'task:004-1', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-1e', to: 'task:004-1', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-1f', to: 'task:004-1', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-1g', to: 'task:004-1', status: 'asserted', cites: ['004:11']},
  // 004:12
  {from: 'task:004-2a', to: 'task:004-2', status: 'asserted', cites: ['004:12']},
  {from: 'task:004-2b', to: 'task:004-2', status: 'asserted', cites: ['004:12']},
  {from: 'task:004-2c', to: 'task:004-2', status: 'asserted', cites: ['004:12']},
  {from: 'task:004-2d', to: 'task:004-2', status: 'asserted', cites: ['004:12']},
  {from: 'task:004-2e', to: 'task:004-2', status: 'asserted', cites: ['004:12']}
] AS row
MATCH (a:Task {id: row.from}), (b:Task {id: row.to})
MERGE (a)-[r:SUBTASK_OF]->(b) SET r = row {.*, from: null, to: null};

// Who gave the task.
UNWIND [
  {from: 'task:004-1', to: 'pc:hu-tan-uyen', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-2', to: 'pc:hu-tan-uyen', status: 'inferred', basis: 'context',
   confidence: 'high', cites: ['004:11', '004:12'],
   note: '"huyện cũng xác định" nối tiếp "Huyện ủy Tân Uyên xác định" ở P11'}
] AS row
MATCH (task:Task {id: row.from}), (body:PartyCommittee {id: row.to})
MERGE (task)-[r:ASSIGNED_BY]->(body) SET r = row {.*, from: null, to: null};

// Who has to do it.
UNWIND [
  {from: 'task:004-3', to: 'ag:tan-uyen-2-xa-bien-soan', status: 'asserted', cites: ['004:8']},
  {from: 'task:004-1', to: 'pc:hu-tan-uyen', status: 'asserted', cites: ['004:11']},
  {from: 'task:004-1', to: 'ag:tan-uyen-cap-uy', status: 'asserted', cites: ['004:11']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:ASSIGNED_TO]->(target) SET r = row {.*, from: null, to: null};

// ---- Figures ------------------------------------------------------------------------------------
// "Gần 90 ha" and "100" (without unit) stay as printed, suspect: true; the readings are inferred.

// Each number with its meaning, reported by the district (HAS_FIGURE).
UNWIND [
  // 004:5
  {id: 'fig:004-0', name: 'Thời gian thực hiện Kết luận 224-KL/TU', metric: 'implementationYears',
   value: 2.0, unit: 'năm', comparator: '=', status: 'asserted', cites: ['004:5'],
   note: 'từ 18/10/2021 đến 15/7/2023 chỉ khoảng 21 tháng; bài nói "2 năm"'},
  // 004:6
  {id: 'fig:004-1', name: 'Khoảng cách đến thành phố Lai Châu', metric: 'distanceToProvincialCity',
   value: 60.0, unit: 'km', comparator: '<', status: 'asserted', cites: ['004:6']},
  {id: 'fig:004-2', name: 'Tổng diện tích tự nhiên (như nguồn ghi)', metric: 'areaHa', value: 90.0,
   unit: 'ha', comparator: '<', suspect: true, status: 'asserted', cites: ['004:6'],
   note: 'Lỗi đơn vị hiển nhiên trong nguồn; không dùng để so sánh'},
  {id: 'fig:004-3', name: 'Tổng diện tích tự nhiên (đã hiệu chỉnh)', metric: 'areaHa',
   value: 90000.0, unit: 'ha', comparator: '<', status: 'inferred', basis: 'background',
   cites: ['004:6'],
   note: 'đọc "gần 90 nghìn ha"; Nghị định 2008 ghi 90.326,75 ha (nguồn ngoài), cùng bậc độ lớn nhưng không phải số dưới 90.000'},
  {id: 'fig:004-4', name: 'Số đơn vị hành chính cấp xã', metric: 'communeTownCount', value: 10.0,
   unit: 'xã, thị trấn', comparator: '=', status: 'asserted', cites: ['004:6']},
  {id: 'fig:004-5', name: 'Số xã', metric: 'communeCount', value: 9.0, unit: 'xã', comparator: '=',
   status: 'asserted', cites: ['004:6']},
  {id: 'fig:004-6', name: 'Số thị trấn', metric: 'townCount', value: 1.0, unit: 'thị trấn',
   comparator: '=', status: 'asserted', cites: ['004:6']},
  {id: 'fig:004-7', name: 'Số dân tộc', metric: 'ethnicGroupCount', value: 10.0, unit: 'dân tộc',
   comparator: '=', status: 'asserted', cites: ['004:6']},
  {id: 'fig:004-8', name: 'Số tổ chức cơ sở đảng', metric: 'grassrootsPartyOrgs',
   metricGroup: 'partyOrgCount', value: 46.0, unit: 'tổ chức cơ sở đảng', comparator: '=',
   status: 'asserted', cites: ['004:6'],
   note: 'trùng số 46 với Cao Lãnh (003 P7), không liên quan'},
  {id: 'fig:004-9', name: 'Số đảng viên', metric: 'partyMembers', value: 2800.0, unit: 'đảng viên',
   comparator: '>', status: 'asserted', cites: ['004:6']},
  // 004:7
  {id: 'fig:004-10', name: 'Chi sửa chữa, bảo dưỡng trạm truyền thanh cơ sở',
   metric: 'radioRepairSpending', value: 450000000.0, unit: 'VND', comparator: '=', period: '2022',
   periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted', cites: ['004:7'],
   note: 'nguồn ghi 450 triệu đồng'},
  {id: 'fig:004-11', name: 'Trạm truyền thanh xã', metric: 'radioStations', value: 10.0,
   unit: 'trạm', comparator: '=', period: 'đến nay (7/2023)', periodStart: '2023-07-15',
   periodEnd: '2023-07-15', status: 'asserted', cites: ['004:7'],
   note: 'nguồn ghi "trạm truyền thanh xã" nhưng huyện chỉ có 9 xã và 1 thị trấn'},
  {id: 'fig:004-12', name: 'Cụm loa truyền thanh bản, tổ dân phố', metric: 'loudspeakerClusters',
   value: 91.0, unit: 'cụm loa', comparator: '=', period: 'đến nay (7/2023)',
   periodStart: '2023-07-15', periodEnd: '2023-07-15', status: 'asserted', cites: ['004:7']},
  {id: 'fig:004-13', name: 'Cụm loa của thị trấn Tân Uyên được hẹn giờ',
   metric: 'timedLoudspeakerClusters', value: 19.0, unit: 'cụm loa', comparator: '=',
   numerator: 19, denominator: 91, percent: 20.88, percentStatus: 'derived',
   period: 'đến nay (7/2023)', periodStart: '2023-07-15', periodEnd: '2023-07-15',
   status: 'asserted', cites: ['004:7'], note: '"trong đó": 19 thuộc 91'},
  {id: 'fig:004-14', name: 'Xã, thị trấn được chỉ đạo xây dựng Trang TTĐT',
   metric: 'communeWebsitesDirected', value: 10.0, unit: 'xã, thị trấn', comparator: '=',
   numerator: 10, denominator: 10, percent: 100.0, percentStatus: 'derived',
   period: 'đến nay (7/2023)', periodStart: '2023-07-15', periodEnd: '2023-07-15',
   status: 'asserted', cites: ['004:7'],
   note: 'bài nói được chỉ đạo xây dựng; không nói cả 10 đã có'},
  // 004:8
  {id: 'fig:004-15', name: 'Cán bộ cử đi đào tạo chuyên môn', metric: 'staffSentProfessional',
   value: 34.0, unit: 'người', comparator: '=', period: '10/2021–5/2023',
   periodStart: '2021-10-01', periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-16', name: 'Cán bộ cử đi đào tạo lý luận chính trị', metric: 'staffSentPolitical',
   value: 88.0, unit: 'người', comparator: '=', period: '10/2021–5/2023',
   periodStart: '2021-10-01', periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-17', name: 'Lớp đào tạo, bồi dưỡng, tập huấn do Trung tâm chính trị mở',
   metric: 'classesOpened', value: 44.0, unit: 'lớp', comparator: '=', period: '10/2021–5/2023',
   periodStart: '2021-10-01', periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-18', name: 'Cán bộ, đảng viên dự các lớp', metric: 'classAttendees', value: 2000.0,
   unit: 'người', comparator: '>', period: '10/2021–5/2023', periodStart: '2021-10-01',
   periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-19', name: 'Hội nghị thông tin thời sự', metric: 'newsConferences', value: 77.0,
   unit: 'hội nghị', comparator: '=', period: '10/2021–5/2023', periodStart: '2021-10-01',
   periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-20', name: 'Lượt người nghe thông tin thời sự', metric: 'newsConferenceListeners',
   value: 3700.0, unit: 'lượt người', comparator: '>', period: '10/2021–5/2023',
   periodStart: '2021-10-01', periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-21', name: 'Lớp bồi dưỡng, cập nhật kiến thức (phối hợp mở)',
   metric: 'updateClasses', value: 1.0, unit: 'lớp', comparator: '=', period: '10/2021–5/2023',
   periodStart: '2021-10-01', periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-22', name: 'Cán bộ dự lớp cập nhật kiến thức', metric: 'updateClassAttendees',
   value: 66.0, unit: 'người', comparator: '=', period: '10/2021–5/2023',
   periodStart: '2021-10-01', periodEnd: '2023-05-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-23', name: 'Giảng viên Trung tâm chính trị có trình độ đại học trở lên',
   metric: 'lecturersUniversity', value: 14.0, unit: 'giảng viên', comparator: '=', numerator: 14,
   denominator: 14, percent: 100.0, percentStatus: 'derived', period: 'đến nay (7/2023)',
   periodStart: '2023-07-15', periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-24', name: 'Giảng viên có trình độ cao cấp lý luận chính trị',
   metric: 'lecturersAdvancedTheory', value: 100.0, unit: 'không ghi', comparator: '=',
   suspect: true, period: 'đến nay (7/2023)', periodStart: '2023-07-15', periodEnd: '2023-07-15',
   status: 'asserted', cites: ['004:8'],
   note: 'nguồn ghi "100" không đơn vị; không thể là 100 người vì chỉ có 14 giảng viên'},
  {id: 'fig:004-24b', name: 'Giảng viên có trình độ cao cấp lý luận chính trị (đã hiệu chỉnh)',
   metric: 'lecturersAdvancedTheory', value: 100.0, unit: 'percent', comparator: '=',
   percent: 100.0, percentStatus: 'repaired', period: 'đến nay (7/2023)',
   periodStart: '2023-07-15', periodEnd: '2023-07-15', status: 'inferred', basis: 'ambiguity',
   confidence: 'medium', cites: ['004:8'], note: 'đọc "100" là 100%'},
  {id: 'fig:004-25', name: 'Cơ quan, đơn vị đạt chuẩn văn hóa', metric: 'culturalAgencies',
   value: 91.0, unit: 'percent', comparator: '=', percent: 91.0, percentStatus: 'stated',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['004:8']},
  {id: 'fig:004-26', name: 'Khu dân cư văn hóa', metric: 'culturalResidentialAreas', value: 85.0,
   unit: 'percent', comparator: '=', percent: 85.0, percentStatus: 'stated', period: '2022',
   periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-27', name: 'Gia đình văn hóa', metric: 'culturalFamilies', value: 89.8,
   unit: 'percent', comparator: '=', percent: 89.8, percentStatus: 'stated', period: '2022',
   periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted', cites: ['004:8'],
   note: 'nguồn ghi 89,8% (dấu phẩy thập phân)'},
  {id: 'fig:004-28', name: 'Đội văn nghệ quần chúng', metric: 'artTroupes', value: 89.0,
   unit: 'đội', comparator: '=', period: 'đến nay (7/2023)', periodStart: '2023-07-15',
   periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-29', name: 'Đội văn nghệ của xã', metric: 'artTroupesCommune', value: 2.0,
   unit: 'đội', comparator: '=', numerator: 2, denominator: 89, percent: 2.25,
   percentStatus: 'derived', period: 'đến nay (7/2023)', periodStart: '2023-07-15',
   periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-30', name: 'Đội văn nghệ bản, tổ dân phố', metric: 'artTroupesVillage',
   value: 87.0, unit: 'đội', comparator: '=', numerator: 87, denominator: 89, percent: 97.75,
   percentStatus: 'derived', period: 'đến nay (7/2023)', periodStart: '2023-07-15',
   periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-31', name: 'Nghệ nhân nghiên cứu, truyền dạy văn hóa truyền thống',
   metric: 'folkArtisans', value: 32.0, unit: 'người', comparator: '=', period: 'đến nay (7/2023)',
   periodStart: '2023-07-15', periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-32', name: 'Câu lạc bộ bảo tồn văn hóa dân tộc thiểu số trong trường học',
   metric: 'cultureClubs', value: 37.0, unit: 'câu lạc bộ', comparator: '=',
   period: 'đến nay (7/2023)', periodStart: '2023-07-15', periodEnd: '2023-07-15',
   status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-33', name: 'Phòng truyền thống', metric: 'traditionRooms', value: 1.0,
   unit: 'phòng', comparator: '=', period: 'đến nay (7/2023)', periodStart: '2023-07-15',
   periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-34', name: 'Xã, thị trấn hoàn thành lịch sử Đảng bộ', metric: 'partyHistoryDone',
   value: 5.0, unit: 'xã, thị trấn', comparator: '=', numerator: 5, denominator: 10, percent: 50.0,
   percentStatus: 'derived', period: 'đến nay (7/2023)', periodStart: '2023-07-15',
   periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-35', name: 'Xã đang biên soạn lịch sử Đảng bộ', metric: 'partyHistoryInProgress',
   value: 2.0, unit: 'xã', comparator: '=', numerator: 2, denominator: 10, percent: 20.0,
   percentStatus: 'derived', period: 'đến nay (7/2023)', periodStart: '2023-07-15',
   periodEnd: '2023-07-15', status: 'asserted', cites: ['004:8']},
  {id: 'fig:004-36', name: 'Xã, thị trấn chưa thấy nêu biên soạn lịch sử',
   metric: 'partyHistoryNotReported', value: 3.0, unit: 'xã, thị trấn', comparator: '=',
   numerator: 3, denominator: 10, percent: 30.0, percentStatus: 'derived',
   period: 'đến nay (7/2023)', periodStart: '2023-07-15', periodEnd: '2023-07-15',
   status: 'inferred', basis: 'computed', cites: ['004:8'], note: '10 − 5 − 2'},
  {id: 'fig:004-37', name: 'Buổi tuyên truyền, nói chuyện truyền thống', metric: 'traditionTalks',
   value: 5.0, unit: 'buổi', comparator: '=', period: '2 năm', status: 'asserted',
   cites: ['004:8']},
  {id: 'fig:004-38', name: 'Lượt đoàn viên, thanh niên, học sinh dự',
   metric: 'traditionTalkListeners', value: 652.0, unit: 'lượt người', comparator: '=',
   period: '2 năm', status: 'asserted', cites: ['004:8']},
  // 004:10
  {id: 'fig:004-39', name: 'Tổ chức cơ sở đảng hoàn thành nhiệm vụ trở lên',
   metric: 'partyOrgsCompletedOrBetter', value: 100.0, unit: 'percent', comparator: '=',
   percent: 100.0, percentStatus: 'stated', period: '2022', periodStart: '2022-01-01',
   periodEnd: '2022-12-31', status: 'asserted', cites: ['004:10']},
  {id: 'fig:004-40', name: 'Tổ chức cơ sở đảng hoàn thành xuất sắc', metric: 'partyOrgsExcellent',
   value: 17.0, unit: 'percent', comparator: '>', percent: 17.0, percentStatus: 'stated',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['004:10']},
  {id: 'fig:004-41', name: 'Tổ chức cơ sở đảng hoàn thành tốt', metric: 'partyOrgsGood',
   value: 76.0, unit: 'percent', comparator: '>', percent: 76.0, percentStatus: 'stated',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['004:10'], note: 'chỉ mức "tốt", không gồm "xuất sắc"'},
  {id: 'fig:004-42', name: 'Tổ chức cơ sở đảng hoàn thành tốt trở lên',
   metric: 'partyOrgsGoodOrBetter', value: 93.0, unit: 'percent', comparator: '>', percent: 93.0,
   percentStatus: 'derived', period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31',
   status: 'inferred', basis: 'computed', cites: ['004:10'],
   note: 'trên 17 + trên 76; với 46 tổ chức, khớp nhất là 8 + 35 = 43/46 = 93,48%'},
  {id: 'fig:004-43', name: 'Đảng viên hoàn thành xuất sắc', metric: 'partyMembersExcellent',
   value: 16.22, unit: 'percent', comparator: '=', percent: 16.22, percentStatus: 'stated',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['004:10']},
  {id: 'fig:004-44', name: 'Đảng viên hoàn thành tốt', metric: 'partyMembersGood', value: 80.0,
   unit: 'percent', comparator: '>', percent: 80.0, percentStatus: 'stated', period: '2022',
   periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted', cites: ['004:10'],
   note: 'chỉ mức "tốt"'},
  {id: 'fig:004-45', name: 'Đảng viên hoàn thành nhiệm vụ', metric: 'partyMembersCompleted',
   value: 2.54, unit: 'percent', comparator: '=', percent: 2.54, percentStatus: 'stated',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['004:10']},
  {id: 'fig:004-46', name: 'Đảng viên không hoàn thành nhiệm vụ', metric: 'partyMembersFailed',
   value: 0.78, unit: 'percent', comparator: '=', percent: 0.78, percentStatus: 'stated',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'asserted',
   cites: ['004:10']},
  {id: 'fig:004-47', name: 'Đảng viên hoàn thành tốt trở lên', metric: 'partyMembersGoodOrBetter',
   value: 96.68, unit: 'percent', comparator: '=', percent: 96.68, percentStatus: 'derived',
   period: '2022', periodStart: '2022-01-01', periodEnd: '2022-12-31', status: 'inferred',
   basis: 'computed', cites: ['004:10'],
   note: '100 − 2,54 − 0,78; cộng trực tiếp chỉ cho "trên 96,22"'}
] AS row
MATCH (d:District {id: 'district:tan-uyen'})
MERGE (n:Figure {id: row.id}) SET n = row
MERGE (d)-[r:HAS_FIGURE]->(n) SET r = row {.status, .basis, .confidence, .cites};

// What each number counts.
UNWIND [
  // 004:5
  {from: 'fig:004-0', to: 'dir:kl-224-kl-tu', status: 'asserted', cites: ['004:5']},
  // 004:6
  {from: 'fig:004-1', to: 'place:tp-lai-chau', status: 'asserted', cites: ['004:6']},
  {from: 'fig:004-4', to: 'ag:tan-uyen-xa-thi-tran', status: 'asserted', cites: ['004:6']},
  {from: 'fig:004-5', to: 'ag:tan-uyen-xa-thi-tran', status: 'asserted', cites: ['004:6']},
  {from: 'fig:004-6', to: 'ag:tan-uyen-xa-thi-tran', status: 'asserted', cites: ['004:6']},
  {from: 'fig:004-7', to: 'ag:tan-uyen-dan-toc', status: 'asserted', cites: ['004:6']},
  {from: 'fig:004-8', to: 'ag:tan-uyen-tccsd', status: 'asserted', cites: ['004:6']},
  {from: 'fig:004-9', to: 'ag:tan-uyen-dang-vien', status: 'asserted', cites: ['004:6']},
  // 004:7
  {from: 'fig:004-10', to: 'ev:sua-tram-2022-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'fig:004-10', to: 'media:tram-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'fig:004-11', to: 'media:tram-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'fig:004-12', to: 'media:loa-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'fig:004-13', to: 'media:loa-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'fig:004-13', to: 'commune:tt-tan-uyen', status: 'asserted', cites: ['004:7']},
  {from: 'fig:004-14', to: 'media:web-xa-tan-uyen', status: 'asserted', cites: ['004:7']},
  // 004:8
  {from: 'fig:004-15', to: 'ev:cu-dao-tao-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-16', to: 'ev:cu-dao-tao-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-17', to: 'ev:lop-ttct-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-17', to: 'org:ttct-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-18', to: 'ev:lop-ttct-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-19', to: 'ev:hoi-nghi-tsu-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-20', to: 'ev:hoi-nghi-tsu-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-21', to: 'ev:lop-66-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-22', to: 'ev:lop-66-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-22', to: 'ag:tan-uyen-cb-btv-quan-ly', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-23', to: 'ag:tan-uyen-giang-vien', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-23', to: 'org:ttct-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-24', to: 'ag:tan-uyen-giang-vien', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-24b', to: 'ag:tan-uyen-giang-vien', status: 'inferred', basis: 'ambiguity',
   confidence: 'medium', cites: ['004:8']},
  {from: 'fig:004-25', to: 'ev:binh-xet-vh-2022-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-26', to: 'ev:binh-xet-vh-2022-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-27', to: 'ev:binh-xet-vh-2022-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-28', to: 'ag:tan-uyen-doi-van-nghe', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-28', to: 'mc:van-nghe-quan-chung-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-29', to: 'ag:tan-uyen-doi-van-nghe', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-30', to: 'ag:tan-uyen-doi-van-nghe', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-31', to: 'ag:tan-uyen-nghe-nhan', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-32', to: 'ag:tan-uyen-clb', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-34', to: 'ev:bien-soan-ls-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-34', to: 'ag:tan-uyen-xa-thi-tran', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-35', to: 'ev:bien-soan-ls-tan-uyen', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-35', to: 'ag:tan-uyen-2-xa-bien-soan', status: 'asserted', cites: ['004:8']},
  {from: 'fig:004-36', to: 'ev:bien-soan-ls-tan-uyen', status: 'inferred', basis: 'computed',
   cites: ['004:8']},
  {from: 'fig:004-37', to: 'ev:noi-chuyen-truyen-thong-tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'fig:004-38', to: 'ev:noi-chuyen-truyen-thong-tan-uyen', status: 'asserted',
   cites: ['004:8']},
  {from: 'fig:004-38', to: 'ag:tan-uyen-thanh-nien', status: 'asserted', cites: ['004:8']},
  // 004:10
  {from: 'fig:004-39', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-39', to: 'ag:tan-uyen-tccsd', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-40', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-40', to: 'ag:tan-uyen-tccsd', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-41', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-41', to: 'ag:tan-uyen-tccsd', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-42', to: 'ev:danh-gia-2022-tan-uyen', status: 'inferred', basis: 'computed',
   cites: ['004:10']},
  {from: 'fig:004-42', to: 'ag:tan-uyen-tccsd', status: 'inferred', basis: 'computed',
   cites: ['004:10']},
  {from: 'fig:004-43', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-43', to: 'ag:tan-uyen-dang-vien', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-44', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-44', to: 'ag:tan-uyen-dang-vien', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-45', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-45', to: 'ag:tan-uyen-dang-vien', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-46', to: 'ev:danh-gia-2022-tan-uyen', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-46', to: 'ag:tan-uyen-dang-vien', status: 'asserted', cites: ['004:10']},
  {from: 'fig:004-47', to: 'ev:danh-gia-2022-tan-uyen', status: 'inferred', basis: 'computed',
   cites: ['004:10']},
  {from: 'fig:004-47', to: 'ag:tan-uyen-dang-vien', status: 'inferred', basis: 'computed',
   cites: ['004:10']}
] AS row
MATCH (figure:Figure {id: row.from}), (target {id: row.to})
MERGE (figure)-[r:MEASURES]->(target) SET r = row {.*, from: null, to: null};

// Computed or repaired figures and what they come from.
UNWIND [
  {from: 'fig:004-3', to: 'fig:004-2', status: 'inferred', basis: 'background', cites: ['004:6']},
  {from: 'fig:004-24b', to: 'fig:004-24', status: 'inferred', basis: 'ambiguity', cites: ['004:8']},
  {from: 'fig:004-36', to: 'fig:004-34', status: 'inferred', basis: 'computed', cites: ['004:8']},
  {from: 'fig:004-36', to: 'fig:004-35', status: 'inferred', basis: 'computed', cites: ['004:8']},
  {from: 'fig:004-42', to: 'fig:004-40', status: 'inferred', basis: 'computed', cites: ['004:10']},
  {from: 'fig:004-42', to: 'fig:004-41', status: 'inferred', basis: 'computed', cites: ['004:10']},
  {from: 'fig:004-47', to: 'fig:004-45', status: 'inferred', basis: 'computed', cites: ['004:10']},
  {from: 'fig:004-47', to: 'fig:004-46', status: 'inferred', basis: 'computed', cites: ['004:10']}
] AS row
MATCH (a:Figure {id: row.from}), (b:Figure {id: row.to})
MERGE (a)-[r:DERIVED_FROM]->(b) SET r = row {.*, from: null, to: null};

// ---- Themes -------------------------------------------------------------------------------------

// Themes that the district stresses.
UNWIND [
  // 004:5
  {from: 'district:tan-uyen', to: 'theme:doan-ket', status: 'asserted', cites: ['004:5']},
  {from: 'district:tan-uyen', to: 'theme:vung-manh', status: 'asserted',
   cites: ['004:5', '004:6', '004:9', '004:10']},
  // 004:6
  {from: 'district:tan-uyen', to: 'theme:hoc-tap-quan-triet', status: 'asserted',
   cites: ['004:6', '004:7', '004:11']},
  // 004:7
  {from: 'district:tan-uyen', to: 'theme:tuyen-truyen', status: 'asserted',
   cites: ['004:7', '004:8', '004:11']},
  // 004:8
  {from: 'district:tan-uyen', to: 'theme:du-luan', status: 'asserted', cites: ['004:8', '004:11']},
  {from: 'district:tan-uyen', to: 'theme:phan-bac', status: 'asserted', cites: ['004:8', '004:11']},
  {from: 'district:tan-uyen', to: 'theme:ly-luan-chinh-tri', status: 'asserted',
   cites: ['004:8', '004:11']},
  // 004:9
  {from: 'district:tan-uyen', to: 'theme:neu-guong', status: 'asserted', cites: ['004:9']},
  {from: 'district:tan-uyen', to: 'theme:phan-bien-xa-hoi', status: 'asserted', cites: ['004:9']},
  {from: 'district:tan-uyen', to: 'theme:suy-thoai', status: 'asserted', cites: ['004:9']},
  // 004:12
  {from: 'district:tan-uyen', to: 'theme:kiem-tra-giam-sat', status: 'asserted', cites: ['004:12']}
] AS row
MATCH (district:District {id: row.from}), (theme:Theme {id: row.to})
MERGE (district)-[r:EMPHASIZES]->(theme) SET r = row {.*, from: null, to: null};

// ---- Page furniture (quarantined: no answer may come from it) -----------------------------------
// Views and downloads belong to the item above them. 477/CT-UBND is a sidebar "Chỉ thị".

// Seen on the page (LISTED_ON), cited where it begins.
UNWIND [
  {id: 'sb:004-vote', name: 'Tổng số điểm bài viết 0 trong 0 đánh giá', kind: 'bộ đếm', value: 0.0,
   status: 'asserted', cites: ['004:14']},
  {id: 'sb:004-vbm', name: 'Văn bản mới (tiêu đề khung)', kind: 'menu', status: 'asserted',
   cites: ['004:15']},
  {id: 'sb:004-25-2024-tt-btc', name: '25/2024/TT-BTC', kind: 'văn bản mới', docKind: 'thông tư',
   number: '25/2024/TT-BTC', subject: 'Bãi bỏ Thông tư số 83/2014/TT-BTC', views: 713,
   downloads: 89, status: 'asserted', cites: ['004:16', '004:17', '004:18']},
  {id: 'sb:004-83-2014-tt-btc', name: '83/2014/TT-BTC', kind: 'văn bản bị bãi bỏ',
   docKind: 'thông tư', number: '83/2014/TT-BTC',
   subject: 'Thuế giá trị gia tăng theo Danh mục hàng hóa nhập khẩu (bị bãi bỏ)',
   issuedDate: '2014-06-26', status: 'asserted', cites: ['004:17']},
  {id: 'sb:004-477-ct-ubnd', name: '477/CT-UBND', kind: 'văn bản mới', docKind: 'chỉ thị',
   number: '477/CT-UBND', subject: 'Phát động phong trào thi đua kinh tế - xã hội năm 2024',
   views: 2314, downloads: 71, status: 'asserted', cites: ['004:19', '004:20', '004:21']},
  {id: 'sb:004-07-2024-tt-btc', name: '07/2024/TT-BTC', kind: 'văn bản mới', docKind: 'thông tư',
   number: '07/2024/TT-BTC',
   subject: 'Phí thẩm định cấp phép nghiên cứu khoa học trong vùng biển Việt Nam cho tổ chức, cá nhân nước ngoài',
   views: 3468, downloads: 1204, status: 'asserted', cites: ['004:22', '004:23', '004:24']},
  {id: 'sb:004-08-2024-tt-btc', name: '08/2024/TT-BTC', kind: 'văn bản mới', docKind: 'thông tư',
   number: '08/2024/TT-BTC', subject: 'Lệ phí cấp giấy phép nhận chìm ở biển', views: 3503,
   downloads: 476, status: 'asserted', cites: ['004:25', '004:26', '004:27']},
  {id: 'sb:004-09-2024-tt-btc', name: '09/2024/TT-BTC', kind: 'văn bản mới', docKind: 'thông tư',
   number: '09/2024/TT-BTC', subject: 'Phí thẩm định cấp giấy chứng nhận bán hàng đa cấp',
   views: 3763, downloads: 558, status: 'asserted', cites: ['004:28', '004:29', '004:30']},
  {id: 'sb:004-dhtdyn', name: 'Đại hội thi đua yêu nước tỉnh Lai Châu lần thứ V (2020-2025)',
   kind: 'tin liên kết', periodStart: '2020-07-27', periodEnd: '2020-07-28', status: 'asserted',
   cites: ['004:31', '004:32']},
  {id: 'sb:004-hienphap', name: 'hienphapvn', kind: 'biểu ngữ', status: 'asserted',
   cites: ['004:33']},
  {id: 'sb:004-online', name: 'Đang truy cập', kind: 'bộ đếm', value: 83.0, status: 'asserted',
   cites: ['004:34']},
  {id: 'sb:004-today', name: 'Hôm nay', kind: 'bộ đếm', value: 24892.0, status: 'asserted',
   cites: ['004:35']},
  {id: 'sb:004-month', name: 'Tháng hiện tại', kind: 'bộ đếm', value: 712150.0, status: 'asserted',
   cites: ['004:36']},
  {id: 'sb:004-lastmonth', name: 'Tháng trước', kind: 'bộ đếm', value: 867510.0,
   status: 'asserted', cites: ['004:37']},
  {id: 'sb:004-all', name: 'Tổng lượt truy cập', kind: 'bộ đếm', value: 28473916.0,
   status: 'asserted', cites: ['004:38']},
  {id: 'sb:004-timeout', name: 'Thông báo hết phiên, thời gian chờ 60 giây', kind: 'giao diện',
   value: 60.0, status: 'asserted', cites: ['004:39']},
  {id: 'sb:004-top', name: 'top', kind: 'giao diện', status: 'asserted', cites: ['004:40']},
  {id: 'sb:004-down', name: 'down', kind: 'giao diện', status: 'asserted', cites: ['004:41']}
] AS row
MATCH (s:Source {id: 'src:004'})
MERGE (n:SidebarItem {id: row.id}) SET n = row
MERGE (n)-[r:LISTED_ON]->(s) SET r = {status: row.status, cites: row.cites[..1]};

// Which sidebar item repeals which.
MATCH (a:SidebarItem {id: 'sb:004-25-2024-tt-btc'}), (b:SidebarItem {id: 'sb:004-83-2014-tt-btc'})
MERGE (a)-[r:REPEALS]->(b) SET r = {status: 'asserted', cites: ['004:17']};

// ---- Mentions -----------------------------------------------------------------------------------

// Whatever cites a paragraph of this article is mentioned in it.
MATCH (n) WHERE NOT n:Passage
UNWIND n.cites AS cite
MATCH (p:Passage {name: cite, doc: '004'})
MERGE (n)-[r:MENTIONED_IN]->(p) SET r = {status: n.status, cites: [cite]};

// The words of the article where they are not those of the name.
UNWIND [
  {id: 'pc:db-tan-uyen', at: '004:1', surface: 'Đảng bộ Tân Uyên'},
  {id: 'src:004', at: '004:2', surface: 'Thứ bảy - 15/07/2023 05:55 441 0'},
  {id: 'mc:van-nghe-quan-chung-tan-uyen', at: '004:3', surface: 'Phong trào văn nghệ quần chúng'},
  {id: 'district:tan-uyen', at: '004:5', surface: 'huyện Tân uyên'},
  {id: 'pc:tu-lai-chau', at: '004:5', surface: 'Tỉnh ủy'},
  {id: 'pc:db-tinh-lai-chau', at: '004:5', surface: 'Đảng bộ tỉnh'},
  {id: 'pc:dang', at: '004:5', surface: 'Đảng'},
  {id: 'dir:kl-224-kl-tu', at: '004:5', surface: 'Kết luận số 224-KL/TU của Tỉnh ủy'},
  {id: 'dir:da-cttt-lai-chau', at: '004:5',
   surface: 'Đề án “Nâng cao hiệu quả, chất lượng công tác tư tưởng của Đảng bộ tỉnh”'},
  {id: 'district:tan-uyen', at: '004:6', surface: 'huyện Tân Uyên'},
  {id: 'province:lai-chau', at: '004:6', surface: 'thành phố Lai Châu'},
  {id: 'pc:btv-tan-uyen', at: '004:6', surface: 'Ban Thường vụ Huyện ủy'},
  {id: 'pc:tu-lai-chau', at: '004:6', surface: 'Ban Chấp hành Đảng bộ tỉnh'},
  {id: 'pc:dang', at: '004:6', surface: 'Đảng'},
  {id: 'ag:tan-uyen-tccsd', at: '004:6', surface: 'tổ chức cơ sở đảng'},
  {id: 'ag:tan-uyen-dang-vien', at: '004:6', surface: 'đảng viên'},
  {id: 'ag:tan-uyen-dan-toc', at: '004:6', surface: '10 dân tộc'},
  {id: 'ag:tan-uyen-xa-thi-tran', at: '004:6', surface: '10 đơn vị hành chính'},
  {id: 'dir:kl-224-kl-tu', at: '004:6',
   surface: 'Kết luận số 224-KL/TU, ngày 18/10/2021 của Ban Chấp hành Đảng bộ tỉnh'},
  {id: 'dir:kh-91-tan-uyen', at: '004:6', surface: 'Kế hoạch số 91-KH/HU'},
  {id: 'commune:tt-tan-uyen', at: '004:7', surface: 'Thị trấn Tân Uyên'},
  {id: 'pc:dang', at: '004:7', surface: 'Đảng'},
  {id: 'media:dai-ttth-tan-uyen', at: '004:7', surface: 'huyện Đài Truyền thanh - Truyền hình'},
  {id: 'media:tram-tan-uyen', at: '004:7', surface: '10 trạm truyền thanh xã'},
  {id: 'media:loa-tan-uyen', at: '004:7', surface: '91 cụm loa truyền thanh'},
  {id: 'media:web-tan-uyen', at: '004:7', surface: 'Trang thông tin điện tử (TTĐT)'},
  {id: 'pc:hu-tan-uyen', at: '004:8', surface: 'Huyện ủy'},
  {id: 'pc:bcd35-tan-uyen', at: '004:8', surface: 'Ban Chỉ đạo 35'},
  {id: 'org:ttct-tan-uyen', at: '004:8', surface: 'Trung tâm chính trị huyện'},
  {id: 'ag:tan-uyen-co-quan-chuc-nang', at: '004:8', surface: 'các cơ quan chức năng'},
  {id: 'ag:tan-uyen-2-xa-bien-soan', at: '004:8', surface: '2 xã'},
  {id: 'dir:kh-dao-tao-tan-uyen', at: '004:8',
   surface: 'kế hoạch đào tạo, bồi dưỡng cán bộ giai đoạn 2021 - 2025'},
  {id: 'mc:toan-dan-doan-ket', at: '004:8',
   surface: 'phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”'},
  {id: 'pc:bo-chinh-tri', at: '004:9', surface: 'Bộ Chính trị'},
  {id: 'pc:trung-uong', at: '004:9', surface: 'Trung ương'},
  {id: 'pc:dang', at: '004:9', surface: 'Đảng'},
  {id: 'org:mttq-tan-uyen', at: '004:9', surface: 'Mặt trận Tổ quốc'},
  {id: 'org:dt-tan-uyen', at: '004:9', surface: 'các đoàn thể'},
  {id: 'dir:kl-01-kl-tw', at: '004:9', surface: 'Kết luận số 01-KL/TW của Bộ Chính trị'},
  {id: 'dir:nq-xay-dung-dang', at: '004:9', surface: 'các nghị quyết về xây dựng chỉnh đốn Đảng'},
  {id: 'dir:quy-dinh-neu-guong', at: '004:9',
   surface: 'các quy định của Trung ương về phát huy vai trò nêu gương'},
  {id: 'mc:hoc-tap-lam-theo-bac', at: '004:9',
   surface: 'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh'},
  {id: 'pc:dang', at: '004:10', surface: 'Đảng'},
  {id: 'mc:nong-thon-moi', at: '004:10', surface: 'huyện nông thôn mới'},
  {id: 'pc:hu-tan-uyen', at: '004:11', surface: 'Huyện ủy Tân Uyên'},
  {id: 'pc:dang', at: '004:11', surface: 'Đảng'},
  {id: 'ag:tan-uyen-cap-uy', at: '004:11', surface: 'các cấp ủy Đảng'},
  {id: 'province:lai-chau', at: '004:31', surface: 'tỉnh Lai Châu'},
  {id: 'province:lai-chau', at: '004:32', surface: 'tỉnh Lai Châu'}
] AS row
MATCH (n {id: row.id})-[r:MENTIONED_IN]->(:Passage {name: row.at}) SET r.surface = row.surface;

// The article itself names only the city; the sidebar (004:31, 004:32) names the province.
MATCH (:Province {id: 'province:lai-chau'})-[r:MENTIONED_IN]->(:Passage {name: '004:6'})
SET r.status = 'inferred';
