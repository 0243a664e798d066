// seed: seeds
// en: What does a paragraph mention?
// vi: Một đoạn nhắc đến những gì?
// param: paragraph :: STRING = '003:4'
// document:paragraph, paragraphs counted over all lines that are not empty.
MATCH (n)-[m:MENTIONED_IN]->(p:Passage {name: $paragraph})
RETURN labels(n)[0] AS kind, n.name AS name, m.surface AS words, m.status AS status, p.zone AS zone,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY kind, n.nameKey, n.id;
//= in order
//= kind             | name                                                       | words                                       | status     | zone   | source | paragraph | line
//= 'ActorGroup'     | 'Cán bộ, đảng viên, đoàn viên, hội viên huyện Cao Lãnh'    | null                                        | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'Directive'      | 'Chỉ thị 05-CT/TW'                                         | 'Chỉ thị số 05 của Bộ Chính trị (khóa XII)' | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'District'       | 'Cao Lãnh'                                                 | null                                        | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'MediaChannel'   | 'ĐTO'                                                      | 'ĐTO'                                       | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'PartyCommittee' | 'Ban Chấp hành Đảng bộ huyện Cao Lãnh'                     | 'Ban Chấp hành Đảng bộ huyện'               | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'PartyCommittee' | 'Ban Thường vụ Huyện ủy Cao Lãnh'                          | 'Ban Thường vụ (BTV) Huyện ủy Cao Lãnh'     | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'PartyCommittee' | 'Bộ Chính trị'                                             | 'Bộ Chính trị'                              | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'PartyCommittee' | 'Huyện ủy Cao Lãnh'                                        | 'Huyện ủy Cao Lãnh'                         | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'Province'       | 'Đồng Tháp'                                                | 'ĐTO'                                       | 'inferred' | 'lead' | '003'  | 4         | 7
//= 'Result'         | 'Chuyển biến rõ về phẩm chất chính trị, đạo đức, lối sống' | null                                        | 'asserted' | 'lead' | '003'  | 4         | 7
//= 'Theme'          | 'Học tập, quán triệt chỉ thị, nghị quyết'                  | null                                        | 'asserted' | 'lead' | '003'  | 4         | 7
