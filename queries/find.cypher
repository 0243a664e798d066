// seed: seeds
// en: What is there with these words in its name, title, subject or another name?
// vi: Có những gì mà tên, tiêu đề, nội dung hay tên khác chứa những từ này?
// param: words :: STRING = 'công tác tư tưởng'
// Found without regard to case and marks. Items of the page around an article are left out.
MATCH (n)
WHERE NOT n:Passage AND NOT n:SidebarItem
  AND any(key IN coalesce(n.searchKeys, n.aliasKeys, [n.nameKey]) WHERE key CONTAINS nameKey($words))
RETURN labels(n)[0] AS kind, n.name AS name, n.id AS id, n.cites AS paragraphs
ORDER BY kind, n.nameKey, id;
//= in order
//= kind        | name                                                                                            | id                     | paragraphs
//= 'Directive' | 'Đề án "Nâng cao hiệu quả, chất lượng công tác tư tưởng của Đảng bộ tỉnh"'                      | 'dir:da-cttt-lai-chau' | ['004:5', '004:6']
//= 'Directive' | 'Kế hoạch 76-KH/HU (Cầu Ngang)'                                                                 | 'dir:kh-76-cau-ngang'  | ['000:6']
//= 'Directive' | 'Kết luận 224-KL/TU (Lai Châu)'                                                                 | 'dir:kl-224-kl-tu'     | ['004:5', '004:6']
//= 'Result'    | 'Kết quả bước đầu quan trọng sau 2 năm thực hiện KL 224; chất lượng công tác tư tưởng nâng lên' | 'res:004-1'            | ['004:5']
//= 'Source'    | 'Đảng bộ Tân Uyên nâng cao chất lượng, hiệu quả công tác tư tưởng'                              | 'src:004'              | ['004:1', '004:2']
//= 'Task'      | 'Củng cố nguồn lực cho công tác tư tưởng (năm việc)'                                            | 'task:004-2'           | ['004:12']
//= 'Task'      | 'Kiện toàn, bồi dưỡng đội ngũ làm công tác tư tưởng'                                            | 'task:004-2a'          | ['004:12']
//= 'Task'      | 'Tăng cường kiểm tra, giám sát công tác tư tưởng'                                               | 'task:004-2e'          | ['004:12']
//= 'Task'      | 'Tăng cường lãnh đạo công tác tư tưởng với bảy trọng tâm'                                       | 'task:004-1'           | ['004:11']
