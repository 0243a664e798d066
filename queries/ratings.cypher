// seed: seeds
// en: Which bodies were rated, in which year, and by whom?
// vi: Những cơ quan nào được đánh giá, xếp loại, năm nào, do ai?
MATCH (rating:Result {kind: 'xếp loại'})-[:CONCERNS]->(body:PartyCommittee)
OPTIONAL MATCH (rater)-[:RATED {year: rating.year}]->(body)
UNWIND rating.cites AS cite
MATCH (p:Passage {name: cite})
RETURN body.name AS body, rating.year AS year, rating.rating AS rating, rater.name AS rater,
  rating.status AS status, p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY year, body.nameKey, source, paragraph;
//= in order
//= body                              | year | rating                    | rater                                                 | status     | source | paragraph | line
//= 'Đảng bộ huyện Chi Lăng'          | 2018 | 'hoàn thành tốt nhiệm vụ' | 'Cấp trên của Đảng bộ huyện Chi Lăng (không nêu tên)' | 'asserted' | '001'  | 14        | 27
//= 'Ban Thường vụ Huyện ủy Tân Uyên' | 2022 | 'hoàn thành tốt nhiệm vụ' | null                                                  | 'asserted' | '004'  | 10        | 17
