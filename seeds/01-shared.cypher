// What several of the five articles name: the Party and its central bodies, Hồ Chí Minh, the
// directives and campaigns that districts have in common, and the catalogue of themes.
//
// A node stands here when paragraphs of two or more articles cite it, a relationship when its own
// citations come from two or more articles. Everything else stands in the file of its article.

// ---- Party bodies, other bodies and unnamed groups ----------------------------------------------

// Party bodies.
UNWIND [
  {id: 'pc:dang', name: 'Đảng Cộng sản Việt Nam', kind: 'đảng', level: 'trung ương',
   aliases: ['Đảng', 'Đảng CSVN'], status: 'asserted',
   cites: ['000:2', '000:4', '000:6', '001:8', '002:3', '002:4', '002:6', '002:9', '002:11',
     '002:13', '004:5', '004:6', '004:7', '004:9', '004:10', '004:11'],
   note: 'Văn bản chỉ viết "Đảng"'},
  {id: 'pc:bo-chinh-tri', name: 'Bộ Chính trị', kind: 'bộ chính trị', level: 'trung ương',
   aliases: ['BCT'], status: 'asserted', cites: ['000:5', '000:8', '003:4', '003:11', '004:9']},
  {id: 'pc:trung-uong', name: 'Trung ương (Đảng)', kind: 'trung ương', level: 'trung ương',
   status: 'asserted', cites: ['002:10', '002:11', '004:9']}
] AS row
MERGE (n:PartyCommittee {id: row.id}) SET n = row;

// ---- Officials, posts and other persons ---------------------------------------------------------

// Named persons without a post.
UNWIND [
  {id: 'person:ho-chi-minh', name: 'Hồ Chí Minh', kind: 'lãnh tụ',
   aliases: ['Bác', 'Bác Hồ', 'Chủ tịch Hồ Chí Minh'], status: 'asserted',
   cites: ['000:1', '000:6', '000:8', '000:9', '000:10', '000:12', '001:3', '001:5', '001:7',
     '001:9', '001:10', '001:12', '001:13', '001:14', '001:15', '002:4', '002:8', '003:5', '003:6',
     '003:8', '003:9', '003:10', '003:12', '004:9']}
] AS row
MERGE (n:Person {id: row.id}) SET n = row;

// ---- Directives, resolutions, conclusions and plans ---------------------------------------------

// Directives.
UNWIND [
  // Politburo directive on studying and following Hồ Chí Minh (date and term: background)
  {id: 'dir:ct-05-ct-tw', name: 'Chỉ thị 05-CT/TW', kind: 'chỉ thị', level: 'trung ương',
   term: 'XII', number: '05-CT/TW', numberInt: 5, symbol: 'CT/TW',
   issuedDateInferred: '2016-05-15',
   aliases: ['Chỉ thị 05', 'Chỉ thị số 05', 'CT 05', 'CT05', 'Chỉ thị số 05-CT/TW',
     'Chỉ thị số 05 của Bộ Chính trị', 'Chỉ thị số 05 của Bộ Chính trị (khóa XII)', '05-CT/TW'],
   generic: false, numbered: true, status: 'asserted', cites: ['000:5', '003:4', '003:11']},
  // Plenum 4 of term XII on building and rectifying the Party; 000 names it together with XIII
  {id: 'dir:nq-tw4-xii', name: 'Nghị quyết Trung ương 4 khóa XII', kind: 'nghị quyết',
   level: 'trung ương', term: 'XII', numberInferred: '04-NQ/TW',
   subject: 'tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn, đẩy lùi suy thoái, tự diễn biến, tự chuyển hóa',
   aliases: ['NQ TW4 khóa XII', 'Nghị quyết TW 4 khóa XII',
     'Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng khóa XII',
     'Nghị quyết Trung ương 4 khóa 12'], generic: false, numbered: false, status: 'asserted',
   cites: ['000:5', '002:4']},
  // Politburo conclusion that carries the study campaign on (date: background)
  {id: 'dir:kl-01-kl-tw', name: 'Kết luận 01-KL/TW', kind: 'kết luận', level: 'trung ương',
   number: '01-KL/TW', numberInt: 1, symbol: 'KL/TW',
   subject: 'tiếp tục đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
   issuedDateInferred: '2021-05-18',
   aliases: ['Kết luận 01', 'Kết luận số 01', 'Kết luận số 01-KL/TW', 'KL 01', 'KL01', '01-KL/TW'],
   generic: false, numbered: true, status: 'asserted', cites: ['000:8', '004:9']}
] AS row
MERGE (n:Directive {id: row.id}) SET n = row;

// Who issued or drew up which directive.
UNWIND [
  {from: 'dir:ct-05-ct-tw', to: 'pc:bo-chinh-tri', status: 'asserted',
   cites: ['000:5', '003:4', '003:11']},
  {from: 'dir:kl-01-kl-tw', to: 'pc:bo-chinh-tri', status: 'asserted', cites: ['000:8', '004:9']}
] AS row
MATCH (directive:Directive {id: row.from}), (body:PartyCommittee {id: row.to})
MERGE (directive)-[r:ISSUED_BY]->(body) SET r = row {.*, from: null, to: null};

// ---- Campaigns and models -----------------------------------------------------------------------

// Campaigns, models, contests, programmes.
UNWIND [
  {id: 'mc:hoc-tap-lam-theo-bac',
   name: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', kind: 'cuộc vận động',
   scope: 'toàn quốc',
   aliases: ['học tập, làm theo Bác', 'học tập và làm theo Bác', 'học tập và làm theo gương Bác',
     'học và làm theo gương Bác', 'học tập làm theo Bác'], status: 'asserted',
   cites: ['000:1', '000:6', '000:8', '000:9', '000:10', '000:12', '001:3', '001:5', '001:7',
     '001:9', '001:10', '001:12', '001:13', '001:14', '001:15', '002:8', '003:5', '003:6', '003:8',
     '003:9', '003:10', '003:12', '004:9']},
  {id: 'mc:dan-van-kheo', name: 'Dân vận khéo', kind: 'phong trào thi đua', scope: 'toàn quốc',
   aliases: ['phong trào Dân vận khéo', 'mô hình Dân vận khéo'], status: 'asserted',
   cites: ['000:9', '002:12']},
  {id: 'mc:thi-dua-yeu-nuoc', name: 'Phong trào thi đua yêu nước', kind: 'phong trào thi đua',
   scope: 'toàn quốc', aliases: ['thi đua yêu nước'], status: 'asserted',
   cites: ['000:9', '002:12', '003:8', '003:9']},
  {id: 'mc:nong-thon-moi', name: 'Xây dựng nông thôn mới', kind: 'chương trình',
   scope: 'toàn quốc', aliases: ['nông thôn mới', 'NTM'], status: 'asserted',
   cites: ['002:12', '004:10']}
] AS row
MERGE (n:ModelCampaign {id: row.id}) SET n = row;

// ---- Events -------------------------------------------------------------------------------------

// Events.
UNWIND [
  {id: 'ev:hntw4-xii', name: 'Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng khóa XII',
   kind: 'hội nghị trung ương', level: 'trung ương', term: 'XII', status: 'asserted',
   cites: ['000:5', '002:4']}
] AS row
MERGE (n:Event {id: row.id}) SET n = row;

// Where it was adopted.
MATCH (directive:Directive {id: 'dir:nq-tw4-xii'}), (event:Event {id: 'ev:hntw4-xii'})
MERGE (directive)-[r:ADOPTED_AT]->(event) SET r = {status: 'asserted', cites: ['000:5', '002:4']};

// ---- Themes -------------------------------------------------------------------------------------

// Themes, as a catalogue for comparing districts.
UNWIND [
  {id: 'theme:doan-ket', name: 'Đoàn kết, thống nhất trong Đảng', status: 'asserted',
   cites: ['000:2', '002:9', '002:14', '004:5']},
  {id: 'theme:vung-manh', name: 'Xây dựng Đảng, hệ thống chính trị trong sạch, vững mạnh',
   status: 'asserted',
   cites: ['000:2', '001:14', '002:4', '002:14', '004:5', '004:6', '004:9', '004:10']},
  {id: 'theme:hoc-tap-quan-triet', name: 'Học tập, quán triệt chỉ thị, nghị quyết',
   status: 'asserted',
   cites: ['000:4', '000:8', '001:4', '001:9', '002:8', '003:4', '003:11', '004:6', '004:7',
     '004:11']},
  {id: 'theme:neu-guong', name: 'Nêu gương của người đứng đầu, cán bộ, đảng viên',
   status: 'asserted', cites: ['000:5', '002:8', '002:17', '003:12', '004:9']},
  {id: 'theme:du-luan', name: 'Nắm dư luận xã hội, tình hình tư tưởng', status: 'asserted',
   cites: ['000:5', '002:9', '002:12', '004:8', '004:11']},
  {id: 'theme:kiem-tra-giam-sat', name: 'Kiểm tra, giám sát', status: 'asserted',
   cites: ['000:5', '000:6', '000:8', '001:4', '001:10', '002:11', '002:16', '004:12']},
  {id: 'theme:nhan-rong', name: 'Nhân rộng, lan tỏa mô hình, điển hình', status: 'asserted',
   cites: ['000:5', '000:6', '000:9', '000:11', '001:7', '003:7', '003:10', '003:12']},
  {id: 'theme:tuyen-truyen', name: 'Thông tin, tuyên truyền', status: 'asserted',
   cites: ['000:11', '001:4', '001:5', '001:7', '001:13', '002:9', '003:10', '003:12', '004:7',
     '004:8', '004:11']},
  {id: 'theme:tu-phe-binh', name: 'Tự phê bình và phê bình', status: 'asserted',
   cites: ['001:9', '001:10', '002:11']},
  {id: 'theme:suy-thoai', name: 'Ngăn chặn suy thoái, tự diễn biến, tự chuyển hóa',
   status: 'asserted', cites: ['002:4', '002:8', '004:9']},
  {id: 'theme:phan-bac', name: 'Phản bác quan điểm sai trái, bảo vệ nền tảng tư tưởng',
   status: 'asserted', cites: ['002:9', '004:8', '004:11']},
  {id: 'theme:ly-luan-chinh-tri', name: 'Đào tạo lý luận chính trị', status: 'asserted',
   cites: ['002:10', '004:8', '004:11']},
  {id: 'theme:phan-bien-xa-hoi', name: 'Mặt trận, đoàn thể giám sát, phản biện xã hội',
   status: 'asserted', cites: ['002:12', '004:9']}
] AS row
MERGE (n:Theme {id: row.id}) SET n = row;
