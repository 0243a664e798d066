// seed: seeds
// en: Which catalogued themes do many districts stress?
// vi: Những chủ đề nào được nhiều huyện nhấn mạnh?
// param: atLeast :: INTEGER = 4
// Themes are a chosen catalogue: the count holds within it, not for all that the articles stress.
MATCH (d:District)-[r:EMPHASIZES]->(t:Theme)
WITH t, d, r ORDER BY d.nameKey
WITH t, collect(d.name) AS districts, collect(r.cites) AS cites
WHERE size(districts) >= $atLeast
RETURN t.name AS theme, size(districts) AS districtCount, districts,
  reduce(joined = [], list IN cites | joined + list) AS paragraphs
ORDER BY districtCount DESC, t.nameKey;
//= in order
//= theme                                                     | districtCount | districts                                                      | paragraphs
//= 'Học tập, quán triệt chỉ thị, nghị quyết'                 | 5             | ['Cao Lãnh', 'Cầu Ngang', 'Chi Lăng', 'Tân Uyên', 'Tịnh Biên'] | ['003:4', '003:11', '000:4', '000:8', '001:4', '001:9', '004:6', '004:7', '004:11', '002:8']
//= 'Thông tin, tuyên truyền'                                 | 5             | ['Cao Lãnh', 'Cầu Ngang', 'Chi Lăng', 'Tân Uyên', 'Tịnh Biên'] | ['003:10', '003:12', '000:11', '001:4', '001:5', '001:7', '001:13', '004:7', '004:8', '004:11', '002:9']
//= 'Kiểm tra, giám sát'                                      | 4             | ['Cầu Ngang', 'Chi Lăng', 'Tân Uyên', 'Tịnh Biên']             | ['000:5', '000:6', '000:8', '001:4', '001:10', '004:12', '002:11', '002:16']
//= 'Nêu gương của người đứng đầu, cán bộ, đảng viên'         | 4             | ['Cao Lãnh', 'Cầu Ngang', 'Tân Uyên', 'Tịnh Biên']             | ['003:12', '000:5', '004:9', '002:8', '002:17']
//= 'Xây dựng Đảng, hệ thống chính trị trong sạch, vững mạnh' | 4             | ['Cầu Ngang', 'Chi Lăng', 'Tân Uyên', 'Tịnh Biên']             | ['000:2', '001:14', '004:5', '004:6', '004:9', '004:10', '002:4', '002:14']
