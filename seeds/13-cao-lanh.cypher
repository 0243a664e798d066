// Cao Lãnh (Đồng Tháp): new models of studying and following.
// Document 003:
// “Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương”.
//
// Printed is the date of an update, 05/06/2019 (5 June). The province is inferred from ĐTO.
// The district is not the city (thành phố) Cao Lãnh.

// ---- The article and its paragraphs -------------------------------------------------------------

// The article.
UNWIND [
  {id: 'src:003',
   name: 'Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương',
   docId: '003',
   title: 'Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương',
   kicker: 'HUYỆN CAO LÃNH', siteAcronym: 'ĐTO', language: 'vi', updatedAt: '2019-06-05T09:34:44',
   publishedLatest: '2019-06-05', publishedPrecision: 'day', publishedStatus: 'inferred',
   file: '003_8a1db5ec53ba8223.txt',
   sha256: '3419be53eed3e272b4d77726c0e86d22cfb87404dca690e8a695a159424da6a9', lineCount: 28,
   paraCount: 14, articleParaCount: 13, status: 'asserted', cites: ['003:1', '003:2', '003:3'],
   note: 'Nguồn chỉ in giờ cập nhật (updatedAt); publishedLatest suy từ đó. "Cập nhật ngày: 05/06/2019 09:34:44" là ngày cập nhật, thứ tự ngày/tháng/năm (5 tháng 6)'}
] AS row
MERGE (n:Source {id: row.id}) SET n = row;

// Its paragraphs: number (every line that is not empty), physical line, zone of the page.
UNWIND [
  {para: 1, line: 1, zone: 'kicker'},
  {para: 2, line: 3, zone: 'title'},
  {para: 3, line: 5, zone: 'dateline'},
  {para: 4, line: 7, zone: 'lead'},
  {para: 5, line: 10, zone: 'caption'},
  {para: 6, line: 12, zone: 'body'},
  {para: 7, line: 14, zone: 'body'},
  {para: 8, line: 16, zone: 'body'},
  {para: 9, line: 18, zone: 'body'},
  {para: 10, line: 20, zone: 'body'},
  {para: 11, line: 22, zone: 'body'},
  {para: 12, line: 24, zone: 'body'},
  {para: 13, line: 26, zone: 'byline'},
  {para: 14, line: 28, zone: 'ui'}
] AS row
WITH row, '003:' + toString(row.para) AS name
MATCH (s:Source {id: 'src:003'})
MERGE (n:Passage {id: 'psg:' + name})
SET n = row {.*, id: 'psg:' + name, name: name, doc: '003', status: 'asserted', cites: [name],
  isArticle: row.zone IN ['title', 'kicker', 'lead', 'body',
    'caption', 'byline', 'dateline']}
MERGE (n)-[r:PASSAGE_OF]->(s) SET r = {status: 'asserted', cites: [name]};

// ---- Places -------------------------------------------------------------------------------------

// Provinces.
UNWIND [
  {id: 'province:dong-thap', name: 'Đồng Tháp', kind: 'tỉnh', aliases: ['tỉnh Đồng Tháp'],
   status: 'inferred', basis: 'acronym', cites: ['003:4'],
   note: 'Tên tỉnh không xuất hiện; suy từ ĐTO = Đồng Tháp Online'}
] AS row
MERGE (n:Province {id: row.id}) SET n = row;

// The district.
UNWIND [
  {id: 'district:cao-lanh', name: 'Cao Lãnh', kind: 'huyện',
   aliases: ['huyện Cao Lãnh', 'Cao Lanh'], status: 'asserted',
   cites: ['003:1', '003:4', '003:6', '003:7', '003:9', '003:11', '003:12'],
   note: 'khác với thành phố Cao Lãnh'}
] AS row
MERGE (n:District {id: row.id}) SET n = row;

// The district the article is about.
MATCH (source:Source {id: 'src:003'}), (district:District {id: 'district:cao-lanh'})
MERGE (source)-[r:ABOUT]->(district) SET r = {status: 'asserted', cites: ['003:1', '003:4']};

// What lies in what.
MATCH (district:District {id: 'district:cao-lanh'}), (province:Province {id: 'province:dong-thap'})
MERGE (district)-[r:PART_OF]->(province)
SET r = {status: 'inferred', basis: 'acronym', cites: ['003:4']};

// ---- Party bodies, other bodies and unnamed groups ----------------------------------------------

// Party bodies.
UNWIND [
  {id: 'pc:btv-cao-lanh', name: 'Ban Thường vụ Huyện ủy Cao Lãnh', kind: 'ban thường vụ',
   level: 'huyện', aliases: ['BTV Huyện ủy Cao Lãnh'], status: 'asserted',
   cites: ['003:4', '003:7', '003:11', '003:12']},
  {id: 'pc:hu-cao-lanh', name: 'Huyện ủy Cao Lãnh', kind: 'huyện ủy', level: 'huyện',
   status: 'asserted', cites: ['003:4']},
  {id: 'pc:bch-cao-lanh', name: 'Ban Chấp hành Đảng bộ huyện Cao Lãnh', kind: 'ban chấp hành',
   level: 'huyện', status: 'asserted', cites: ['003:4']},
  {id: 'pc:db-cao-lanh', name: 'Đảng bộ huyện Cao Lãnh', kind: 'đảng bộ', level: 'huyện',
   status: 'asserted', cites: ['003:11']}
] AS row
MERGE (n:PartyCommittee {id: row.id}) SET n = row;

// Bodies outside the Party.
UNWIND [
  {id: 'org:bbt-pt-cao-lanh', name: 'Ban Biên tập Chuyên mục phát thanh (huyện Cao Lãnh)',
   kind: 'ban biên tập', level: 'huyện', status: 'asserted', cites: ['003:10']}
] AS row
MERGE (n:Organization {id: row.id}) SET n = row;

// Collectives that act, are addressed or are counted, but have no name.
UNWIND [
  {id: 'ag:cao-lanh-cbdv', name: 'Cán bộ, đảng viên, đoàn viên, hội viên huyện Cao Lãnh',
   kind: 'cá nhân', status: 'asserted', cites: ['003:4', '003:6', '003:9', '003:11']},
  {id: 'ag:cao-lanh-bieu-duong',
   name: 'Tập thể, cá nhân tiêu biểu được biểu dương 2019 (Cao Lãnh)', kind: 'tập thể',
   status: 'asserted', cites: ['003:5'], note: 'không nêu tên, không nêu số lượng'},
  {id: 'ag:cao-lanh-dia-phuong', name: 'Các địa phương, cơ quan, đơn vị huyện Cao Lãnh',
   kind: 'tập thể', status: 'asserted', cites: ['003:6', '003:8', '003:12']},
  {id: 'ag:cao-lanh-chi-dang-bo', name: 'Các chi bộ, đảng bộ huyện Cao Lãnh', kind: 'tập thể',
   status: 'asserted', cites: ['003:6', '003:7']},
  {id: 'ag:cao-lanh-to-co-so',
   name: 'Chi bộ, chi đoàn, chi hội và các tổ, hội quán cơ sở (Cao Lãnh)', kind: 'tập thể',
   status: 'asserted', cites: ['003:12']}
] AS row
MERGE (n:ActorGroup {id: row.id}) SET n = row;

// Where bodies and groups belong.
UNWIND [
  {from: 'pc:btv-cao-lanh', to: 'district:cao-lanh', status: 'asserted', cites: ['003:4']},
  {from: 'pc:hu-cao-lanh', to: 'district:cao-lanh', status: 'asserted', cites: ['003:4']},
  {from: 'pc:bch-cao-lanh', to: 'district:cao-lanh', status: 'asserted', cites: ['003:4']},
  {from: 'pc:db-cao-lanh', to: 'district:cao-lanh', status: 'asserted', cites: ['003:11']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (district:District {id: row.to})
MERGE (body)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

MATCH (body:Organization {id: 'org:bbt-pt-cao-lanh'}), (district:District {id: 'district:cao-lanh'})
MERGE (body)-[r:BASED_IN]->(district) SET r = {status: 'asserted', cites: ['003:10']};

UNWIND [
  {from: 'ag:cao-lanh-cbdv', to: 'district:cao-lanh', status: 'asserted', cites: ['003:4']},
  {from: 'ag:cao-lanh-bieu-duong', to: 'district:cao-lanh', status: 'asserted', cites: ['003:5']},
  {from: 'ag:cao-lanh-dia-phuong', to: 'district:cao-lanh', status: 'asserted', cites: ['003:6']},
  {from: 'ag:cao-lanh-chi-dang-bo', to: 'district:cao-lanh', status: 'asserted', cites: ['003:7']},
  {from: 'ag:cao-lanh-to-co-so', to: 'district:cao-lanh', status: 'asserted', cites: ['003:12']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (district:District {id: row.to})
MERGE (actors)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

// Bodies inside bodies.
UNWIND [
  {from: 'pc:btv-cao-lanh', to: 'pc:hu-cao-lanh', status: 'asserted', cites: ['003:4']},
  {from: 'pc:bch-cao-lanh', to: 'pc:db-cao-lanh', status: 'asserted', cites: ['003:4']},
  {from: 'pc:hu-cao-lanh', to: 'pc:db-cao-lanh', status: 'inferred', basis: 'background',
   cites: ['003:11'], note: 'Huyện ủy là ban chấp hành của đảng bộ huyện theo Điều lệ'}
] AS row
MATCH (a:PartyCommittee {id: row.from}), (b:PartyCommittee {id: row.to})
MERGE (a)-[r:SUBUNIT_OF]->(b) SET r = row {.*, from: null, to: null};

// Two names that a reader takes for one.
MATCH (a:PartyCommittee {id: 'pc:bch-cao-lanh'}), (b:PartyCommittee {id: 'pc:hu-cao-lanh'})
MERGE (a)-[r:SAME_AS]->(b)
SET r = {status: 'inferred', basis: 'background', cites: ['003:4'],
  note: 'Huyện ủy chính là Ban Chấp hành Đảng bộ huyện'};

// ---- Media --------------------------------------------------------------------------------------

// Newspapers, websites, radio, loudspeakers.
UNWIND [
  {id: 'media:dto', name: 'ĐTO', nameInferred: 'Đồng Tháp Online (Báo Đồng Tháp)',
   kind: 'báo điện tử', aliases: ['Đồng Tháp Online', 'Báo Đồng Tháp'], status: 'asserted',
   cites: ['003:4'], note: 'ĐTO được khẳng định; phần khai triển là suy luận'},
  {id: 'media:phat-thanh-cao-lanh',
   name: 'Chuyên mục phát thanh "Học tập và làm theo gương Bác mỗi ngày"',
   kind: 'chuyên mục phát thanh', aliases: ['Học tập và làm theo gương Bác mỗi ngày'],
   schedule: 'sáng và chiều các ngày thứ Hai', status: 'asserted', cites: ['003:10']}
] AS row
MERGE (n:MediaChannel {id: row.id}) SET n = row;

// Publisher of the article.
MATCH (source:Source {id: 'src:003'}), (channel:MediaChannel {id: 'media:dto'})
MERGE (source)-[r:PUBLISHED_BY]->(channel) SET r = {status: 'asserted', cites: ['003:4']};

// Which channel serves the district.
MATCH (channel:MediaChannel {id: 'media:phat-thanh-cao-lanh'}),
  (district:District {id: 'district:cao-lanh'})
MERGE (channel)-[r:OPERATES_IN]->(district) SET r = {status: 'asserted', cites: ['003:10']};

// Who runs which channel.
MATCH (body:Organization {id: 'org:bbt-pt-cao-lanh'}),
  (channel:MediaChannel {id: 'media:phat-thanh-cao-lanh'})
MERGE (body)-[r:MANAGES]->(channel) SET r = {status: 'asserted', cites: ['003:10']};

// ---- Officials, posts and other persons ---------------------------------------------------------

// Named persons without a post.
UNWIND [
  {id: 'person:dung-chinh', name: 'Dũng Chinh', kind: 'tác giả', status: 'asserted',
   cites: ['003:13']}
] AS row
MERGE (n:Person {id: row.id}) SET n = row;

// By-line.
MATCH (person:Person {id: 'person:dung-chinh'}), (source:Source {id: 'src:003'})
MERGE (person)-[r:WROTE]->(source) SET r = {status: 'asserted', cites: ['003:13']};

// ---- Directives, resolutions, conclusions and plans ---------------------------------------------

// Directives.
UNWIND [
  // Resolution of the district's Party congress, term and date not stated
  {id: 'dir:nq-dhdb-cao-lanh', name: 'Nghị quyết đại hội Đảng bộ huyện Cao Lãnh',
   kind: 'nghị quyết', level: 'huyện', aliases: ['NQ đại hội Đảng bộ huyện Cao Lãnh'],
   generic: false, numbered: false, status: 'asserted', cites: ['003:11'],
   note: 'không nêu nhiệm kỳ, số, ngày'},
  // The theme of 2019, here without its title
  {id: 'dir:chu-de-2019-cao-lanh', name: 'Chủ đề năm 2019 (Cao Lãnh)', kind: 'chuyên đề',
   subject: 'gần dân, tôn trọng nhân dân, chăm lo đời sống nhân dân', year: 2019,
   aliases: ['Chủ đề 2019'], generic: false, numbered: false, status: 'asserted',
   cites: ['003:12'], note: 'không nêu tên chủ đề'}
] AS row
MERGE (n:Directive {id: row.id}) SET n = row;

// Two names that a reader takes for one.
MATCH (a:Directive {id: 'dir:chu-de-2019-cao-lanh'}), (b:Directive {id: 'dir:cd-2019'})
MERGE (a)-[r:SAME_AS]->(b)
SET r = {status: 'inferred', basis: 'cross-document', confidence: 'high', cites: ['003:12'],
  note: 'Cùng năm, cùng cụm "tôn trọng nhân dân, chăm lo đời sống nhân dân" với chuyên đề 2019 ở 001 P15; bài 003 không ghi tên'};

// Who issued or drew up which directive.
MATCH (directive:Directive {id: 'dir:nq-dhdb-cao-lanh'}),
  (body:PartyCommittee {id: 'pc:db-cao-lanh'})
MERGE (directive)-[r:ISSUED_BY]->(body)
SET r = {status: 'inferred', basis: 'context', cites: ['003:11'],
  note: 'nghị quyết của đại hội Đảng bộ huyện'};

// What the district carries out (reported) or orders to be carried out (ordered).
UNWIND [
  {from: 'district:cao-lanh', to: 'dir:ct-05-ct-tw', modality: 'reported', status: 'asserted',
   cites: ['003:4', '003:11']},
  {from: 'district:cao-lanh', to: 'dir:nq-dhdb-cao-lanh', modality: 'ordered', status: 'asserted',
   cites: ['003:11'], note: 'việc tiếp tục của thời gian tới'},
  {from: 'district:cao-lanh', to: 'dir:chu-de-2019-cao-lanh', modality: 'reported',
   status: 'asserted', cites: ['003:12']},
  {from: 'district:cao-lanh', to: 'dir:cd-2019', status: 'inferred', basis: 'cross-document',
   confidence: 'high', cites: ['003:12'], note: 'qua SAME_AS với chủ đề 2019'}
] AS row
MATCH (district:District {id: row.from}), (directive:Directive {id: row.to})
MERGE (district)-[r:IMPLEMENTS]->(directive) SET r = row {.*, from: null, to: null};

// Which body directs the implementation.
UNWIND [
  {from: 'pc:btv-cao-lanh', to: 'dir:ct-05-ct-tw', status: 'asserted', cites: ['003:4', '003:11']},
  {from: 'pc:btv-cao-lanh', to: 'dir:nq-dhdb-cao-lanh', status: 'asserted', cites: ['003:11']},
  {from: 'pc:btv-cao-lanh', to: 'dir:chu-de-2019-cao-lanh', status: 'asserted', cites: ['003:12']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (directive:Directive {id: row.to})
MERGE (body)-[r:LEADS]->(directive) SET r = row {.*, from: null, to: null};

// Which document spells out which higher one.
MATCH (a:Directive {id: 'dir:chu-de-2019-cao-lanh'}), (b:Directive {id: 'dir:ct-05-ct-tw'})
MERGE (a)-[r:CONCRETIZES]->(b)
SET r = {status: 'inferred', basis: 'context', confidence: 'high', cites: ['003:12'],
  note: 'đặt ngay sau đoạn tiếp tục thực hiện Chỉ thị 05'};

// ---- Campaigns and models -----------------------------------------------------------------------

// Campaigns, models, contests, programmes.
UNWIND [
  {id: 'mc:so-tay-dang-vien-cao-lanh', name: 'Sổ tay đảng viên làm theo gương Bác (Cao Lãnh)',
   kind: 'mô hình', scope: 'huyện',
   aliases: ['Sổ tay đảng viên làm theo gương Bác', 'sổ tay đảng viên'], status: 'asserted',
   cites: ['003:6']},
  {id: 'mc:hoi-thi-ke-chuyen-cao-lanh', name: 'Hội thi kể chuyện (Cao Lãnh)', kind: 'hội thi',
   scope: 'huyện', status: 'asserted', cites: ['003:6']},
  {id: 'mc:thi-sang-tac-cao-lanh', name: 'Thi sáng tác tác phẩm văn học, nghệ thuật (Cao Lãnh)',
   kind: 'cuộc thi', scope: 'huyện', status: 'asserted', cites: ['003:6']},
  {id: 'mc:dang-ky-sang-kien-cao-lanh',
   name: 'Đăng ký thực hiện sáng kiến, cách làm mới (Cao Lãnh)', kind: 'phong trào đăng ký',
   scope: 'huyện', aliases: ['đăng ký sáng kiến'], recurrence: 'hằng năm',
   fields: ['kinh tế', 'văn hóa - xã hội', 'quốc phòng - an ninh'], status: 'asserted',
   cites: ['003:7', '003:10']}
] AS row
MERGE (n:ModelCampaign {id: row.id}) SET n = row;

// Who runs which campaign.
UNWIND [
  {from: 'district:cao-lanh', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['003:5', '003:8', '003:9']},
  {from: 'district:cao-lanh', to: 'mc:so-tay-dang-vien-cao-lanh', status: 'asserted',
   cites: ['003:6']},
  {from: 'district:cao-lanh', to: 'mc:hoi-thi-ke-chuyen-cao-lanh', status: 'asserted',
   cites: ['003:6']},
  {from: 'district:cao-lanh', to: 'mc:thi-sang-tac-cao-lanh', status: 'asserted', cites: ['003:6']},
  {from: 'district:cao-lanh', to: 'mc:dang-ky-sang-kien-cao-lanh', status: 'asserted',
   cites: ['003:7']},
  {from: 'district:cao-lanh', to: 'mc:thi-dua-yeu-nuoc', status: 'asserted',
   cites: ['003:8', '003:9']}
] AS row
MATCH (district:District {id: row.from}), (campaign:ModelCampaign {id: row.to})
MERGE (district)-[r:RUNS]->(campaign) SET r = row {.*, from: null, to: null};

// Models under a campaign.
UNWIND [
  {from: 'mc:so-tay-dang-vien-cao-lanh', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['003:6']},
  {from: 'mc:hoi-thi-ke-chuyen-cao-lanh', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['003:6']},
  {from: 'mc:thi-sang-tac-cao-lanh', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['003:6']},
  {from: 'mc:dang-ky-sang-kien-cao-lanh', to: 'mc:hoc-tap-lam-theo-bac', status: 'inferred',
   basis: 'context', confidence: 'high', cites: ['003:7'],
   note: 'P7 không nhắc học Bác; P8, P10 (đăng ký làm theo) nối lại'}
] AS row
MATCH (a:ModelCampaign {id: row.from}), (b:ModelCampaign {id: row.to})
MERGE (a)-[r:PART_OF_CAMPAIGN]->(b) SET r = row {.*, from: null, to: null};

// Yearly themes of a campaign.
MATCH (directive:Directive {id: 'dir:chu-de-2019-cao-lanh'}),
  (campaign:ModelCampaign {id: 'mc:hoc-tap-lam-theo-bac'})
MERGE (directive)-[r:ANNUAL_THEME_OF]->(campaign)
SET r = {year: 2019, status: 'inferred', basis: 'context', cites: ['003:12']};

// Who started it.
MATCH (body:PartyCommittee {id: 'pc:btv-cao-lanh'}),
  (campaign:ModelCampaign {id: 'mc:dang-ky-sang-kien-cao-lanh'})
MERGE (body)-[r:LAUNCHED]->(campaign)
SET r = {recurrence: 'hằng năm', status: 'asserted', cites: ['003:7']};

// Which channel promotes which campaign.
MATCH (channel:MediaChannel {id: 'media:phat-thanh-cao-lanh'}),
  (campaign:ModelCampaign {id: 'mc:hoc-tap-lam-theo-bac'})
MERGE (channel)-[r:PROMOTES]->(campaign) SET r = {status: 'asserted', cites: ['003:10']};

// ---- Events -------------------------------------------------------------------------------------

// Events.
UNWIND [
  {id: 'ev:bieu-duong-2019-cao-lanh',
   name: 'Biểu dương, khen thưởng tập thể, cá nhân học tập và làm theo Hồ Chí Minh năm 2019 (Cao Lãnh)',
   kind: 'khen thưởng', year: 2019, status: 'asserted', cites: ['003:5'],
   note: 'chú thích ảnh; không có ngày'},
  {id: 'ev:bien-soan-guong-cao-lanh', name: 'Biên soạn bài giới thiệu gương điển hình (Cao Lãnh)',
   kind: 'biên soạn', status: 'asserted', cites: ['003:10']}
] AS row
MERGE (n:Event {id: row.id}) SET n = row;

// Where it took place.
UNWIND [
  {from: 'ev:bieu-duong-2019-cao-lanh', to: 'district:cao-lanh', status: 'asserted',
   cites: ['003:5']},
  {from: 'ev:bien-soan-guong-cao-lanh', to: 'district:cao-lanh', status: 'asserted',
   cites: ['003:10']}
] AS row
MATCH (event:Event {id: row.from}), (district:District {id: row.to})
MERGE (event)-[r:HELD_IN]->(district) SET r = row {.*, from: null, to: null};

// Who took part.
MATCH (actors:ActorGroup {id: 'ag:cao-lanh-bieu-duong'}),
  (event:Event {id: 'ev:bieu-duong-2019-cao-lanh'})
MERGE (actors)-[r:PARTICIPATED_IN]->(event)
SET r = {role: 'được biểu dương', status: 'asserted', cites: ['003:5']};

// What the events are about.
MATCH (event:Event {id: 'ev:bien-soan-guong-cao-lanh'}),
  (channel:MediaChannel {id: 'media:phat-thanh-cao-lanh'})
MERGE (event)-[r:CONCERNS]->(channel)
SET r = {status: 'asserted', cites: ['003:10'],
  note: 'bài được cung cấp cho Ban Biên tập chuyên mục phát thanh'};

// ---- Results and lessons ------------------------------------------------------------------------

// Outcomes, ratings and trends that the district reports (HAS_RESULT).
UNWIND [
  {id: 'res:003-1', name: 'Chuyển biến rõ về phẩm chất chính trị, đạo đức, lối sống',
   kind: 'nhận định', status: 'asserted', cites: ['003:4']},
  {id: 'res:003-2', name: 'Hình thức học tập đa dạng, thành việc thường xuyên của chi bộ',
   kind: 'nhận định', status: 'asserted', cites: ['003:6']},
  {id: 'res:003-3',
   name: 'Xuất hiện nhiều mô hình mới, phong trào thi đua gắn với học tập Hồ Chí Minh',
   kind: 'nhận định', status: 'asserted', cites: ['003:8']},
  {id: 'res:003-4',
   name: 'Đa số cán bộ, đảng viên tự giác tu dưỡng; quan hệ với nhân dân chuyển biến (không có số)',
   kind: 'nhận định', status: 'asserted', cites: ['003:9']},
  {id: 'res:003-5', name: 'Nhiều gương điển hình được biểu dương, biên soạn thành bài giới thiệu',
   kind: 'nhận định', status: 'asserted', cites: ['003:10']}
] AS row
MATCH (d:District {id: 'district:cao-lanh'})
MERGE (n:Result {id: row.id}) SET n = row
MERGE (d)-[r:HAS_RESULT]->(n) SET r = row {.status, .cites};

// What the results are about.
UNWIND [
  {from: 'res:003-1', to: 'dir:ct-05-ct-tw', status: 'asserted', cites: ['003:4']},
  {from: 'res:003-2', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['003:6']},
  {from: 'res:003-3', to: 'mc:thi-dua-yeu-nuoc', status: 'asserted', cites: ['003:8']},
  {from: 'res:003-5', to: 'media:phat-thanh-cao-lanh', status: 'asserted', cites: ['003:10']}
] AS row
MATCH (result:Result {id: row.from}), (target {id: row.to})
MERGE (result)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// ---- Shortcomings and violations ----------------------------------------------------------------
// "Hạn chế, tồn tại" in general, not listed and not said to be those of Directive 05.

// Seen in the district (OBSERVED_IN).
UNWIND [
  {id: 'sc:003-1', name: 'Hạn chế, tồn tại nói chung (không liệt kê)', kind: 'hạn chế',
   enumerated: false, status: 'asserted', cites: ['003:11']}
] AS row
MATCH (d:District {id: 'district:cao-lanh'})
MERGE (n:Shortcoming {id: row.id}) SET n = row
MERGE (n)-[r:OBSERVED_IN]->(d) SET r = row {.status, .cites};

// What the shortcomings are about.
MATCH (shortcoming:Shortcoming {id: 'sc:003-1'}), (directive:Directive {id: 'dir:ct-05-ct-tw'})
MERGE (shortcoming)-[r:CONCERNS]->(directive)
SET r = {status: 'inferred', basis: 'ambiguity', confidence: 'low', cites: ['003:11'],
  note: 'câu nói hạn chế chung và mục tiêu của nghị quyết đại hội, không nói là hạn chế của Chỉ thị 05'};

// ---- Tasks --------------------------------------------------------------------------------------

// Tasks and subtasks.
UNWIND [
  {id: 'task:003-1',
   name: 'Tiếp tục triển khai, quán triệt Chỉ thị 05; khắc phục hạn chế; hoàn thành nhiệm vụ theo nghị quyết đại hội Đảng bộ huyện',
   status: 'asserted', cites: ['003:11'], note: 'Ban Thường vụ tự xác định'},
  {id: 'task:003-2',
   name: 'Thực hiện chủ đề 2019: hướng về cơ sở, gần dân, chăm lo đời sống nhân dân',
   status: 'asserted', cites: ['003:12'], note: 'Ban Thường vụ tự xác định'},
  {id: 'task:003-2a', name: 'Đề cao vai trò nêu gương của người đứng đầu', status: 'asserted',
   cites: ['003:12']},
  {id: 'task:003-2b',
   name: 'Đẩy mạnh tuyên truyền điển hình từ cơ sở và trên phương tiện thông tin đại chúng',
   status: 'asserted', cites: ['003:12']}
] AS row
MERGE (n:Task {id: row.id}) SET n = row;

// What the tasks are about.
UNWIND [
  {from: 'task:003-1', to: 'dir:ct-05-ct-tw', status: 'asserted', cites: ['003:11']},
  {from: 'task:003-1', to: 'dir:nq-dhdb-cao-lanh', status: 'asserted', cites: ['003:11']},
  {from: 'task:003-1', to: 'sc:003-1', status: 'asserted', cites: ['003:11']},
  {from: 'task:003-1', to: 'ag:cao-lanh-cbdv', status: 'asserted', cites: ['003:11']},
  {from: 'task:003-2', to: 'dir:chu-de-2019-cao-lanh', status: 'asserted', cites: ['003:12']},
  {from: 'task:003-2a', to: 'ag:cao-lanh-dia-phuong', status: 'asserted', cites: ['003:12']},
  {from: 'task:003-2b', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['003:12']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// Parts of a task.
UNWIND [
  {from: 'task:003-2a', to: 'task:003-2', status: 'asserted', cites: ['003:12']},
  {from: 'task:003-2b', to: 'task:003-2', status: 'asserted', cites: ['003:12']}
] AS row
MATCH (a:Task {id: row.from}), (b:Task {id: row.to})
MERGE (a)-[r:SUBTASK_OF]->(b) SET r = row {.*, from: null, to: null};

// Who has to do it.
UNWIND [
  {from: 'task:003-1', to: 'pc:btv-cao-lanh', status: 'asserted', cites: ['003:11']},
  {from: 'task:003-2', to: 'pc:btv-cao-lanh', status: 'asserted', cites: ['003:12']},
  {from: 'task:003-2b', to: 'ag:cao-lanh-to-co-so', status: 'inferred', basis: 'ambiguity',
   confidence: 'medium', cites: ['003:12'],
   note: '"tuyên truyền từ chi bộ, chi đoàn…": có thể chỉ là nơi bắt đầu'}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:ASSIGNED_TO]->(target) SET r = row {.*, from: null, to: null};

// Which task is meant to mend which shortcoming.
MATCH (task:Task {id: 'task:003-1'}), (shortcoming:Shortcoming {id: 'sc:003-1'})
MERGE (task)-[r:ADDRESSES]->(shortcoming) SET r = {status: 'asserted', cites: ['003:11']};

// ---- Figures ------------------------------------------------------------------------------------
// 46 of 46 organisations registered 46 topics: two numbers that happen to be equal.

// Each number with its meaning, reported by the district (HAS_FIGURE).
UNWIND [
  {id: 'fig:003-1', name: 'Chi bộ, đảng bộ đăng ký sáng kiến, cách làm mới',
   metric: 'registeringOrgs', value: 46.0, unit: 'chi bộ, đảng bộ', comparator: '=', numerator: 46,
   denominator: 46, percent: 100.0, percentStatus: 'derived', period: '2018',
   periodStart: '2018-01-01', periodEnd: '2018-12-31', status: 'asserted', cites: ['003:7']},
  {id: 'fig:003-2', name: 'Đề tài đăng ký', metric: 'registeredTopics', value: 46.0,
   unit: 'đề tài', comparator: '=', period: '2018', periodStart: '2018-01-01',
   periodEnd: '2018-12-31', status: 'asserted', cites: ['003:7'],
   note: 'trùng số với 46 chi bộ, đảng bộ nhưng là đơn vị khác'},
  {id: 'fig:003-3', name: 'Đề tài được tổng kết nhân rộng', metric: 'replicatedTopics', value: 8.0,
   unit: 'đề tài', comparator: '=', numerator: 8, denominator: 46, percent: 17.39,
   percentStatus: 'derived', period: '2019', periodStart: '2019-01-01', periodEnd: '2019-12-31',
   status: 'asserted', cites: ['003:7'], note: 'mẫu số 46 là số đề tài năm 2018 ("Trong đó")'},
  {id: 'fig:003-4', name: 'Số chi bộ, đảng bộ (mẫu số)', metric: 'affiliatedPartyOrgs',
   metricGroup: 'partyOrgCount', role: 'denominator', value: 46.0, unit: 'chi bộ, đảng bộ',
   comparator: '=', period: '2018', periodStart: '2018-01-01', periodEnd: '2018-12-31',
   status: 'asserted', cites: ['003:7']}
] AS row
MATCH (d:District {id: 'district:cao-lanh'})
MERGE (n:Figure {id: row.id}) SET n = row
MERGE (d)-[r:HAS_FIGURE]->(n) SET r = row {.status, .basis, .confidence, .cites};

// What each number counts.
UNWIND [
  {from: 'fig:003-1', to: 'mc:dang-ky-sang-kien-cao-lanh', status: 'asserted', cites: ['003:7']},
  {from: 'fig:003-1', to: 'ag:cao-lanh-chi-dang-bo', status: 'asserted', cites: ['003:7']},
  {from: 'fig:003-2', to: 'mc:dang-ky-sang-kien-cao-lanh', status: 'asserted', cites: ['003:7']},
  {from: 'fig:003-3', to: 'mc:dang-ky-sang-kien-cao-lanh', status: 'asserted', cites: ['003:7']},
  {from: 'fig:003-4', to: 'ag:cao-lanh-chi-dang-bo', status: 'asserted', cites: ['003:7']}
] AS row
MATCH (figure:Figure {id: row.from}), (target {id: row.to})
MERGE (figure)-[r:MEASURES]->(target) SET r = row {.*, from: null, to: null};

// ---- Themes -------------------------------------------------------------------------------------

// Themes that the district stresses.
UNWIND [
  {from: 'district:cao-lanh', to: 'theme:hoc-tap-quan-triet', status: 'asserted',
   cites: ['003:4', '003:11']},
  {from: 'district:cao-lanh', to: 'theme:nhan-rong', status: 'asserted',
   cites: ['003:7', '003:10', '003:12']},
  {from: 'district:cao-lanh', to: 'theme:tuyen-truyen', status: 'asserted',
   cites: ['003:10', '003:12']},
  {from: 'district:cao-lanh', to: 'theme:neu-guong', status: 'asserted', cites: ['003:12']}
] AS row
MATCH (district:District {id: row.from}), (theme:Theme {id: row.to})
MERGE (district)-[r:EMPHASIZES]->(theme) SET r = row {.*, from: null, to: null};

// ---- Page furniture (quarantined: no answer may come from it) -----------------------------------

// Seen on the page (LISTED_ON), cited where it begins.
UNWIND [
  {id: 'sb:003-comment', name: 'Ô gửi bình luận', kind: 'giao diện', status: 'asserted',
   cites: ['003:14']}
] AS row
MATCH (s:Source {id: 'src:003'})
MERGE (n:SidebarItem {id: row.id}) SET n = row
MERGE (n)-[r:LISTED_ON]->(s) SET r = {status: row.status, cites: row.cites[..1]};

// ---- Mentions -----------------------------------------------------------------------------------

// Whatever cites a paragraph of this article is mentioned in it.
MATCH (n) WHERE NOT n:Passage
UNWIND n.cites AS cite
MATCH (p:Passage {name: cite, doc: '003'})
MERGE (n)-[r:MENTIONED_IN]->(p) SET r = {status: n.status, cites: [cite]};

// The words of the article where they are not those of the name.
UNWIND [
  {id: 'src:003', at: '003:1', surface: 'HUYỆN CAO LÃNH'},
  {id: 'district:cao-lanh', at: '003:1', surface: 'HUYỆN CAO LÃNH'},
  {id: 'src:003', at: '003:3', surface: 'Cập nhật ngày: 05/06/2019 09:34:44'},
  {id: 'province:dong-thap', at: '003:4', surface: 'ĐTO'},
  {id: 'media:dto', at: '003:4', surface: 'ĐTO'},
  {id: 'pc:btv-cao-lanh', at: '003:4', surface: 'Ban Thường vụ (BTV) Huyện ủy Cao Lãnh'},
  {id: 'pc:hu-cao-lanh', at: '003:4', surface: 'Huyện ủy Cao Lãnh'},
  {id: 'pc:bch-cao-lanh', at: '003:4', surface: 'Ban Chấp hành Đảng bộ huyện'},
  {id: 'pc:bo-chinh-tri', at: '003:4', surface: 'Bộ Chính trị'},
  {id: 'dir:ct-05-ct-tw', at: '003:4', surface: 'Chỉ thị số 05 của Bộ Chính trị (khóa XII)'},
  {id: 'district:cao-lanh', at: '003:6', surface: 'huyện'},
  {id: 'person:ho-chi-minh', at: '003:6', surface: 'Bác'},
  {id: 'mc:so-tay-dang-vien-cao-lanh', at: '003:6',
   surface: 'mô hình Sổ tay đảng viên làm theo gương Bác'},
  {id: 'mc:hoi-thi-ke-chuyen-cao-lanh', at: '003:6', surface: 'hội thi kể chuyện'},
  {id: 'mc:thi-sang-tac-cao-lanh', at: '003:6',
   surface: 'thi sáng tác các tác phẩm văn học, nghệ thuật'},
  {id: 'pc:btv-cao-lanh', at: '003:7', surface: 'BTV Huyện ủy Cao Lãnh'},
  {id: 'ag:cao-lanh-chi-dang-bo', at: '003:7', surface: 'chi bộ, đảng bộ'},
  {id: 'mc:dang-ky-sang-kien-cao-lanh', at: '003:7',
   surface: 'đăng ký thực hiện sáng kiến, cách làm mới'},
  {id: 'mc:thi-dua-yeu-nuoc', at: '003:8', surface: 'nhiều phong trào thi đua yêu nước'},
  {id: 'district:cao-lanh', at: '003:9', surface: 'huyện'},
  {id: 'mc:thi-dua-yeu-nuoc', at: '003:9', surface: 'Nhiều phong trào thi đua yêu nước'},
  {id: 'org:bbt-pt-cao-lanh', at: '003:10', surface: 'Ban Biên tập Chuyên mục phát thanh'},
  {id: 'person:ho-chi-minh', at: '003:10', surface: 'Bác'},
  {id: 'mc:dang-ky-sang-kien-cao-lanh', at: '003:10', surface: 'đăng ký làm theo'},
  {id: 'pc:btv-cao-lanh', at: '003:11', surface: 'BTV Huyện ủy Cao Lãnh'},
  {id: 'pc:db-cao-lanh', at: '003:11', surface: 'Đảng bộ huyện'},
  {id: 'pc:bo-chinh-tri', at: '003:11', surface: 'Bộ Chính trị'},
  {id: 'dir:ct-05-ct-tw', at: '003:11', surface: 'Chỉ thị số 05 của Bộ Chính trị'},
  {id: 'dir:nq-dhdb-cao-lanh', at: '003:11', surface: 'Nghị quyết đại hội Đảng bộ huyện'},
  {id: 'pc:btv-cao-lanh', at: '003:12', surface: 'BTV Huyện ủy Cao Lãnh'},
  {id: 'dir:chu-de-2019-cao-lanh', at: '003:12', surface: 'chủ đề năm 2019'},
  {id: 'person:ho-chi-minh', at: '003:12', surface: 'Bác'},
  {id: 'person:dung-chinh', at: '003:13', surface: 'DŨNG CHINH'}
] AS row
MATCH (n {id: row.id})-[r:MENTIONED_IN]->(:Passage {name: row.at}) SET r.surface = row.surface;
