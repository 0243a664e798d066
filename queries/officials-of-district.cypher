// seed: seeds
// en: Which officials are shown in a post of a district, its communes included?
// vi: Những cán bộ nào được nêu giữ chức vụ ở một huyện, kể cả ở xã, thị trấn của huyện?
// param: district :: District = 'Chi Lăng'
// notBefore and notAfter enclose one unknown day, that of publication: they are not a term of office.
// Rows of the site's imprint (siteFooter) are undated and come last.
MATCH (o:Official)-[h:HOLDS_POST]->(q:Post)-[:POST_IN]->(b)-[:BASED_IN]->(place),
  (place)-[:PART_OF*0..2]->(:District {id: $district})
UNWIND h.cites AS cite
MATCH (p:Passage {name: cite})
RETURN o.name AS official, q.name AS post, b.name AS body, h.attestedNotBefore AS notBefore,
  h.attestedNotAfter AS notAfter, h.attestedStatus AS dated, p.zone AS zone,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY p.isArticle DESC, o.nameKey, q.nameKey, source, paragraph;
//= in order
//= official        | post                                      | body                               | notBefore    | notAfter     | dated      | zone   | source | paragraph | line
//= 'Hoàng Văn Éng' | 'Bí thư Đảng ủy thị trấn Chi Lăng'        | 'Đảng ủy thị trấn Chi Lăng'        | '2019-01-01' | '2019-03-31' | 'inferred' | 'body' | '001'  | 9         | 17
//= 'Lô Minh Hồng'  | 'Trưởng Ban Tuyên giáo Huyện ủy Chi Lăng' | 'Ban Tuyên giáo Huyện ủy Chi Lăng' | '2019-01-01' | '2019-03-31' | 'inferred' | 'body' | '001'  | 4         | 7
