// seed: seeds
// en: Which Party bodies and other bodies of a district are named, and what are they part of?
// vi: Bài nêu những cơ quan đảng và cơ quan, đoàn thể nào của một huyện, thuộc cơ quan nào?
// param: district :: District = 'Tịnh Biên'
// Huyện ủy, Ban Thường vụ, Thường trực, Ban Chấp hành and Đảng bộ are bodies of their own.
MATCH (b)-[:BASED_IN]->(:District {id: $district})
WHERE b:PartyCommittee OR b:Organization
OPTIONAL MATCH (b)-[r:SUBUNIT_OF]->(parent)
RETURN b.name AS body, b.kind AS kind, parent.name AS partOf, r.status AS status,
  b.cites AS paragraphs
ORDER BY b:PartyCommittee DESC, b.nameKey, parent.nameKey;
//= in order
//= body                                                   | kind                 | partOf                    | status     | paragraphs
//= 'Ban Chấp hành Đảng bộ huyện Tịnh Biên'                | 'ban chấp hành'      | 'Đảng bộ huyện Tịnh Biên' | 'asserted' | ['002:14']
//= 'Ban Thường vụ (Huyện ủy Tịnh Biên)'                   | 'ban thường vụ'      | 'Đảng bộ huyện Tịnh Biên' | 'asserted' | ['002:14']
//= 'Ban Tuyên giáo Huyện ủy Tịnh Biên'                    | 'ban tuyên giáo'     | 'Huyện ủy Tịnh Biên'      | 'asserted' | ['002:20']
//= 'Đảng bộ huyện Tịnh Biên'                              | 'đảng bộ'            | null                      | null       | ['002:6', '002:14']
//= 'Huyện ủy Tịnh Biên'                                   | 'huyện ủy'           | 'Đảng bộ huyện Tịnh Biên' | 'inferred' | ['002:20']
//= 'Thường trực (Huyện ủy Tịnh Biên)'                     | 'thường trực'        | 'Đảng bộ huyện Tịnh Biên' | 'asserted' | ['002:14']
//= 'Ban Giám sát đầu tư cộng đồng (Tịnh Biên)'            | 'giám sát cộng đồng' | null                      | null       | ['002:12']
//= 'Ban Thanh tra nhân dân (Tịnh Biên)'                   | 'giám sát cộng đồng' | null                      | null       | ['002:12']
//= 'Các đoàn thể, tổ chức chính trị - xã hội (Tịnh Biên)' | 'đoàn thể'           | null                      | null       | ['002:12']
//= 'Mặt trận Tổ quốc (Tịnh Biên)'                         | 'mặt trận'           | null                      | null       | ['002:12']
