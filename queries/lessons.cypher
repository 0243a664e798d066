// seed: seeds
// en: Which lessons does a district draw?
// vi: Một huyện rút ra những kinh nghiệm nào?
// param: district :: District = 'Tịnh Biên'
MATCH (:District {id: $district})-[:HAS_LESSON]->(l:Lesson)
UNWIND l.cites AS cite
MATCH (p:Passage {name: cite})
RETURN l.ordinal AS number, l.name AS lesson, l.status AS status,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY number, source, paragraph;
//= in order
//= number | lesson                                                                                | status     | source | paragraph | line
//= 1      | 'Giữ vững đoàn kết, thống nhất, dân chủ trong đảng bộ'                                | 'asserted' | '002'  | 14        | 23
//= 2      | 'Phát huy sức mạnh tổng hợp của hệ thống chính trị, nhân dân, các thành phần kinh tế' | 'asserted' | '002'  | 15        | 25
//= 3      | 'Xác định đúng chương trình trọng tâm, công trình trọng điểm; kiểm tra cấp dưới'      | 'asserted' | '002'  | 16        | 27
//= 4      | 'Phát huy trách nhiệm nêu gương của người đứng đầu'                                   | 'asserted' | '002'  | 17        | 29
//= 5      | 'Xây dựng đội ngũ cán bộ có trình độ, năng lực, trách nhiệm'                          | 'asserted' | '002'  | 18        | 31
