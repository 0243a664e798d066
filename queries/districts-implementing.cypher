// seed: seeds
// en: Which districts implement a directive, and where does it say so?
// vi: Những huyện nào thực hiện một chỉ thị, và nói ở đâu?
// param: directive :: Directive = '05-CT/TW'
// What the text states (asserted) comes first, what a reader concludes (inferred) after it with the
// basis of the conclusion; the paragraph of an inferred link is only its nearest anchor.
MATCH (x:Directive {id: $directive})<-[i:IMPLEMENTS]-(d:District)
UNWIND i.cites AS cite
MATCH (p:Passage {name: cite})-[:PASSAGE_OF]->(s:Source)
RETURN d.name AS district, i.status AS status, i.modality AS modality, i.basis AS basis,
  i.confidence AS confidence, s.docId AS source, p.para AS paragraph, p.line AS line,
  s.title AS title, s.publishedEarliest AS earliest, s.publishedLatest AS latest,
  s.publishedStatus AS dated
ORDER BY status, d.nameKey, source, paragraph;
//= in order
//= district    | status     | modality   | basis              | confidence | source | paragraph | line | title                                                                                                | earliest     | latest       | dated
//= 'Cao Lãnh'  | 'asserted' | 'reported' | null               | null       | '003'  | 4         | 7    | 'Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương' | null         | '2019-06-05' | 'inferred'
//= 'Cao Lãnh'  | 'asserted' | 'reported' | null               | null       | '003'  | 11        | 22   | 'Nhiều mô hình mới góp phần trực tiếp vào thực hiện thắng lợi các nhiệm vụ chính trị của địa phương' | null         | '2019-06-05' | 'inferred'
//= 'Cầu Ngang' | 'asserted' | 'reported' | null               | null       | '000'  | 5         | 8    | 'Cầu Ngang: Tăng cường công tác chính trị, tư tưởng và học tập, làm theo Bác'                        | '2022-03-24' | '2023-03-31' | 'inferred'
//= 'Chi Lăng'  | 'inferred' | null       | 'via-theme'        | 'high'     | '001'  | 3         | 5    | 'Thực hiện chuyên đề năm 2018 ở Chi Lăng: Chuyển biến tích cực'                                      | '2019-01-01' | '2019-03-31' | 'inferred'
//= 'Chi Lăng'  | 'inferred' | null       | 'via-theme'        | 'high'     | '001'  | 5         | 9    | 'Thực hiện chuyên đề năm 2018 ở Chi Lăng: Chuyển biến tích cực'                                      | '2019-01-01' | '2019-03-31' | 'inferred'
//= 'Tân Uyên'  | 'inferred' | null       | 'via-continuation' | 'high'     | '004'  | 9         | 15   | 'Đảng bộ Tân Uyên nâng cao chất lượng, hiệu quả công tác tư tưởng'                                   | '2023-07-15' | '2023-07-15' | 'asserted'
//= 'Tịnh Biên' | 'inferred' | null       | 'via-campaign'     | 'medium'   | '002'  | 8         | 11   | 'Tịnh Biên chăm lo công tác xây dựng Đảng'                                                           | '2016-10-30' | null         | 'inferred'
