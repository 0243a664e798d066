// seed: seeds
// en: Where is something mentioned, in which words?
// vi: Một đối tượng được nhắc đến ở đâu, bằng lời nào?
// param: entity :: ANY = 'Chỉ thị 05'
// words is null where the text uses the name itself. Zones other than title, kicker, lead, body,
// caption, byline and dateline are the page around the article; they come last.
MATCH ({id: $entity})-[m:MENTIONED_IN]->(p:Passage)-[:PASSAGE_OF]->(s:Source)
RETURN m.surface AS words, m.status AS status, p.zone AS zone,
  s.docId AS source, p.para AS paragraph, p.line AS line, s.title AS title
ORDER BY p.isArticle DESC, source, paragraph;
//= in order
//= words                                       | status     | zone   | source | paragraph | line | title
//= 'Chỉ thị 05-CT/TW của Bộ Chính trị'         | 'asserted' | 'body' | '000'  | 5         | 8    | 'Cầu Ngang: Tăng cường công tác chính trị, tư tưởng và học tập, làm theo Bác'
//= 'Chỉ thị số 05 của Bộ Chính trị (khóa XII)' | 'asserted' | 'lead' | '003'  | 4         | 7    | 'Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương'
//= 'Chỉ thị số 05 của Bộ Chính trị'            | 'asserted' | 'body' | '003'  | 11        | 22   | 'Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương'
