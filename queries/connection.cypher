// seed: seeds
// en: How are two things connected?
// vi: Hai đối tượng liên hệ với nhau thế nào?
// param: first :: ANY = 'Trần Minh Bảnh'
// param: second :: ANY = 'Kết luận 01'
// All shortest paths, not over the paragraphs that mention things. A path is asserted only if each of
// its relationships is.
MATCH (a {id: $first}), (b {id: $second})
MATCH route = allShortestPaths((a)-[:!MENTIONED_IN&!PASSAGE_OF&!LISTED_ON*..8]-(b))
RETURN length(route) AS steps, [n IN nodes(route) | n.name] AS names,
  [r IN relationships(route) | type(r)] AS relations,
  CASE WHEN all(r IN relationships(route) WHERE r.status = 'asserted') THEN 'asserted'
    ELSE 'inferred' END AS status,
  reduce(cites = [], r IN relationships(route) | cites + r.cites) AS paragraphs
ORDER BY status, relations, names;
//= in order
//= steps | names                                                                                                                                                                                                                                 | relations                                    | status     | paragraphs
//= 3     | ['Trần Minh Bảnh', 'Lấy công tác chính trị, tư tưởng và học Bác làm nội dung xét chất lượng tổ chức đảng, đảng viên, người đứng đầu cuối 2023', 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', 'Kết luận 01-KL/TW'] | ['ASSIGNED_BY', 'CONCERNS', 'MANDATES']      | 'asserted' | ['000:12', '000:12', '004:9']
//= 3     | ['Trần Minh Bảnh', 'Kiểm tra, rà soát việc triển khai các văn bản của Ban Thường vụ và khắc phục hạn chế', 'Khắc phục hạn chế đoàn kiểm tra chỉ ra về KL 01', 'Kết luận 01-KL/TW']                                                    | ['ASSIGNED_BY', 'SUBTASK_OF', 'CONCERNS']    | 'asserted' | ['000:8', '000:8', '000:8']
//= 3     | ['Trần Minh Bảnh', 'Báo cáo kết quả Chuyên đề 2023 và hoàn chỉnh kế hoạch hành động 2023', 'Chuyên đề năm 2023 của tỉnh Trà Vinh', 'Kết luận 01-KL/TW']                                                                               | ['ASSIGNED_BY', 'CONCERNS', 'CONCRETIZES']   | 'inferred' | ['000:10', '000:10', '000:10']
//= 3     | ['Trần Minh Bảnh', 'Lập chuyên trang, định kỳ đăng nội dung Chuyên đề 2023, gương người tốt việc tốt, mô hình hay', 'Chuyên đề năm 2023 của tỉnh Trà Vinh', 'Kết luận 01-KL/TW']                                                      | ['ASSIGNED_BY', 'CONCERNS', 'CONCRETIZES']   | 'inferred' | ['000:11', '000:11', '000:10']
//= 3     | ['Trần Minh Bảnh', 'Trao giấy khen công tác Tuyên giáo (Cầu Ngang)', 'Cầu Ngang', 'Kết luận 01-KL/TW']                                                                                                                                | ['PARTICIPATED_IN', 'HELD_IN', 'IMPLEMENTS'] | 'inferred' | ['000:3', '000:3', '000:8']
//= 3     | ['Trần Minh Bảnh', 'Cầu Ngang: Tăng cường công tác chính trị, tư tưởng và học tập, làm theo Bác', 'Cầu Ngang', 'Kết luận 01-KL/TW']                                                                                                   | ['QUOTED_IN', 'ABOUT', 'IMPLEMENTS']         | 'inferred' | ['000:7', '000:1', '000:2', '000:8']
