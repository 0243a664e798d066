// Tịnh Biên (An Giang): care for Party building.
// Document 002, “Tịnh Biên chăm lo công tác xây dựng Đảng”.
//
// No date; the article cannot be older than 30/10/2016. The province is inferred from TGAG.
// Lines 8 and 10 hold only a no-break space and count as paragraphs 002:5 and 002:7.

// ---- The article and its paragraphs -------------------------------------------------------------

// The article.
UNWIND [
  {id: 'src:002', name: 'Tịnh Biên chăm lo công tác xây dựng Đảng', docId: '002',
   title: 'Tịnh Biên chăm lo công tác xây dựng Đảng', siteAcronym: 'TGAG', language: 'vi',
   publishedEarliest: '2016-10-30', publishedPrecision: 'window', publishedStatus: 'inferred',
   file: '002_101ac6875a4f1957.txt',
   sha256: 'a3a3089d883835e93f8646b8ae8af795540536534db2c5f091860bebcd3bb3b6', lineCount: 39,
   paraCount: 24, articleParaCount: 16, status: 'asserted', cites: ['002:3'],
   note: 'Không có ngày đăng. Mốc sớm nhất là ngày của Nghị quyết TW 4 khóa XII (kiến thức nền); không có mốc muộn nhất'}
] AS row
MERGE (n:Source {id: row.id}) SET n = row;

// Its paragraphs: number (every line that is not empty), physical line, zone of the page.
UNWIND [
  {para: 1, line: 1, zone: 'counter'},
  {para: 2, line: 3, zone: 'counter'},
  {para: 3, line: 5, zone: 'title'},
  {para: 4, line: 7, zone: 'lead'},
  {para: 5, line: 8, zone: 'blank'},
  {para: 6, line: 9, zone: 'body'},
  {para: 7, line: 10, zone: 'blank'},
  {para: 8, line: 11, zone: 'body'},
  {para: 9, line: 13, zone: 'body'},
  {para: 10, line: 15, zone: 'body'},
  {para: 11, line: 17, zone: 'body'},
  {para: 12, line: 19, zone: 'body'},
  {para: 13, line: 21, zone: 'body'},
  {para: 14, line: 23, zone: 'body'},
  {para: 15, line: 25, zone: 'body'},
  {para: 16, line: 27, zone: 'body'},
  {para: 17, line: 29, zone: 'body'},
  {para: 18, line: 31, zone: 'body'},
  {para: 19, line: 33, zone: 'byline'},
  {para: 20, line: 34, zone: 'byline'},
  {para: 21, line: 36, zone: 'sidebar'},
  {para: 22, line: 37, zone: 'sidebar'},
  {para: 23, line: 38, zone: 'counter'},
  {para: 24, line: 39, zone: 'counter'}
] AS row
WITH row, '002:' + toString(row.para) AS name
MATCH (s:Source {id: 'src:002'})
MERGE (n:Passage {id: 'psg:' + name})
SET n = row {.*, id: 'psg:' + name, name: name, doc: '002', status: 'asserted', cites: [name],
  isArticle: row.zone IN ['title', 'kicker', 'lead', 'body',
    'caption', 'byline', 'dateline']}
MERGE (n)-[r:PASSAGE_OF]->(s) SET r = {status: 'asserted', cites: [name]};

// ---- Places -------------------------------------------------------------------------------------

// Provinces.
UNWIND [
  {id: 'province:an-giang', name: 'An Giang', kind: 'tỉnh', aliases: ['tỉnh An Giang'],
   status: 'inferred', basis: 'acronym', cites: ['002:4'],
   note: 'Tên tỉnh không xuất hiện; suy từ TGAG = Tuyên giáo An Giang'}
] AS row
MERGE (n:Province {id: row.id}) SET n = row;

// The district.
UNWIND [
  {id: 'district:tinh-bien', name: 'Tịnh Biên', kind: 'huyện',
   aliases: ['huyện Tịnh Biên', 'Tinh Bien'], status: 'asserted',
   cites: ['002:3', '002:6', '002:20'],
   note: '"huyện" suy từ "Huyện ủy Tịnh Biên", "đảng bộ huyện"'}
] AS row
MERGE (n:District {id: row.id}) SET n = row;

// The district the article is about.
MATCH (source:Source {id: 'src:002'}), (district:District {id: 'district:tinh-bien'})
MERGE (source)-[r:ABOUT]->(district) SET r = {status: 'asserted', cites: ['002:3', '002:6']};

// What lies in what.
MATCH (district:District {id: 'district:tinh-bien'}), (province:Province {id: 'province:an-giang'})
MERGE (district)-[r:PART_OF]->(province)
SET r = {status: 'inferred', basis: 'acronym', cites: ['002:4']};

// ---- Party bodies, other bodies and unnamed groups ----------------------------------------------

// Party bodies.
UNWIND [
  {id: 'pc:bch-tw-xii', name: 'Ban Chấp hành Trung ương Đảng khóa XII',
   kind: 'ban chấp hành trung ương', level: 'trung ương', term: 'XII',
   aliases: ['BCH TW khóa XII'], status: 'asserted', cites: ['002:4']},
  {id: 'pc:db-tinh-bien', name: 'Đảng bộ huyện Tịnh Biên', kind: 'đảng bộ', level: 'huyện',
   aliases: ['Đảng bộ Tịnh Biên'], status: 'asserted', cites: ['002:6', '002:14']},
  {id: 'pc:btc-tu-an-giang', name: 'Ban Tổ chức Tỉnh ủy (An Giang)', kind: 'ban tổ chức',
   level: 'tỉnh', aliases: ['Ban Tổ chức Tỉnh ủy An Giang'], status: 'asserted', cites: ['002:10'],
   note: 'tỉnh suy từ TGAG'},
  {id: 'pc:cap-uy-cap-tren-tinh-bien', name: 'Cấp ủy cấp trên (Tịnh Biên, không nêu tên)',
   kind: 'cấp ủy cấp trên', status: 'asserted', cites: ['002:11']},
  {id: 'pc:ttr-tinh-bien', name: 'Thường trực (Huyện ủy Tịnh Biên)', kind: 'thường trực',
   level: 'huyện', status: 'asserted', cites: ['002:14']},
  {id: 'pc:btv-tinh-bien', name: 'Ban Thường vụ (Huyện ủy Tịnh Biên)', kind: 'ban thường vụ',
   level: 'huyện', aliases: ['Ban Thường vụ Huyện ủy Tịnh Biên'], status: 'asserted',
   cites: ['002:14']},
  {id: 'pc:bch-tinh-bien', name: 'Ban Chấp hành Đảng bộ huyện Tịnh Biên', kind: 'ban chấp hành',
   level: 'huyện', status: 'asserted', cites: ['002:14']},
  {id: 'pc:hu-tinh-bien', name: 'Huyện ủy Tịnh Biên', kind: 'huyện ủy', level: 'huyện',
   aliases: ['HU Tịnh Biên'], status: 'asserted', cites: ['002:20']},
  {id: 'pc:btg-tinh-bien', name: 'Ban Tuyên giáo Huyện ủy Tịnh Biên', kind: 'ban tuyên giáo',
   level: 'huyện', status: 'asserted', cites: ['002:20']}
] AS row
MERGE (n:PartyCommittee {id: row.id}) SET n = row;

// Bodies outside the Party.
UNWIND [
  {id: 'org:nha-nuoc', name: 'Nhà nước', kind: 'nhà nước', level: 'trung ương', status: 'asserted',
   cites: ['002:4']},
  {id: 'org:mttq-tinh-bien', name: 'Mặt trận Tổ quốc (Tịnh Biên)', kind: 'mặt trận',
   level: 'huyện', aliases: ['Mặt trận', 'MTTQ Tịnh Biên'], status: 'asserted', cites: ['002:12']},
  {id: 'org:dt-tinh-bien', name: 'Các đoàn thể, tổ chức chính trị - xã hội (Tịnh Biên)',
   kind: 'đoàn thể', level: 'huyện', status: 'asserted', cites: ['002:12']},
  {id: 'org:bttnd-tinh-bien', name: 'Ban Thanh tra nhân dân (Tịnh Biên)',
   kind: 'giám sát cộng đồng', status: 'asserted', cites: ['002:12']},
  {id: 'org:bgsdt-tinh-bien', name: 'Ban Giám sát đầu tư cộng đồng (Tịnh Biên)',
   kind: 'giám sát cộng đồng', status: 'asserted', cites: ['002:12']}
] AS row
MERGE (n:Organization {id: row.id}) SET n = row;

// Collectives that act, are addressed or are counted, but have no name.
UNWIND [
  {id: 'ag:tinh-bien-cbdv', name: 'Cán bộ, đảng viên huyện Tịnh Biên', kind: 'cá nhân',
   status: 'asserted', cites: ['002:8', '002:10', '002:14', '002:18']},
  {id: 'ag:tinh-bien-nguoi-dung-dau', name: 'Người đứng đầu cấp ủy, chính quyền (Tịnh Biên)',
   kind: 'cá nhân', status: 'asserted', cites: ['002:8', '002:17']},
  {id: 'ag:tinh-bien-mien-sh',
   name: 'Đảng viên miễn sinh hoạt do đi làm ăn xa, già yếu (Tịnh Biên)', kind: 'cá nhân',
   status: 'asserted', cites: ['002:8']},
  {id: 'ag:tinh-bien-cap-uy', name: 'Các cấp ủy huyện Tịnh Biên', kind: 'tập thể',
   status: 'asserted', cites: ['002:8', '002:10', '002:11']},
  {id: 'ag:tinh-bien-xa-thi-tran', name: 'Các xã, thị trấn huyện Tịnh Biên',
   kind: 'đơn vị hành chính', status: 'asserted', cites: ['002:10']},
  {id: 'ag:tinh-bien-tham-gia-dvk', name: 'Lực lượng tham gia Dân vận khéo (Tịnh Biên)',
   kind: 'tập thể', status: 'asserted', cites: ['002:12'],
   note: 'gồm cả doanh nghiệp, nhà hảo tâm và tổ chức tôn giáo'}
] AS row
MERGE (n:ActorGroup {id: row.id}) SET n = row;

// Where bodies and groups belong.
UNWIND [
  {from: 'pc:db-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:6']},
  {from: 'pc:btc-tu-an-giang', to: 'province:an-giang', status: 'inferred', basis: 'acronym',
   cites: ['002:10']},
  {from: 'pc:ttr-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:14']},
  {from: 'pc:btv-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:14']},
  {from: 'pc:bch-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:14']},
  {from: 'pc:hu-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:20']},
  {from: 'pc:btg-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:20']}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (place {id: row.to})
MERGE (body)-[r:BASED_IN]->(place) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'org:mttq-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:12']},
  {from: 'org:dt-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:12']},
  {from: 'org:bttnd-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:12']},
  {from: 'org:bgsdt-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:12']}
] AS row
MATCH (body:Organization {id: row.from}), (district:District {id: row.to})
MERGE (body)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

UNWIND [
  {from: 'ag:tinh-bien-cbdv', to: 'district:tinh-bien', status: 'asserted', cites: ['002:8']},
  {from: 'ag:tinh-bien-nguoi-dung-dau', to: 'district:tinh-bien', status: 'asserted',
   cites: ['002:8']},
  {from: 'ag:tinh-bien-mien-sh', to: 'district:tinh-bien', status: 'asserted', cites: ['002:8']},
  {from: 'ag:tinh-bien-xa-thi-tran', to: 'district:tinh-bien', status: 'asserted',
   cites: ['002:10']},
  {from: 'ag:tinh-bien-cap-uy', to: 'district:tinh-bien', status: 'asserted', cites: ['002:11']},
  {from: 'ag:tinh-bien-tham-gia-dvk', to: 'district:tinh-bien', status: 'asserted',
   cites: ['002:12']}
] AS row
MATCH (actors:ActorGroup {id: row.from}), (district:District {id: row.to})
MERGE (actors)-[r:BASED_IN]->(district) SET r = row {.*, from: null, to: null};

// Bodies inside bodies.
UNWIND [
  {from: 'pc:ttr-tinh-bien', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:14']},
  {from: 'pc:btv-tinh-bien', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:14']},
  {from: 'pc:bch-tinh-bien', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:14']},
  {from: 'pc:btg-tinh-bien', to: 'pc:hu-tinh-bien', status: 'asserted', cites: ['002:20']},
  {from: 'pc:hu-tinh-bien', to: 'pc:db-tinh-bien', status: 'inferred', basis: 'background',
   cites: ['002:20'], note: 'Huyện ủy là ban chấp hành của đảng bộ huyện theo Điều lệ'}
] AS row
MATCH (a:PartyCommittee {id: row.from}), (b:PartyCommittee {id: row.to})
MERGE (a)-[r:SUBUNIT_OF]->(b) SET r = row {.*, from: null, to: null};

// Two names that a reader takes for one.
MATCH (a:PartyCommittee {id: 'pc:bch-tinh-bien'}), (b:PartyCommittee {id: 'pc:hu-tinh-bien'})
MERGE (a)-[r:SAME_AS]->(b)
SET r = {status: 'inferred', basis: 'background', cites: ['002:14'],
  note: 'Huyện ủy chính là Ban Chấp hành Đảng bộ huyện'};

// ---- Media --------------------------------------------------------------------------------------

// Newspapers, websites, radio, loudspeakers.
UNWIND [
  {id: 'media:tgag', name: 'TGAG', nameInferred: 'Trang tin Tuyên giáo An Giang',
   kind: 'trang thông tin điện tử', aliases: ['Tuyên giáo An Giang'], status: 'asserted',
   cites: ['002:4'], note: 'TGAG được khẳng định; phần khai triển là suy luận'}
] AS row
MERGE (n:MediaChannel {id: row.id}) SET n = row;

// Publisher of the article.
MATCH (source:Source {id: 'src:002'}), (channel:MediaChannel {id: 'media:tgag'})
MERGE (source)-[r:PUBLISHED_BY]->(channel) SET r = {status: 'asserted', cites: ['002:4']};

// ---- Officials, posts and other persons ---------------------------------------------------------

// Officials: named persons with a post.
UNWIND [
  {id: 'official:truong-huu-tien', name: 'Trương Hữu Tiền', status: 'asserted', cites: ['002:19']}
] AS row
MERGE (n:Official {id: row.id}) SET n = row;

// Posts.
UNWIND [
  {id: 'post:tbtg-tinh-bien', name: 'Trưởng Ban Tuyên giáo Huyện ủy Tịnh Biên',
   kind: 'trưởng ban tuyên giáo', status: 'asserted', cites: ['002:20']}
] AS row
MERGE (n:Post {id: row.id}) SET n = row;

// By-line.
MATCH (official:Official {id: 'official:truong-huu-tien'}), (source:Source {id: 'src:002'})
MERGE (official)-[r:WROTE]->(source) SET r = {status: 'asserted', cites: ['002:19']};

// Who speaks or is cited in the article.
MATCH (person:Person {id: 'person:ho-chi-minh'}), (source:Source {id: 'src:002'})
MERGE (person)-[r:QUOTED_IN]->(source)
SET r = {role: 'dẫn lời dạy về tổ chức đảng', status: 'asserted', cites: ['002:4']};

// The body of each post.
MATCH (post:Post {id: 'post:tbtg-tinh-bien'}), (body:PartyCommittee {id: 'pc:btg-tinh-bien'})
MERGE (post)-[r:POST_IN]->(body) SET r = {status: 'asserted', cites: ['002:20']};

// Who is shown in which post: the bounds enclose the one day of publication, not a term of office.
MATCH (official:Official {id: 'official:truong-huu-tien'}), (post:Post {id: 'post:tbtg-tinh-bien'})
MERGE (official)-[r:HOLDS_POST]->(post)
SET r = {attestedNotBefore: '2016-10-30', attestedPrecision: 'window',
  attestedStatus: 'inferred',
  attestedBasis: 'bài không có ngày; chỉ có mốc sớm nhất suy ra', status: 'asserted',
  cites: ['002:20']};

// ---- Directives, resolutions, conclusions and plans ---------------------------------------------

// Directives.
UNWIND [
  // "Directives and resolutions" in general: generic, never counted
  {id: 'dir:ct-nq-chung-tinh-bien', name: 'Các Chỉ thị, Nghị quyết (nói chung, Tịnh Biên)',
   kind: 'chỉ thị, nghị quyết', generic: true, numbered: false, status: 'asserted',
   cites: ['002:8', '002:11']},
  // Resolution on streamlining staff; the text prints no issuer
  {id: 'dir:nq-39-nq-tw', name: 'Nghị quyết 39-NQ/TW', kind: 'nghị quyết', level: 'trung ương',
   number: '39-NQ/TW', numberInt: 39, symbol: 'NQ/TW',
   subject: 'tinh giản biên chế, cơ cấu lại đội ngũ cán bộ, công chức, viên chức',
   issuedDate: '2015-04-17', issuedPrecision: 'day',
   aliases: ['Nghị quyết 39', 'Nghị quyết số 39', 'NQ 39', '39-NQ/TW', 'Nghị quyết số 39 –NQ/TW'],
   generic: false, numbered: true, status: 'asserted', cites: ['002:10'],
   note: 'nguồn viết "39 –NQ/TW" (dấu cách + gạch dài)'},
  // Scheme: one person as Party secretary and chairman of the People's Committee
  {id: 'dir:da-bt-ct', name: 'Đề án Bí thư cấp ủy đồng thời Chủ tịch UBND', kind: 'đề án',
   aliases: ['đề án Bí thư đồng thời Chủ tịch'], generic: false, numbered: false,
   status: 'asserted', cites: ['002:10'], note: 'không số, không ngày, không cơ quan ban hành'},
  // Directives and guidance on cell meetings: generic, and not Directive 05
  {id: 'dir:ct-hd-sinh-hoat-chi-bo',
   name: 'Chỉ thị, Hướng dẫn về nâng cao chất lượng sinh hoạt chi bộ (không nêu số)',
   kind: 'chỉ thị', generic: true, numbered: false, status: 'asserted', cites: ['002:10'],
   note: 'nguồn viết nhầm "Chỉ thỉ"; không có số hiệu, không được đồng nhất với Chỉ thị 05'},
  // The Party statutes
  {id: 'dir:dieu-le-dang', name: 'Điều lệ Đảng', kind: 'điều lệ', level: 'trung ương',
   generic: false, numbered: false, status: 'asserted', cites: ['002:11']},
  // Regulations of the Centre and of higher committees: generic
  {id: 'dir:quy-dinh-tw',
   name: 'Các Quy định của Trung ương và của cấp ủy cấp trên (không nêu số)', kind: 'quy định',
   generic: true, numbered: false, status: 'asserted', cites: ['002:11']}
] AS row
MERGE (n:Directive {id: row.id}) SET n = row;

// Who issued or drew up which directive.
UNWIND [
  {from: 'dir:nq-tw4-xii', to: 'pc:bch-tw-xii', status: 'asserted', cites: ['002:4']},
  {from: 'dir:nq-39-nq-tw', to: 'pc:bo-chinh-tri', status: 'inferred', basis: 'background',
   cites: ['002:10'], note: 'Bài không nêu cơ quan ban hành'},
  {from: 'dir:ct-hd-sinh-hoat-chi-bo', to: 'pc:trung-uong', status: 'asserted', cites: ['002:10']},
  {from: 'dir:ct-hd-sinh-hoat-chi-bo', to: 'pc:btc-tu-an-giang', status: 'asserted',
   cites: ['002:10']},
  {from: 'dir:quy-dinh-tw', to: 'pc:trung-uong', status: 'asserted', cites: ['002:11']},
  {from: 'dir:quy-dinh-tw', to: 'pc:cap-uy-cap-tren-tinh-bien', status: 'asserted',
   cites: ['002:11']}
] AS row
MATCH (directive:Directive {id: row.from}), (body:PartyCommittee {id: row.to})
MERGE (directive)-[r:ISSUED_BY]->(body) SET r = row {.*, from: null, to: null};

// What the district carries out (reported) or orders to be carried out (ordered).
UNWIND [
  {from: 'district:tinh-bien', to: 'dir:nq-tw4-xii', status: 'inferred', basis: 'context',
   confidence: 'high', cites: ['002:4', '002:8'],
   note: 'P4 nêu nghị quyết là mới nhất; P8 dùng lại cùng nội dung mà không nhắc tên'},
  {from: 'district:tinh-bien', to: 'dir:ct-nq-chung-tinh-bien', modality: 'reported',
   status: 'asserted', cites: ['002:8']},
  {from: 'district:tinh-bien', to: 'dir:ct-05-ct-tw', status: 'inferred', basis: 'via-campaign',
   confidence: 'medium', cites: ['002:8'],
   note: 'P8 chỉ nói đẩy mạnh học tập và làm theo…; Chỉ thị 05 không được nêu tên'},
  {from: 'district:tinh-bien', to: 'dir:nq-39-nq-tw', modality: 'reported', status: 'asserted',
   cites: ['002:10']},
  {from: 'district:tinh-bien', to: 'dir:da-bt-ct', modality: 'reported', status: 'asserted',
   cites: ['002:10']},
  {from: 'district:tinh-bien', to: 'dir:ct-hd-sinh-hoat-chi-bo', modality: 'reported',
   status: 'asserted', cites: ['002:10']},
  {from: 'district:tinh-bien', to: 'dir:dieu-le-dang', status: 'inferred', basis: 'presupposition',
   confidence: 'high', cites: ['002:11'], note: 'bài chỉ nói kiểm tra, giám sát việc chấp hành'},
  {from: 'district:tinh-bien', to: 'dir:quy-dinh-tw', status: 'inferred', basis: 'presupposition',
   confidence: 'high', cites: ['002:11'], note: 'bài chỉ nói kiểm tra, giám sát việc chấp hành'}
] AS row
MATCH (district:District {id: row.from}), (directive:Directive {id: row.to})
MERGE (district)-[r:IMPLEMENTS]->(directive) SET r = row {.*, from: null, to: null};

// Which body directs the implementation.
UNWIND [
  {from: 'pc:db-tinh-bien', to: 'dir:ct-nq-chung-tinh-bien', status: 'asserted',
   cites: ['002:6', '002:8'],
   note: 'P6 là câu dẫn cho cả danh sách: Đảng bộ lãnh đạo, triển khai, tổ chức thực hiện'},
  {from: 'pc:db-tinh-bien', to: 'dir:nq-39-nq-tw', status: 'asserted', cites: ['002:6', '002:10'],
   note: 'P6 là câu dẫn cho cả danh sách: Đảng bộ lãnh đạo, triển khai, tổ chức thực hiện'},
  {from: 'pc:db-tinh-bien', to: 'dir:da-bt-ct', status: 'asserted', cites: ['002:6', '002:10'],
   note: 'P6 là câu dẫn cho cả danh sách: Đảng bộ lãnh đạo, triển khai, tổ chức thực hiện'},
  {from: 'pc:db-tinh-bien', to: 'dir:ct-hd-sinh-hoat-chi-bo', status: 'asserted',
   cites: ['002:6', '002:10'],
   note: 'P6 là câu dẫn cho cả danh sách: Đảng bộ lãnh đạo, triển khai, tổ chức thực hiện'}
] AS row
MATCH (body:PartyCommittee {id: row.from}), (directive:Directive {id: row.to})
MERGE (body)-[r:LEADS]->(directive) SET r = row {.*, from: null, to: null};

// ---- Campaigns and models -----------------------------------------------------------------------

// Campaigns, models, contests, programmes.
UNWIND [
  {id: 'mc:so-tay-tinh-bien', name: 'Sổ tay đăng ký làm theo Bác (Tịnh Biên)', kind: 'hình thức',
   scope: 'huyện', status: 'asserted', cites: ['002:8'],
   note: 'khác với mô hình "Sổ tay đảng viên làm theo gương Bác" của Cao Lãnh'},
  {id: 'mc:do-thi-van-minh', name: 'Xây dựng đô thị văn minh', kind: 'chương trình',
   scope: 'toàn quốc', status: 'asserted', cites: ['002:12']}
] AS row
MERGE (n:ModelCampaign {id: row.id}) SET n = row;

// Who runs which campaign.
UNWIND [
  {from: 'district:tinh-bien', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['002:8']},
  {from: 'district:tinh-bien', to: 'mc:so-tay-tinh-bien', status: 'asserted', cites: ['002:8']},
  {from: 'district:tinh-bien', to: 'mc:dan-van-kheo', status: 'asserted', cites: ['002:12']},
  {from: 'district:tinh-bien', to: 'mc:thi-dua-yeu-nuoc', status: 'asserted', cites: ['002:12']},
  {from: 'district:tinh-bien', to: 'mc:nong-thon-moi', status: 'asserted', cites: ['002:12']},
  {from: 'district:tinh-bien', to: 'mc:do-thi-van-minh', status: 'asserted', cites: ['002:12']}
] AS row
MATCH (district:District {id: row.from}), (campaign:ModelCampaign {id: row.to})
MERGE (district)-[r:RUNS]->(campaign) SET r = row {.*, from: null, to: null};

// Models under a campaign.
UNWIND [
  {from: 'mc:so-tay-tinh-bien', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted',
   cites: ['002:8']},
  {from: 'mc:dan-van-kheo', to: 'mc:thi-dua-yeu-nuoc', status: 'asserted', cites: ['002:12'],
   note: '"phong trào thi đua yêu nước như"'}
] AS row
MATCH (a:ModelCampaign {id: row.from}), (b:ModelCampaign {id: row.to})
MERGE (a)-[r:PART_OF_CAMPAIGN]->(b) SET r = row {.*, from: null, to: null};

// ---- Events -------------------------------------------------------------------------------------

// Events.
UNWIND [
  {id: 'ev:hoc-tap-tinh-bien', name: 'Tổ chức học tập, quán triệt chỉ thị, nghị quyết (Tịnh Biên)',
   kind: 'học tập nghị quyết', status: 'asserted', cites: ['002:8']},
  {id: 'ev:kiem-tra-tinh-bien', name: 'Chương trình kiểm tra, giám sát của cấp ủy (Tịnh Biên)',
   kind: 'kiểm tra', participants: 'cấp ủy viên, ủy viên ban thường vụ được phân công',
   status: 'asserted', cites: ['002:11']},
  {id: 'ev:giam-sat-an-sinh-tinh-bien',
   name: 'Giám sát chính sách an sinh, bảo hiểm y tế, bảo hiểm tai nạn (Tịnh Biên)',
   kind: 'giám sát', status: 'asserted', cites: ['002:12']}
] AS row
MERGE (n:Event {id: row.id}) SET n = row;

// Where it took place.
UNWIND [
  {from: 'ev:hoc-tap-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:8']},
  {from: 'ev:kiem-tra-tinh-bien', to: 'district:tinh-bien', status: 'asserted', cites: ['002:11']},
  {from: 'ev:giam-sat-an-sinh-tinh-bien', to: 'district:tinh-bien', status: 'asserted',
   cites: ['002:12']}
] AS row
MATCH (event:Event {id: row.from}), (district:District {id: row.to})
MERGE (event)-[r:HELD_IN]->(district) SET r = row {.*, from: null, to: null};

// Who organised what.
MATCH (body:PartyCommittee {id: 'pc:db-tinh-bien'}), (event:Event {id: 'ev:hoc-tap-tinh-bien'})
MERGE (body)-[r:ORGANIZED]->(event) SET r = {status: 'asserted', cites: ['002:8']};

UNWIND [
  {from: 'org:mttq-tinh-bien', to: 'ev:giam-sat-an-sinh-tinh-bien', status: 'asserted',
   cites: ['002:12']},
  {from: 'org:dt-tinh-bien', to: 'ev:giam-sat-an-sinh-tinh-bien', status: 'asserted',
   cites: ['002:12']}
] AS row
MATCH (body:Organization {id: row.from}), (event:Event {id: row.to})
MERGE (body)-[r:ORGANIZED]->(event) SET r = row {.*, from: null, to: null};

MATCH (actors:ActorGroup {id: 'ag:tinh-bien-cap-uy'}), (event:Event {id: 'ev:kiem-tra-tinh-bien'})
MERGE (actors)-[r:ORGANIZED]->(event) SET r = {status: 'asserted', cites: ['002:11']};

// What compliance is inspected.
UNWIND [
  {from: 'ev:kiem-tra-tinh-bien', to: 'dir:dieu-le-dang', status: 'asserted', cites: ['002:11']},
  {from: 'ev:kiem-tra-tinh-bien', to: 'dir:quy-dinh-tw', status: 'asserted', cites: ['002:11']},
  {from: 'ev:kiem-tra-tinh-bien', to: 'dir:ct-nq-chung-tinh-bien', status: 'asserted',
   cites: ['002:11']}
] AS row
MATCH (event:Event {id: row.from}), (directive:Directive {id: row.to})
MERGE (event)-[r:INSPECTS]->(directive) SET r = row {.*, from: null, to: null};

// ---- Results and lessons ------------------------------------------------------------------------
// Five numbered lessons (kinh nghiệm), 002:14 to 002:18.

// A principle, not an outcome of the district.
UNWIND [
  {id: 'res:002-0', name: 'Kinh tế là trung tâm, xây dựng Đảng là then chốt', kind: 'quan điểm',
   status: 'asserted', cites: ['002:4']}
] AS row
MERGE (n:Result {id: row.id}) SET n = row;

// Outcomes, ratings and trends that the district reports (HAS_RESULT).
UNWIND [
  {id: 'res:002-1', name: 'Học tập nâng cao nhận thức, ngăn chặn suy thoái', kind: 'nhận định',
   status: 'asserted', cites: ['002:8']},
  {id: 'res:002-2', name: 'Đội ngũ cán bộ được chuẩn hóa về chuyên môn và lý luận',
   kind: 'nhận định', status: 'asserted', cites: ['002:10']},
  {id: 'res:002-3', name: 'Thực hiện tốt tinh giản biên chế, cơ cấu lại đội ngũ',
   kind: 'nhận định', status: 'asserted', cites: ['002:10']},
  {id: 'res:002-4', name: 'Nhất thể hóa một số cơ quan tương đồng nhiệm vụ (không nêu số lượng)',
   kind: 'nhận định', status: 'asserted', cites: ['002:10']},
  {id: 'res:002-5', name: 'Đảng viên vi phạm phải kỷ luật giảm hằng năm (không có con số)',
   kind: 'xu hướng', metric: 'disciplinedMembers', trend: 'giảm', status: 'asserted',
   cites: ['002:11']},
  {id: 'res:002-6', name: 'Dân vận khéo thu hút đông đảo lực lượng tham gia', kind: 'nhận định',
   status: 'asserted', cites: ['002:12']},
  {id: 'res:002-7', name: 'Mặt trận và đoàn thể phát huy giám sát, phản biện xã hội',
   kind: 'nhận định', status: 'asserted', cites: ['002:12']}
] AS row
MATCH (d:District {id: 'district:tinh-bien'})
MERGE (n:Result {id: row.id}) SET n = row
MERGE (d)-[r:HAS_RESULT]->(n) SET r = row {.status, .cites};

// Lessons that the district draws (HAS_LESSON).
UNWIND [
  {id: 'lesson:002-1', name: 'Giữ vững đoàn kết, thống nhất, dân chủ trong đảng bộ', ordinal: 1,
   status: 'asserted', cites: ['002:14']},
  {id: 'lesson:002-2',
   name: 'Phát huy sức mạnh tổng hợp của hệ thống chính trị, nhân dân, các thành phần kinh tế',
   ordinal: 2, status: 'asserted', cites: ['002:15']},
  {id: 'lesson:002-3',
   name: 'Xác định đúng chương trình trọng tâm, công trình trọng điểm; kiểm tra cấp dưới',
   ordinal: 3, status: 'asserted', cites: ['002:16']},
  {id: 'lesson:002-4', name: 'Phát huy trách nhiệm nêu gương của người đứng đầu', ordinal: 4,
   status: 'asserted', cites: ['002:17']},
  {id: 'lesson:002-5', name: 'Xây dựng đội ngũ cán bộ có trình độ, năng lực, trách nhiệm',
   ordinal: 5, status: 'asserted', cites: ['002:18']}
] AS row
MATCH (d:District {id: 'district:tinh-bien'})
MERGE (n:Lesson {id: row.id}) SET n = row
MERGE (d)-[r:HAS_LESSON]->(n) SET r = row {.status, .cites};

// What the results are about.
UNWIND [
  {from: 'res:002-0', to: 'pc:dang', status: 'asserted', cites: ['002:4']},
  {from: 'res:002-1', to: 'ev:hoc-tap-tinh-bien', status: 'asserted', cites: ['002:8']},
  {from: 'res:002-3', to: 'dir:nq-39-nq-tw', status: 'asserted', cites: ['002:10']},
  {from: 'res:002-6', to: 'mc:dan-van-kheo', status: 'asserted', cites: ['002:12']},
  {from: 'res:002-7', to: 'org:mttq-tinh-bien', status: 'asserted', cites: ['002:12']}
] AS row
MATCH (result:Result {id: row.from}), (target {id: row.to})
MERGE (result)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// What the lessons are about.
UNWIND [
  {from: 'lesson:002-1', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:14']},
  {from: 'lesson:002-4', to: 'ag:tinh-bien-nguoi-dung-dau', status: 'asserted', cites: ['002:17']},
  {from: 'lesson:002-5', to: 'ag:tinh-bien-cbdv', status: 'asserted', cites: ['002:18']}
] AS row
MATCH (lesson:Lesson {id: row.from}), (target {id: row.to})
MERGE (lesson)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// ---- Tasks --------------------------------------------------------------------------------------

// Tasks and subtasks.
UNWIND [
  {id: 'task:002-1',
   name: 'Xây dựng kế hoạch, tổ chức học tập, quán triệt chỉ thị, nghị quyết; viết thu hoạch, kế hoạch tu dưỡng, sổ tay làm theo Bác',
   ordinal: 1, ordinalStatus: 'inferred', status: 'asserted', cites: ['002:8']},
  {id: 'task:002-2',
   name: 'Nắm dư luận, định hướng tuyên truyền, đấu tranh chống quan điểm sai trái, củng cố đoàn kết',
   ordinal: 2, ordinalStatus: 'inferred', status: 'asserted', cites: ['002:9'],
   note: 'dòng này không có gạch đầu dòng'},
  {id: 'task:002-3',
   name: 'Quy hoạch, đào tạo, đánh giá, bổ nhiệm cán bộ; tinh giản biên chế; nâng chất lượng sinh hoạt chi bộ',
   ordinal: 3, ordinalStatus: 'inferred', priorityGroups: ['trẻ', 'nữ', 'dân tộc'],
   status: 'asserted', cites: ['002:10']},
  {id: 'task:002-4',
   name: 'Kiểm tra, giám sát tổ chức đảng cấp dưới và cán bộ thuộc diện quản lý; giữ nghiêm kỷ luật',
   ordinal: 4, ordinalStatus: 'inferred', status: 'asserted', cites: ['002:11']},
  {id: 'task:002-5',
   name: 'Kiện toàn Mặt trận, đoàn thể; bám cơ sở; phát động thi đua; giám sát, phản biện',
   ordinal: 5, ordinalStatus: 'inferred', status: 'asserted', cites: ['002:12']}
] AS row
MERGE (n:Task {id: row.id}) SET n = row;

// What the tasks are about.
UNWIND [
  // 002:8
  {from: 'task:002-1', to: 'mc:hoc-tap-lam-theo-bac', status: 'asserted', cites: ['002:8']},
  {from: 'task:002-1', to: 'mc:so-tay-tinh-bien', status: 'asserted', cites: ['002:8']},
  // 002:10
  {from: 'task:002-3', to: 'dir:nq-39-nq-tw', status: 'asserted', cites: ['002:10']},
  {from: 'task:002-3', to: 'dir:da-bt-ct', status: 'asserted', cites: ['002:10']},
  {from: 'task:002-3', to: 'dir:ct-hd-sinh-hoat-chi-bo', status: 'asserted', cites: ['002:10']},
  // 002:11
  {from: 'task:002-4', to: 'ev:kiem-tra-tinh-bien', status: 'asserted', cites: ['002:11']},
  {from: 'task:002-4', to: 'dir:dieu-le-dang', status: 'asserted', cites: ['002:11']},
  // 002:12
  {from: 'task:002-5', to: 'mc:dan-van-kheo', status: 'asserted', cites: ['002:12']},
  {from: 'task:002-5', to: 'mc:thi-dua-yeu-nuoc', status: 'asserted', cites: ['002:12']},
  {from: 'task:002-5', to: 'org:mttq-tinh-bien', status: 'asserted', cites: ['002:12']},
  {from: 'task:002-5', to: 'org:dt-tinh-bien', status: 'asserted', cites: ['002:12']},
  {from: 'task:002-5', to: 'org:bttnd-tinh-bien', status: 'asserted', cites: ['002:12']},
  {from: 'task:002-5', to: 'org:bgsdt-tinh-bien', status: 'asserted', cites: ['002:12']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:CONCERNS]->(target) SET r = row {.*, from: null, to: null};

// Who has to do it.
UNWIND [
  {from: 'task:002-1', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:8']},
  {from: 'task:002-1', to: 'ag:tinh-bien-cbdv', status: 'asserted', cites: ['002:8']},
  {from: 'task:002-2', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:9']},
  {from: 'task:002-3', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:10']},
  {from: 'task:002-4', to: 'ag:tinh-bien-cap-uy', status: 'asserted', cites: ['002:11']},
  {from: 'task:002-5', to: 'pc:db-tinh-bien', status: 'asserted', cites: ['002:12']}
] AS row
MATCH (task:Task {id: row.from}), (target {id: row.to})
MERGE (task)-[r:ASSIGNED_TO]->(target) SET r = row {.*, from: null, to: null};

// ---- Figures ------------------------------------------------------------------------------------
// "07/14" is a ratio, not a date.

// Each number with its meaning, reported by the district (HAS_FIGURE).
UNWIND [
  {id: 'fig:002-1', name: 'Tỷ lệ tham gia học tập (trừ đảng viên miễn sinh hoạt)',
   metric: 'studyParticipationShare', value: 98.0, unit: 'percent', comparator: '>=',
   percent: 98.0, percentStatus: 'stated', status: 'asserted', cites: ['002:8'],
   note: 'không nêu năm; loại trừ đảng viên đi làm ăn xa, già yếu'},
  {id: 'fig:002-2', name: 'Xã, thị trấn có Bí thư đồng thời Chủ tịch UBND',
   metric: 'secretaryChairmanCommunes', value: 7.0, unit: 'xã, thị trấn', comparator: '=',
   numerator: 7, denominator: 14, percent: 50.0, percentStatus: 'derived', status: 'asserted',
   cites: ['002:10'],
   note: 'nguồn viết "07/14": là 7 trên 14, không phải tháng 7/2014 hay ngày 7/14'},
  {id: 'fig:002-3', name: 'Số xã, thị trấn (mẫu số)', metric: 'communeTownCount',
   role: 'denominator', value: 14.0, unit: 'xã, thị trấn', comparator: '=', status: 'asserted',
   cites: ['002:10']},
  {id: 'fig:002-4', name: 'Số kinh nghiệm xây dựng Đảng được đánh số', metric: 'lessonCount',
   value: 5.0, unit: 'kinh nghiệm', comparator: '=', status: 'inferred', basis: 'computed',
   cites: ['002:13']}
] AS row
MATCH (d:District {id: 'district:tinh-bien'})
MERGE (n:Figure {id: row.id}) SET n = row
MERGE (d)-[r:HAS_FIGURE]->(n) SET r = row {.status, .basis, .confidence, .cites};

// What each number counts.
UNWIND [
  {from: 'fig:002-1', to: 'ev:hoc-tap-tinh-bien', status: 'asserted', cites: ['002:8']},
  {from: 'fig:002-2', to: 'dir:da-bt-ct', status: 'asserted', cites: ['002:10']},
  {from: 'fig:002-2', to: 'ag:tinh-bien-xa-thi-tran', status: 'asserted', cites: ['002:10']},
  {from: 'fig:002-3', to: 'ag:tinh-bien-xa-thi-tran', status: 'asserted', cites: ['002:10']}
] AS row
MATCH (figure:Figure {id: row.from}), (target {id: row.to})
MERGE (figure)-[r:MEASURES]->(target) SET r = row {.*, from: null, to: null};

// ---- Themes -------------------------------------------------------------------------------------

// Themes, as a catalogue for comparing districts.
UNWIND [
  {id: 'theme:tinh-gian-bien-che', name: 'Tinh giản biên chế', status: 'asserted',
   cites: ['002:10']}
] AS row
MERGE (n:Theme {id: row.id}) SET n = row;

// Themes that the district stresses.
UNWIND [
  // 002:4
  {from: 'district:tinh-bien', to: 'theme:suy-thoai', status: 'asserted',
   cites: ['002:4', '002:8']},
  {from: 'district:tinh-bien', to: 'theme:vung-manh', status: 'asserted',
   cites: ['002:4', '002:14']},
  // 002:8
  {from: 'district:tinh-bien', to: 'theme:neu-guong', status: 'asserted',
   cites: ['002:8', '002:17']},
  {from: 'district:tinh-bien', to: 'theme:hoc-tap-quan-triet', status: 'asserted',
   cites: ['002:8']},
  // 002:9
  {from: 'district:tinh-bien', to: 'theme:du-luan', status: 'asserted', cites: ['002:9', '002:12']},
  {from: 'district:tinh-bien', to: 'theme:phan-bac', status: 'asserted', cites: ['002:9']},
  {from: 'district:tinh-bien', to: 'theme:doan-ket', status: 'asserted',
   cites: ['002:9', '002:14']},
  {from: 'district:tinh-bien', to: 'theme:tuyen-truyen', status: 'asserted', cites: ['002:9']},
  // 002:10
  {from: 'district:tinh-bien', to: 'theme:tinh-gian-bien-che', status: 'asserted',
   cites: ['002:10']},
  {from: 'district:tinh-bien', to: 'theme:ly-luan-chinh-tri', status: 'asserted',
   cites: ['002:10']},
  // 002:11
  {from: 'district:tinh-bien', to: 'theme:kiem-tra-giam-sat', status: 'asserted',
   cites: ['002:11', '002:16']},
  {from: 'district:tinh-bien', to: 'theme:tu-phe-binh', status: 'asserted', cites: ['002:11']},
  // 002:12
  {from: 'district:tinh-bien', to: 'theme:phan-bien-xa-hoi', status: 'asserted', cites: ['002:12']}
] AS row
MATCH (district:District {id: row.from}), (theme:Theme {id: row.to})
MERGE (district)-[r:EMPHASIZES]->(theme) SET r = row {.*, from: null, to: null};

// ---- Page furniture (quarantined: no answer may come from it) -----------------------------------

// Seen on the page (LISTED_ON), cited where it begins.
UNWIND [
  {id: 'sb:002-tc', name: 'Truy cập hiện tại', kind: 'menu', status: 'asserted', cites: ['002:1']},
  {id: 'sb:002-khach', name: 'Khách đang online', kind: 'bộ đếm', value: 173.0, status: 'asserted',
   cites: ['002:2']},
  {id: 'sb:002-dh', name: 'Tiến tới đại hội đảng', kind: 'biểu ngữ', status: 'asserted',
   cites: ['002:21']},
  {id: 'sb:002-gp', name: 'Giải phóng miền Nam', kind: 'biểu ngữ', status: 'asserted',
   cites: ['002:22']},
  {id: 'sb:002-xem', name: 'Số lần xem các bài viết (nhãn)', kind: 'menu', status: 'asserted',
   cites: ['002:23']},
  {id: 'sb:002-solan', name: 'Số lần xem các bài viết', kind: 'bộ đếm', value: 16735341.0,
   status: 'asserted', cites: ['002:24']}
] AS row
MATCH (s:Source {id: 'src:002'})
MERGE (n:SidebarItem {id: row.id}) SET n = row
MERGE (n)-[r:LISTED_ON]->(s) SET r = {status: row.status, cites: row.cites[..1]};

// ---- Mentions -----------------------------------------------------------------------------------

// Whatever cites a paragraph of this article is mentioned in it.
MATCH (n) WHERE NOT n:Passage
UNWIND n.cites AS cite
MATCH (p:Passage {name: cite, doc: '002'})
MERGE (n)-[r:MENTIONED_IN]->(p) SET r = {status: n.status, cites: [cite]};

// The words of the article where they are not those of the name.
UNWIND [
  {id: 'district:tinh-bien', at: '002:3', surface: 'Tịnh Biên'},
  {id: 'pc:dang', at: '002:3', surface: 'Đảng'},
  {id: 'province:an-giang', at: '002:4', surface: 'TGAG'},
  {id: 'media:tgag', at: '002:4', surface: 'TGAG'},
  {id: 'person:ho-chi-minh', at: '002:4', surface: 'Bác Hồ'},
  {id: 'pc:bch-tw-xii', at: '002:4', surface: 'Ban chấp hành Trung ương Đảng khóa XII'},
  {id: 'pc:dang', at: '002:4', surface: 'Đảng'},
  {id: 'dir:nq-tw4-xii', at: '002:4',
   surface: 'Nghị quyết Hội nghị lần thứ 4 Ban chấp hành Trung ương Đảng khóa XII'},
  {id: 'ev:hntw4-xii', at: '002:4', surface: 'Hội nghị lần thứ 4'},
  {id: 'pc:db-tinh-bien', at: '002:6', surface: 'Đảng bộ Tịnh Biên'},
  {id: 'pc:dang', at: '002:6', surface: 'Đảng'},
  {id: 'ag:tinh-bien-cbdv', at: '002:8', surface: 'mỗi cán bộ, đảng viên'},
  {id: 'ag:tinh-bien-nguoi-dung-dau', at: '002:8', surface: 'người đứng đầu cấp ủy'},
  {id: 'dir:ct-nq-chung-tinh-bien', at: '002:8', surface: 'các Chỉ thị, Nghị quyết'},
  {id: 'mc:hoc-tap-lam-theo-bac', at: '002:8',
   surface: 'học tập và làm theo tư tưởng đạo đức phong cách Hồ Chí Minh'},
  {id: 'mc:so-tay-tinh-bien', at: '002:8', surface: 'sổ tay đăng ký làm theo Bác'},
  {id: 'pc:dang', at: '002:9', surface: 'Đảng'},
  {id: 'pc:trung-uong', at: '002:10', surface: 'Trung ương'},
  {id: 'pc:btc-tu-an-giang', at: '002:10', surface: 'Ban Tổ chức Tỉnh ủy'},
  {id: 'ag:tinh-bien-xa-thi-tran', at: '002:10', surface: 'xã thị trấn'},
  {id: 'dir:nq-39-nq-tw', at: '002:10', surface: 'Nghị quyết số 39 –NQ/TW, ngày 17/4/2015'},
  {id: 'dir:da-bt-ct', at: '002:10', surface: 'đề án Bí thư cấp ủy đồng thời Chủ tịch UBND'},
  {id: 'dir:ct-hd-sinh-hoat-chi-bo', at: '002:10',
   surface: 'Chỉ thỉ, Hướng dẫn của Trung ương, Ban Tổ chức Tỉnh ủy'},
  {id: 'pc:dang', at: '002:11', surface: 'Đảng'},
  {id: 'ag:tinh-bien-cap-uy', at: '002:11', surface: 'Các cấp ủy'},
  {id: 'dir:quy-dinh-tw', at: '002:11', surface: 'các Quy định của Trung ương'},
  {id: 'pc:cap-uy-cap-tren-tinh-bien', at: '002:11', surface: 'cấp ủy cấp trên'},
  {id: 'org:mttq-tinh-bien', at: '002:12', surface: 'Mặt trận Tổ quốc'},
  {id: 'org:dt-tinh-bien', at: '002:12', surface: 'các tổ chức chính trị - xã hội'},
  {id: 'org:bttnd-tinh-bien', at: '002:12', surface: 'Ban Thanh tra nhân dân'},
  {id: 'org:bgsdt-tinh-bien', at: '002:12', surface: 'Ban Giám sát đầu tư cộng đồng'},
  {id: 'mc:dan-van-kheo', at: '002:12', surface: '“Dân vận khéo”'},
  {id: 'mc:thi-dua-yeu-nuoc', at: '002:12', surface: 'các phong trào thi đua yêu nước'},
  {id: 'mc:nong-thon-moi', at: '002:12', surface: 'xây dựng nông thôn mới'},
  {id: 'mc:do-thi-van-minh', at: '002:12', surface: 'đô thị văn minh'},
  {id: 'pc:dang', at: '002:13', surface: 'Đảng'},
  {id: 'pc:ttr-tinh-bien', at: '002:14', surface: 'Thường trực'},
  {id: 'pc:btv-tinh-bien', at: '002:14', surface: 'Ban Thường vụ'},
  {id: 'pc:bch-tinh-bien', at: '002:14', surface: 'Ban Chấp hành Đảng bộ'},
  {id: 'district:tinh-bien', at: '002:20', surface: 'Huyện ủy Tịnh Biên'}
] AS row
MATCH (n {id: row.id})-[r:MENTIONED_IN]->(:Passage {name: row.at}) SET r.surface = row.surface;
