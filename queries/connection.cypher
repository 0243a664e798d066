// seed: seeds
// en: How are two things connected?
// vi: Hai đối tượng liên hệ với nhau thế nào?
// param: first :: ANY = 'Trần Minh Bảnh'
// param: second :: ANY = 'Kết luận 01'
// All shortest paths over every type of relationship but MENTIONED_IN, PASSAGE_OF and the furniture's:
// being named in one paragraph is no connection. A path is asserted only if each of its steps is.
MATCH (a {id: $first}), (b {id: $second})
MATCH route = allShortestPaths((a)
  -[:ABOUT|ADDRESSES|ADOPTED_AT|ADVISES|ANNUAL_THEME_OF|ASSIGNED_BY|ASSIGNED_TO|BASED_IN
    |COMBINED_WITH|CONCERNS|CONCRETIZES|CONTINUES|DERIVED_FROM|EMPHASIZES|HAS_FIGURE|HAS_LESSON
    |HAS_RESULT|HELD_IN|HOLDS_POST|IMPLEMENTS|INSPECTS|INSTRUCTS|ISSUED_BY|LAUNCHED|LEADS
    |LOCATED_AT|MANAGES|MANDATES|MAY_INCLUDE|MEASURES|NEAR|NOT_COMBINABLE_WITH|OBSERVED_IN
    |OPERATES_IN|ORGANIZED|PARTICIPATED_IN|PART_OF|PART_OF_CAMPAIGN|POST_IN|PROMOTES|PUBLISHED_BY
    |QUOTED_IN|RATED|RUNS|SAME_AS|SETS_CRITERIA_FOR|STUDIES_WORK_BY|SUBTASK_OF|SUBUNIT_OF|WROTE*..8]-
  (b))
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
